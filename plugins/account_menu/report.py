"""What came of a push, to be shown to a person."""

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from plugins.account_menu.difference import Line
from plugins.shared.errors import Problem

Status = Literal["unchanged", "planned", "pushed", "guarded", "unsupported", "mismatch"]

_EXIT_CODES = {"guarded": 4, "unsupported": 5, "mismatch": 1}
_SENTENCES: dict[Status, tuple[str, str]] = {
    "unchanged": ("菜单没有变化。", "The menu is as it should be."),
    "planned": ("试运行：什么都没有改。", "Dry run: nothing was changed."),
    "pushed": (
        "菜单已发布。粉丝重新进入公众号后看到，最多约 5 分钟。",
        "Menu pushed. Followers see it within about 5 minutes.",
    ),
    "guarded": (
        "没有发布：公众号里的菜单不是这里上次发布的（可能在后台改过）。确认要换掉它，请加 --take-over，会先备份。",
        "Not pushed: the account's menu is not the one pushed from here last; somebody may have edited it in the "
        "console. To replace it, after a backup, add --take-over.",
    ),
    "unsupported": (
        "没有发布：这个公众号没有菜单接口权限（需要认证）。请照上面的内容在后台“自定义菜单”里手工填写。",
        "Not pushed: this account may not use the menu API (it must be verified). Copy the menu above into the "
        "console by hand.",
    ),
    "mismatch": (
        "已发布，但读回来的菜单和发出去的不一样，请到后台核对。",
        "Pushed, but the menu read back differs from what was sent. Please look at it in the console.",
    ),
}


@dataclass(frozen=True)
class MenuReport:
    """The outcome, the tree of both menus, warnings, and where the old menu was kept."""

    status: Status
    lines: tuple[Line, ...] = ()
    warnings: tuple[Problem, ...] = ()
    backup: Path | None = None

    @property
    def exit_code(self) -> int:
        """What a task ends with: 0, or 1 look at it, 4 stopped by the guard, 5 not permitted."""
        return _EXIT_CODES.get(self.status, 0)

    def render(self, language: str = "zh") -> str:
        """Return the report as text, in Chinese (``zh``) or English (``en``)."""
        number = 0 if language == "zh" else 1
        label = ("提醒", "warning")[number]
        parts = [str(line) for line in self.lines]
        parts += [f"{label}: {problem}" for problem in self.warnings]
        if self.backup:
            parts.append(("原来的菜单已备份到 {}", "The old menu is kept in {}")[number].format(self.backup))
        return "\n".join([*parts, _SENTENCES[self.status][number]])
