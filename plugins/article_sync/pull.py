"""Account to files: rewrite only what was edited, import what was written in the console."""

from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from plugins.article_sync.article_file import FOLDER, encode
from plugins.article_sync.convert.blocks import Blocks
from plugins.article_sync.convert.map_blocks import map_links
from plugins.article_sync.convert.meaning import read_wechat
from plugins.article_sync.convert.notes import link_words, without_orphans
from plugins.article_sync.convert.patch import patch_markdown
from plugins.article_sync.convert.read_html import read_html
from plugins.article_sync.convert.to_markdown import render_markdown
from plugins.article_sync.convert.words import blocks_text
from plugins.article_sync.download import PictureNames
from plugins.article_sync.identity import new_id, slug_of
from plugins.article_sync.local_text import local_blocks
from plugins.article_sync.model import AccountArticle, Base, LocalArticle, changed, fingerprint
from plugins.article_sync.session import Session, body_of
from plugins.shared.files import replace_unchanged
from plugins.shared.front_matter import render_scalar, set_scalar
from plugins.wechat.gateway import DraftArticle

_SHANGHAI = ZoneInfo("Asia/Shanghai")
_UNTITLED = "未命名"


def pull_article(session: Session, article: LocalArticle, account: AccountArticle, base: Base | None) -> str:
    """Bring a file to what the account says; return its new text."""
    path = session.content / article.path
    source = updated_source(session, article, account, base)
    before = path.read_bytes()
    session.trash.keep_file(article.slug, before)
    replace_unchanged(path, encode(source, before), article.sha256)
    session.record(session.reread(article.path), session.reader.with_meaning(account), base, restyled=False)
    return source


def updated_source(session: Session, article: LocalArticle, account: AccountArticle, base: Base | None) -> str:
    """Return a file's text with the fields and paragraphs that were edited in the console.

    Without a base every field that differs counts as edited.
    """
    fields = set(changed(base.account, account.fingerprints)) if base else {"title", "author", "digest", "meaning"}
    pictures = PictureNames(session, article.slug, {sha: name for name, sha in article.pictures.items()})
    source = article.source
    if "meaning" in fields:
        source = body_of(source, article.body, _patched(session, article, account, pictures))
    for key in ("title", "author", "digest"):
        value = " ".join(str(getattr(account.article, key)).split())
        if key in fields and value != getattr(article, key) and not _is_filled_in(session, key, article, account):
            source = set_scalar(source, key, value)
    if base and "cover" in fields and (cover := pictures.fetch_cover(account.article.thumb_url)):
        source = set_scalar(source, "cover", cover)
    return source


def preview_import(session: Session, account: AccountArticle) -> tuple[str, str]:
    """Return path and text of the file that an import would write."""
    return new_file(session, account, account.id or "(id)")


def import_article(session: Session, account: AccountArticle) -> tuple[str, str]:
    """Write a new file for an article of the account; return its path and text.

    It is a draft on the site until a person says otherwise. An existing file is never overwritten.
    """
    article_id = account.id or new_id()
    path, source = new_file(session, account, article_id)
    session.journal.begin(article_id, op="import", path=path, media_id=account.media_id, index=str(account.index))
    replace_unchanged(session.content / path, source.encode("utf-8"), None)
    session.record(session.reread(path), session.reader.with_meaning(account))
    session.journal.end(article_id)
    return path, source


def new_file(session: Session, account: AccountArticle, article_id: str, status: str = "draft") -> tuple[str, str]:
    """Return path and text of a file for an account article; its pictures are fetched, unless the session is dry."""
    slug = free_slug(session.content, slug_of(account.article.title, article_id))
    names = PictureNames(session, slug, {})
    blocks = _to_local(session, "", slug, names, read_wechat(account.article.content, session.pictures.key_of))
    cover = names.fetch_cover(account.article.thumb_url)
    head = _front_matter(session, account, article_id, cover, status)
    return f"{FOLDER}/{slug}.md", head + "\n" + render_markdown(blocks)


def _patched(session: Session, article: LocalArticle, account: AccountArticle, pictures: PictureNames) -> str:
    ours = session.compared(article)
    theirs = without_orphans(read_wechat(account.article.content, session.pictures.key_of), link_words(ours))

    def compare(blocks: Blocks) -> Blocks:
        return _named(session, article, blocks)

    def to_local(blocks: Blocks) -> Blocks:
        return _to_local(session, article.body, article.slug, pictures, blocks)

    return patch_markdown(article.body, theirs, compare, to_local)


def _named(session: Session, article: LocalArticle, blocks: Blocks) -> Blocks:
    return local_blocks(blocks, article.slug, session.settings, article.pictures)


def _to_local(session: Session, body: str, slug: str, pictures: PictureNames, blocks: Blocks) -> Blocks:
    return map_links(pictures.localise(blocks), session.link_names(body, slug).name)


def _is_filled_in(session: Session, key: str, article: LocalArticle, account: AccountArticle) -> bool:
    """Tell whether a field that the file leaves empty was not written by a person on the other side either."""
    if getattr(article, key):
        return False
    if key == "author":
        return account.article.author == session.settings.author
    return key == "digest" and is_own_digest(account.article)


def is_own_digest(article: DraftArticle) -> bool:
    """Tell whether a digest is only the beginning of the text, as WeChat fills it in.

    https://developers.weixin.qq.com/doc/subscription/api/draftbox/draftmanage/api_draft_add.html
    """
    text = "".join(blocks_text(read_html(article.content)).split())
    return text.startswith("".join(article.digest.split()).rstrip("."))


def _front_matter(session: Session, account: AccountArticle, article_id: str, cover: str, status: str) -> str:
    at = datetime.fromtimestamp(account.update_time, _SHANGHAI) if account.update_time else session.now
    values = {
        "title": account.article.title.strip() or _UNTITLED,
        "date": f"{at.astimezone(_SHANGHAI):%Y-%m-%d %H:%M}",
        "author": account.article.author,
        "digest": "" if is_own_digest(account.article) else account.article.digest,
        "cover": cover if cover and "://" not in cover else "",
        "category": session.settings.category,
        "status": status,
        **_place(session, account),
        "id": article_id,
    }
    lines = [f"{key}: {_scalar(value)}" for key, value in values.items() if value]
    return "\n".join(["---", *lines, "---", ""])


def _place(session: Session, account: AccountArticle) -> dict[str, str]:
    """Return which draft of several articles an article belongs to, and where."""
    if not account.neighbours:
        return {}
    post = session.posts.get(account.media_id) or f"draft-{fingerprint(account.media_id)[:8]}"
    return {"post": post, "post_position": str(account.index + 1)}


def _scalar(value: str) -> str:
    return render_scalar(" ".join(value.split()))


def free_slug(content: Path, slug: str) -> str:
    """Return a file name that no article has: the wanted one, or with a number behind it."""
    taken = {path.stem.lower().removesuffix(".account") for path in (content / FOLDER).glob("*.md")}
    candidates = (slug if number == 1 else f"{slug}-{number}" for number in range(1, 10_000))
    return next(one for one in candidates if one not in taken)
