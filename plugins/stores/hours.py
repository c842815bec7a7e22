"""Opening hours: by weekday, with days that are different, as text and as the script reads them."""

import re
from datetime import date
from typing import Annotated, Any

from pydantic import BeforeValidator
from pydantic_core import PydanticCustomError

from plugins.shared.language import say

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
CLOSED = "closed"
_NAMES = ("周一", "周二", "周三", "周四", "周五", "周六", "周日")
_SPAN = re.compile(r"(([01]\d|2[0-3]):[0-5]\d)-(([01]\d|2[0-3]):[0-5]\d|24:00)")


def _parse_hours(value: Any) -> dict[str, str]:
    """Spread ranges like ``mon-fri`` over the seven days; a day not named is closed."""
    days = dict.fromkeys(WEEKDAYS, CLOSED)
    for key, span in value.items() if isinstance(value, dict) else ():
        first, _, last = str(key).partition("-")
        if first not in WEEKDAYS or (last or first) not in WEEKDAYS:
            raise _bad(key, "mon … sun, mon-fri")
        for day in WEEKDAYS[WEEKDAYS.index(first) : WEEKDAYS.index(last or first) + 1]:
            days[day] = _span(span)
    return days


def _parse_special(value: Any) -> dict[str, str]:
    """Days that are different, by their date."""
    days = {}
    for key, span in value.items() if isinstance(value, dict) else ():
        try:
            days[date.fromisoformat(str(key)).isoformat()] = _span(span)
        except ValueError:
            raise _bad(key, "2027-02-06") from None
    return dict(sorted(days.items()))


def _span(span: Any) -> str:
    if span != CLOSED and not _SPAN.fullmatch(str(span)):
        raise _bad(span, "09:30-21:00, closed")
    return str(span)


def _bad(value: Any, right: str) -> PydanticCustomError:
    return PydanticCustomError("hours", say(f"“{value}”请写成 {right}。", f'"{value}" should be written as {right}.'))


Hours = Annotated[dict[str, str], BeforeValidator(_parse_hours)]
SpecialDays = Annotated[dict[str, str], BeforeValidator(_parse_special)]


def span_text(span: str) -> str:
    """Return ``09:30–21:00``, ``18:00–次日 02:00`` or 休息."""
    if span == CLOSED:
        return "休息"
    opens, closes = span.split("-")
    return f"{opens}–{closes}" if closes > opens else f"{opens}–次日 {closes}"


def week_text(hours: dict[str, str]) -> tuple[tuple[str, str], ...]:
    """Return the week with equal days in a row put together: (周一至周五, 09:30–21:00)."""
    rows: list[tuple[str, str, str]] = []
    for name, day in zip(_NAMES, WEEKDAYS, strict=True):
        span = hours.get(day, CLOSED)
        if rows and rows[-1][2] == span:
            rows[-1] = (rows[-1][0], name, span)
        else:
            rows.append((name, name, span))
    return tuple((first if first == last else f"{first}至{last}", span_text(span)) for first, last, span in rows)


def special_text(special: dict[str, str]) -> tuple[tuple[str, str], ...]:
    """Return the days that are different: (2027年2月6日, 休息)."""
    days = ((date.fromisoformat(day), span) for day, span in special.items())
    return tuple((f"{day.year}年{day.month}月{day.day}日", span_text(span)) for day, span in days)


def script_hours(hours: dict[str, str], special: dict[str, str]) -> str:
    """Return the week from Monday on and behind it the special days, as the script reads them; empty is closed."""
    week = [hours.get(day, CLOSED) for day in WEEKDAYS]
    return ",".join([*week, *(f"{day}={span}" for day, span in special.items())]).replace(CLOSED, "")
