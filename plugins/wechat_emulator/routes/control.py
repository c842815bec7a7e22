"""The emulator's own calls below /_emulator/: for tests, demonstrations and the console page."""

import json
from collections.abc import Callable, Mapping
from typing import Any

from werkzeug.wrappers import Request, Response

from plugins.shared.errors import ContentProblems
from plugins.wechat_emulator.console import views
from plugins.wechat_emulator.console.guard import Guard
from plugins.wechat_emulator.console.upload import upload
from plugins.wechat_emulator.routes import console, control_faults, control_state
from plugins.wechat_emulator.state.accounts import Account
from plugins.wechat_emulator.state.call_log import CallLog
from plugins.wechat_emulator.state.profile_switch import switch_profile
from plugins.wechat_emulator.state.profiles import DEFAULT_PROFILE
from plugins.wechat_emulator.state.refusal import Refusal
from plugins.wechat_emulator.state.settings import SettingUnknown
from plugins.wechat_emulator.state.store import Store

PREFIX = "/_emulator/"
Action = Callable[[Store, str, Mapping[str, Any]], Mapping[str, Any]]


class Control:
    """Answers calls below /_emulator/; mistakes are HTTP 400 with a sentence."""

    def __init__(self, store: Store, calls: CallLog, guard: Guard) -> None:
        self._store = store
        self._calls = calls
        self._guard = guard
        own: Mapping[tuple[str, str], Action] = {
            ("GET", "calls"): self._list_calls,
            ("DELETE", "calls"): self._clear_calls,
        }
        self._actions = {**_ACTIONS, **own}

    def answer(self, request: Request) -> Response:
        """Answer one call."""
        if objection := self._guard.objection(request):
            return _respond({"error": objection}, 403)
        action = self._actions.get((request.method, request.path.removeprefix(PREFIX)))
        if action is None:
            return _respond({"error": f"no call {request.method} {request.path}"}, 404)
        try:
            return _respond(self._carry_out(action, request))
        except Refusal as refusal:
            return _respond({"error": str(refusal), "errcode": refusal.errcode}, 400)
        except (ContentProblems, ValueError, TypeError, OverflowError, RecursionError) as problem:
            return _respond({"error": str(problem)}, 400)

    def _carry_out(self, action: Action, request: Request) -> Mapping[str, Any]:
        body = json.loads(request.get_data() or b"{}")
        if not isinstance(body, Mapping):
            raise ValueError("the body must be a JSON object")
        sent = {**request.args.to_dict(), **body} if request.method == "GET" else body
        with self._store.transaction():
            appid = str(sent.get("appid", request.args.get("appid", "")))
            return action(self._store, self._store.accounts.get(appid).appid, sent)

    def _list_calls(self, store: Store, appid: str, sent: Mapping[str, Any]) -> Mapping[str, Any]:
        return {"calls": [call.as_mapping() for call in self._calls.last()]}

    def _clear_calls(self, store: Store, appid: str, sent: Mapping[str, Any]) -> Mapping[str, Any]:
        self._calls.clear()
        return {}


def _health(store: Store, appid: str, sent: Mapping[str, Any]) -> Mapping[str, Any]:
    return {"ok": True, "now": store.clock.now()}


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


def _change_profile(store: Store, appid: str, sent: Mapping[str, Any]) -> Mapping[str, Any]:
    switch_profile(store, appid, str(sent.get("profile", "")))
    return _shown(store.accounts.get(appid))


def _expire_tokens(store: Store, appid: str, sent: Mapping[str, Any]) -> Mapping[str, Any]:
    store.tokens.expire_all(appid)
    return {}


def _use_quota(store: Store, appid: str, sent: Mapping[str, Any]) -> Mapping[str, Any]:
    store.quota.use(appid, str(sent.get("endpoint", "")), int(sent.get("calls", 0)))
    return {}


def _shown(account: Account) -> dict[str, Any]:
    return {
        "appid": account.appid,
        "profile": account.profile_name,
        "settings": account.settings.as_mapping(),
    }


def _respond(values: Mapping[str, Any], status: int = 200) -> Response:
    text = json.dumps(values, ensure_ascii=False).encode("utf-8", "replace")
    return Response(text, status, content_type="application/json", headers={"Cache-Control": "no-store"})


_ACTIONS: Mapping[tuple[str, str], Action] = {
    ("GET", "health"): _health,
    ("GET", "accounts"): _list_accounts,
    ("POST", "accounts"): _new_account,
    ("POST", "settings"): _change_settings,
    ("POST", "profile"): _change_profile,
    ("POST", "tokens/expire"): _expire_tokens,
    ("POST", "quota"): _use_quota,
    ("POST", "clock"): control_state.move_clock,
    ("POST", "reset"): control_state.reset,
    ("POST", "seed"): control_state.seed,
    ("GET", "snapshots"): control_state.list_snapshots,
    ("POST", "snapshots"): control_state.take_snapshot,
    ("POST", "snapshots/restore"): control_state.restore_snapshot,
    ("GET", "faults"): control_faults.listed,
    ("POST", "faults"): control_faults.add,
    ("DELETE", "faults"): control_faults.clear,
    ("POST", "faults/draw"): control_faults.draw,
    ("POST", "faults/replay"): control_faults.replay,
    ("GET", "faults/script"): control_faults.recorded,
    ("GET", "view/overview"): views.overview,
    ("GET", "view/drafts"): views.drafts,
    ("GET", "view/draft"): views.draft,
    ("GET", "view/published"): views.published,
    ("GET", "view/message"): views.published_message,
    ("GET", "view/pictures"): views.pictures,
    ("GET", "view/menu"): views.menu,
    ("GET", "view/quota"): views.quota,
    ("GET", "console/list"): console.list_drafts,
    ("POST", "console/save"): console.save,
    ("POST", "console/new"): console.new,
    ("POST", "console/upload"): upload,
    ("POST", "console/delete"): console.delete,
    ("POST", "console/publish"): console.publish,
}
