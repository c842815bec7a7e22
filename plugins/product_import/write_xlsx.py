"""Rows as an XLSX workbook that is pleasant to fill in: headings that stay, choices to pick from, text as text."""

import io
from collections.abc import Sequence

import xlsxwriter

from plugins.product_import.columns import Column
from plugins.product_import.words import CHOICES
from plugins.shared.errors import UsageProblem
from plugins.shared.language import say

LONGEST_CELL = 32_767
"""Characters that a cell of Excel holds."""
_SPARE_ROWS = 2_000


def xlsx_bytes(columns: Sequence[Column], rows: Sequence[Sequence[str]]) -> bytes:
    """Return the workbook. Every cell is text, so nothing in it is ever run as a formula.

    Raises:
        UsageProblem: a text is longer than a cell may be.
    """
    file = io.BytesIO()
    options = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with xlsxwriter.Workbook(file, {"in_memory": True, **options}) as book:
        sheet = book.add_worksheet(say("产品", "Products"))
        head = book.add_format(
            {"bold": True, "bg_color": "#EFE9DC", "bottom": 1, "valign": "vcenter", "num_format": "@"}
        )
        text = book.add_format({"valign": "top", "num_format": "@"})
        wrapped = book.add_format({"valign": "top", "num_format": "@", "text_wrap": True})
        for place, column in enumerate(columns):
            sheet.set_column(place, place, column.width, wrapped if column.width > 20 else text)
            sheet.write_string(0, place, column.heading, head)
            words = CHOICES.get(column.key.rpartition(".")[2])
            if words:
                choice = {
                    "validate": "list",
                    "source": list(words.values()),
                    "ignore_blank": True,
                    "error_type": "warning",
                }
                sheet.data_validation(1, place, len(rows) + _SPARE_ROWS, place, choice)
        for number, row in enumerate(rows, start=1):
            for place, cell in enumerate(row):
                if cell:
                    _fits(row, cell)
                    sheet.write_string(number, place, cell, wrapped if columns[place].width > 20 else text)
        sheet.freeze_panes(1, 2)
        sheet.set_row(0, 24)
    return file.getvalue()


def _fits(row: Sequence[str], cell: str) -> None:
    if len(cell) > LONGEST_CELL:
        raise UsageProblem(
            say(
                f"{row[0]} 有一格超过 {LONGEST_CELL} 个字，Excel 放不下。请导出为 .csv。",
                f"{row[0]} has a text of more than {LONGEST_CELL} characters, too long for Excel. Export to .csv.",
            )
        )
