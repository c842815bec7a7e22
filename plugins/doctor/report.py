"""A diagnosis for people, and as JSON for scripts."""

import json
from collections.abc import Mapping

from plugins.doctor.model import Check, Diagnosis, State
from plugins.shared.language import say
from plugins.wechat import Quota

FORMAT = 1
_SIGNS = {State.GOOD: "✓", State.LIMITED: "~", State.BAD: "✗", State.UNKNOWN: "?"}


def render_text(diagnosis: Diagnosis) -> str:
    """Return a diagnosis in the reader's language; what to click stands below each failing check."""
    rows = [say(f"服务器 {diagnosis.server}", f"server {diagnosis.server}")]
    told = ""
    for check in diagnosis.checks:
        rows += _check_rows(check, told)
        told = say(*check.click) or told
    rows += _quota_rows(diagnosis.quotas)
    rows += ["", say("命令", "commands")]
    rows += [f"{_SIGNS[one.state]} {one.name}: {say(*one.about)}" for one in diagnosis.commands]
    return "\n".join(rows)


def render_json(diagnosis: Diagnosis) -> str:
    """Return a diagnosis as JSON: format, server, checks, quotas, commands, exit_code."""
    data = {
        "format": FORMAT,
        "server": diagnosis.server,
        "checks": [
            {"name": one.name, "state": one.state.value, "found": say(*one.found), "click": say(*one.click)}
            for one in diagnosis.checks
        ],
        "quotas": {
            name: {"limit": one.daily_limit, "used": one.used, "remain": one.remain}
            for name, one in sorted(diagnosis.quotas.items())
        },
        "commands": [
            {"name": one.name, "state": one.state.value, "about": say(*one.about)} for one in diagnosis.commands
        ],
        "exit_code": diagnosis.exit_code,
    }
    return json.dumps(data, ensure_ascii=False, indent=2)


def _check_rows(check: Check, told: str) -> list[str]:
    """Return a check's rows; what was told just above is not told again."""
    row, click = f"{_SIGNS[check.state]} {say(*check.title)}: {say(*check.found)}", say(*check.click)
    if not click or check.state is State.GOOD:
        return [row]
    return [row, f"    → {say('同上', 'as above') if click == told else click}"]


def _quota_rows(quotas: Mapping[str, Quota]) -> list[str]:
    if not quotas:
        return []
    rows = [f"  {name}: {one.remain} / {one.daily_limit}" for name, one in sorted(quotas.items())]
    return ["", say("今天还剩的次数", "calls left today"), *rows]
