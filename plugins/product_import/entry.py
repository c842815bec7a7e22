"""One product of a sheet: its values in the form of front matter, and the cell that each came from."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from plugins.product_import.columns import VARIANTS, column_of
from plugins.product_import.headings import Headings
from plugins.product_import.mapping import NOTHING, SheetMapping
from plugins.product_import.rows import Cell, Row, RowProblem, place_of
from plugins.products.model import ProductVariant
from plugins.shared.language import say

SPECS = "specs"
_JOINT = " / "
_SHORT = 40
_LISTS = ("images", "tags", "keywords", "related", "highlights", "faq", "buy")


@dataclass
class Entry:
    """What a sheet says of one product.

    ``values`` holds a key for every column that the sheet has, empty where its cells are; ``places`` maps a key
    (``variants.1.price``) to row, letters and heading, ``columns`` each key of the sheet to letters and heading.
    """

    row: int
    values: dict[str, Any] = field(default_factory=dict)
    places: dict[str, tuple[int, str, str]] = field(default_factory=dict)
    columns: dict[str, tuple[str, str]] = field(default_factory=dict)
    problems: list[RowProblem] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)

    def problem(self, key: str, message: str) -> RowProblem:
        """Return a problem in the cell of a key, or of the nearest key above it."""
        steps = key.split(".")
        for length in range(len(steps), 0, -1):
            if (place := self.places.get(".".join(steps[:length]))) is not None:
                return RowProblem(*place, message)
        column = column_of(key)
        return RowProblem(self.row, *self.columns.get(key, ("", column.name if column else key)), message)


def read_entry(rows: Sequence[Row], headings: Headings, reader: "CellReader") -> Entry:
    """Return what a product's rows say."""
    mapping = reader.mapping
    entry = Entry(rows[0].number, columns={each.key: place_of(each) for each in reversed(headings.columns)})
    keys = headings.keys | set(mapping.child_columns.values()) | set(mapping.defaults) - {""}
    for key in sorted(keys):
        if not key.startswith((f"{VARIANTS}.", f"{SPECS}.")):
            entry.values[key] = _empty(key)
    for row in rows:
        for heading in row.broken:
            text = say("公式出错了。请改好，或粘贴成数值。", "the formula shows an error. Mend it, or paste its value.")
            entry.problems.append(RowProblem(row.number, *place_of(heading), text))
        _add_product(entry, row, reader, mapping)
    variants = {key for key in keys if key.startswith(f"{VARIANTS}.")}
    if variants:
        _add_variants(entry, rows, reader)
    for key, text in mapping.defaults.items():
        entry.values[key] = entry.values.get(key) or reader.read(key, text)
    if not mapping.lenient and not mapping.group:
        entry.problems += _repeated(rows)
    return entry


@dataclass(frozen=True)
class CellReader:
    """Reads one cell's text as a key wants it; ``html`` turns HTML into Markdown."""

    mapping: SheetMapping
    html: Callable[[str], str]
    _known: dict[tuple[str, str], str] = field(default_factory=dict)

    def read(self, key: str, text: str) -> Any:
        """Return the value of a cell; words that many rows have in common are read once."""
        if (known := self._known.get((key, text))) is not None:
            return known
        value = self._read(key, text)
        if isinstance(value, str) and len(text) <= _SHORT:
            self._known[key, text] = value
        return value

    def _read(self, key: str, text: str) -> Any:
        text = self.mapping.values.get(key, {}).get(text, text)
        if key in self.mapping.values and text == NOTHING:
            return _empty(key)
        if key in self.mapping.html:
            text = self.html(text)
        column = column_of(key)
        return column.read(text) if column else text


def _empty(key: str) -> Any:
    return _kind(key)()


@cache
def _kind(key: str) -> type:
    column = column_of(key)
    return type(column.read("")) if column else str


def _add_product(entry: Entry, row: Row, reader: CellReader, mapping: SheetMapping) -> None:
    for key, cells in row.cells.items():
        if key.startswith(f"{VARIANTS}."):
            continue
        entry.places.setdefault(key, (row.number, *place_of(cells[0].heading)))
        for cell in cells:
            if key.startswith(f"{SPECS}."):
                entry.values.setdefault(key, cell.text)
                continue
            _add(entry.values, key, reader.read(key, cell.text))
    for heading in row.broken:
        entry.places.setdefault(heading.key, (row.number, *place_of(heading)))


def _add(values: dict[str, Any], key: str, value: Any) -> None:
    """The first text wins; lists grow by what they do not hold yet."""
    held = values.get(key)
    if isinstance(value, list):
        values[key] = [*(held or []), *(item for item in value if item not in (held or []))]
    elif isinstance(value, dict):
        values[key] = {**value, **(held or {})}
    elif not held:
        values[key] = value


def _add_variants(entry: Entry, rows: Sequence[Row], reader: CellReader) -> None:
    variants: list[dict[str, Any]] = []
    for row in rows:
        variant: dict[str, Any] = {}
        for key, cells in row.cells.items():
            if not key.startswith(f"{VARIANTS}."):
                continue
            name = key.removeprefix(f"{VARIANTS}.")
            entry.places[f"{VARIANTS}.{len(variants)}.{name}"] = (row.number, *place_of(cells[0].heading))
            if value := _variant_value(key, cells, reader):
                variant[name] = value
        if variant:
            variants.append({name: variant[name] for name in ProductVariant.model_fields if name in variant})
    entry.values[VARIANTS] = variants


def _variant_value(key: str, cells: Sequence[Cell], reader: CellReader) -> Any:
    values = [reader.read(key, cell.text) for cell in cells]
    return _JOINT.join(filter(None, values)) if key == f"{VARIANTS}.name" else next(filter(None, values), "")


def _repeated(rows: Sequence[Row]) -> list[RowProblem]:
    """Rows of one product repeat its slug and model at most, and each adds a variant."""
    problems = []
    for row in rows[1:]:
        if not row.has_variant:
            key = "model" if "model" in row.cells else "slug"
            text = say(
                f"第 {rows[0].number} 行已经是这个产品。请删掉一行，或写上款式名称。",
                f"row {rows[0].number} is this product already. Delete one, or give the row a variant's name.",
            )
            problems.append(RowProblem(row.number, *place_of(row.cells[key][0].heading), text))
            continue
        for key, cells in row.cells.items():
            before = rows[0].cells.get(key, cells)
            if not key.startswith(f"{VARIANTS}.") and [each.text for each in before] != [each.text for each in cells]:
                text = say(
                    f"和第 {rows[0].number} 行不一样，请写成一样或留空。",
                    f"row {rows[0].number} says something else. Write the same, or leave it empty.",
                )
                problems.append(RowProblem(row.number, *place_of(cells[0].heading), text))
    return problems
