"""A moment that a person typed, to see the site as it will be."""

from datetime import datetime

from plugins.shared.clock import SHANGHAI
from plugins.shared.errors import UsageProblem
from plugins.shared.language import say


def parse_at(text: str) -> datetime:
    """Return the moment; without an offset it is Beijing time. Raises UsageProblem."""
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        zh = f"--at：“{text}”不是时间。请写成 2026-12-24T20:00+08:00。"
        raise UsageProblem(say(zh, f'--at: "{text}" is not a time. Write it as 2026-12-24T20:00+08:00.')) from None
    return moment.astimezone(SHANGHAI) if moment.tzinfo else moment.replace(tzinfo=SHANGHAI)
