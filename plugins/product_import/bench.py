"""Seconds that a sheet of 10,000 products takes: new, again without change, and with one cell changed in each row."""

import shutil
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from time import perf_counter, process_time

from plugins.product_import.columns import sheet_columns
from plugins.product_import.command import import_sheet
from plugins.product_import.write_xlsx import xlsx_bytes
from plugins.shared.files import write_atomic

ROWS = 10_000
LONGEST_S = 20.0
"""What each of the three may take."""
_CATEGORIES = "categories:\n- {slug: tea, title: 茶}\n"
_CELLS = {
    "category": "茶",
    "price_valid_until": "2027-03-15",
    "unit": "罐",
    "availability": "有货",
    "stock_checked": "2026-11-18",
    "specs": "产地: 浙江杭州\n采摘: 2026 年 3 月 22 日至 28 日\n净含量: 50 g\n贮存: 密封避光，冷藏",
    "highlights": "同一户人家，跟了十一年\n清明前一周采完",
    "tags": "新茶、送礼",
    "keywords": "西湖龙井、明前茶",
    "faq": "问：会不会不鲜了？\n答：出库才装罐。",
    "buy": "打电话留货 | 0571-8700 1234",
    "staff_notes": "不再打折。",
    "body": "茶是梅家坞一户人家炒的。\n\n干茶扁平，嫩绿里透一点黄。",
}


def bench_import(rows: int = ROWS) -> dict[str, tuple[float, float]]:
    """Return wall and processor seconds of importing a sheet of ``rows`` products three times over."""
    folder = Path(tempfile.mkdtemp(prefix="import-bench-"))
    try:
        (folder / "products").mkdir()
        (folder / "images").mkdir()
        (folder / "products/categories.yaml").write_text(_CATEGORIES, encoding="utf-8")
        sheet = folder / "products.xlsx"
        figures = {}
        for name, price in (("new", "268.00"), ("unchanged", "268.00"), ("one cell changed", "298.00")):
            write_atomic(sheet, xlsx_bytes(sheet_columns(), list(_rows(rows, price))))
            start, spent = perf_counter(), process_time()
            report, code = import_sheet(folder, sheet)
            if code:
                sys.exit(report)
            figures[name] = (perf_counter() - start, process_time() - spent)
        return figures
    finally:
        shutil.rmtree(folder)


def _rows(count: int, price: str) -> Iterator[list[str]]:
    for number in range(count):
        cells = _CELLS | {
            "slug": f"tea-{number}",
            "title": f"龙井 {number} 号",
            "model": f"LJ-{number:05d}",
            "price": price,
        }
        yield [cells.get(column.key, "") for column in sheet_columns()]


if __name__ == "__main__":
    for step, (wall_s, processor_s) in bench_import().items():
        print(f"{ROWS} rows, {step}: {wall_s:.1f} s, {processor_s:.1f} s of processor (aim {LONGEST_S:.0f} s)")
