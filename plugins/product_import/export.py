"""Products as a sheet: a row for each, further variants in rows below; importing it again changes nothing."""

import csv
import io
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from plugins.product_import.cells import guard
from plugins.product_import.columns import VARIANTS, Column, sheet_columns
from plugins.product_import.existing import read_existing
from plugins.product_import.write_xlsx import xlsx_bytes
from plugins.products.model import Catalog, Product
from plugins.products.reader import read_categories
from plugins.shared.errors import UsageProblem
from plugins.shared.files import write_atomic
from plugins.shared.language import say


def export_sheet(content: Path, path: Path) -> str:
    """Write all products, drafts and hidden ones too, as XLSX or CSV after the file's ending; return one line about it.

    Raises:
        UsageProblem: another ending, or a text that no cell of a spreadsheet can hold.
        ContentProblems: product files that cannot be read.
    """
    if path.suffix.lower() not in (".xlsx", ".csv"):
        raise UsageProblem(say("文件名要以 .xlsx 或 .csv 结尾。", "the file's name must end in .xlsx or .csv."))
    catalog = Catalog(categories=read_categories(content)[0], products=())
    order = {category.slug: place for place, category in enumerate(catalog.all_categories)}
    products = [product for _, product in read_existing(content).values()]
    products.sort(key=lambda each: (order.get(each.category, len(order)), each.weight, each.slug))
    rows = [row for product in products for row in product_rows(product)]
    write = xlsx_bytes if path.suffix.lower() == ".xlsx" else csv_bytes
    write_atomic(path, write(sheet_columns(), rows))
    return say(
        f"{path}：{len(products)} 个产品，{len(rows)} 行。", f"{path}: {len(products)} products, {len(rows)} rows."
    )


def product_rows(product: Product) -> Iterator[list[str]]:
    """Yield the rows of one product, a text for every column."""
    for number in range(max(1, len(product.variants))):
        variant = product.variants[number] if number < len(product.variants) else None
        yield [
            _cell(column, variant if column.of_variant else None if number else product) for column in sheet_columns()
        ]


def csv_bytes(columns: Sequence[Column], rows: Sequence[Sequence[str]]) -> bytes:
    """Return rows as CSV that Excel opens as UTF-8 and runs nothing of."""
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow([column.heading for column in columns])
    writer.writerows([guard(cell) for cell in row] for row in rows)
    return text.getvalue().encode("utf-8-sig")


def _cell(column: Column, value: Any) -> str:
    field = column.key.removeprefix(f"{VARIANTS}.")
    found = getattr(value, field) if value is not None else None
    if found is None or found in ("", (), {}) or (field == "weight" and found == 0):
        return ""
    if field in ("price", "list_price"):
        return f"{found // 100}.{found % 100:02d}"
    if isinstance(found, tuple):
        found = [each.model_dump(exclude_none=True) if hasattr(each, "model_dump") else each for each in found]
    return column.write(found)
