"""The rows of a sheet as cells by key, and which of them are one product."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from plugins.product_import.columns import VARIANTS
from plugins.product_import.headings import Heading, Headings
from plugins.product_import.mapping import SheetMapping
from plugins.product_import.sheet import Sheet, column_letters
from plugins.product_import.words import fold, plain
from plugins.shared.language import say


@dataclass(frozen=True, order=True)
class RowProblem:
    """What is wrong in one cell, and what to write instead. ``row`` is the sheet's number, ``column`` its letters."""

    row: int
    column: str
    heading: str
    message: str

    def __str__(self) -> str:
        place = f"{self.column} {self.heading}".strip()
        return say(f"第 {self.row} 行 {place}：", f"row {self.row}, {place}: ").replace(" ：", "：") + self.message


@dataclass(frozen=True)
class Cell:
    """A cell that holds something: its text and the column it stands in."""

    text: str
    heading: Heading


@dataclass(frozen=True)
class Row:
    """One row: its number in the sheet, its filled cells by key, and every text by folded heading."""

    number: int
    cells: Mapping[str, Sequence[Cell]]
    texts: Mapping[str, str] = field(repr=False)
    broken: tuple[Heading, ...] = ()

    def first(self, key: str) -> str:
        """Return the first text of a key, empty without any."""
        return self.cells[key][0].text if key in self.cells else ""

    @property
    def has_variant(self) -> bool:
        """Tell whether the row describes a variant."""
        return any(key.startswith(f"{VARIANTS}.") for key in self.cells)

    @property
    def has_product(self) -> bool:
        """Tell whether anything but a variant stands in the row."""
        return any(not key.startswith(f"{VARIANTS}.") for key in self.cells)


def read_rows(sheet: Sheet, headings: Headings, mapping: SheetMapping) -> Iterator[Row]:
    """Yield every row that holds anything in a column of ours."""
    folded = {each.place: fold(each.text) for each in headings.columns}
    children = {fold(name): key for name, key in mapping.child_columns.items()}
    needs = {fold(name): fold(other) for name, other in mapping.only_with.items()}
    parent = fold(mapping.parent)
    for at in range(headings.first_row, len(sheet.rows)):
        texts: dict[str, str] = {}
        for place, text in enumerate(sheet.rows[at]):
            if text and place in folded:
                texts.setdefault(folded[place], text)
        is_child = bool(parent and texts.get(parent))
        cells: dict[str, list[Cell]] = {}
        for heading in headings.columns:
            text = sheet.rows[at][heading.place] if heading.place < len(sheet.rows[at]) else ""
            name = folded[heading.place]
            key = children.get(name, "") if is_child else heading.key
            if text and key and (name not in needs or texts.get(needs[name])):
                cells.setdefault(_named(key, texts), []).append(Cell(text, heading))
        broken = tuple(each for each in headings.columns if each.key and (at, each.place) in sheet.broken)
        if cells or broken:
            yield Row(at + 1, cells, texts, broken)


def group_rows(rows: Iterable[Row], mapping: SheetMapping) -> list[list[Row]]:
    """Return the rows of each product together, in the order of their first rows."""
    groups: dict[str, list[Row]] = {}
    identities: dict[str, str] = {}
    last = ""
    for row in rows:
        last = _key(row, mapping, identities, last)
        groups.setdefault(last, []).append(row)
    return list(groups.values())


def place_of(heading: Heading) -> tuple[str, str]:
    """Return the letters and the text of a column, as messages name it."""
    return column_letters(heading.place), heading.text


def _named(key: str, texts: Mapping[str, str]) -> str:
    """Return the key, the name of a parameter taken from another column where it says ``specs.{Heading}``."""
    if not key.startswith("specs.{"):
        return key
    name = texts.get(fold(key[len("specs.{") : -1]), "")
    return f"specs.{name}" if name else ""


def _key(row: Row, mapping: SheetMapping, identities: dict[str, str], last: str) -> str:
    """Return what tells the row's product from others; a row of a variant alone belongs to the product above."""
    if mapping.group:
        return row.texts.get(fold(mapping.group)) or last
    if mapping.parent:
        named = row.texts.get(fold(mapping.parent), "")
        if named:
            return identities.get(named.removeprefix("id:"), named)
        for heading in mapping.identity:
            identities.setdefault(row.texts.get(fold(heading), ""), f"row {row.number}")
        return f"row {row.number}"
    if last and row.has_variant and not row.has_product:
        return last
    slug, model = plain(row.first("slug")), plain(row.first("model"))
    return f"slug {slug}" if slug else f"model {model}" if model else f"row {row.number}"
