"""Articles in the JSON of draft/add and draft/get.

https://developers.weixin.qq.com/doc/subscription/api/draftbox/draftmanage/api_draft_add.html
https://developers.weixin.qq.com/doc/subscription/api/draftbox/draftmanage/api_draft_update.html
"""

from collections.abc import Iterable, Mapping
from typing import Any

from plugins.shared.errors import AnswerUnclear, Refused
from plugins.wechat.gateway import Crop, Draft, DraftArticle
from plugins.wechat.hosts import secure

_CROP_FIELDS = {"2.35_1": "pic_crop_235_1", "1_1": "pic_crop_1_1"}
"""A crop is sent under a name of its own and comes back in cover_info."""


def article_to_json(article: DraftArticle) -> dict[str, Any]:
    """Return what is sent for an article. A cover that is not known is left out, so that an update keeps it.

    Raises:
        Refused: it is no text with pictures but 贴图, whose list of pictures an update would lose.
    """
    if article.kind != "news":
        raise Refused(
            f"《{article.title}》是贴图，不能从文件更新。请在公众号后台修改。"
            f" / {article.title!r} is a picture message (newspic); edit it in the console."
        )
    sent: dict[str, Any] = {
        "title": article.title,
        "author": article.author,
        "digest": article.digest,
        "content": article.content,
        "content_source_url": article.content_source_url,
        "need_open_comment": article.need_open_comment,
        "only_fans_can_comment": article.only_fans_can_comment,
    }
    cover = {"thumb_media_id": article.thumb_media_id} if article.thumb_media_id else {}
    crops = {
        _CROP_FIELDS[crop.ratio]: "_".join((crop.x1, crop.y1, crop.x2, crop.y2))
        for crop in article.crops
        if crop.ratio in _CROP_FIELDS
    }
    return sent | cover | crops


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
        crops=_crops(item.get("cover_info")),
        kind=_text(item, "article_type") or "news",
        is_deleted=item.get("is_deleted") is True,
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


def held(answer: Any, field: str, doing: str) -> str:
    """Return a text that an answer must hold. Raises AnswerUnclear."""
    value = answer.get(field) if isinstance(answer, Mapping) else None
    if not isinstance(value, str) or not value:
        raise unreadable(doing)
    return value


def unreadable(doing: str) -> AnswerUnclear:
    """Return the error of an answer that lacks what it should hold."""
    return AnswerUnclear(f"{doing}: 看不懂微信的回答。请重新运行。/ WeChat's answer makes no sense. Run again.")


def _crops(info: object) -> tuple[Crop, ...]:
    listed = info.get("crop_percent_list") if isinstance(info, Mapping) else None
    crops = [one for one in listed if isinstance(one, Mapping)] if isinstance(listed, list) else []
    names = ("ratio", "x1", "y1", "x2", "y2")
    return tuple(Crop(*(str(crop.get(name, "")) for name in names)) for crop in crops)


def _text(item: Mapping[str, Any], name: str) -> str:
    value = item.get(name)
    return value if isinstance(value, str) else ""


def _flag(item: Mapping[str, Any], name: str) -> int:
    return 1 if item.get(name) in (1, "1", True) else 0
