"""A file of rows that staff or another program wrote, and why it could not be read: never an error that ends a run."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from plugins.product_import import SheetRefused, read_sheets
from plugins.shared.errors import Problem, UsageProblem


@dataclass(frozen=True)
class Row:
    """One row that is not empty: its number in the sheet, counted from 1, and its cells as text."""

    number: int
    cells: tuple[str, ...]


def read_rows(path: Path, name: str) -> tuple[list[list[Row]], list[Problem]]:
    """Return the rows of each sheet of a CSV or XLSX file; ``name`` is what problems call it."""
    try:
        sheets = read_sheets(path)
    except (SheetRefused, UsageProblem) as refused:
        return [], [Problem(name, 1, str(refused).removeprefix(f"{path.name}: "))]
    return [list(_filled(sheet.rows)) for sheet in sheets], []


def _filled(rows: Sequence[Sequence[str]]) -> Iterator[Row]:
    for number, cells in enumerate(rows, start=1):
        if any(cells):
            yield Row(number, tuple(cells))
