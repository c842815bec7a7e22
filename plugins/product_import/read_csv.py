"""CSV files, in the encodings and with the separators that Excel, WPS and shops write."""

import csv
import io

from plugins.product_import.cells import cell_text, unguard
from plugins.product_import.sheet import Sheet, SheetRefused
from plugins.shared.language import say

LARGEST_COLUMNS = 2_000
_LARGEST_CELL = 2_000_000
_ENCODINGS = (("utf-8-sig", b""), ("utf-16", b"\xff\xfe"), ("utf-16", b"\xfe\xff"), ("gb18030", b""))


def read_csv(name: str, data: bytes) -> list[Sheet]:
    """Return the one sheet of a CSV file.

    Raises:
        SheetRefused: neither UTF-8 nor GB18030, or rows that no spreadsheet has.
    """
    text = _decoded(name, data)
    limit = csv.field_size_limit(_LARGEST_CELL)
    try:
        rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=_separator(text), strict=False))
    except csv.Error as error:
        hint = say(f"这不是 CSV（{error}）。请重新导出。", f"this is not CSV ({error}). Export it again.")
        raise SheetRefused(f"{name}: {hint}") from error
    finally:
        csv.field_size_limit(limit)
    for number, row in enumerate(rows, start=1):
        if len(row) > LARGEST_COLUMNS:
            zh = f"这一行有 {len(row)} 列，最多 {LARGEST_COLUMNS} 列。"
            en = f"this row has {len(row)} columns; {LARGEST_COLUMNS} are the most."
            raise SheetRefused(f"{name}:{number}: {say(zh, en)}")
    return [Sheet(name, [[unguard(cell_text(cell)) for cell in row] for row in rows])]


def _decoded(name: str, data: bytes) -> str:
    for encoding, mark in _ENCODINGS:
        if data.startswith(mark):
            try:
                text = data.decode(encoding)
            except UnicodeDecodeError:
                continue
            if "\0" not in text:
                return text
    hint = say(
        "读不出文字。请在 Excel 里另存为 xlsx，或“CSV UTF-8”。",
        "its text cannot be read. Save it as xlsx, or as 'CSV UTF-8'.",
    )
    raise SheetRefused(f"{name}: {hint}")


def _separator(text: str) -> str:
    """Return the separator that the first line with any uses most."""
    line = next((line for line in text.splitlines()[:20] if any(mark in line for mark in ",;\t")), "")
    return max(",;\t", key=line.count)
