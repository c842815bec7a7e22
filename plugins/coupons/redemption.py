"""What staff wrote down: a code, the day, the store, the receipt."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path

from plugins.coupons.code import normalise
from plugins.coupons.rows import Row, read_rows
from plugins.shared.errors import Problem
from plugins.shared.language import say

HEADINGS = {
    "code": ("券码", "优惠码", "优惠券码", "code", "coupon"),
    "day": ("日期", "核销日期", "使用日期", "时间", "date", "day"),
    "store": ("门店", "店", "店铺", "store", "shop"),
    "receipt": ("小票号", "小票", "单号", "订单号", "receipt", "order"),
}
"""What the columns may be called; code and day must be there."""
_EXCEL_EPOCH = date(1899, 12, 30)
_MOST_PROBLEMS = 200


@dataclass(frozen=True, order=True)
class Redemption:
    """One line of somebody's list. Two lines are the same when everything but ``typed`` and ``where`` is."""

    day: date
    store: str
    receipt: str
    code: str
    typed: str = field(default="", compare=False)
    where: str = field(default="", compare=False)


def read_redemptions(path: Path, name: str) -> tuple[list[Redemption], list[Problem]]:
    """Return what a CSV or XLSX file lists, every sheet of it, and a problem for each row that cannot be used."""
    sheets, problems = read_rows(path, name)
    found: list[Redemption] = []
    for rows in sheets:
        if rows:
            _read_sheet(rows, name, found, problems)
    return found, problems[:_MOST_PROBLEMS]


def parse_day(text: str) -> date | None:
    """Return a day as people and spreadsheets write it, None when it is none: 2026-11-22, 2026/11/2, 2026年11月2日."""
    parts = re.match(r"(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})(?!\d)", text) or re.match(r"(\d{4})(\d\d)(\d\d)$", text)
    try:
        if parts:
            return date(*map(int, parts.groups()))
        return _EXCEL_EPOCH + timedelta(days=int(text)) if re.fullmatch(r"[3-7]\d{4}", text) else None
    except ValueError:
        return None


def _read_sheet(rows: Sequence[Row], name: str, found: list[Redemption], problems: list[Problem]) -> None:
    columns = _columns(rows[0])
    if not {"code", "day"} <= columns.keys():
        text = say(
            "第一行要写列名：券码、日期，可加门店、小票号。",
            "the first row must name the columns: code, date, store, receipt.",
        )
        problems.append(Problem(name, rows[0].number, text))
        return
    for row in rows[1:]:
        problem = _read_row(row, columns, name, found)
        if problem:
            problems.append(Problem(name, row.number, problem))


def _read_row(row: Row, columns: dict[str, int], name: str, found: list[Redemption]) -> str:
    cells = {key: row.cells[place] if place < len(row.cells) else "" for key, place in columns.items()}
    if not cells["code"]:
        return say("没有券码。", "the code is missing.")
    day = parse_day(cells["day"])
    if day is None:
        shown = cells["day"][:40]
        return say(f"“{shown}”不是日期。请写成 2026-11-22。", f'"{shown}" is not a date. Write it as 2026-11-22.')
    store, receipt = cells.get("store", ""), cells.get("receipt", "")
    where = f"{name}:{row.number}"
    found.append(Redemption(day, store, receipt, normalise(cells["code"]), cells["code"][:40], where))
    return ""


def _columns(heading: Row) -> dict[str, int]:
    """Return which column holds what; the first of several with the same meaning counts."""
    return dict(reversed(list(_named(heading))))


def _named(heading: Row) -> Iterator[tuple[str, int]]:
    for place, cell in enumerate(heading.cells):
        title = cell.lower()
        yield from ((key, place) for key, names in HEADINGS.items() if title in names)
