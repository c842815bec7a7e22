"""Batches of single codes: what was issued, for whom, until when; the codes themselves are not kept."""

from collections.abc import Collection, Sequence
from datetime import datetime
from pathlib import Path
from typing import Annotated

from pydantic import Field

from plugins.shared.errors import ContentProblems, Problem
from plugins.shared.files import write_atomic
from plugins.shared.folder import given_twice, read_list
from plugins.shared.front_matter import render_scalar
from plugins.shared.language import say
from plugins.shared.validation import ContentModel, Day, EndMoment, Text, shaped

LEDGER = "coupons/batches.yaml"
MOST_CODES = 100_000
_HEADER = (
    "# 发出去的单张券码，按批记。由 invoke coupons make 写入，只增不改；券码由 .env 里的密钥算出，不存在这里。\n"
    "# Batches of single codes, written by invoke coupons make. The codes follow from the secret in .env.\n"
)


class Batch(ContentModel):
    """Single codes made together. ``text`` says what a code is good for; ``secret`` is the secret's fingerprint."""

    id: Annotated[str, shaped(r"b[0-9]{1,5}", "b3")]
    promotion: Text
    channel: str = ""
    text: str = ""
    count: Annotated[int, Field(ge=1, le=MOST_CODES)]
    since: Day
    expires_at: EndMoment | None = None
    secret: Text


def read_batches(content: Path) -> tuple[tuple[Batch, ...], list[Problem]]:
    """Return the batches in the order they were made."""
    batches, problems = read_list(Batch, content, LEDGER, "batches")
    return batches, problems + given_twice(LEDGER, [batch.id for batch in batches])


def load_batches(content: Path) -> tuple[Batch, ...]:
    """Return the batches. Raises ContentProblems when the ledger cannot be used."""
    batches, problems = read_batches(content)
    if problems:
        raise ContentProblems(problems)
    return batches


def batch_problems(content: Path, promotions: Collection[str], channels: Collection[str]) -> list[Problem]:
    """Return what is wrong with the ledger, a promotion or channel that is gone included."""
    batches, problems = read_batches(content)
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
    write_atomic(content / LEDGER, render_batches(batches).encode("utf-8"))


def render_batches(batches: Sequence[Batch]) -> str:
    """Return the ledger as YAML."""
    lines = [_HEADER + "batches:" + ("" if batches else " []")]
    for batch in batches:
        fields = {name: _written(value) for name, value in batch.model_dump().items() if value not in ("", None)}
        rows = [f"{name}: {render_scalar(value)}" for name, value in fields.items()]
        lines.append("  - " + "\n    ".join(rows))
    return "\n".join(lines) + "\n"


def _written(value: object) -> str:
    return value.isoformat(sep=" ") if isinstance(value, datetime) else str(value)
