"""What a cell holds, as the text that a person would type; and text that no spreadsheet takes for a formula."""

import re
from datetime import date, datetime, time, timedelta

CellValue = str | float | int | bool | date | datetime | time | timedelta | None

_BLANKS = "\u00a0\u3000\u200b\ufeff"
_FORMULA = re.compile(r"'*[=+\-@\t\r]")
_NUMBER = re.compile(r"-?\d+(\.\d+)?")


def cell_text(value: CellValue) -> str:
    """Return a cell as text without blanks around it: ``268`` for 268.0, ``2026-11-22`` for a date at midnight."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return _number_text(value)
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time() else value.isoformat(" ", "seconds")
    return str(value).replace("\r\n", "\n").replace("\r", "\n").strip().strip(_BLANKS).strip()


def guard(text: str) -> str:
    """Return text for a CSV cell that no spreadsheet runs: an apostrophe goes before what would start a formula."""
    return f"'{text}" if _FORMULA.match(text) and not _NUMBER.fullmatch(text) else text


def unguard(text: str) -> str:
    """Return the text that ``guard`` was given."""
    return text[1:] if text.startswith("'") and _FORMULA.match(text[1:]) else text


def _number_text(value: float) -> str:
    """Fifteen digits, as spreadsheets show them: 0.1 + 0.2 is 0.3."""
    return str(int(value)) if value.is_integer() and abs(value) < 1e15 else f"{value:.15g}"
