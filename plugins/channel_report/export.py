"""Events from a CSV or XLSX file, as a statistics service or a receiver of one's own exports them."""

import re
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

from plugins.beacon import parse_event
from plugins.beacon.event import is_channel
from plugins.channel_report.occurrence import Occurrence
from plugins.coupons import Columns, read_table
from plugins.shared.errors import Problem
from plugins.shared.language import say
from plugins.shared.validation import SHANGHAI

COLUMNS = Columns(
    {
        "time": ("时间", "日期", "at", "time"),
        "event": ("事件", "e", "event"),
        "page": ("页面", "p", "path", "page"),
        "channel": ("渠道", "c", "ch", "channel"),
        "visitor": ("访客", "session", "visitor"),
    },
    frozenset({"time", "event", "page"}),
)
"""What the columns may be called; time, event and page must be there."""


def read_export(path: Path, name: str) -> tuple[list[Occurrence], list[Problem]]:
    """Return the events of a file, and a problem for each row that holds none."""
    return read_table(path, name, COLUMNS, _occurrence)


def parse_time(text: str) -> datetime | None:
    """Return an aware time, Beijing's where none is said: ISO, or seconds since 1970; None when it is none."""
    try:
        if re.fullmatch("[0-9]{9,10}", text):
            return datetime.fromtimestamp(int(text), UTC)
        at = datetime.fromisoformat(text.replace("/", "-"))
        return (at if at.tzinfo else at.replace(tzinfo=SHANGHAI)).astimezone(UTC)
    except (ValueError, OverflowError):
        return None


def _occurrence(cells: Mapping[str, str], _where: str) -> tuple[Occurrence | None, str]:
    at, channel = parse_time(cells["time"]), cells.get("channel", "")
    plain = is_channel(channel) and "&" not in cells["event"] + cells["page"]
    event = parse_event(f"e={cells['event']}&p={cells['page']}&c={channel}") if plain else None
    if at is None or event is None:
        return None, say("时间、事件、页面或渠道不对。", "time, event, page or channel is wrong.")
    return Occurrence(at, event, cells.get("visitor", "")), ""
