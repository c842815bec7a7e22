"""Events from a CSV or XLSX file, as a statistics service or a receiver of one's own exports them."""

import re
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from plugins.beacon import parse_event
from plugins.beacon.event import is_channel
from plugins.channel_report.occurrence import Occurrence
from plugins.coupons import Row, read_rows
from plugins.shared.errors import Problem
from plugins.shared.language import say
from plugins.shared.validation import SHANGHAI

HEADINGS = {
    "time": ("time", "at", "时间", "日期"),
    "event": ("event", "e", "事件"),
    "page": ("page", "path", "p", "页面"),
    "channel": ("channel", "ch", "c", "渠道"),
    "visitor": ("visitor", "session", "访客"),
}
"""What the columns may be called; time, event and page must be there."""
_MOST_PROBLEMS = 100


def read_export(path: Path, name: str) -> tuple[list[Occurrence], list[Problem]]:
    """Return the events of a file, and a problem for each row that holds none."""
    sheets, problems = read_rows(path, name)
    found: list[Occurrence] = []
    for rows in sheets:
        if rows:
            _read_rows(rows, name, found, problems)
    return found, problems[:_MOST_PROBLEMS]


def parse_time(text: str) -> datetime | None:
    """Return an aware time, Beijing's where none is said: ISO, or seconds since 1970; None when it is none."""
    try:
        if re.fullmatch("[0-9]{9,10}", text):
            return datetime.fromtimestamp(int(text), UTC)
        at = datetime.fromisoformat(text.replace("/", "-"))
        return (at if at.tzinfo else at.replace(tzinfo=SHANGHAI)).astimezone(UTC)
    except (ValueError, OverflowError):
        return None


def _read_rows(rows: Sequence[Row], name: str, found: list[Occurrence], problems: list[Problem]) -> None:
    titles = [cell.lower() for cell in rows[0].cells]
    columns = {key: titles.index(title) for key, names in HEADINGS.items() for title in names[::-1] if title in titles}
    if not {"time", "event", "page"} <= columns.keys():
        text = say(
            "第一行要写列名：time, event, page, channel。", "the first row must name: time, event, page, channel."
        )
        problems.append(Problem(name, rows[0].number, text))
        return
    for row in rows[1:]:
        occurrence = _occurrence({key: row.cells[at] if at < len(row.cells) else "" for key, at in columns.items()})
        if occurrence:
            found.append(occurrence)
        else:
            text = say("时间、事件、页面或渠道不对。", "time, event, page or channel is wrong.")
            problems.append(Problem(name, row.number, text))


def _occurrence(cells: dict[str, str]) -> Occurrence | None:
    at, channel = parse_time(cells["time"]), cells.get("channel", "")
    if at is None or not is_channel(channel) or "&" in cells["event"] + cells["page"]:
        return None
    event = parse_event(f"e={cells['event']}&p={cells['page']}&c={channel}")
    return Occurrence(at, event, cells.get("visitor", "")) if event else None
