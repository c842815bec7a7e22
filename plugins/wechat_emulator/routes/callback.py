"""What makes WeChat call an account's own server, below /_emulator/callback/: people, the administrator, Tencent.

JSON in, JSON out; mistakes are HTTP 400 with a sentence.
"""

import json
import threading
from collections.abc import Callable, Mapping
from dataclasses import asdict, fields
from typing import Any, Protocol

from werkzeug.wrappers import Request, Response

from plugins.wechat_emulator.state.callback import DEADLINE_S, Caller, Delivery
from plugins.wechat_emulator.state.callback_servers import CallbackServer, ServerRefused
from plugins.wechat_emulator.state.event_xml import Fields, event
from plugins.wechat_emulator.state.events import Event
from plugins.wechat_emulator.state.followers import Follower
from plugins.wechat_emulator.state.refusal import Refusal
from plugins.wechat_emulator.state.store import Store

PREFIX = "/_emulator/callback/"
MOST_COPIES = 10
Sent = Mapping[str, Any]
Values = Mapping[str, Any]


class Gatekeeper(Protocol):
    """Decides who may call what is the emulator's own."""

    def objection(self, request: Request) -> str:
        """Return why a call is refused, empty when it may pass."""


def answer_callback(store: Store, gatekeeper: Gatekeeper, request: Request) -> Response:
    """Answer a call below /_emulator/callback/."""
    if objection := gatekeeper.objection(request):
        return _respond({"error": objection}, 403)
    action = _ACTIONS.get((request.method, request.path.removeprefix(PREFIX)))
    if action is None:
        return _respond({"error": f"no call {request.method} {request.path}"}, 404)
    try:
        sent = json.loads(request.get_data() or b"{}")
        if not isinstance(sent, Mapping):
            raise ValueError("the body must be a JSON object")
        appid = store.accounts.get(str(sent.get("appid", request.args.get("appid", "")))).appid
        return _respond(action(store, appid, sent))
    except Refusal as refusal:
        return _respond({"error": str(refusal), "errcode": refusal.errcode}, 400)
    except (ValueError, TypeError, OverflowError, RecursionError) as problem:
        return _respond({"error": str(problem)}, 400)


def set_server(store: Store, appid: str, sent: Sent) -> Values:
    """Shake hands with a server and keep it; one that fails is not kept. Raises ServerRefused."""
    server = _server(sent)
    server.check()
    _caller(store, appid, server, sent).shake_hands()
    store.callback_servers.set(appid, server)
    return {"url": server.url, "mode": server.mode, "automatic": server.automatic}


def get_server(store: Store, appid: str, sent: Sent) -> Values:
    """Show the server, without its token and key."""
    server = store.callback_servers.get(appid)
    return {"url": server.url, "mode": server.mode, "automatic": server.automatic} if server else {}


def remove_server(store: Store, appid: str, sent: Sent) -> Values:
    """Forget the server."""
    store.callback_servers.remove(appid)
    return {}


def list_events(store: Store, appid: str, sent: Sent) -> Values:
    """Show what happened, whether it was delivered or not."""
    return {"events": [asdict(one) for one in store.events.all(appid)]}


def list_followers(store: Store, appid: str, sent: Sent) -> Values:
    """Show the people around the account."""
    return {"followers": [asdict(person) for person in store.followers.everybody(appid)]}


def deliver(store: Store, appid: str, sent: Sent) -> Values:
    """Deliver what waits, each of it ``copies`` times, and tell how each fared. Raises ServerRefused."""
    server = store.callback_servers.get(appid)
    if server is None:
        raise ServerRefused("no server is set. POST /_emulator/callback/server first.")
    caller, copies = _caller(store, appid, server, sent), min(max(1, int(sent.get("copies", 1))), MOST_COPIES)
    taken = store.events.take_waiting(appid)
    return {"deliveries": [_shown(one, caller.deliver(one.fields)) for one in taken for _ in range(copies)]}


def deliver_if_automatic(store: Store, appid: str) -> None:
    """Deliver what waits, in a thread, where the account's server wants that."""
    server = store.callback_servers.get(appid)
    if server is not None and server.automatic and store.events.all(appid, waiting=True):
        threading.Thread(target=deliver, args=(store, appid, {}), name="wechat-callback", daemon=True).start()


def follow(store: Store, appid: str, sent: Sent) -> Values:
    """Let somebody follow; by default the one who does not yet."""
    person = _person(store, appid, sent, follows=False)
    store.followers.follow(appid, person.openid)
    return _happened(store, appid, person, event("subscribe"), sent)


def unfollow(store: Store, appid: str, sent: Sent) -> Values:
    """Let somebody leave."""
    person = _person(store, appid, sent)
    store.followers.leave(appid, person.openid)
    return _happened(store, appid, person, event("unsubscribe"), sent)


