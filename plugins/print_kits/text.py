"""Text broken into lines by estimated widths: the same lines in every output, whatever font it is drawn with."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

_NARROW = "iljtfr.,:;|!'()[]·- "
_NO_START = "，。、；：！？）》」』”’…%,.!?:;)]}"
_WORD = re.compile(r"[A-Za-z0-9][A-Za-z0-9.,:_]*[/\-]?|\s+|.", re.DOTALL)


@dataclass(frozen=True)
class Fitted:
    """Lines that fit, and the size in mm at which they do."""

    lines: tuple[str, ...]
    size: float


def em_width(text: str) -> float:
    """Return an upper estimate of a text's width in ems; full-width characters are one em."""
    return sum(map(_char_width, text))


def fit(text: str, width: float, size: float, most_lines: int, least: float = 0.5) -> Fitted:
    """Break a text into at most ``most_lines``; shrink it to ``least`` of its size, then cut it with an ellipsis."""
    text = " ".join(text.split())
    for step in range(11):
        smaller = size * (1 - (1 - least) * step / 10)
        lines = tuple(_lines(text, width / smaller))
        if len(lines) <= most_lines:
            return Fitted(_balanced(text, lines, width / smaller), smaller)
    cut = [*lines[: most_lines - 1], _shortened("".join(lines[most_lines - 1 :]), width / smaller)]
    return Fitted(tuple(cut), smaller)


def _balanced(text: str, lines: tuple[str, ...], ems: float) -> tuple[str, ...]:
    """Return lines of about equal length where one would stand with a few characters alone."""
    if len(lines) < 2 or em_width(lines[-1]) > ems * 0.4:
        return lines
    for share in (0.6, 0.7, 0.8, 0.9):
        tried = tuple(_lines(text, ems * share))
        if len(tried) == len(lines):
            return tried
    return lines


def _lines(text: str, ems: float) -> Iterator[str]:
    line = ""
    for piece in _pieces(text, ems):
        if line and em_width(line + piece.rstrip()) > ems and not (piece in _NO_START and em_width(line) <= ems):
            yield line.strip()
            line = ""
        line += piece if line or piece.strip() else ""
    if line.strip():
        yield line.strip()


def _pieces(text: str, ems: float) -> Iterator[str]:
    """Yield what may not be broken: words and numbers, single characters; words too long for a line come in parts."""
    for piece in _WORD.findall(text):
        if em_width(piece) <= ems:
            yield piece
        else:
            yield from piece


def _shortened(text: str, ems: float) -> str:
    while text and em_width(text + "…") > ems:
        text = text[:-1]
    return text.rstrip(_NO_START + " ") + "…"


def _char_width(char: str) -> float:
    if unicodedata.east_asian_width(char) in "WF" or char in "“”‘’…—":
        return 1.0
    if char in _NARROW:
        return 0.36
    return 0.76 if char.isupper() or char in "mwMW@%" else 0.6
