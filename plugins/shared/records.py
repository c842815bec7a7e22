"""Ledgers: YAML files that tools write and people read, one record after another, added to and never changed."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import TypeVar

from plugins.shared.errors import ContentProblems, Problem
from plugins.shared.files import write_atomic
from plugins.shared.folder import given_twice, read_list
from plugins.shared.front_matter import render_scalar
from plugins.shared.validation import ContentModel


class Record(ContentModel):
    """One entry of a ledger, known by its id."""

    id: str


_Record = TypeVar("_Record", bound=Record)


def read_records(model: type[_Record], content: Path, name: str, key: str) -> tuple[tuple[_Record, ...], list[Problem]]:
    """Return the records of a ledger in their order; a shop without the file has none."""
    records, problems = read_list(model, content, name, key)
    return records, problems + given_twice(name, [record.id for record in records])


def load_records(model: type[_Record], content: Path, name: str, key: str) -> tuple[_Record, ...]:
    """Return the records of a ledger. Raises ContentProblems when the file cannot be used."""
    records, problems = read_records(model, content, name, key)
    if problems:
        raise ContentProblems(problems)
    return records


def write_records(path: Path, key: str, header: str, records: Sequence[Record]) -> None:
    """Replace a ledger by these records."""
    write_atomic(path, render_records(key, header, records).encode("utf-8"))


def render_records(key: str, header: str, records: Sequence[Record]) -> str:
    """Return a ledger as YAML below its ``header`` of comments; empty fields are left out."""
    lines = [header + f"{key}:" + ("" if records else " []")]
    for record in records:
        fields = {name: _written(value) for name, value in record.model_dump().items() if value not in ("", None)}
        rows = [f"{name}: {render_scalar(value)}" for name, value in fields.items()]
        lines.append("  - " + "\n    ".join(rows))
    return "\n".join(lines) + "\n"


def _written(value: object) -> str:
    return value.isoformat(sep=" ") if isinstance(value, datetime) else str(value)
