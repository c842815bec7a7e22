"""Publishing 发表: a task that is accepted, decided later, and asked for.

https://developers.weixin.qq.com/doc/subscription/api/public/api_freepublish_submit.html and its neighbours
"""

from typing import Any

from plugins.wechat_emulator.routes.answer import OK, Answer
from plugins.wechat_emulator.routes.call import Call
from plugins.wechat_emulator.state.article_rules import Article
from plugins.wechat_emulator.state.publications import SUCCESS
from plugins.wechat_emulator.state.published import PublishedMessage
from plugins.wechat_emulator.state.refusal import Refusal

_READ_BACK = (
    "title",
    "author",
    "digest",
    "content",
    "content_source_url",
    "thumb_media_id",
    "thumb_url",
    "show_cover_pic",
    "need_open_comment",
    "only_fans_can_comment",
    "url",
    "is_deleted",
)


def submit(call: Call) -> Answer:
    """Accept a draft; the answer says nothing about success."""
    task = call.store.publications.submit(call.account, call.media_id())
    return {**OK, "publish_id": _shown_id(call, task.publish_id), "msg_data_id": task.msg_data_id}


def get(call: Call) -> Answer:
    """Tell how a task stands."""
    publish_id = call.body.get("publish_id")
    task = call.store.publications.poll(call.appid, publish_id)
    answer: dict[str, Any] = {"publish_id": _shown_id(call, task.publish_id), "publish_status": task.status}
    if task.status == SUCCESS:
        urls = call.store.published.get(call.appid, task.article_id).urls
        items = [{"idx": number, "article_url": url} for number, url in enumerate(urls, start=1)]
        answer |= {"article_id": task.article_id, "article_detail": {"count": len(items), "item": items}}
    return answer | {"fail_idx": task.fail_idx}


def getarticle(call: Call) -> Answer:
    """Show a published message."""
    return {"news_item": news_items(call.store.published.get(call.appid, call.body.get("article_id")))}


def batchget(call: Call) -> Answer:
    """Show up to 20 published messages; whether mass sends are among them is a setting, for nobody knows."""
    offset, count = call.page()
    bare = call.body.get("no_content") in (1, "1", True)
    settings = call.account.settings
    found = call.store.published.page(call.appid, offset, count, settings.mass_listed, settings.list_order == "oldest")
    items = [
        {
            "article_id": message.article_id,
            "content": {"news_item": news_items(message, bare)},
            "update_time": message.update_time,
        }
        for message in found
    ]
    total = call.store.published.count(call.appid, settings.mass_listed)
    return {"total_count": total, "item_count": len(items), "item": items}


def delete(call: Call) -> Answer:
    """Delete one article by its 1-based index; without index, or for 0, all of them."""
    index = call.body.get("index", 0)
    if type(index) is not int:
        raise Refusal(40114)
    call.store.published.delete(call.appid, call.body.get("article_id"), index)
    return OK


def news_items(message: PublishedMessage, bare: bool = False) -> list[Article]:
    """Return the articles of a message as read-back shows them; ``bare`` leaves the content out."""
    names = [name for name in _READ_BACK if not (bare and name == "content")]
    return [{name: article.get(name, "") for name in names} for article in message.articles]


def _shown_id(call: Call, publish_id: int) -> str | int:
    """Return a publish_id as text or as a number: the page shows both."""
    return publish_id if call.account.settings.publish_id_number else str(publish_id)
