"""Every code that is out: single codes of the batches and the public codes of the promotions."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from plugins.coupons.batch import Batch
from plugins.coupons.code import batch_codes, near, normalise
from plugins.coupons.secret import refuse_other
from plugins.landing_pages.model import LandingPage
from plugins.shared.errors import WeizhanError
from plugins.shared.language import say


@dataclass(frozen=True)
class Issued:
    """What a code stands for. A public code is one text for everybody, so it may be redeemed again and again."""

    code: str
    promotion: str
    channel: str
    text: str
    expires_at: datetime | None
    public: bool = False
    batch: str = ""


Book = Mapping[str, Issued]
"""Every code that is out, by its normalised text."""


class CodesClash(WeizhanError):
    """Two promotions or channels use the same public code."""


def issued_codes(batches: Iterable[Batch], landing_pages: Sequence[LandingPage], secret: str) -> dict[str, Issued]:
    """Return the book of codes.

    Raises:
        StateUntrusted: a batch was made with another secret.
        CodesClash: one public code stands for two things.
    """
    book = dict(public_codes(landing_pages))
    for batch in batches:
        book |= single_codes(batch, secret)
    return book


def single_codes(batch: Batch, secret: str) -> dict[str, Issued]:
    """Return the codes of one batch. Raises StateUntrusted."""
    refuse_other(secret, batch.secret, batch.id)
    return {
        code: Issued(code, batch.promotion, batch.channel, batch.text, batch.expires_at, batch=batch.id)
        for code in batch_codes(secret, batch.id, batch.count)
    }


def public_codes(landing_pages: Iterable[LandingPage]) -> dict[str, Issued]:
    """Return the codes that pages show: a channel's own, and the common one under no channel. Raises CodesClash."""
    book: dict[str, Issued] = {}
    for landing in landing_pages:
        for coupon in landing.coupons:
            for channel, code in {"": coupon.code, **coupon.codes}.items():
                issued = Issued(normalise(code), landing.slug, channel, coupon.text, coupon.expires_at, public=True)
                if book.setdefault(issued.code, issued) != issued:
                    raise CodesClash(_clash(code, book[issued.code], issued))
    return book


def suggestion(typed: str, book: Book) -> str:
    """Return the one issued single code that is a slip away from what was typed, "" with none or several."""
    found = [code for code in near(typed) if code in book]
    return found[0] if len(found) == 1 else ""


def _clash(code: str, one: Issued, other: Issued) -> str:
    names = [f"{each.promotion}/{each.channel or '-'}" for each in (one, other)]
    return say(
        f"券码 {code} 同时用在 {names[0]} 和 {names[1]}，分不清是谁带来的。请换一个。",
        f"the code {code} is used for both {names[0]} and {names[1]}; nobody could tell which one sold. Change one.",
    )
