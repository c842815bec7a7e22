"""What became of the codes, counted along one dimension."""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from plugins.coupons.reconcile import STATUSES, Judged, Ledger, Status

Key = Callable[[Judged], str]
UNKNOWN = "?"
"""Where an entry belongs whose code nobody issued."""


@dataclass(frozen=True)
class Tally:
    """Counts under one name. ``issued`` and ``single`` (redeemed) count single codes; public ones have no number."""

    name: str
    issued: int
    single: int
    counts: dict[Status, int]

    @property
    def redeemed(self) -> int:
        """How many count."""
        return self.counts["redeemed"]

    @property
    def share(self) -> float:
        """Single codes redeemed of those issued, 0 where there are none."""
        return self.single / self.issued if self.issued else 0.0


def by_channel(ledger: Ledger) -> list[Tally]:
    """Count by channel; "" are the codes without one."""
    issued = Counter(each.channel for each in ledger.book.values() if not each.public)
    every = {each.channel for each in ledger.book.values()}
    return _tallies(ledger.entries, lambda entry: entry.issued.channel if entry.issued else UNKNOWN, issued, every)


def by_promotion(ledger: Ledger) -> list[Tally]:
    """Count by promotion."""
    issued = Counter(each.promotion for each in ledger.book.values() if not each.public)
    every = {each.promotion for each in ledger.book.values()}
    return _tallies(ledger.entries, lambda entry: entry.issued.promotion if entry.issued else UNKNOWN, issued, every)


def by_store(ledger: Ledger) -> list[Tally]:
    """Count by the store that wrote it down."""
    return _tallies(ledger.entries, lambda entry: entry.redemption.store, Counter(), ())


def by_day(ledger: Ledger) -> list[Tally]:
    """Count by day, in order."""
    return _tallies(ledger.entries, lambda entry: entry.redemption.day.isoformat(), Counter(), ())


def _tallies(entries: Iterable[Judged], key: Key, issued: Counter[str], names: Iterable[str]) -> list[Tally]:
    rows = list(entries)
    counted = Counter((key(entry), entry.status) for entry in rows)
    single = Counter(key(each) for each in rows if each.status == "redeemed" and each.issued and not each.issued.public)
    every = sorted({name for name, _ in counted} | set(issued) | set(names))
    return [
        Tally(name, issued[name], single[name], {status: counted[name, status] for status in STATUSES})
        for name in every
    ]
