"""Articles in the JSON of draft/add and draft/get.

https://developers.weixin.qq.com/doc/subscription/api/draftbox/draftmanage/api_draft_add.html
"""

from collections.abc import Iterable, Mapping
from typing import Any

from plugins.shared.errors import AnswerUnclear
from plugins.wechat.gateway import Draft, DraftArticle
from plugins.wechat.hosts import secure


def article_to_json(article: DraftArticle) -> dict[str, Any]:
    """Return what is sent for an article. A cover that is not known is left out, so that an update keeps it."""
    sent: dict[str, Any] = {
        "title": article.title,
        "author": article.author,
        "digest": article.digest,
        "content": article.content,
        "content_source_url": article.content_source_url,
        "need_open_comment": article.need_open_comment,
        "only_fans_can_comment": article.only_fans_can_comment,
    }
    return sent | ({"thumb_media_id": article.thumb_media_id} if article.thumb_media_id else {})


def article_from_json(item: Mapping[str, Any]) -> DraftArticle:
    """Return the article of a read-back; fields that are missing are empty."""
    return DraftArticle(
        title=_text(item, "title"),
        content=_text(item, "content"),
        author=_text(item, "author"),
        digest=_text(item, "digest"),
        content_source_url=_text(item, "content_source_url"),
        thumb_media_id=_text(item, "thumb_media_id"),
        need_open_comment=_flag(item, "need_open_comment"),
        only_fans_can_comment=_flag(item, "only_fans_can_comment"),
        thumb_url=secure(_text(item, "thumb_url")),
        url=secure(_text(item, "url")),
    )


def articles_from_json(content: Mapping[str, Any], doing: str) -> tuple[DraftArticle, ...]:
    """Return the articles of a draft. Raises AnswerUnclear where there are none."""
    items = content.get("news_item")
    if not isinstance(items, list) or not all(isinstance(item, Mapping) for item in items):
        raise unreadable(doing)
    return tuple(article_from_json(item) for item in items)


def drafts_from_json(items: Iterable[Any], doing: str) -> list[Draft]:
    """Return the drafts of one page of a listing."""
    drafts = []
    for item in items:
        if not isinstance(item, Mapping) or not isinstance(item.get("content"), Mapping) or "media_id" not in item:
            raise unreadable(doing)
        articles = articles_from_json(item["content"], doing)
        drafts.append(Draft(str(item["media_id"]), number(item, "update_time"), articles))
    return drafts


def number(item: Mapping[str, Any], name: str) -> int:
    """Return a whole number, 0 where there is none."""
    value = item.get(name)
    return value if isinstance(value, int) else 0


def unreadable(doing: str) -> AnswerUnclear:
    """Return the error of an answer that lacks what it should hold."""
    return AnswerUnclear(f"{doing}: 看不懂微信的回答。请重新运行。/ WeChat's answer makes no sense. Run again.")


def _text(item: Mapping[str, Any], name: str) -> str:
    value = item.get(name)
    return value if isinstance(value, str) else ""


def _flag(item: Mapping[str, Any], name: str) -> int:
    return 1 if item.get(name) in (1, "1", True) else 0
