"""Which days a statistics report may be asked for.

https://developers.weixin.qq.com/doc/service/api/wedata/user/ and its neighbours
"""

import re
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from typing import Any

from plugins.wechat_emulator.state.clock import SHANGHAI
from plugins.wechat_emulator.state.refusal import Refusal

READY_HOUR = 8
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)


def report_days(begin: Any, end: Any, longest_days: int, now: int) -> list[date]:
    """Return the days from begin to end, both included.

    Raises:
        Refusal: 61500 not YYYY-MM-DD, 61501 wrong order, too long or not over yet, 61503 yesterday before 08:00.
    """
    first, last = _date(begin), _date(end)
    here = datetime.fromtimestamp(now, SHANGHAI)
    yesterday = here.date() - timedelta(days=1)
    if first > last or (last - first).days >= longest_days or last > yesterday:
        raise Refusal(61501)
    if last == yesterday and here.hour < READY_HOUR:
        raise Refusal(61503)
    return list(days_between(first, last))


def days_between(first: date, last: date) -> Iterator[date]:
    """Yield every day from first to last, both included; nothing when last is earlier."""
    for number in range((last - first).days + 1):
        yield first + timedelta(days=number)


def day_of(second: int) -> date:
    """Return the day in Shanghai that a Unix second belongs to."""
    return datetime.fromtimestamp(second, SHANGHAI).date()


def _date(text: object) -> date:
    if not isinstance(text, str) or not _DATE.fullmatch(text):
        raise Refusal(61500)
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise Refusal(61500) from None
