"""The menu pushed: compare, guard, back up, create, read back."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from plugins.account_menu.difference import compare
from plugins.account_menu.plan import MenuPlan, plan_menu
from plugins.account_menu.reader import read_menu
from plugins.account_menu.report import MenuReport, Status
from plugins.account_menu.shown import Entry, fingerprint, read_entries
from plugins.account_menu.state import read_pushed, write_pushed
from plugins.shared.errors import AnswerUnclear, ContentProblems, CredentialsRefused
from plugins.shared.files import write_atomic
from plugins.wechat.gateway import Gateway

_NOT_PERMITTED = 48001  # menu endpoints are for verified accounts; reading the current menu is for all


@dataclass(frozen=True)
class _Account:
    """The account's menu as both endpoints tell it, and whether it is switched on."""

    raw: Mapping[str, Any]
    current: tuple[Entry, ...]
    by_api: tuple[Entry, ...] | None
    is_open: bool

    def holds(self, wanted: tuple[Entry, ...]) -> bool:
        return self.is_open and self.current == wanted and self.by_api in (wanted, None)

    def is_foreign(self, pushed: str | None) -> bool:
        """Tell whether somebody else made the menu, or changed it since it was pushed from here."""
        return bool(self.current) and (not self.by_api or fingerprint(self.current) != pushed)


def push_menu(
    content: Path,
    gateway: Gateway,
    resolve: Callable[[str], str | None],
    state_dir: Path,
    dry_run: bool = False,
    take_over: bool = False,
) -> MenuReport:
    """Make the account's menu that of content/menu.yaml, and tell what came of it.

    ``resolve`` maps a content reference to the absolute address of its page. The old menu is kept in
    ``state_dir``/trash. A menu that was not pushed from here is only replaced with ``take_over``.

    Raises:
        ContentProblems: the menu cannot be sent as it is written.
        AccountError: WeChat refused or did not answer.
    """
    plan = checked_plan(content, resolve)
    wanted = read_entries(plan.buttons)
    pushed = read_pushed(content, gateway.appid)
    account = _read(gateway)
    status = _decide(account, wanted, pushed, dry_run, take_over)
    backup, held = None, account
    if status == "pushed":
        backup = _back_up(account, state_dir)
        held = _create(gateway, plan, wanted)
        status = "pushed" if held.holds(wanted) else "mismatch"
    if status in ("pushed", "mismatch", "unchanged") and not dry_run:
        write_pushed(content, gateway.appid, fingerprint(held.current))
    return MenuReport(status, compare(account.current, wanted), plan.warnings, backup)


def checked_plan(content: Path, resolve: Callable[[str], str | None]) -> MenuPlan:
    """Return the plan of content/menu.yaml.

    Raises:
        ContentProblems: with everything that is wrong, in the file and against WeChat's rules.
    """
    menu, unreadable = read_menu(content)
    plan = plan_menu(menu, resolve)
    if unreadable or plan.problems:
        raise ContentProblems([*unreadable, *(plan.problems if menu.buttons or not unreadable else ())])
    return plan


def _read(gateway: Gateway) -> _Account:
    raw = gateway.get_current_menu()
    current = read_entries(raw.get("selfmenu_info", {}).get("button") or [])
    try:
        by_api = read_entries(gateway.get_menu())
    except CredentialsRefused as refused:
        if refused.errcode != _NOT_PERMITTED:
            raise
        by_api = None
    return _Account(raw, current, by_api, raw.get("is_menu_open", 1) != 0)


def _decide(account: _Account, wanted: tuple[Entry, ...], pushed: str | None, dry_run: bool, take_over: bool) -> Status:
    if account.holds(wanted):
        return "unchanged"
    if account.by_api is None:
        return "unsupported"
    if account.is_foreign(pushed) and not take_over:
        return "guarded"
    return "planned" if dry_run else "pushed"


def _back_up(account: _Account, state_dir: Path) -> Path | None:
    """Keep the old menu under the name of its fingerprint: the same menu is kept once."""
    if not account.current:
        return None
    path = state_dir / "trash" / f"menu-{fingerprint(account.current)[:12]}.json"
    write_atomic(path, json.dumps(account.raw, ensure_ascii=False, indent=2).encode("utf-8"))
    return path


def _create(gateway: Gateway, plan: MenuPlan, wanted: tuple[Entry, ...]) -> _Account:
    """Create the menu and return what the account then holds; a lost answer is settled by looking."""
    try:
        gateway.create_menu(plan.buttons)
    except AnswerUnclear:
        held = _read(gateway)
        if not held.holds(wanted):
            raise
        return held
    return _read(gateway)
