"""Mass sending 群发.

https://developers.weixin.qq.com/doc/subscription/api/notify/message/api_sendall.html and its neighbours
"""

from collections.abc import Mapping
from functools import partial
from urllib.parse import urlsplit

from plugins.wechat_emulator.routes.answer import OK, Answer
from plugins.wechat_emulator.routes.call import Call
from plugins.wechat_emulator.routes.menu import known
from plugins.wechat_emulator.state.followers import Follower
from plugins.wechat_emulator.state.mass_content import check_content, client_id_of
from plugins.wechat_emulator.state.mass_sends import WAITING, NewSend
from plugins.wechat_emulator.state.refusal import Refusal

FEWEST_IN_LIST, MOST_IN_LIST, URL_BYTES = 2, 10_000, 1024


def sendall(call: Call) -> Answer:
    """Send to everybody, or to those who carry a tag."""
    to_all, people = _filtered(call)
    return _send(call, people, to_all)


def send(call: Call) -> Answer:
    """Send to a list of followers."""
    listed = call.body.get("touser")
    if not isinstance(listed, list):
        raise Refusal(40031)
    if not FEWEST_IN_LIST <= len(listed) <= MOST_IN_LIST:
        raise Refusal(40032)
    return _send(call, [call.store.followers.get(call.appid, openid) for openid in listed], to_all=False)


def preview(call: Call) -> Answer:
    """Show a message to one person who follows."""
    _checked_content(call)
    person = _one_person(call)
    if not person.followed_at:
        raise Refusal(50005)
    if person.refuses:
        raise Refusal(48002)
    return {"errcode": 0, "errmsg": "preview success", "msg_id": call.store.ids.number("preview")}


def get(call: Call) -> Answer:
    """Tell how a send stands; one that waits for the administrator counts as being sent."""
    found = call.store.mass_sends.get(call.appid, call.body.get("msg_id"))
    return {"msg_id": found.msg_id, "msg_status": "SENDING" if found.status == WAITING else found.status}


def delete(call: Call) -> Answer:
    """Take back what was sent, one article by its 1-based index or address, or all; cards stay on phones."""
    index = call.body.get("article_idx", 0)
    if type(index) is not int:
        raise Refusal(40060)
    if call.body.get("msg_id") in (None, ""):
        found = call.store.mass_sends.find_by_url(call.appid, _address(call.body.get("url")))
        if found is None:
            raise Refusal(40048)
        call.store.mass_sends.delete(call.appid, *found)
        return OK
    call.store.mass_sends.delete(call.appid, call.store.mass_sends.get(call.appid, call.body["msg_id"]), index)
    return OK


def get_speed(call: Call) -> Answer:
    """Tell how fast mass sends go out."""
    speed, real = call.store.mass_speed.get(call.appid)
    return {"speed": speed, "realspeed": real}


def set_speed(call: Call) -> Answer:
    """Choose how fast mass sends go out."""
    call.store.mass_speed.set(call.appid, call.body.get("speed"))
    return OK


def _send(call: Call, people: list[Follower], to_all: bool) -> Answer:
    media_id = _checked_content(call)
    new = NewSend(media_id, people, client_id_of(call.body), to_all)
    sent = call.store.mass_sends.send(call.account, new)
    if sent.status == WAITING:
        return Refusal(89505, fields={"msg_id": sent.msg_id})
    answer = {"errcode": 0, "errmsg": "send job submission success", "msg_id": sent.msg_id}
    return answer | ({"msg_data_id": sent.msg_data_id} if media_id else {})


def _checked_content(call: Call) -> str:
    has_draft = partial(call.store.drafts.has, call.appid)
    return check_content(call.body, has_draft, known(call).has_material)


def _filtered(call: Call) -> tuple[bool, list[Follower]]:
    """Return whether everybody is meant, and the people. Raises Refusal 40152 for a tag that does not exist."""
    sent = call.body.get("filter")
    if not isinstance(sent, Mapping):
        raise Refusal(40152)
    people = call.store.followers.all(call.appid)
    if sent.get("is_to_all") is True:
        return True, people
    tag_id = sent.get("tag_id")
    number = int(tag_id) if isinstance(tag_id, str) and tag_id.isdigit() and tag_id.isascii() else tag_id
    if not call.store.tags.has(call.appid, number):
        raise Refusal(40152)
    members = set(call.store.tags.members(call.appid, number))
    return False, [person for person in people if person.openid in members]


def _one_person(call: Call) -> Follower:
    """Return who gets a preview. Raises Refusal 46004 for an unknown WeChat id, 40003 for an unknown openid."""
    name = call.body.get("towxname")
    if not name:
        return call.store.followers.get(call.appid, call.body.get("touser"))
    person = call.store.followers.find(call.appid, name)
    if person is None:
        raise Refusal(46004)
    return person


def _address(url: object) -> str:
    """Return the address of an article. Raises Refusal 40039 too long, 40048 no address of an article."""
    text = str(url or "")
    if len(text.encode()) > URL_BYTES:
        raise Refusal(40039)
    try:
        parts = urlsplit(text)
    except ValueError:
        raise Refusal(40048) from None
    if parts.scheme not in ("http", "https"):
        raise Refusal(40048)
    return text
