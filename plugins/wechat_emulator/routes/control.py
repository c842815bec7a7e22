"""The emulator's own calls below /_emulator/: for tests, demonstrations and the console page."""

import json
from collections.abc import Callable, Mapping
from typing import Any

from werkzeug.wrappers import Request, Response

from plugins.wechat_emulator.routes import console
from plugins.wechat_emulator.state.accounts import Account
from plugins.wechat_emulator.state.faults import Fault
from plugins.wechat_emulator.state.profiles import DEFAULT_PROFILE
from plugins.wechat_emulator.state.refusal import Refusal
from plugins.wechat_emulator.state.settings import SettingUnknown
from plugins.wechat_emulator.state.store import Store

PREFIX = "/_emulator/"
Action = Callable[[Store, str, Mapping[str, Any]], Mapping[str, Any]]


def answer_control(store: Store, request: Request) -> Response:
    """Answer a call below /_emulator/; mistakes are HTTP 400 with a sentence."""
    action = _ACTIONS.get((request.method, request.path.removeprefix(PREFIX)))
    if action is None:
        return _respond({"error": f"no call {request.method} {request.path}"}, 404)
    try:
        sent = json.loads(request.get_data() or b"{}")
        if not isinstance(sent, Mapping):
            raise ValueError("the body must be a JSON object")
        with store.transaction():
            appid = store.accounts.get(str(sent.get("appid", request.args.get("appid", "")))).appid
            return _respond(action(store, appid, sent))
    except Refusal as refusal:
        return _respond({"error": str(refusal), "errcode": refusal.errcode}, 400)
    except (ValueError, TypeError, OverflowError, RecursionError) as problem:
        return _respond({"error": str(problem)}, 400)


def _health(store: Store, appid: str, sent: Mapping[str, Any]) -> Mapping[str, Any]:
    return {"ok": True, "now": store.clock.now()}


def _reset(store: Store, appid: str, sent: Mapping[str, Any]) -> Mapping[str, Any]:
    store.reset()
    return {}


def _list_accounts(store: Store, appid: str, sent: Mapping[str, Any]) -> Mapping[str, Any]:
    return {"accounts": [_shown(account) for account in store.accounts.all()]}


def _new_account(store: Store, appid: str, sent: Mapping[str, Any]) -> Mapping[str, Any]:
    account = store.new_account(str(sent.get("profile", DEFAULT_PROFILE)))
    return {**_shown(account), "secret": account.secret}


def _change_settings(store: Store, appid: str, sent: Mapping[str, Any]) -> Mapping[str, Any]:
    settings = sent.get("settings", {})
    if not isinstance(settings, Mapping):
        raise SettingUnknown("settings: give an object of names and values.")
    return _shown(store.accounts.change(appid, settings))


def _expire_tokens(store: Store, appid: str, sent: Mapping[str, Any]) -> Mapping[str, Any]:
    store.tokens.expire_all(appid)
    return {}


def _use_quota(store: Store, appid: str, sent: Mapping[str, Any]) -> Mapping[str, Any]:
    store.quota.use(appid, str(sent.get("endpoint", "")), int(sent.get("calls", 0)))
    return {}


def _move_clock(store: Store, appid: str, sent: Mapping[str, Any]) -> Mapping[str, Any]:
    if "set" in sent:
        store.clock.set(int(sent["set"]))
    store.clock.advance(int(sent.get("advance", 0)))
    return {"now": store.clock.now()}


def _add_fault(store: Store, appid: str, sent: Mapping[str, Any]) -> Mapping[str, Any]:
    fault = Fault(str(sent.get("kind", "")), int(sent.get("errcode", 0)))
    store.faults.add(str(sent.get("endpoint", "")), fault, int(sent.get("times", 1)))
    return {}


def _clear_faults(store: Store, appid: str, sent: Mapping[str, Any]) -> Mapping[str, Any]:
    store.faults.clear()
    return {}


def _shown(account: Account) -> dict[str, Any]:
    return {
        "appid": account.appid,
        "profile": account.profile_name,
        "settings": account.settings.as_mapping(),
    }


def _respond(values: Mapping[str, Any], status: int = 200) -> Response:
    return Response(json.dumps(values, ensure_ascii=False), status, content_type="application/json")


_ACTIONS: Mapping[tuple[str, str], Action] = {
    ("GET", "health"): _health,
    ("POST", "reset"): _reset,
    ("GET", "accounts"): _list_accounts,
    ("POST", "accounts"): _new_account,
    ("POST", "settings"): _change_settings,
    ("POST", "tokens/expire"): _expire_tokens,
    ("POST", "quota"): _use_quota,
    ("POST", "clock"): _move_clock,
    ("POST", "faults"): _add_fault,
    ("DELETE", "faults"): _clear_faults,
    ("GET", "console/list"): console.list_drafts,
    ("POST", "console/save"): console.save,
    ("POST", "console/new"): console.new,
    ("POST", "console/delete"): console.delete,
    ("POST", "console/publish"): console.publish,
}
