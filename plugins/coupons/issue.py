"""A new batch of single codes: recorded in the ledger, written out once for whoever prints or sends them."""

import csv
import io
from collections.abc import Collection, Sequence
from datetime import date
from pathlib import Path

from pydantic import ValidationError

from plugins.coupons.batch import MOST_CODES, Batch, load_batches, next_batch_id, write_batches
from plugins.coupons.code import shown
from plugins.coupons.issued import issued_codes, single_codes
from plugins.coupons.secret import fingerprint
from plugins.shared.errors import UsageProblem
from plugins.shared.files import write_if_changed
from plugins.shared.language import say
from plugins.site.site import Site


def make_batch(
    content: Path, site: Site, secret: str, promotion: str, channel: str, count: int, expires: str, today: date
) -> tuple[Batch, list[str]]:
    """Record a batch in the ledger and return it with its codes, as they are printed.

    Text and end come from the promotion's first coupon where ``expires`` is empty. No code is one that is out already.

    Raises:
        UsageProblem: no such promotion or channel, an unusable count or day.
        StateUntrusted: earlier batches were made with another secret.
    """
    landing = next((each for each in site.landing_pages if each.slug == promotion), None)
    if landing is None:
        known = ", ".join(each.slug for each in site.landing_pages)
        raise UsageProblem(
            say(f"没有促销“{promotion}”。可用：{known}。", f"no promotion '{promotion}'. Known: {known}.")
        )
    if channel and channel not in {each.code for each in site.channels}:
        raise UsageProblem(say(f"channels.yaml 里没有渠道“{channel}”。", f"channels.yaml has no channel '{channel}'."))
    coupon = landing.coupons[0] if landing.coupons else None
    fields = {
        "promotion": promotion,
        "channel": channel,
        "text": coupon.text if coupon else "",
        "count": count,
        "since": today,
        "expires_at": expires or (coupon and coupon.expires_at) or landing.ends_at,
        "secret": fingerprint(secret),
    }
    batches = load_batches(content)
    out = issued_codes(batches, site.landing_pages, secret)
    batch, codes = _unused(batches, fields, secret, out)
    write_batches(content, [*batches, batch])
    return batch, codes


def codes_csv(batch: Batch, codes: Sequence[str]) -> bytes:
    """Return the list for the printer or the mailing: one code a row."""
    target = io.StringIO()
    writer = csv.writer(target, lineterminator="\r\n")
    writer.writerow(["券码", "促销", "渠道", "优惠", "有效期"])
    end = batch.expires_at.date().isoformat() if batch.expires_at else ""
    writer.writerows([code, batch.promotion, batch.channel, batch.text, end] for code in codes)
    return target.getvalue().encode("utf-8-sig")


def write_codes(folder: Path, batch: Batch, codes: Sequence[str]) -> Path:
    """Write the list of a batch and return where it is."""
    path = folder / f"{batch.id}-{batch.promotion}{'-' + batch.channel if batch.channel else ''}.csv"
    write_if_changed(path, codes_csv(batch, codes))
    return path


def _unused(
    batches: Sequence[Batch], fields: dict[str, object], secret: str, out: Collection[str]
) -> tuple[Batch, list[str]]:
    """Return the next batch none of whose codes is out: two batches meet once in some ten million."""
    number = int(next_batch_id(batches)[1:])
    while True:
        try:
            batch = Batch.model_validate({"id": f"b{number}", **fields})
        except ValidationError as error:
            raise UsageProblem(_unusable(error)) from None
        made = single_codes(batch, secret)
        if not any(code in out for code in made):
            return batch, [shown(code) for code in made]
        number += 1


def _unusable(error: ValidationError) -> str:
    detail = error.errors(include_url=False)[0]
    if detail["loc"][:1] == ("count",):
        return say(f"--count 要在 1 到 {MOST_CODES} 之间。", f"--count must be 1 to {MOST_CODES}.")
    return str(detail["msg"])
