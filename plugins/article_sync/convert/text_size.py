"""Headings that are none in HTML: lines that people made large and bold in an editor without heading styles."""

import re
from collections.abc import Sequence

from bs4 import Tag

from plugins.article_sync.convert.blocks import STRONG, Break, Inline, Run, plain

BASE_PX = 16.0
_LARGE_PX, _LARGER_PX = 18.0, 20.0
_LONGEST = 40
_SIZE = re.compile(r"font-size\s*:\s*([\d.]{1,8})\s*(px|pt|rem|em|%)")


def size_of(tag: Tag, around_px: float) -> float:
    """Return the size of an element's letters in pixels."""
    found = _SIZE.search(str(tag.get("style", "")).lower())
    if not found or found[1].count(".") > 1 or found[1] == ".":
        return around_px
    units = {"px": 1.0, "pt": 4 / 3, "rem": BASE_PX, "em": around_px, "%": around_px / 100}
    return float(found[1]) * units[found[2]]


def heading_level(content: Sequence[Inline], sizes_px: Sequence[float]) -> int:
    """Return 2 or 3 for a short line that is large and bold throughout, 0 for any other text."""
    words = [piece for piece in content if not isinstance(piece, Break)]
    bold = all(isinstance(piece, Run) and (STRONG in piece.marks or not piece.text.strip()) for piece in words)
    if not (sizes_px and bold and 0 < len(plain(content)) <= _LONGEST) or min(sizes_px) < _LARGE_PX:
        return 0
    return 2 if min(sizes_px) >= _LARGER_PX else 3