def scan(store: Store, appid: str, sent: Sent) -> Values:
    """Let somebody scan the code of a ticket: who does not follow yet does so now.

    https://developers.weixin.qq.com/doc/offiaccount/Message_Management/Receiving_event_pushes.html
    """
    code = store.qr_codes.get(str(sent.get("ticket", "")))
    if code is None or code.appid != appid:
        raise ServerRefused("ticket: no such code of this account, or it is over.")
    person = _person(store, appid, sent)
    store.followers.follow(appid, person.openid)
    name, key = ("SCAN", code.scene) if person.followed_at else ("subscribe", f"qrscene_{code.scene}")
    return _happened(store, appid, person, event(name, key, Ticket=code.ticket), sent)


def write_text(store: Store, appid: str, sent: Sent) -> Values:
    """Let somebody write to the account."""
    words = {"MsgType": "text", "Content": str(sent.get("content", ""))}
    return _happened(store, appid, _person(store, appid, sent), words, sent)


def click(store: Store, appid: str, sent: Sent) -> Values:
    """Let somebody press a menu button with a key."""
    return _happened(store, appid, _person(store, appid, sent), event("CLICK", str(sent.get("key", ""))), sent)


def view(store: Store, appid: str, sent: Sent) -> Values:
    """Let somebody press a menu button with an address."""
    return _happened(store, appid, _person(store, appid, sent), event("VIEW", str(sent.get("url", ""))), sent)


def confirm_mass(store: Store, appid: str, sent: Sent) -> Values:
    """Let the administrator confirm the mass send that waits."""
    with store.transaction():
        confirmed = store.mass_sends.confirm(store.accounts.get(appid))
    deliver_if_automatic(store, appid)
    return {"confirmed": confirmed}


def ban_article(store: Store, appid: str, sent: Sent) -> Values:
    """Let Tencent ban a published message: its task answers 6 from now on."""
    store.published.ban(appid, sent.get("article_id"))
    return {}


def console_menu(store: Store, appid: str, sent: Sent) -> Values:
    """Let a person make the menu in the console: the API does not see it."""
    buttons = sent.get("button")
    if not isinstance(buttons, list) or not all(isinstance(button, Mapping) for button in buttons):
        raise ValueError("button: give an array of buttons.")
    store.menus.set_by_console(appid, buttons, sent.get("is_open") is not False)
    return {}


def _happened(store: Store, appid: str, person: Follower, fields: Fields, sent: Sent) -> Values:
    """Keep an event, and deliver what waits where there is a server."""
    happened = store.events.add(appid, fields, person.openid)
    shown = {"number": happened.number, "fields": dict(happened.fields), "deliveries": []}
    return shown | (dict(deliver(store, appid, sent)) if store.callback_servers.get(appid) else {})


def _person(store: Store, appid: str, sent: Sent, follows: bool = True) -> Follower:
    """Return the person with an openid, or the first who follows, or does not. Raises Refusal 40003."""
    if sent.get("openid"):
        return store.followers.get(appid, sent["openid"])
    people = [one for one in store.followers.everybody(appid) if bool(one.followed_at) == follows]
    if not people:
        raise Refusal(40003)
    return people[0]


def _server(sent: Sent) -> CallbackServer:
    known = {field.name for field in fields(CallbackServer)}
    values = {name: value for name, value in sent.items() if name in known}
    for name, value in values.items():
        if type(value) is not (bool if name == "automatic" else str):
            raise ValueError(f"{name}: {value!r} is of the wrong kind.")
    if not {"url", "token"} <= set(values):
        raise ValueError("give url and token, and where they differ from the defaults aes_key, mode and automatic.")
    return CallbackServer(**values)


def _caller(store: Store, appid: str, server: CallbackServer, sent: Sent) -> Caller:
    deadline_s = min(max(0.05, float(sent.get("deadline_s", DEADLINE_S))), DEADLINE_S)
    return Caller(server, appid, store.clock.now(), str(store.ids.number("nonce") + 1_000_000_000), deadline_s)


def _shown(happened: Event, delivery: Delivery) -> Values:
    return {"number": happened.number, **asdict(delivery)}


def _respond(values: Values, status: int = 200) -> Response:
    text = json.dumps(values, ensure_ascii=False).encode("utf-8", "replace")
    return Response(text, status, content_type="application/json", headers={"Cache-Control": "no-store"})


_ACTIONS: Mapping[tuple[str, str], Callable[[Store, str, Sent], Values]] = {
    ("GET", "server"): get_server,
    ("POST", "server"): set_server,
    ("DELETE", "server"): remove_server,
    ("GET", "events"): list_events,
    ("GET", "followers"): list_followers,
    ("POST", "deliver"): deliver,
    ("POST", "follow"): follow,
    ("POST", "unfollow"): unfollow,
    ("POST", "scan"): scan,
    ("POST", "text"): write_text,
    ("POST", "click"): click,
    ("POST", "view"): view,
    ("POST", "confirm_mass"): confirm_mass,
    ("POST", "ban_article"): ban_article,
    ("POST", "console_menu"): console_menu,
}
