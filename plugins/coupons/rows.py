"""Tables that staff or other programs wrote: values and problems, never an error that ends a run."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from plugins.shared.errors import Problem, UsageProblem
from plugins.shared.language import say

_Value = TypeVar("_Value")
_MOST_PROBLEMS = 200


@dataclass(frozen=True)
class Columns:
    """What the columns of a table may be called, by what they mean; ``needed`` must be there."""

    names: Mapping[str, Sequence[str]]
    needed: frozenset[str]

    def find(self, headings: Sequence[str]) -> dict[str, int]:
        """Return which column holds what; the first of several with the same meaning counts."""
        titles = [heading.lower() for heading in headings]
        found: dict[str, int] = {}
        for place, title in enumerate(titles):
            for key, names in self.names.items():
                if title in names:
                    found.setdefault(key, place)
        return found

    @property
    def missing_text(self) -> str:
        """What to say of a table without its headings."""
        zh, en = (", ".join(names[place] for names in self.names.values()) for place in (0, -1))
        return say(f"第一行要写列名：{zh}。", f"the first row must name the columns: {en}.")


def read_table(
    path: Path, name: str, columns: Columns, parse: Callable[[Mapping[str, str], str], tuple[_Value | None, str]]
) -> tuple[list[_Value], list[Problem]]:
    """Return a value for each row of every sheet of a CSV or XLSX file; ``name`` is what problems call it.

    ``parse`` is given a row's cells by their meaning and where it stands, and returns a value, or None and why.
    """
    # Here and not above: checking and building a shop read no tables, and what reads them takes its time to load.
    from plugins.product_import import SheetRefused, read_sheets

    found: list[_Value] = []
    try:
        sheets = read_sheets(path)
    except (SheetRefused, UsageProblem) as refused:
        return [], [Problem(name, 1, str(refused).removeprefix(f"{path.name}: "))]
    problems: list[Problem] = []
    for sheet in sheets:
        rows = _filled(sheet.rows)
        first, headings = next(rows, (1, ()))
        places = columns.find(headings)
        if not columns.needed <= places.keys():
            problems += [Problem(name, first, columns.missing_text)] if headings else []
            continue
        for number, cells in rows:
            given = {key: cells[place] if place < len(cells) else "" for key, place in places.items()}
            value, problem = parse(given, f"{name}:{number}")
            if value is not None:
                found.append(value)
            else:
                problems.append(Problem(name, number, problem))
    return found, problems[:_MOST_PROBLEMS]


def _filled(rows: Sequence[Sequence[str]]) -> Iterator[tuple[int, Sequence[str]]]:
    """Yield the rows that are not empty with their numbers, counted from 1."""
    return ((number, cells) for number, cells in enumerate(rows, start=1) if any(cells))
