"""Menus for the followers with a tag, made what content/menu.yaml says.

WeChat cannot change such a menu: it is deleted and added. The newest that fits is shown, so they are added from the
last of the file to the first. https://developers.weixin.qq.com/doc/service/api/custommenu/api_addconditionalmenu
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from plugins.account_menu.difference import Line, compare
from plugins.account_menu.plan import TagPlan
from plugins.account_menu.report import Status
from plugins.account_menu.shown import Entry, fingerprint, read_entries
from plugins.account_menu.state import read_pushed_conditional, write_pushed_conditional
from plugins.shared.errors import ContentProblems, Problem
from plugins.shared.files import digest, write_atomic
from plugins.shared.language import say
from plugins.wechat.gateway import ConditionalMenu, Gateway


@dataclass(frozen=True)
class TagMenus:
    """The outcome: a status as of the menu for everybody, the trees by tag, and where deleted menus were kept."""

    status: Status
    lines: tuple[str, ...] = ()
    backup: Path | None = None

    @property
    def exit_code(self) -> int:
        """What a task ends with."""
        return {"guarded": 4, "mismatch": 1}.get(self.status, 0)

    def render(self) -> str:
        """Return the outcome as text; nothing when there is nothing to tell."""
        kept = say(f"删掉的备份在 {self.backup}", f"what was deleted is kept in {self.backup}") if self.backup else ""
        return "\n".join(filter(None, (*self.lines, kept, _sentence(self.status) if self.lines else "")))


@dataclass(frozen=True)
class _Wanted:
    tag: str
    tag_id: int
    buttons: Sequence[Mapping[str, Any]]

    @property
    def mark(self) -> str:
        return _mark(self.tag_id, read_entries(self.buttons))


def push_conditional(
    content: Path,
    gateway: Gateway,
    plans: Sequence[TagPlan],
    state_dir: Path,
    dry_run: bool = False,
    take_over: bool = False,
) -> TagMenus:
    """Make the account's conditional menus those of the plans, and tell what came of it.

    A menu that was not pushed from here is only deleted with ``take_over``, and kept in ``state_dir``/trash.

    Raises:
        ContentProblems: a tag that the account does not have.
        AccountError: WeChat refused or did not answer.
    """
    held = gateway.list_conditional_menus()
    if not plans and not held:
        return TagMenus("unchanged")
    tags = gateway.list_tags()
    wanted = _with_ids(plans, tags)
    ours = read_pushed_conditional(content, gateway.appid)
    marks = {each.mark for each in wanted}
    gone = [menu for menu in held if mark_of(menu) not in marks]
    new = [each for each in wanted if each.mark not in {mark_of(menu) for menu in held}]
    lines = _lines(wanted, held, {number: name for name, number in tags.items()})
    if not gone and not new:
        if not dry_run:
            write_pushed_conditional(content, gateway.appid, frozenset(marks))
        return TagMenus("unchanged", lines)
    if any(mark_of(menu) not in ours for menu in gone) and not take_over:
        return TagMenus("guarded", lines)
    if dry_run:
        return TagMenus("planned", lines)
    backup = _back_up(gone, state_dir)
    _replace(gateway, gone, new)
    after = frozenset(mark_of(menu) for menu in gateway.list_conditional_menus())
    write_pushed_conditional(content, gateway.appid, after & marks)
    return TagMenus("pushed" if after == marks else "mismatch", lines, backup)


def mark_of(menu: ConditionalMenu) -> str:
    """Return what two menus share exactly when they show the same to the same followers."""
    return _mark(menu.tag_id, read_entries(menu.buttons))


def _mark(tag_id: int, entries: tuple[Entry, ...]) -> str:
    return f"{tag_id}:{fingerprint(entries)[:16]}"


def _with_ids(plans: Sequence[TagPlan], tags: Mapping[str, int]) -> list[_Wanted]:
    problems = [Problem("menu.yaml", plan.line, _no_tag(plan.tag, tags)) for plan in plans if plan.tag not in tags]
    if problems:
        raise ContentProblems(problems)
    return [_Wanted(plan.tag, tags[plan.tag], plan.buttons) for plan in plans]


def _replace(gateway: Gateway, gone: Sequence[ConditionalMenu], new: Sequence[_Wanted]) -> None:
    for menu in gone:
        gateway.delete_conditional_menu(menu.menu_id)
    for each in reversed(new):
        gateway.add_conditional_menu(each.buttons, each.tag_id)


def _back_up(gone: Sequence[ConditionalMenu], state_dir: Path) -> Path | None:
    if not gone:
        return None
    kept = [{"menuid": menu.menu_id, "tag_id": menu.tag_id, "button": list(menu.buttons)} for menu in gone]
    data = json.dumps(kept, ensure_ascii=False, indent=2).encode("utf-8")
    path = state_dir / "trash" / f"conditional-menus-{digest(data)[:12]}.json"
    write_atomic(path, data)
    return path


def _lines(wanted: Sequence[_Wanted], held: Sequence[ConditionalMenu], names: Mapping[int, str]) -> tuple[str, ...]:
    before = {menu.tag_id: read_entries(menu.buttons) for menu in reversed(held)}
    after = {each.tag_id: read_entries(each.buttons) for each in wanted}
    lines: list[str] = []
    for tag_id in dict.fromkeys((*after, *before)):
        name = names.get(tag_id, say("别的条件", "another rule"))
        lines.append(say(f"标签“{name}”的粉丝：", f"followers with the tag '{name}':"))
        tree: tuple[Line, ...] = compare(before.get(tag_id, ()), after.get(tag_id, ()))
        lines += [f"  {line}" for line in tree]
    return tuple(lines)


def _no_tag(tag: str, tags: Mapping[str, int]) -> str:
    known = "、".join(tags) or "-"
    return say(
        f"公众号里没有标签“{tag}”。请在后台“用户管理”里建它，或改成：{known}。",
        f"the account has no tag '{tag}'. Make it in the console, or write one of {known}.",
    )


def _sentence(status: Status) -> str:
    return {
        "unchanged": say("个性化菜单没有变化。", "The conditional menus are as they should be."),
        "planned": say("个性化菜单：试运行，什么都没有改。", "Conditional menus: dry run, nothing was changed."),
        "pushed": say("个性化菜单已发布。", "Conditional menus pushed."),
        "guarded": say(
            "个性化菜单没有动：有不是这里发布的。确认要换掉，请加 --take-over，会先备份。",
            "Conditional menus left alone: some were not pushed from here. Add --take-over to replace them.",
        ),
        "mismatch": say(
            "个性化菜单读回来不一样，请核对。", "The conditional menus read back differently. Look at them."
        ),
    }.get(status, "")
