"""Tags of followers, and the followers themselves.

https://developers.weixin.qq.com/doc/offiaccount/User_Management/User_Tag_Management.html
https://developers.weixin.qq.com/doc/offiaccount/User_Management/Getting_a_User_List.html
"""

from collections.abc import Mapping, Sequence
from typing import Any

from plugins.wechat_emulator.routes.answer import OK, Answer
from plugins.wechat_emulator.routes.call import Call
from plugins.wechat_emulator.state.refusal import Refusal


def create(call: Call) -> Answer:
    """Make a tag."""
    tag = call.store.tags.create(call.appid, _sent_tag(call).get("name"))
    return {"tag": {"id": tag.id, "name": tag.name}}


def get(call: Call) -> Answer:
    """Show every tag with the number of its followers."""
    return {"tags": [{"id": tag.id, "name": tag.name, "count": tag.count} for tag in call.store.tags.all(call.appid)]}


def update(call: Call) -> Answer:
    """Rename a tag."""
    sent = _sent_tag(call)
    call.store.tags.rename(call.appid, sent.get("id"), sent.get("name"))
    return OK


def delete(call: Call) -> Answer:
    """Delete a tag."""
    call.store.tags.delete(call.appid, _sent_tag(call).get("id"))
    return OK


def batchtagging(call: Call) -> Answer:
    """Tag some followers. 45059 when none of them can carry one more, 45171 when only some could be tagged."""
    tag_id, openids = _sent_members(call)
    full = call.store.tags.put_on(call.appid, tag_id, openids)
    if full and len(full) == len(openids):
        raise Refusal(45059)
    return Refusal(45171, fields={"fail_openid_list": full}) if full else OK


def batchuntagging(call: Call) -> Answer:
    """Take a tag off some followers."""
    tag_id, openids = _sent_members(call)
    call.store.tags.take_off(call.appid, tag_id, openids)
    return OK


def getidlist(call: Call) -> Answer:
    """Show the tags of one follower."""
    person = call.store.followers.get(call.appid, call.body.get("openid"))
    return {"tagid_list": call.store.tags.of(call.appid, person.openid)}


def members(call: Call) -> Answer:
    """Show the followers of one tag."""
    tag_id = call.body.get("tagid")
    if not call.store.tags.has(call.appid, tag_id):
        raise Refusal(45159)
    return _page(call.store.tags.members(call.appid, tag_id), call.body.get("next_openid"))


def followers(call: Call) -> Answer:
    """Show every follower."""
    openids = [person.openid for person in call.store.followers.all(call.appid)]
    return {"total": len(openids), **_page(openids, call.query("next_openid"))}


def _page(openids: Sequence[str], after: object) -> dict[str, Any]:
    """Return what comes behind an openid; ten thousand fit on a page, so the second one is empty."""
    if after and after not in openids:
        raise Refusal(40003)
    rest = list(openids[openids.index(str(after)) + 1 :] if after else openids)
    return {"count": len(rest), "data": {"openid": rest}, "next_openid": rest[-1] if rest else ""}


def _sent_tag(call: Call) -> Mapping[str, Any]:
    tag = call.body.get("tag")
    if not isinstance(tag, Mapping):
        raise Refusal(47001)
    return tag


def _sent_members(call: Call) -> tuple[int, list[str]]:
    """Return a tag that exists and openids that follow.

    Raises:
        Refusal: 45159 tag, 40031 no list, 40032 its length, 40003 no such person.
    """
    tag_id, openids = call.body.get("tagid"), call.body.get("openid_list")
    if type(tag_id) is not int or not call.store.tags.has(call.appid, tag_id):
        raise Refusal(45159)
    if not isinstance(openids, list):
        raise Refusal(40031)
    if not 1 <= len(openids) <= call.account.settings.tagging_limit:
        raise Refusal(40032)
    return tag_id, [call.store.followers.get(call.appid, openid).openid for openid in openids]
