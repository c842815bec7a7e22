"""Where a sheet's headings are, and which key each column holds."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from plugins.product_import.columns import spellings
from plugins.product_import.mapping import NOTHING, SheetMapping
from plugins.product_import.sheet import Sheet
from plugins.product_import.words import fold

_LOOKED_AT = 20
_DEEPEST = 3
_REMARK = re.compile(r"[(（\[【].*?[)）\]】]")
_PARAMETER = re.compile(r"(?:参数|specs?)\s*[:：.]\s*(?P<name>\S.*)", re.IGNORECASE)


@dataclass(frozen=True)
class Heading:
    """One column: its place counted from 0, what stands on top of it, and its key; empty when it is left out."""

    place: int
    text: str
    key: str


@dataclass(frozen=True)
class Headings:
    """A sheet's columns, and the row, counted from 0, where its products begin."""

    columns: tuple[Heading, ...]
    first_row: int

    @property
    def keys(self) -> frozenset[str]:
        """The keys that the sheet holds."""
        return frozenset(each.key for each in self.columns) - {""}


def find_headings(sheet: Sheet, mapping: SheetMapping) -> Headings | None:
    """Return the headings in the first rows that name most keys, None where no row names title or model."""
    found = [_read(sheet, mapping, row) for row in range(min(_LOOKED_AT, len(sheet.rows)))]
    usable = [each for each in found if each.keys & {"title", "model", "slug"} and len(each.keys) > 1]
    return max(usable, key=lambda each: len(each.keys), default=None)


def heading_key(text: str, mapping: SheetMapping) -> str:
    """Return the key that a heading means, empty for none."""
    own = {fold(name): key if key != NOTHING else "" for name, key in mapping.columns.items()}
    without = fold(_REMARK.sub("", text))
    if fold(text) in own:
        return own[fold(text)]
    if mapping.only or without in own:
        return own.get(without, "")
    if parameter := _PARAMETER.fullmatch(text.strip()):
        return f"specs.{parameter['name'].strip()}"
    return spellings().get(fold(text)) or spellings().get(without, "")


def _read(sheet: Sheet, mapping: SheetMapping, row: int) -> Headings:
    depth = _depth(sheet, row)
    columns = []
    for place in range(len(sheet.rows[row])):
        parts = list(dict.fromkeys(filter(None, (_cell(sheet, row + below, place) for below in range(depth)))))
        if parts:
            key = heading_key("".join(parts), mapping) or heading_key(parts[-1], mapping)
            columns.append(Heading(place, " ".join(parts), key))
    return Headings(tuple(columns), row + depth)


def _depth(sheet: Sheet, row: int) -> int:
    """Return how many rows the headings take: cells merged downwards say so."""
    ends = [last[0] for first, last in sheet.merged if first[0] == row and last[0] > row]
    return min(max(ends, default=row) - row + 1, _DEEPEST)


def _cell(sheet: Sheet, row: int, place: int) -> str:
    for first, last in sheet.merged:
        if first[0] <= row <= last[0] and first[1] <= place <= last[1]:
            return _text(sheet.rows, *first)
    return _text(sheet.rows, row, place)


def _text(rows: Sequence[Sequence[str]], row: int, place: int) -> str:
    return rows[row][place] if row < len(rows) and place < len(rows[row]) else ""
