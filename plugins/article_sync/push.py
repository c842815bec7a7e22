"""Files to account: create a draft, or update only the fields that are ours."""

from collections.abc import Callable
from dataclasses import replace
from typing import TypeVar

from plugins.article_sync.article_file import encode
from plugins.article_sync.convert.map_blocks import map_pictures
from plugins.article_sync.convert.to_wechat import render_wechat
from plugins.article_sync.identity import new_id
from plugins.article_sync.local_problems import CONTENT_LIMIT_BYTES
from plugins.article_sync.model import AccountArticle, Base, LocalArticle, changed, fingerprint
from plugins.article_sync.read_back import read_back
from plugins.article_sync.session import Session
from plugins.article_sync.upload import forget_cover, picture_url, upload_cover, upload_pictures
from plugins.shared.errors import AnswerUnclear, ContentProblems, NotFound, Problem, WeizhanError
from plugins.shared.files import replace_unchanged
from plugins.shared.front_matter import set_scalar
from plugins.wechat.gateway import DraftArticle

_Answer = TypeVar("_Answer")
EMPTY = DraftArticle(title="", content="")
_NOT_OURS = frozenset({"html", "comments"})
"""What the console may change without an edit of the article: kept as it is when we write."""


class MovedMeanwhile(WeizhanError):
    """The draft was edited between the plan and the write; nothing was overwritten."""


def create_draft(session: Session, article: LocalArticle, base: Base | None = None) -> bool:
    """Create a draft, with an id in the journal, then in the file; tell whether it reads back as it was meant.

    After an unclear answer our id is looked for before anything else, for the draft may be there.
    """
    article_id = article.id or new_id()
    session.journal.begin(article_id, op="create", **article.fingerprints, meaning=fingerprint(article.meaning))
    article = article if article.id else set_id(session, article, article_id)
    sent = composed(session, article, EMPTY, base)
    try:
        media_id, index = with_cover(session, article, sent, lambda one: session.gateway.add_draft([one])), 0
    except AnswerUnclear:
        found = session.reader.find(article.id)
        if found is None:
            raise
        media_id, index = found.media_id, found.index
    return read_back(session, article, sent, session.reader.read_one(media_id, index), base)


def update_draft(session: Session, article: LocalArticle, planned: AccountArticle, base: Base | None) -> bool:
    """Update a draft after reading it once more; tell whether it reads back as it was meant.

    Raises:
        MovedMeanwhile: it is no longer what the plan saw.
    """
    article = ensure_id(session, article)
    current = read_again(session, article.path, planned, base)
    session.trash.keep_account(current)
    sent = composed(session, article, current.article, base)
    with_cover(session, article, sent, lambda one: session.gateway.update_draft(current.media_id, one, current.index))
    return read_back(session, article, sent, session.reader.read_one(current.media_id, current.index), base)


def read_again(session: Session, name: str, planned: AccountArticle, base: Base | None) -> AccountArticle:
    """Return an item as it is now, just before it is written. Raises MovedMeanwhile."""
    expected = planned.fingerprints if planned.meaning is not None or base is None else base.account
    try:
        current = session.reader.read_one(planned.media_id, planned.index, planned.update_time)
    except (NotFound, IndexError):
        current = None
    if current is None or set(changed(expected, current.fingerprints)) - _NOT_OURS:
        raise MovedMeanwhile(
            f"{name}: 公众号里的草稿刚刚又改过，没有覆盖。请再运行一次。/ the draft was just edited; run again."
        )
    return current


def composed(session: Session, article: LocalArticle, current: DraftArticle, base: Base | None) -> DraftArticle:
    """Return what is sent: our fields over the current ones, so that what people set in the console stays.

    Pictures and cover go up first; a crop belongs to the cover that it was made for.
    """
    upload_pictures(session, article)
    kept = _keeps_cover(article, current, base)
    cover = current.thumb_media_id if kept else upload_cover(session, article)
    blocks, linked = (
        map_pictures(each, lambda src: picture_url(session, src))
        for each in (session.compared(article), session.linked(article))
    )
    content = render_wechat(blocks, session.settings.article_theme, linked)
    if len(content.encode("utf-8")) >= CONTENT_LIMIT_BYTES:
        text = "正文超过公众号的 1 MB。请拆成两篇。/ the text is over WeChat's 1 MB; split it."
        raise ContentProblems([Problem(article.path, 1, text)])
    return replace(
        current,
        title=article.title,
        author=article.author or session.settings.author,
        digest=article.digest,
        content=content,
        content_source_url=session.settings.source_url(article.slug, article.id),
        thumb_media_id=cover,
        crops=current.crops if kept else (),
    )


def ensure_id(session: Session, article: LocalArticle) -> LocalArticle:
    """Return the article with an id, written into its front matter when it had none."""
    return article if article.id else set_id(session, article, new_id())


def set_id(session: Session, article: LocalArticle, article_id: str) -> LocalArticle:
    """Write an id into an article's file and return the article as it is then."""
    return set_key(session, article, "id", article_id)


def set_key(session: Session, article: LocalArticle, key: str, value: str) -> LocalArticle:
    """Write one key into an article's front matter and return the article as it is then."""
    path = session.content / article.path
    replace_unchanged(path, encode(set_scalar(article.source, key, value), path.read_bytes()), article.sha256)
    return session.reread(article.path)


def with_cover(
    session: Session, article: LocalArticle, sent: DraftArticle, send: Callable[[DraftArticle], _Answer]
) -> _Answer:
    """Send an article. A refused cover was deleted in the console: it goes up once more."""
    try:
        return send(sent)
    except NotFound:
        forget_cover(session, sent.thumb_media_id)
        return send(replace(sent, thumb_media_id=upload_cover(session, article)))


def _keeps_cover(article: LocalArticle, current: DraftArticle, base: Base | None) -> bool:
    """Tell whether the account's cover stays: ours has not changed."""
    unchanged = base is not None and base.local.get("cover") == article.fingerprints["cover"]
    return unchanged and bool(current.thumb_media_id)
