"""A sheet as texts, whatever file it came from."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache

from plugins.shared.errors import WeizhanError

Area = tuple[tuple[int, int], tuple[int, int]]
"""First and last cell of a merged area, as row and column counted from 0."""


class SheetRefused(WeizhanError):
    """The file is no sheet that can be read, or one that nobody made in good faith."""


@dataclass(frozen=True)
class Sheet:
    """Rows of texts; ``broken`` holds row and column, counted from 0, of formulas that show an error."""

    name: str
    rows: Sequence[Sequence[str]]
    merged: Sequence[Area] = ()
    broken: frozenset[tuple[int, int]] = field(default_factory=frozenset)


@cache
def column_letters(place: int) -> str:
    """Return what spreadsheets call a column counted from 0: A, Z, AA."""
    letters = ""
    place += 1
    while place:
        place, rest = divmod(place - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
