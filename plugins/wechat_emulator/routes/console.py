"""What a person does in the account's console: edit, write, delete and publish drafts, unseen by any API."""

from collections.abc import Mapping
from typing import Any

from plugins.wechat_emulator.article_html.editor import editor_save
from plugins.wechat_emulator.article_html.store import stored
from plugins.wechat_emulator.article_html.tree import parse, tags
from plugins.wechat_emulator.routes.draft import news_items
from plugins.wechat_emulator.state.article_rules import Article, filled_digest
from plugins.wechat_emulator.state.refusal import Refusal
from plugins.wechat_emulator.state.store import Store

CONSOLE_TITLE_CHARS = 64
_EDITABLE = (
    "title",
    "author",
    "digest",
    "content_source_url",
    "need_open_comment",
    "only_fans_can_comment",
    "cover_info",
)
_BLANK: Article = {
    "article_type": "news",
    "title": "",
    "author": "",
    "digest": "",
    "content": "",
    "content_source_url": "",
    "thumb_media_id": "",
    "thumb_url": "",
    "need_open_comment": 0,
    "only_fans_can_comment": 0,
    "show_cover_pic": 0,
}


def list_drafts(store: Store, appid: str, sent: Mapping[str, Any]) -> Mapping[str, Any]:
    """Show every draft of the account."""
    drafts = store.drafts.page(appid, 0, max(1, store.drafts.count(appid)))
    return {
        "drafts": [
            {"media_id": draft.media_id, "update_time": draft.update_time, "news_item": news_items(draft)}
            for draft in drafts
        ]
    }


def save(store: Store, appid: str, sent: Mapping[str, Any]) -> Mapping[str, Any]:
    """Save one article, changed or not; ``html`` absent means that the words stay."""
    media_id, index = str(sent.get("media_id", "")), int(sent.get("index", 0))
    article = store.drafts.article(appid, media_id, index)
    store.drafts.replace(appid, media_id, index, _saved(article, sent))
    return {"media_id": media_id}


def new(store: Store, appid: str, sent: Mapping[str, Any]) -> Mapping[str, Any]:
    """Write a new draft; its thumb_media_id reads back empty, as drafts of the console do."""
    article = _saved(_BLANK, {"html": "", **sent})
    article["digest"] = filled_digest(article)
    return {"media_id": store.drafts.add(appid, [article | {"thumb_url": _first_picture(article["content"])}])}


def delete(store: Store, appid: str, sent: Mapping[str, Any]) -> Mapping[str, Any]:
    """Delete a draft."""
    store.drafts.delete(appid, sent.get("media_id"))
    return {}


def publish(store: Store, appid: str, sent: Mapping[str, Any]) -> Mapping[str, Any]:
    """Publish a draft: it leaves the box at once."""
    draft = store.drafts.get(appid, sent.get("media_id"))
    article_id, urls = store.published.add(appid, draft.articles)
    store.drafts.delete(appid, draft.media_id)
    return {"article_id": article_id, "article_urls": urls}


def _saved(article: Article, sent: Mapping[str, Any]) -> Article:
    words: Article = {name: sent[name] for name in _EDITABLE if sent.get(name) is not None}
    if not 1 <= len(str(words.get("title", article["title"]))) <= CONSOLE_TITLE_CHARS:
        raise Refusal(45003)
    html = sent.get("html")
    content = article["content"] if html is None else stored(str(html))
    return article | words | {"content": editor_save(content)}


def _first_picture(html: str) -> str:
    image = next(tags(parse(html), "img"), None)
    return str(image["data-src"]).replace("https://", "http://") if image is not None else ""
