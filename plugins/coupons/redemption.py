"""What staff wrote down: a code, the day, the store, the receipt."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path

from plugins.coupons.code import normalise
from plugins.coupons.rows import Columns, read_table
from plugins.shared.errors import Problem
from plugins.shared.language import say

COLUMNS = Columns(
    {
        "code": ("券码", "优惠码", "优惠券码", "coupon", "code"),
        "day": ("日期", "核销日期", "使用日期", "时间", "day", "date"),
        "store": ("门店", "店", "店铺", "shop", "store"),
        "receipt": ("小票号", "小票", "单号", "订单号", "order", "receipt"),
    },
    frozenset({"code", "day"}),
)
"""What the columns may be called; code and day must be there."""
_EXCEL_EPOCH = date(1899, 12, 30)


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
    return read_table(path, name, COLUMNS, _redemption)


def parse_day(text: str) -> date | None:
    """Return a day as people and spreadsheets write it, None when it is none: 2026-11-22, 2026/11/2, 2026年11月2日."""
    parts = re.match(r"(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})(?!\d)", text) or re.match(r"(\d{4})(\d\d)(\d\d)$", text)
    try:
        if parts:
            return date(*map(int, parts.groups()))
        return _EXCEL_EPOCH + timedelta(days=int(text)) if re.fullmatch(r"[3-7]\d{4}", text) else None
    except ValueError:
        return None


def _redemption(cells: Mapping[str, str], where: str) -> tuple[Redemption | None, str]:
    if not cells["code"]:
        return None, say("没有券码。", "the code is missing.")
    day = parse_day(cells["day"])
    if day is None:
        shown = cells["day"][:40]
        return None, say(f"“{shown}”不是日期。请写成 2026-11-22。", f'"{shown}" is not a date. Write it as 2026-11-22.')
    typed = cells["code"]
    return Redemption(day, cells.get("store", ""), cells.get("receipt", ""), normalise(typed), typed[:40], where), ""
