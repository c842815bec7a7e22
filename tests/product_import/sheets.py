"""Sheets for tests: written as Excel writes them, and shops to import them into."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

import xlsxwriter

from plugins.product_import.existing import read_existing
from plugins.products.model import Product

CATEGORIES = (
    "categories:\n- slug: tea\n  title: 茶\n  children:\n  - {slug: green, title: 绿茶}\n- {slug: ware, title: 器}\n"
)


def empty_shop(folder: Path) -> Path:
    """Return a content/ folder with categories and no product."""
    (folder / "products").mkdir(parents=True)
    (folder / "images").mkdir()
    (folder / "products/categories.yaml").write_text(CATEGORIES, encoding="utf-8")
    return folder


def write_xlsx(path: Path, rows: Sequence[Sequence[Any]], merged: Sequence[str] = ()) -> Path:
    """Write rows as a workbook: numbers as numbers, dates as dates; merged areas keep their first cell's text."""
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet()
        day = book.add_format({"num_format": "yyyy-mm-dd"})
        for number, row in enumerate(rows):
            for place, value in enumerate(row):
                if isinstance(value, date):
                    sheet.write_datetime(number, place, value, day)
                elif isinstance(value, (int, float)):
                    sheet.write_number(number, place, value)
                elif value:
                    sheet.write_string(number, place, value)
        for area in merged:
            first = area.split(":")[0]
            place = xlsxwriter.utility.xl_cell_to_rowcol(first)
            sheet.merge_range(area, rows[place[0]][place[1]])
    return path


def write_csv(path: Path, text: str, encoding: str = "utf-8") -> Path:
    """Write a CSV file."""
    path.write_bytes(text.encode(encoding))
    return path


def products(content: Path) -> dict[str, Product]:
    """Return every product of a shop by slug."""
    return {slug: product for slug, (_, product) in read_existing(content).items()}
