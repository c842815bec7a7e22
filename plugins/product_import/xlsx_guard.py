"""A look into an XLSX file before anything large is made of it: bombs, entities and endless rows end here.

The reader keeps a sheet as one rectangle, so a single cell in the last column of the last row would ask for all
the memory there is; this module adds up what a sheet really spans, and names the formulas that show an error.
"""

import io
import re
import zipfile
import zlib
from collections.abc import Iterator

from plugins.product_import.sheet import SheetRefused
from plugins.shared.language import say

LARGEST_BYTES = 400_000_000
"""Unpacked; 10,000 products with long texts are about 60 MB."""
LARGEST_CELLS = 20_000_000
_SHEET = re.compile(r"xl/worksheets/[^/]+\.xml", re.IGNORECASE)
_SKIPPED = ("xl/media/", "xl/drawings/", "docprops/")
_TAG = re.compile(rb"<(?:\w+:)?(row|c)(?=[\s/>])([^>]*)>")
_AT = re.compile(rb"""(?<![\w:])r\s*=\s*["']\s*([A-Za-z]{0,6})([0-9]{0,9})""")
_ERROR = re.compile(rb"""(?<![\w:])t\s*=\s*["']e["']""")


def broken_formulas(name: str, data: bytes) -> dict[str, frozenset[tuple[int, int]]]:
    """Return, by the path of each sheet in the file, row and column of cells that show an error, counted from 0.

    Raises:
        SheetRefused: not an XLSX file, or one that is dangerous to read.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as file:
            if sum(part.file_size for part in file.infolist()) > LARGEST_BYTES:
                raise SheetRefused(f"{name}: {_too_large()}")
            parts = [part for part in file.infolist() if not part.filename.lower().startswith(_SKIPPED)]
            return {
                part.filename: _checked(name, part.filename, file.read(part)) for part in parts if not part.is_dir()
            }
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError, OSError) as error:
        hint = say(
            "这不是完好的 xlsx 文件。请重新另存为 xlsx。", "this is not a sound xlsx file. Save it as xlsx again."
        )
        raise SheetRefused(f"{name}: {hint} ({type(error).__name__})") from error


def _checked(name: str, part: str, data: bytes) -> frozenset[tuple[int, int]]:
    if b"<!DOCTYPE" in data or b"<!ENTITY" in data or data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        hint = say(
            "文件里有表格不会写的内容，没有读。请另存为 xlsx。",
            "it holds what no sheet writes; not read. Save it as xlsx.",
        )
        raise SheetRefused(f"{name}: {hint} ({part})")
    if not _SHEET.fullmatch(part):
        return frozenset()
    rows = columns = 0
    broken = set()
    for row, column, is_broken in _cells(data):
        rows, columns = max(rows, row + 1), max(columns, column + 1)
        if is_broken:
            broken.add((row, column))
    if rows * columns > LARGEST_CELLS:
        raise SheetRefused(f"{name}: {_too_wide(rows, columns)}")
    return frozenset(broken)


def _cells(data: bytes) -> Iterator[tuple[int, int, bool]]:
    row = column = -1
    for tag in _TAG.finditer(data):
        at = _AT.search(tag[2])
        if tag[1] == b"row":
            row = int(at[2]) - 1 if at and at[2] else row + 1
            column = -1
            continue
        if at and at[1]:
            column = _column(at[1])
            row = int(at[2]) - 1 if at[2] else row
        else:
            column += 1
        yield row, column, _ERROR.search(tag[2]) is not None


def _column(letters: bytes) -> int:
    place = 0
    for letter in letters.upper():
        place = place * 26 + letter - 64
    return place - 1


def _too_large() -> str:
    limit = LARGEST_BYTES // 1_000_000
    return say(f"解压后超过 {limit} MB，没有读。", f"it unpacks to more than {limit} MB; not read.")


def _too_wide(rows: int, columns: int) -> str:
    return say(
        f"表格有 {rows} 行 × {columns} 列，太大了。请删掉右边和下面的空行空列。",
        f"the sheet spans {rows} rows x {columns} columns. Delete empty rows and columns at its end.",
    )
