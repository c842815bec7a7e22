"""Times of a promotion as pages show them, in Beijing time."""

from dataclasses import dataclass
from datetime import datetime

from plugins.landing_pages.model import LandingPage
from plugins.shared.validation import SHANGHAI

_WEEKDAYS = "一二三四五六日"


@dataclass(frozen=True)
class Leaf:
    """A leaf of a calendar: 2026年12月, 26, 星期六, 19:00."""

    month: str
    day: str
    weekday: str
    time: str


def period_text(landing: LandingPage) -> tuple[str, str]:
    """Return ``2026年11月15日 00:00 起`` and ``2027年2月5日 23:59 止``."""
    return f"{_minute(landing.starts_at)} 起", f"{_minute(landing.ends_at)} 止"


def day_text(moment: datetime) -> str:
    """Return ``2027年2月5日``."""
    local = moment.astimezone(SHANGHAI)
    return f"{local.year}年{local.month}月{local.day}日"


def calendar_leaf(moment: datetime) -> Leaf:
    """Return the parts of a day, to be set large."""
    local = moment.astimezone(SHANGHAI)
    return Leaf(f"{local.year}年{local.month}月", str(local.day), f"星期{_WEEKDAYS[local.weekday()]}", f"{local:%H:%M}")


def _minute(moment: datetime) -> str:
    return f"{day_text(moment)} {moment.astimezone(SHANGHAI):%H:%M}"
