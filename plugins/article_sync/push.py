"""Files to account: create a draft, or update only the fields that are ours."""

from dataclasses import replace

from plugins.article_sync.convert.map_blocks import map_pictures
from plugins.article_sync.convert.to_wechat import render_wechat
from plugins.article_sync.identity import new_id
from plugins.article_sync.local import encode
from plugins.article_sync.model import AccountArticle, Base, LocalArticle, fingerprint
from plugins.article_sync.plan import changed
from plugins.article_sync.session import Session
from plugins.article_sync.upload import picture_url, upload_cover, upload_pictures
from plugins.shared.errors import AnswerUnclear, ContentProblems, Problem, WeizhanError
from plugins.shared.files import replace_unchanged
from plugins.shared.front_matter import set_scalar
from plugins.wechat.gateway import DraftArticle

CONTENT_LIMIT_BYTES = 1_000_000
"""https://developers.weixin.qq.com/doc/subscription/api/draftbox/draftmanage/api_draft_add.html"""


class MovedMeanwhile(WeizhanError):
    """The draft was edited between the plan and the write; nothing was overwritten."""


def create_draft(session: Session, article: LocalArticle) -> bool:
    """Create a draft, with an id in the file first; tell whether it reads back as it was meant.

    After an unclear answer our id is looked for before anything else, for the draft may be there.
    """
    article = ensure_id(session, article)
    upload_pictures(session, article)
    sent = compose(session, article, DraftArticle(title="", content=""), upload_cover(session, article))
    session.journal.begin(article.id, op="create", **article.fingerprints, meaning=fingerprint(article.meaning))
    try:
        media_id, index = session.gateway.add_draft([sent]), 0
    except AnswerUnclear:
        found = session.reader.find(article.id)
        if found is None:
            raise
        media_id, index = found.media_id, found.index
    return _read_back(session, article, media_id, index, None)


def update_draft(session: Session, article: LocalArticle, planned: AccountArticle, base: Base | None) -> bool:
    """Update a draft after reading it once more; tell whether it reads back as it was meant.

    Raises:
        MovedMeanwhile: it is no longer what the plan saw.
    """
    article = ensure_id(session, article)
    current = session.reader.read_one(planned.media_id, planned.index, planned.update_time)
    expected = planned.fingerprints if planned.meaning is not None or base is None else base.account
    if set(changed(expected, current.fingerprints)) - {"html"}:
        raise MovedMeanwhile(
            f"{article.path}: 公众号里的草稿刚刚又改过，没有覆盖。请再运行一次。/ the draft was just edited; run again."
        )
    session.trash.keep_account(current)
    upload_pictures(session, article)
    sent = compose(session, article, current.article, _cover(session, article, current.article, base))
    session.gateway.update_draft(current.media_id, sent, current.index)
    return _read_back(session, article, current.media_id, current.index, base)


def compose(session: Session, article: LocalArticle, current: DraftArticle, cover: str) -> DraftArticle:
    """Return what is sent: our fields over the current ones, so that what people set in the console stays."""
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
    )


def ensure_id(session: Session, article: LocalArticle) -> LocalArticle:
    """Return the article with an id, written into its front matter when it had none."""
    if article.id:
        return article
    path = session.content / article.path
    source = set_scalar(article.source, "id", new_id())
    replace_unchanged(path, encode(source, path.read_bytes()), article.sha256)
    return session.reread(article.path)


def _cover(session: Session, article: LocalArticle, current: DraftArticle, base: Base | None) -> str:
    """Keep the account's cover unless ours has changed."""
    unchanged = base is not None and base.local.get("cover") == article.fingerprints["cover"]
    return current.thumb_media_id if unchanged and current.thumb_media_id else upload_cover(session, article)


def _read_back(session: Session, article: LocalArticle, media_id: str, index: int, base: Base | None) -> bool:
    back = session.reader.read_one(media_id, index)
    session.record(article, back, base)
    session.journal.end(article.id)
    return back.meaning == article.meaning
