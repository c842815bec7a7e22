"""Sheets as rows of texts: CSV in UTF-8 or GB18030, and XLSX. Untrusted: they come from every shop's computer."""

import csv
import io
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

import python_calamine

from plugins.shared.errors import Problem
from plugins.shared.language import say

MOST_BYTES = 20_000_000
MOST_UNPACKED_BYTES = 300_000_000


@dataclass(frozen=True)
class Row:
    """One row that is not empty: its number in the sheet, counted from 1, and its cells as text."""

    number: int
    cells: tuple[str, ...]


def read_sheets(path: Path, name: str) -> tuple[list[list[Row]], list[Problem]]:
    """Return the sheets of a file, and why it could not be read; ``name`` is what problems call it."""
    try:
        data = path.read_bytes() if path.stat().st_size <= MOST_BYTES else None
    except OSError as error:
        return [], [Problem(name, 1, say(f"读不了（{error.strerror}）。", f"cannot be read ({error.strerror})."))]
    if data is None:
        return [], [Problem(name, 1, say("文件超过 20 MB，请分开。", "the file is over 20 MB. Split it."))]
    return _workbook(data, name) if data[:2] == b"PK" else _csv(data, name)


def _workbook(data: bytes, name: str) -> tuple[list[list[Row]], list[Problem]]:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            unpacked = sum(part.file_size for part in archive.infolist())
        if unpacked > MOST_UNPACKED_BYTES:
            return [], [Problem(name, 1, say("表格展开后太大。", "the sheet unpacks to far too much."))]
        book = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(data))
        sheets = [
            book.get_sheet_by_index(place).to_python(skip_empty_area=False) for place in range(len(book.sheet_names))
        ]
    except (python_calamine.CalamineError, zipfile.BadZipFile, ValueError, OSError, NotImplementedError):
        text = say("不是能打开的表格。请另存为 .xlsx 或 .csv。", "not a sheet that opens. Save it as .xlsx or .csv.")
        return [], [Problem(name, 1, text)]
    return [list(_rows([_text(cell) for cell in cells] for cells in sheet)) for sheet in sheets], []


def _csv(data: bytes, name: str) -> tuple[list[list[Row]], list[Problem]]:
    try:
        text = _decode(data)
    except UnicodeDecodeError as error:
        told = say(
            "不是 UTF-8，也不是 GB18030。请另存为 UTF-8 的 CSV。", "neither UTF-8 nor GB18030. Save it as UTF-8."
        )
        return [], [Problem(name, data[: error.start].count(b"\n") + 1, told)]
    first = text.partition("\n")[0]
    delimiter = max(",\t;", key=first.count)
    reader = csv.reader(io.StringIO(text.replace("\0", ""), newline=""), delimiter=delimiter)
    rows: list[Row] = []
    try:
        for cells in reader:
            rows += _rows([cells], reader.line_num)
    except csv.Error as error:
        return [rows], [Problem(name, reader.line_num, say(f"这一行读不懂（{error}）。", f"unreadable row ({error})."))]
    return [rows], []


def _decode(data: bytes) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("gb18030")


def _rows(cells: Iterable[Sequence[str]], first: int = 1) -> Iterator[Row]:
    for number, row in enumerate(cells, start=first):
        texts = tuple(cell.strip() for cell in row)
        if any(texts):
            yield Row(number, texts)


def _text(cell: object) -> str:
    if isinstance(cell, datetime):
        return cell.isoformat(sep=" ")
    if isinstance(cell, date):
        return cell.isoformat()
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell)
