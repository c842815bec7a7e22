"""Batches of single codes: what was issued, for whom, until when; the codes themselves are not kept."""

from collections.abc import Collection, Sequence
from pathlib import Path
from typing import Annotated

from pydantic import Field

from plugins.shared.errors import Problem
from plugins.shared.language import say
from plugins.shared.records import Record, load_records, read_records, write_records
from plugins.shared.validation import Day, EndMoment, Text, shaped

LEDGER = "coupons/batches.yaml"
_KEY = "batches"
MOST_CODES = 100_000
_HEADER = (
    "# 发出去的单张券码，按批记。由 invoke coupons make 写入，只增不改；券码由 .env 里的密钥算出，不存在这里。\n"
    "# Batches of single codes, written by invoke coupons make. The codes follow from the secret in .env.\n"
)


class Batch(Record):
    """Single codes made together. ``text`` says what a code is good for; ``secret`` is the secret's fingerprint."""

    id: Annotated[str, shaped(r"b[0-9]{1,5}", "b3")]
    promotion: Text
    channel: str = ""
    text: str = ""
    count: Annotated[int, Field(ge=1, le=MOST_CODES)]
    since: Day
    expires_at: EndMoment | None = None
    secret: Text


def load_batches(content: Path) -> tuple[Batch, ...]:
    """Return the batches in the order they were made. Raises ContentProblems when the ledger cannot be used."""
    return load_records(Batch, content, LEDGER, _KEY)


def batch_problems(content: Path, promotions: Collection[str], channels: Collection[str]) -> list[Problem]:
    """Return what is wrong with the ledger, a promotion or channel that is gone included."""
    batches, problems = read_records(Batch, content, LEDGER, _KEY)
    for batch in batches:
        if batch.promotion not in promotions:
            text = say(f"{batch.id}: 没有促销“{batch.promotion}”。", f"{batch.id}: no promotion '{batch.promotion}'.")
            problems.append(Problem(LEDGER, 1, text + _kept()))
        if batch.channel and batch.channel not in channels:
            text = say(f"{batch.id}: 没有渠道“{batch.channel}”。", f"{batch.id}: no channel '{batch.channel}'.")
            problems.append(Problem(LEDGER, 1, text + _kept()))
    return problems


def _kept() -> str:
    return say("券已经发出去了，请保留它。", " The codes are out; keep it.")


def next_batch_id(batches: Sequence[Batch]) -> str:
    """Return the id of the next batch."""
    return f"b{max((int(batch.id[1:]) for batch in batches), default=0) + 1}"


def write_batches(content: Path, batches: Sequence[Batch]) -> None:
    """Replace the ledger by these batches."""
    write_records(content / LEDGER, _KEY, _HEADER, batches)
