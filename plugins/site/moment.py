"""The moment that pages are built for."""

import os
from datetime import UTC, datetime

from plugins.shared.errors import UsageProblem
from plugins.shared.language import say
from plugins.shared.validation import SHANGHAI


def build_time() -> datetime:
    """Return SOURCE_DATE_EPOCH where it is set, else now, in Beijing time.

    https://reproducible-builds.org/specs/source-date-epoch/
    """
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    moment = datetime.fromtimestamp(int(epoch), UTC) if epoch else datetime.now(UTC)
    return moment.astimezone(SHANGHAI).replace(microsecond=0)


def parse_at(text: str) -> datetime:
    """Return the moment that a person typed; without an offset it is Beijing time. Raises UsageProblem."""
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        zh = f"--at：“{text}”不是时间。请写成 2026-12-24T20:00+08:00。"
        raise UsageProblem(say(zh, f'--at: "{text}" is not a time. Write it as 2026-12-24T20:00+08:00.')) from None
    return moment.astimezone(SHANGHAI) if moment.tzinfo else moment.replace(tzinfo=SHANGHAI)
