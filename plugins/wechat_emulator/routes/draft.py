"""The draft box.

https://developers.weixin.qq.com/doc/subscription/api/draftbox/draftmanage/api_draft_add.html and its neighbours
"""

from collections.abc import Mapping
from typing import Any

from plugins.wechat_emulator.routes.answer import OK, Answer
from plugins.wechat_emulator.routes.call import Call
from plugins.wechat_emulator.state.article_rules import Article, Cover, accept_article, filled_digest
from plugins.wechat_emulator.state.drafts import Draft, preview_url
from plugins.wechat_emulator.state.file_format import PICTURES, size_of
from plugins.wechat_emulator.state.refusal import Refusal


def add(call: Call) -> Answer:
    """Keep a new draft; ``articles`` is an array."""
    sent = call.body.get("articles")
    if not isinstance(sent, list) or not sent or not all(isinstance(article, Mapping) for article in sent):
        raise Refusal(44003)
    if len(sent) > call.account.settings.articles_limit:
        raise Refusal(45008)
    literal = call.unescaped_body["articles"]
    articles = [_accepted(call, one, other) for one, other in zip(sent, literal, strict=True)]
    if len(articles) == 1:
        articles[0]["digest"] = filled_digest(articles[0])
    return {"media_id": call.store.drafts.add(call.appid, articles)}


def update(call: Call) -> Answer:
    """Replace one article of a draft as a whole; ``articles`` is one object here."""
    media_id, sent, index = call.media_id(), call.body.get("articles"), call.body.get("index", 0)
    if type(index) is not int:
        raise Refusal(40114)
    kept = call.store.drafts.article(call.appid, media_id, index)
    if not isinstance(sent, Mapping):
        raise Refusal(44003)
    if not sent:
        raise Refusal(40007)
    article = _accepted(call, sent, call.unescaped_body["articles"], kept)
    if len(call.store.drafts.get(call.appid, media_id).articles) == 1:
        article["digest"] = filled_digest(article)
    call.store.drafts.replace(call.appid, media_id, index, article)
    return OK


def get(call: Call) -> Answer:
    """Show one draft."""
    return {"news_item": news_items(call.store.drafts.get(call.appid, call.media_id()))}


def batchget(call: Call) -> Answer:
    """Show up to 20 drafts."""
    offset, count = call.page()
    bare = call.body.get("no_content") in (1, "1", True)
    oldest_first = call.account.settings.list_order == "oldest"
    drafts = call.store.drafts.page(call.appid, offset, count, oldest_first)
    items = [
        {
            "media_id": draft.media_id,
            "content": {"news_item": news_items(draft, bare)},
            "update_time": draft.update_time,
        }
        for draft in drafts
    ]
    return {"total_count": call.store.drafts.count(call.appid), "item_count": len(items), "item": items}


def count(call: Call) -> Answer:
    """Tell how many drafts there are."""
    return {"total_count": call.store.drafts.count(call.appid)}


def delete(call: Call) -> Answer:
    """Delete a draft; there is no recycle bin."""
    call.store.drafts.delete(call.appid, call.media_id())
    return OK


def switch(call: Call) -> Answer:
    """Say that drafts are on, as they are for everybody by now."""
    return {**OK, "is_open": 1}


def news_items(draft: Draft, bare: bool = False) -> list[Article]:
    """Return the articles of a draft as read-back shows them; ``bare`` leaves the content out."""
    items = []
    for index, article in enumerate(draft.articles):
        shown = {name: value for name, value in article.items() if not (bare and name == "content")}
        items.append(shown | {"url": preview_url(draft, index)})
    return items


def _accepted(call: Call, sent: Mapping[str, Any], literal: Mapping[str, Any], kept: Article | None = None) -> Article:
    """Return the article to keep; a title or author sent as ``\\uXXXX`` stays escaped."""
    words = {name: literal[name] for name in ("title", "author") if name in literal}
    return accept_article({**sent, **words}, call.account.settings, lambda media_id: _cover(call, media_id), kept)


def _cover(call: Call, media_id: str) -> Cover:
    material = call.store.materials.get(call.appid, media_id)
    if material.format not in PICTURES:
        raise Refusal(40007)
    return Cover(material.url, size_of(material.data))
