"""XLSX files: every visible sheet as texts; formulas count as what they last showed."""

import io

import python_calamine as calamine

from plugins.product_import.cells import cell_text
from plugins.product_import.sheet import Sheet, SheetRefused
from plugins.product_import.xlsx_guard import broken_formulas
from plugins.shared.language import say


def read_xlsx(name: str, data: bytes) -> list[Sheet]:
    """Return the visible sheets of a workbook.

    Raises:
        SheetRefused: not an XLSX file, protected by a password, or dangerous to read.
    """
    broken = broken_formulas(name, data)
    try:
        workbook = calamine.CalamineWorkbook.from_filelike(io.BytesIO(data))
        shown = [
            place
            for place, sheet in enumerate(workbook.sheets_metadata)
            if sheet.visible == calamine.SheetVisibleEnum.Visible and sheet.typ == calamine.SheetTypeEnum.WorkSheet
        ]
        sheets = [_sheet(workbook.get_sheet_by_index(place), broken, place) for place in shown]
    except calamine.CalamineError as error:
        hint = say("打不开。请在 Excel 或 WPS 里另存为 xlsx。", "it cannot be opened. Save it as xlsx in Excel or WPS.")
        raise SheetRefused(f"{name}: {hint} ({type(error).__name__})") from error
    return sheets


def _sheet(sheet: calamine.CalamineSheet, broken: dict[str, frozenset[tuple[int, int]]], place: int) -> Sheet:
    rows = [[cell_text(value) for value in row] for row in sheet.to_python(skip_empty_area=False)]
    found = broken.get(f"xl/worksheets/sheet{place + 1}.xml", frozenset())
    return Sheet(sheet.name, rows, sheet.merged_cell_ranges or (), found)
