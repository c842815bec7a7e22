"""Amounts, dates and fixed words as people write them in a sheet, in the form that a product file has."""

import re
import unicodedata
from datetime import date, timedelta

CHOICES = {
    "availability": {"in_stock": "有货", "out_of_stock": "暂时缺货", "preorder": "预订", "discontinued": "已停售"},
    "status": {"published": "公开", "draft": "草稿", "hidden": "不公开"},
}
"""What a fixed value of a product file is called in a sheet."""

_ALSO = {
    "availability": {
        "in_stock": "有 是 在售 现货 上架 充足 yes true in instock available 1",
        "out_of_stock": "无货 缺货 售罄 无 否 no false out outofstock soldout 0",
        "preorder": "预售 预定 定制 backorder onbackorder",
        "discontinued": "停售 停产 下架",
    },
    "status": {
        "published": "发布 已发布 上架 是 yes true active 1",
        "draft": "未完成 未发布 -1",
        "hidden": "隐藏 下架 否 no false archived private 0",
    },
}
_ON_REQUEST = {"询价", "面议", "电询", "-", "--", "—", "/", "无", "n/a"}
_AMOUNT = re.compile(r"(?:rmb|cny|¥)?\s*(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?\s*(?:元|圆|rmb|cny)?", re.IGNORECASE)
_DAY = re.compile(r"(\d{4})\s*[-./年]\s*(\d{1,2})\s*[-./月]\s*(\d{1,2})\s*日?(?:[ T]0?0:00(?::00)?)?")
_SERIAL = re.compile(r"[1-9]\d{4}(?:\.0+)?")
_EPOCH = date(1899, 12, 30)
"""Day 0 of spreadsheets, once their 29 February 1900 is counted."""


def plain(text: str) -> str:
    """Return text with full-width letters, digits and signs as the usual ones."""
    return unicodedata.normalize("NFKC", text).strip()


def read_amount(cell: str) -> str:
    """Return yuan as ``1268.50``, empty for 询价; what is no amount stays as it is, to be refused."""
    text = plain(cell)
    if text.lower() in _ON_REQUEST:
        return ""
    found = _AMOUNT.fullmatch(text)
    return found.group(1).replace(",", "") + _cents(found.group(2) or "") if found else text


def read_day(cell: str) -> str:
    """Return a day as ``2026-11-22``, whether written out, with other signs, or as a spreadsheet's serial number."""
    text = plain(cell)
    if _SERIAL.fullmatch(text):
        return (_EPOCH + timedelta(days=int(float(text)))).isoformat()
    found = _DAY.fullmatch(text)
    return "-".join(part.zfill(2) for part in found.groups()) if found else text


def read_number(cell: str) -> str:
    """Return a whole number without the fraction that a spreadsheet may show."""
    return re.sub(r"\.0+\Z", "", plain(cell))


def read_choice(key: str, cell: str) -> str:
    """Return the value of a fixed word; a number of pieces in stock is a word too."""
    folded = fold(cell)
    for value, shown in CHOICES[key].items():
        if folded in (fold(value), fold(shown)) or folded in _ALSO[key][value].split():
            return value
    if key == "availability" and re.fullmatch(r"-?\d+(\.\d+)?", plain(cell)):
        return "in_stock" if float(plain(cell)) > 0 else "out_of_stock"
    return plain(cell)


def fold(text: str) -> str:
    """Return what two spellings of one word have in common: width, case, blanks and marks left out."""
    return re.sub(r"[\s_*＊]+", "", plain(text)).casefold()


def _cents(fraction: str) -> str:
    """Two digits; more only where they are not zeros, so that the mistake shows."""
    return "." + fraction[1:].rstrip("0").ljust(2, "0")
