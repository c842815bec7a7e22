"""Lists from every store against the codes that are out: every redemption counts once, in whatever order they come."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from plugins.coupons.issued import Book, Issued, suggestion
from plugins.coupons.redemption import Redemption
from plugins.shared.validation import SHANGHAI

Status = Literal["redeemed", "doubled", "expired", "invalid"]
STATUSES: tuple[Status, ...] = ("redeemed", "doubled", "expired", "invalid")


@dataclass(frozen=True)
class Judged:
    """One redemption and what it is worth. ``suggestion`` is the one code that was probably meant."""

    redemption: Redemption
    status: Status
    issued: Issued | None = None
    suggestion: str = ""


@dataclass(frozen=True)
class Ledger:
    """The codes that are out and every redemption, by day, store, receipt and code."""

    book: Book
    entries: tuple[Judged, ...]

    def count(self, status: Status) -> int:
        """Return how many redemptions have a status."""
        return sum(1 for entry in self.entries if entry.status == status)


def reconcile(files: Iterable[Sequence[Redemption]], book: Book, accept: bool = False) -> Ledger:
    """Judge what several lists say. ``accept`` takes the suggestion for a mistyped code as what was meant.

    The same line in two lists is one redemption: lists overlap, and are handed in twice. Within one list it was written
    down twice. So a line counts as often as in the list that has it most often.
    """
    lists = [[_meant(each, book) if accept else each for each in rows] for rows in files]
    merged = _merged(lists)
    entries: list[Judged] = []
    used: Counter[tuple[str, ...]] = Counter()
    for redemption in merged:
        entries.append(_judge(redemption, book, used))
    return Ledger(book, tuple(entries))


def with_store_names(rows: Iterable[Redemption], name_of: Callable[[str], str]) -> list[Redemption]:
    """Return redemptions with their stores called by one name each."""
    return [replace(row, store=name_of(row.store)) for row in rows]


def _meant(redemption: Redemption, book: Book) -> Redemption:
    if redemption.code in book:
        return redemption
    return replace(redemption, code=suggestion(redemption.code, book) or redemption.code)


def _merged(lists: Iterable[Sequence[Redemption]]) -> list[Redemption]:
    """Return the union of the lists as multisets, sorted; of equal lines those that stand first are kept."""
    kept: dict[Redemption, list[Redemption]] = {}
    for rows in lists:
        alike: dict[Redemption, list[Redemption]] = defaultdict(list)
        for row in rows:
            alike[row].append(row)
        for row, same in alike.items():
            best = max(kept.get(row, []), same, key=lambda each: (len(each), [(one.where, one.typed) for one in each]))
            kept[row] = best
    return [row for key in sorted(kept) for row in sorted(kept[key], key=lambda each: each.where)]


def _judge(redemption: Redemption, book: Book, used: Counter[tuple[str, ...]]) -> Judged:
    issued = book.get(redemption.code)
    if issued is None:
        return Judged(redemption, "invalid", suggestion=suggestion(redemption.code, book))
    if issued.expires_at and redemption.day > issued.expires_at.astimezone(SHANGHAI).date():
        return Judged(redemption, "expired", issued)
    key = _single_use(redemption, issued)
    used[key] += 1 if key else 0
    return Judged(redemption, "doubled" if used[key] > 1 else "redeemed", issued)


def _single_use(redemption: Redemption, issued: Issued) -> tuple[str, ...]:
    """Return what must not come twice: a single code, or a public one on one receipt; () where any number is right."""
    if not issued.public:
        return (issued.code,)
    if redemption.receipt:
        return (issued.code, redemption.day.isoformat(), redemption.store, redemption.receipt)
    return ()
