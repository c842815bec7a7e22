"""Snapshots, reset, seed and clock, as calls below /_emulator/."""

from collections.abc import Mapping
from typing import Any

from plugins.wechat_emulator.seed import load_seed
from plugins.wechat_emulator.state.snapshot import Snapshots
from plugins.wechat_emulator.state.store import Store


def snapshots_of(store: Store) -> Snapshots:
    """Return the snapshots inside a store's file."""
    return Snapshots(store.database)


def reset(store: Store, appid: str, sent: Mapping[str, Any]) -> Mapping[str, Any]:
    """Forget everything but a fresh demo account and the snapshots."""
    with snapshots_of(store).spared():
        store.reset()
    return {}


def take_snapshot(store: Store, appid: str, sent: Mapping[str, Any]) -> Mapping[str, Any]:
    """Copy everything under a name."""
    snapshots_of(store).take(str(sent.get("name", "")), store.clock.now())
    return list_snapshots(store, appid, {})


def restore_snapshot(store: Store, appid: str, sent: Mapping[str, Any]) -> Mapping[str, Any]:
    """Bring everything back to how it was under a name."""
    snapshots_of(store).restore(str(sent.get("name", "")))
    return list_snapshots(store, appid, {})


def list_snapshots(store: Store, appid: str, sent: Mapping[str, Any]) -> Mapping[str, Any]:
    """Show the names of the snapshots."""
    return {"snapshots": snapshots_of(store).names()}


def seed(store: Store, appid: str, sent: Mapping[str, Any]) -> Mapping[str, Any]:
    """Add what a seed document describes; its files must be inside it, as base64."""
    return {"accounts": load_seed(store, sent, "seed", folder=None)}


def move_clock(store: Store, appid: str, sent: Mapping[str, Any]) -> Mapping[str, Any]:
    """Stop the clock at a Unix second, move it, or let it run with the machine's again."""
    if sent.get("run"):
        store.clock.set(0)
    elif "set" in sent:
        store.clock.set(int(sent["set"]))
    store.clock.advance(int(sent.get("advance", 0)))
    return {"now": store.clock.now()}
