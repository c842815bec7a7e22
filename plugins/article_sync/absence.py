"""What a complete search of the published articles did not find, remembered for a day beside the lock, never in git.

A report of what was deleted in the console is repeated until a person decides, and a search takes one of 100 calls a
day for every 20 messages. While the list has the length and the first page that it had then, nothing was published
since. In an unusual order that may be wrong for a day, so only the repeated report relies on it: before anything is
done about an absence, the whole list is read again.
"""

import json
from collections.abc import Set
from contextlib import suppress
from dataclasses import asdict, dataclass, replace
from datetime import datetime
from pathlib import Path

from plugins.shared.errors import AccountError
from plugins.shared.files import write_atomic
from plugins.wechat.gateway import PAGE_SIZE, Gateway

_LASTS_S = 24 * 3600


@dataclass(frozen=True)
class Absence:
    """Which ids were not there, and the list that they were not in: its length and the messages on its first page."""

    ids: tuple[str, ...]
    total: int
    first: tuple[str, ...]
    at: float

    def is_recent(self, now: datetime) -> bool:
        """Tell whether it was seen within a day."""
        return 0 <= now.timestamp() - self.at < _LASTS_S


@dataclass(frozen=True)
class AbsenceFile:
    """The memory of one account. It may be lost or unreadable at any time: then the next run searches."""

    path: Path

    def note(self, ids: Set[str], messages: tuple[str, ...], now: datetime) -> None:
        """Remember which ids were not among all published messages. A full disk is no reason to stop.

        What is known already stays as it is, so that a run that changes nothing writes nothing.
        """
        found = Absence(tuple(sorted(ids)), len(messages), tuple(sorted(messages[:PAGE_SIZE])), now.timestamp())
        known = self._read()
        if known and known.is_recent(now) and replace(found, at=known.at) == known:
            return
        with suppress(OSError):
            write_atomic(self.path, json.dumps(asdict(found)).encode("utf-8"))

    def still_holds(self, gateway: Gateway, ids: Set[str], now: datetime) -> bool:
        """Tell whether some ids are known to be absent, at the price of one call, or none where nothing is known."""
        known = self._read()
        if known is None or not ids <= {*known.ids} or not known.is_recent(now):
            return False
        try:
            page = gateway.page_of_published(0, with_content=False)
        except AccountError:
            return False
        return (page.total, tuple(sorted(one.article_id for one in page.items))) == (known.total, known.first)

    def _read(self) -> Absence | None:
        try:
            data = json.loads(self.path.read_bytes())
            return Absence(tuple(data["ids"]), int(data["total"]), tuple(data["first"]), float(data["at"]))
        except (OSError, ValueError, TypeError, KeyError):
            return None
