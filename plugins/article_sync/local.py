"""The files' side: content/articles/*.md as values, and every problem in them at once."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from plugins.article_sync.cards import QR_SCHEME, linked_products
from plugins.article_sync.convert.blocks import Blocks, Directive
from plugins.article_sync.convert.from_markdown import localise, read_markdown
from plugins.article_sync.convert.map_blocks import each_picture
from plugins.article_sync.convert.meaning import meaning
from plugins.article_sync.convert.parts import expand
from plugins.article_sync.local_problems import (
    in_body,
    missing_picture,
    no_cover,
    too_long,
    unknown_cards,
    unknown_links,
    unusable,
)
from plugins.article_sync.model import Base, LocalArticle
from plugins.article_sync.picture_map import SCHEME
from plugins.article_sync.settings import SyncSettings
from plugins.qr_codes import png_bytes
from plugins.shared.errors import Problem, UsageProblem
from plugins.shared.files import digest
from plugins.shared.front_matter import Document, parse_document, read_document
from plugins.shared.markdown import as_typed, is_web

FOLDER = "articles"
DETACHED = "detached"
_CARDS = re.compile(r":::|product:|store:|qr:")
_OFF = frozenset({"off", "no", "false", DETACHED})


@dataclass(frozen=True)
class Unreadable:
    """A file that cannot be used at all; ``id`` as far as it can be made out."""

    path: str
    id: str
    problems: tuple[Problem, ...]


@dataclass(frozen=True)
class LocalSide:
    """All usable articles, and the files that are none."""

    articles: tuple[LocalArticle, ...]
    unreadable: tuple[Unreadable, ...]


def read_local(content: Path, settings: SyncSettings, bases: Iterable[Base] = ()) -> LocalSide:
    """Return the articles in content/articles/; those that are as ``bases`` know them are skimmed.

    Raises:
        UsageProblem: two files carry one id.
    """
    articles, unreadable = [], []
    skimmer = Skimmer(content, bases)
    for path in sorted((content / FOLDER).glob("*.md")):
        if path.name.startswith(".") or path.name.endswith(".account.md"):
            continue
        skimmed = skimmer.skim(path, settings)
        article, problems = (skimmed, []) if skimmed else read_article(content, path, settings)
        if article is not None:
            articles.append(article)
        else:
            sniffed = re.search(rb"^id: ([a-z2-7]{10})\s*$", path.read_bytes(), re.MULTILINE)
            found_id = sniffed[1].decode() if sniffed else ""
            unreadable.append(Unreadable(f"{FOLDER}/{path.name}", found_id, tuple(problems)))
    _refuse_shared_ids([*((one.path, one.id) for one in articles), *((one.path, one.id) for one in unreadable)])
    return LocalSide(tuple(articles), tuple(unreadable))


class Skimmer:
    """Reads files that are as they were agreed on without parsing their text: the same text has the same pictures.

    Cards of the shop's content may change without the text, so a file with cards is always parsed.
    """

    def __init__(self, content: Path, bases: Iterable[Base]) -> None:
        self._content = content
        self._bases = {base.path: base for base in bases if base.pictures is not None}
        self._digests: dict[str, str] = {}

    def skim(self, path: Path, settings: SyncSettings) -> LocalArticle | None:
        """Return the article of an unchanged file, None where it has to be read."""
        base = self._bases.get(f"{FOLDER}/{path.name}")
        if base is None or base.pictures is None or _CARDS.search(base.text):
            return None
        document, problems = read_document(self._content, path)
        if problems or document.source != base.text:
            return None
        article = _article(document, path.stem, digest(path.read_bytes()))
        cover = self._digest(article.cover or settings.default_cover)
        pictures = {name: self._digest(name) for name in base.pictures}
        if not article.wechat or not cover or not all(pictures.values()):
            return None
        return replace(article, pictures=pictures, cover_sha256=cover, skimmed=True)

    def _digest(self, name: str) -> str:
        if name not in self._digests:
            path = picture_path(self._content, name)
            self._digests[name] = digest(path.read_bytes()) if path else ""
        return self._digests[name]


def local_blocks(blocks: Blocks, slug: str, settings: SyncSettings, pictures: Mapping[str, str]) -> Blocks:
    """Return a Markdown text's blocks with absolute links and pictures named by their hash."""

    def link(target: str) -> str:
        return settings.address_of(target, slug) or ""

    def picture(path: str) -> str:
        return SCHEME + pictures[path] if path in pictures else path

    return localise(blocks, link, picture)


