"""What an article of a draft must be like, and what is kept of it.

https://developers.weixin.qq.com/doc/subscription/api/draftbox/draftmanage/api_draft_add.html
https://developers.weixin.qq.com/doc/subscription/api/draftbox/draftmanage/api_draft_update.html
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from plugins.wechat_emulator.article_html.refuse import refusal_of
from plugins.wechat_emulator.article_html.store import stored
from plugins.wechat_emulator.article_html.text import visible_text
from plugins.wechat_emulator.article_html.tree import parse, render, tags
from plugins.wechat_emulator.state.cover_crop import crops_of
from plugins.wechat_emulator.state.goods import goods_of
from plugins.wechat_emulator.state.refusal import Refusal
from plugins.wechat_emulator.state.settings import Settings

Article = dict[str, Any]
TITLE_CHARS, AUTHOR_CHARS, DIGEST_CHARS, FILLED_DIGEST_CHARS = 32, 16, 120, 54
SOURCE_URL_BYTES, CONTENT_BYTES = 1024, 1024 * 1024
PICTURES_IN_NEWSPIC = 20
_TEXTS = ("title", "author", "digest", "content", "content_source_url", "thumb_media_id")


@dataclass(frozen=True)
class Cover:
    """A permanent picture: its address, and its width and height where they can be read."""

    url: str
    size: tuple[int, int] | None


FindCover = Callable[[str], Cover]
"""Return the cover of a media_id, or raise Refusal 40007."""


def accept_article(
    sent: Mapping[str, Any], settings: Settings, find_cover: FindCover, kept: Article | None = None
) -> Article:
    """Return the article as the account keeps it; ``kept`` is the one it replaces.

    Raises:
        Refusal: with the errcode of the first rule that is broken.
    """
    texts = {name: _text(sent, name) for name in _TEXTS}
    _check_lengths(texts, settings)
    comments = {name: _flag(sent, name) for name in ("need_open_comment", "only_fans_can_comment")}
    if any(comments.values()) and not settings.may_comment:
        raise Refusal(88000)
    kind = sent.get("article_type") or "news"
    if kind not in ("news", "newspic"):
        raise Refusal(40035)
    extra = _newspic(sent, find_cover) if kind == "newspic" else _news(sent, texts, settings, find_cover, kept)
    goods = goods_of(sent, settings.goods)
    return {"article_type": kind} | texts | comments | {"show_cover_pic": 0} | extra | goods


def filled_digest(article: Article) -> str:
    """Return the digest, or the start of the text where none was sent."""
    return str(article["digest"] or visible_text(article["content"])[:FILLED_DIGEST_CHARS])


def _news(
    sent: Mapping[str, Any], texts: Mapping[str, str], settings: Settings, find_cover: FindCover, kept: Article | None
) -> Article:
    content = texts["content"]
    if "mp.weixin.qq.com/mp/profile_ext" in content:
        raise Refusal(40155)
    if refusal_of(content, settings.links):
        raise Refusal(45166)
    media_id = texts["thumb_media_id"]
    if not media_id and kept:
        cover = {"thumb_media_id": kept["thumb_media_id"], "thumb_url": kept["thumb_url"]}
        crops = crops_of(sent, None)
    else:
        found = find_cover(media_id)
        cover = {"thumb_media_id": media_id, "thumb_url": found.url}
        crops = crops_of(sent, found.size)
    info = {"cover_info": {"crop_percent_list": crops}} if crops else {}
    return {"content": stored(content) if settings.keep_class else _without_classes(stored(content))} | cover | info


def _without_classes(html: str) -> str:
    """Drop every class attribute; reports disagree on whether they survive."""
    soup = parse(html)
    for tag in tags(soup):
        tag.attrs.pop("class", None)
    return render(soup)


def _newspic(sent: Mapping[str, Any], find_cover: FindCover) -> Article:
    info = sent.get("image_info")
    images = info.get("image_list") if isinstance(info, Mapping) else None
    if not isinstance(images, list) or not 1 <= len(images) <= PICTURES_IN_NEWSPIC:
        raise Refusal(40007)
    ids = [_text(image, "image_media_id") if isinstance(image, Mapping) else "" for image in images]
    covers = [find_cover(media_id) for media_id in ids]
    listed = [{"image_media_id": media_id} for media_id in ids]
    return {"thumb_media_id": ids[0], "thumb_url": covers[0].url, "image_info": {"image_list": listed}}


def _check_lengths(texts: Mapping[str, str], settings: Settings) -> None:
    content, source = texts["content"], texts["content_source_url"]
    limit = settings.content_limit_chars
    rules = (
        (not texts["title"], 40035),  # the code for a missing title is not documented
        (len(texts["title"]) > TITLE_CHARS, 45003),
        (len(texts["author"]) > AUTHOR_CHARS, 45110),
        (len(texts["digest"]) > DIGEST_CHARS, 45004),
        (not content, 44004),
        (len(content.encode()) >= CONTENT_BYTES or 0 < limit <= len(content), 45002),
        (len(source.encode()) > SOURCE_URL_BYTES, 45005),
        (settings.risky_word != "" and settings.risky_word in texts["title"] + content, 87014),
        (source != "" and not source.lower().startswith(("http://", "https://")), 41039),
    )
    for broken, errcode in rules:
        if broken:
            raise Refusal(errcode)


def _text(sent: Mapping[str, Any], name: str) -> str:
    value = sent.get(name)
    if value is None:
        return ""
    if not isinstance(value, str):
        raise Refusal(47001)
    return value


def _flag(sent: Mapping[str, Any], name: str) -> int:
    value = sent.get(name) or 0
    if value not in (0, 1, "0", "1"):
        raise Refusal(40035)
    return int(value)
