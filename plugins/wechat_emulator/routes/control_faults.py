"""Faults on demand, as calls below /_emulator/faults."""

from collections.abc import Mapping
from typing import Any

from plugins.wechat_emulator.state.faults import ALWAYS
from plugins.wechat_emulator.state.script import as_line, fault_of, planned_of, play_script, record
from plugins.wechat_emulator.state.store import Store

TOKEN_WRONG, IP_REFUSED = "token_wrong", "ip_refused"
EXAMPLE_IP = "203.0.113.7"
_ADDRESSED = frozenset({"appid"})


def add(store: Store, appid: str, sent: Mapping[str, Any]) -> Mapping[str, Any]:
    """Plan a fault; ``token_wrong`` and ``ip_refused`` hold for the account until faults are cleared."""
    kind = sent.get("kind")
    if kind == TOKEN_WRONG:
        store.accounts.change(appid, {"token_always_wrong": True})
    elif kind == IP_REFUSED:
        store.accounts.change(appid, {"ip_refused": str(sent.get("ip") or EXAMPLE_IP)})
    else:
        store.faults.plan(planned_of({name: value for name, value in sent.items() if name not in _ADDRESSED}))
    return listed(store, appid, {})


def listed(store: Store, appid: str, sent: Mapping[str, Any]) -> Mapping[str, Any]:
    """Show what waits, what is drawn by chance, and what struck."""
    settings = store.accounts.get(appid).settings
    waiting = [as_line(one) for one in store.faults.waiting()]
    if settings.token_always_wrong:
        waiting.append({"endpoint": "*", "kind": TOKEN_WRONG, "times": ALWAYS})
    if settings.ip_refused:
        waiting.append({"endpoint": "*", "kind": IP_REFUSED, "ip": settings.ip_refused, "times": ALWAYS})
    struck = [as_line(one) for one in store.faults.struck()]
    return {"waiting": waiting, "chance": store.faults.chance(), "struck": struck}


def draw(store: Store, appid: str, sent: Mapping[str, Any]) -> Mapping[str, Any]:
    """Let calls go wrong by chance, the same ones for the same seed."""
    kinds = sent.get("kinds", [])
    if not isinstance(kinds, list) or not all(isinstance(kind, Mapping) for kind in kinds):
        raise ValueError('kinds: give a list of faults, like [{"kind": "truncate"}].')
    store.faults.draw(str(sent.get("seed", "")), float(sent.get("chance", 0)), [fault_of(kind) for kind in kinds])
    return listed(store, appid, {})


def replay(store: Store, appid: str, sent: Mapping[str, Any]) -> Mapping[str, Any]:
    """Forget the faults there are and plan those of a script."""
    store.faults.clear()
    return {"lines": play_script(store, str(sent.get("script", "")))}


def recorded(store: Store, appid: str, sent: Mapping[str, Any]) -> Mapping[str, Any]:
    """Show what struck as a script to replay."""
    return {"script": record(store.faults.struck())}


def clear(store: Store, appid: str, sent: Mapping[str, Any]) -> Mapping[str, Any]:
    """Forget every fault, and make the account's tokens and the caller's IP good again."""
    store.faults.clear()
    store.accounts.change(appid, {"token_always_wrong": False, "ip_refused": ""})
    return {}
