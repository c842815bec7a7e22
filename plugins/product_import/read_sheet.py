"""A file to the table of products that it holds."""

from dataclasses import dataclass
from pathlib import Path

from plugins.product_import.headings import Headings, find_headings
from plugins.product_import.mapping import OWN, SheetMapping, preset_for
from plugins.product_import.read_csv import read_csv
from plugins.product_import.read_xlsx import read_xlsx
from plugins.product_import.sheet import Sheet, SheetRefused
from plugins.shared.errors import UsageProblem
from plugins.shared.language import say

LARGEST_BYTES = 200_000_000
_LOOKED_AT = 20


@dataclass(frozen=True)
class Table:
    """The sheet of a file that holds products, its headings, and how to read it."""

    sheet: Sheet
    headings: Headings
    mapping: SheetMapping


def read_table(path: Path, mapping: SheetMapping | None = None) -> Table:
    """Return the sheet with most columns of ours; without a mapping, a sheet of a known shop system is recognised.

    Raises:
        UsageProblem: there is no such file.
        SheetRefused: it cannot be read, or names no column of ours.
    """
    found = []
    for sheet in read_sheets(path):
        chosen = mapping or _preset(sheet) or OWN
        headings = find_headings(sheet, chosen)
        if headings is not None:
            found.append(Table(sheet, headings, chosen))
    if not found:
        hint = say(
            "没有认出表头。第一行要有“名称”“型号”“分类”等列名；别的系统导出的表，用 --mapping 说明各列。",
            "no headings were recognised. Name columns 名称 title, 型号 model, 分类 category …; "
            "for another system's sheet say with --mapping what its columns mean.",
        )
        raise SheetRefused(f"{path.name}: {hint}")
    return max(found, key=lambda table: len(table.headings.keys))


def read_sheets(path: Path) -> list[Sheet]:
    """Return every visible sheet of an XLSX or CSV file. Raises UsageProblem, SheetRefused."""
    if not path.is_file():
        raise UsageProblem(say(f"没有文件 {path}。", f"there is no file {path}."))
    if path.stat().st_size > LARGEST_BYTES:
        raise SheetRefused(f"{path.name}: {say('文件超过 200 MB。', 'the file is larger than 200 MB.')}")
    data = path.read_bytes()
    if data.startswith(b"PK"):
        return read_xlsx(path.name, data)
    if data.startswith((b"\xd0\xcf\x11\xe0", b"%PDF")) or data[:200].lstrip().lower().startswith((b"<html", b"<!doc")):
        hint = say(
            "这不是 xlsx 或 CSV（可能是旧的 xls，或加了密码）。请在 Excel 或 WPS 里另存为 xlsx。",
            "this is neither xlsx nor CSV, but perhaps an old xls or protected. Save it as xlsx in Excel or WPS.",
        )
        raise SheetRefused(f"{path.name}: {hint}")
    return read_csv(path.name, data)


def _preset(sheet: Sheet) -> SheetMapping | None:
    found = (preset_for([text for text in row if text]) for row in sheet.rows[:_LOOKED_AT])
    return next(filter(None, found), None)
