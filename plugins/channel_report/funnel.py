"""From views over actions to redeemed coupons, channel by channel."""

from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field

from plugins.beacon import ACTIONS
from plugins.beacon.event import VIEWS
from plugins.channel_report.occurrence import Occurrence
from plugins.coupons import Ledger

OTHER = "?"
"""Codes that channels.yaml does not hold: anybody may write anything into an address."""


@dataclass(frozen=True)
class Funnel:
    """One channel's way from view to coupon. ``visitors`` and ``acted`` count people of a day once."""

    channel: str
    views: int = 0
    visitors: int = 0
    acted: int = 0
    actions: dict[str, int] = field(default_factory=dict)
    issued: int = 0
    redeemed: int = 0

    @property
    def action_share(self) -> float:
        """Visitors who did something, of all."""
        return self.acted / self.visitors if self.visitors else 0.0

    @property
    def coupon_share(self) -> float:
        """Redeemed coupons for each visitor."""
        return self.redeemed / self.visitors if self.visitors else 0.0


def count_funnels(found: Iterable[Occurrence], ledger: Ledger | None, known: Collection[str]) -> list[Funnel]:
    """Return a funnel for each channel in ``known``, for "" (no channel), and for OTHER where there is any."""
    every = list(found)
    codes = {each.event.channel for each in every}
    names = [*known, "", *([OTHER] if codes - set(known) - {""} else [])]
    return [_funnel(name, [each for each in every if _place(each, known) == name], ledger) for name in names]


def _place(occurrence: Occurrence, known: Collection[str]) -> str:
    channel = occurrence.event.channel
    return channel if channel in known or not channel else OTHER


def _funnel(channel: str, found: list[Occurrence], ledger: Ledger | None) -> Funnel:
    views = [each for each in found if each.event.name in VIEWS]
    done = [each for each in found if each.event.name in ACTIONS]
    actions = Counter(each.event.name for each in done)
    single = [each for each in ledger.book.values() if not each.public and each.channel == channel] if ledger else []
    redeemed = [each for each in ledger.entries if each.status == "redeemed" and each.issued] if ledger else []
    return Funnel(
        channel,
        len(views),
        _people(views),
        _people(done),
        {name: actions[name] for name in ACTIONS},
        len(single),
        sum(1 for each in redeemed if each.issued and each.issued.channel == channel),
    )


def _people(found: list[Occurrence]) -> int:
    """Count visitors; where a log tells none, each event is somebody."""
    return len({each.visitor for each in found if each.visitor}) + sum(1 for each in found if not each.visitor)
