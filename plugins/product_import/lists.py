"""Several values in one cell, and back without losing any.

A value that holds a separator, a line break or a backslash has a backslash before it (``\\n`` for the line break).
"""

import re
from collections.abc import Iterable

SEPARATORS = "、，,;；"
LINE = "\n"
_UNESCAPED = re.compile(r"\\(.)|(.)", re.DOTALL)


def join_items(items: Iterable[str], separators: str = "", glue: str = LINE) -> str:
    """Return items as one cell; ``glue`` is a line break or one of ``separators``."""
    return glue.join(escape(item, separators) for item in items)


def split_items(cell: str, separators: str = "") -> list[str]:
    """Return the items of a cell, split at line breaks and at ``separators``, without blanks around them."""
    parts = [unescape(part).strip() for part in split_at(cell, separators + LINE)]
    return [part for part in parts if part]


def escape(text: str, separators: str = "") -> str:
    """Return one item with its separators, line breaks and backslashes marked."""
    text = text.replace("\\", "\\\\").replace("\n", "\\n")
    return re.sub(f"([{re.escape(separators)}])", r"\\\1", text) if separators else text


def unescape(text: str) -> str:
    """Return what ``escape`` was given; a backslash before any other letter stays."""
    if "\\" not in text:
        return text
    return re.sub(r"\\(.)", lambda found: _meant(found.group(1)), text, flags=re.DOTALL)


def split_at(text: str, separators: str, limit: int = -1) -> list[str]:
    """Return the parts of an escaped text between separators that no backslash protects; still escaped."""
    if "\\" not in text:
        return re.split(f"[{re.escape(separators)}]", text, maxsplit=max(limit - 1, 0))
    parts = [""]
    for found in _UNESCAPED.finditer(text):
        if found.group(2) is not None and found.group(2) in separators and len(parts) != limit:
            parts.append("")
        else:
            parts[-1] += found.group(0)
    return parts


def _meant(letter: str) -> str:
    if letter == "n":
        return "\n"
    return letter if not letter.isalnum() else f"\\{letter}"
