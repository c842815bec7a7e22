"""How the index files are written: compact JSON, small numbers in base 36."""

import json
from typing import Any

_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"


def base36(number: int) -> str:
    """Return a number from 0 as JavaScript's ``parseInt(text, 36)`` reads it."""
    digits = ""
    while number or not digits:
        number, rest = divmod(number, 36)
        digits = _DIGITS[rest] + digits
    return digits


def to_json(value: Any) -> bytes:
    """Return JSON without blanks, in UTF-8."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode("utf-8")
