"""A report before anybody decided how it is shown."""

from collections.abc import Sequence
from dataclasses import dataclass

Cell = str | int | float
"""A text, a count, or a share between 0 and 1 (shown in per cent)."""


@dataclass(frozen=True)
class Table:
    """Rows under headings; the first column names what a row is about."""

    title: str
    headings: Sequence[str]
    rows: Sequence[Sequence[Cell]]
    note: str = ""


@dataclass(frozen=True)
class Series:
    """One kind of thing counted, with a value for each label of its chart."""

    name: str
    values: Sequence[int]


@dataclass(frozen=True)
class Chart:
    """Counts beside each other (bars, one group to a label) or along the days (stacked columns)."""

    title: str
    labels: Sequence[str]
    series: Sequence[Series]
    kind: str = "bars"


@dataclass(frozen=True)
class Report:
    """Everything a report shows. ``figures`` are the few numbers that matter, each with its name."""

    title: str
    subtitle: str
    figures: Sequence[tuple[str, Cell]]
    parts: Sequence[Table | Chart]
    problems: Sequence[str] = ()

    @property
    def tables(self) -> list[Table]:
        """The tables in their order."""
        return [part for part in self.parts if isinstance(part, Table)]


def is_text(table: Table, place: int) -> bool:
    """Tell whether a column holds texts; "-" stands for a number that there is not."""
    return all(isinstance(row[place], str) and row[place] != "-" for row in table.rows)


def shown(cell: Cell) -> str:
    """Return a cell as text: counts with separators, shares in per cent."""
    if isinstance(cell, float):
        return f"{cell:.1%}"
    return f"{cell:,}" if isinstance(cell, int) else cell