def read_body(body: str, settings: SyncSettings) -> Blocks:
    """Return the blocks of an article's text, its cards filled."""
    return expand(read_markdown(body), settings.card)


def linked_cards(blocks: Blocks, settings: SyncSettings) -> Blocks:
    """Return a card for every product that the text only links to: WeChat takes such links out."""
    parts = [Directive("product", slug) for slug in linked_products(blocks)]
    return tuple(part for part in expand(tuple(parts), settings.card) if isinstance(part, Directive) and part.shown)


def encode(source: str, before: bytes) -> bytes:
    """Return a file's text as bytes, with the line ends that the file had."""
    return (source.replace("\n", "\r\n") if b"\r\n" in before else source).encode("utf-8")


def picture_path(content: Path, name: str) -> Path | None:
    """Return the file of a picture below content/images/, None when it is not a plain path to an existing file."""
    parts = name.split("/")
    if not name or name.startswith("/") or "\\" in name or any(part in ("", ".", "..") for part in parts):
        return None
    path = content / "images" / name
    return path if path.is_file() else None


def read_article(content: Path, path: Path, settings: SyncSettings) -> tuple[LocalArticle | None, list[Problem]]:
    """Return one file's article, or None and what makes it unusable."""
    document, problems = read_document(content, path)
    return (None, problems) if problems else _checked(content, document, digest(path.read_bytes()), settings)


def parse_article(content: Path, name: str, source: str, settings: SyncSettings) -> LocalArticle | None:
    """Return the article that a file would be with another text, None when that text is no article."""
    document, problems = parse_document(name, source)
    return None if problems else _checked(content, document, "", settings)[0]


def _checked(
    content: Path, document: Document, sha256: str, settings: SyncSettings
) -> tuple[LocalArticle | None, list[Problem]]:
    article = _article(document, Path(document.path).stem, sha256)
    if problems := unusable(document, article):
        return None, problems
    if not article.wechat:
        return article, []
    blocks = read_body(article.body, settings)
    pictures, missing = _pictures(content, (*blocks, *linked_cards(blocks, settings)))
    cover = picture_path(content, article.cover or settings.default_cover)
    return replace(
        article,
        pictures=pictures,
        cover_sha256=digest(cover.read_bytes()) if cover else "",
        meaning=meaning(local_blocks(blocks, article.slug, settings, pictures)),
        problems=(
            *too_long(document, article),
            *(in_body(document, name, *missing_picture(name)) for name in missing),
            *unknown_links(document, article.slug, blocks, settings),
            *unknown_cards(document, blocks, settings),
            *([] if cover else [no_cover(document, article.cover or settings.default_cover)]),
        ),
    ), []


def _article(document: Document, slug: str, sha256: str) -> LocalArticle:
    meta = document.meta

    def text(key: str) -> str:
        return str(meta.get(key, "")).strip()

    return LocalArticle(
        path=document.path,
        slug=slug,
        source=document.source,
        sha256=sha256,
        body=document.body,
        wechat=str(meta.get("wechat", "on")).strip().lower() not in _OFF,
        title=text("title"),
        id=text("id"),
        author=text("author"),
        digest=text("digest"),
        cover=text("cover"),
        post=text("post"),
        post_position=int(text("post_position")) if text("post_position").isdecimal() else 0,
        cover_focus=text("cover_focus"),
    )


def _pictures(content: Path, blocks: Blocks) -> tuple[dict[str, str], list[str]]:
    """Return the hash of every picture by path, and the names for which there is no file."""
    found, missing = {}, []
    for src in dict.fromkeys(each_picture(blocks)):
        name = as_typed(src)
        if name.startswith(QR_SCHEME):
            found[name] = digest(png_bytes(name.removeprefix(QR_SCHEME)))
            continue
        path = None if is_web(name) else picture_path(content, name)
        if path is None:
            missing.append(name)
        else:
            found[name] = digest(path.read_bytes())
    return found, missing


def _refuse_shared_ids(articles: list[tuple[str, str]]) -> None:
    seen: dict[str, str] = {}
    for path, article_id in articles:
        if article_id and article_id in seen:
            raise UsageProblem(
                f"{seen[article_id]} 和 {path} 的 id 都是 {article_id}。请删掉复制出来那一份的 id 行。\n"
                f"{seen[article_id]} and {path} share the id {article_id}. Remove the id line of the copy."
            )
        seen[article_id] = path
