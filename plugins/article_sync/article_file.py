"""One Markdown file as an article, with everything that is wrong with it."""

from dataclasses import replace
from pathlib import Path

from plugins.article_sync.cards import QR_SCHEME
from plugins.article_sync.convert.blocks import Blocks
from plugins.article_sync.convert.map_blocks import each_picture
from plugins.article_sync.convert.meaning import meaning
from plugins.article_sync.local_problems import (
    in_body,
    missing_picture,
    no_cover,
    too_long,
    unknown_cards,
    unknown_links,
    unusable,
)
from plugins.article_sync.local_text import linked_cards, local_blocks, read_body
from plugins.article_sync.model import LocalArticle
from plugins.article_sync.settings import SyncSettings
from plugins.qr_codes import png_bytes
from plugins.shared.errors import Problem
from plugins.shared.files import digest
from plugins.shared.front_matter import Document, parse_document, read_document
from plugins.shared.markdown import as_typed, is_web

FOLDER = "articles"
DETACHED = "detached"
_OFF = frozenset({"off", "no", "false", DETACHED})


def read_article(content: Path, path: Path, settings: SyncSettings) -> tuple[LocalArticle | None, list[Problem]]:
    """Return one file's article, or None and what makes it unusable."""
    document, problems = read_document(content, path)
    return (None, problems) if problems else _checked(content, document, digest(path.read_bytes()), settings)


def parse_article(content: Path, name: str, source: str, settings: SyncSettings) -> LocalArticle | None:
    """Return the article that a file would be with another text, None when that text is no article."""
    document, problems = parse_document(name, source)
    return None if problems else _checked(content, document, "", settings)[0]


def article_of(document: Document, slug: str, sha256: str) -> LocalArticle:
    """Return what a file's front matter says, its text not looked at."""
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


def _checked(
    content: Path, document: Document, sha256: str, settings: SyncSettings
) -> tuple[LocalArticle | None, list[Problem]]:
    article = article_of(document, Path(document.path).stem, sha256)
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
