"""When a site that nobody edits changes by itself: at midnight, and when a promotion begins, ends, or loses a day."""

from collections.abc import Iterable
from datetime import datetime, time, timedelta

from plugins.landing_pages.model import LandingPage
from plugins.shared.validation import SHANGHAI

_INSTANT = timedelta(microseconds=1)
_DAY = timedelta(days=1)


def next_change(now: datetime, landing_pages: Iterable[LandingPage]) -> datetime:
    """Return the first moment after ``now`` whose pages may differ from those of ``now``."""
    midnight = datetime.combine(now.astimezone(SHANGHAI).date() + _DAY, time(), SHANGHAI)
    moments = [midnight]
    for page in landing_pages:
        over = page.ends_at + _INSTANT  # the end itself still belongs to the promotion
        moments += [page.starts_at, over - max(0, (over - now) // _DAY) * _DAY]
    return min(moment for moment in moments if moment > now)
