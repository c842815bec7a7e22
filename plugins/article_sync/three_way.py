"""Three versions of a text made one: lines that only one side touched are that side's. Pure.

A line goes with the blank lines behind it, so that edits of neighbouring paragraphs do not touch each other.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

_LINE = re.compile(r"([^\n]*)(\n(?:[ \t]*\n)*|$)")


@dataclass(frozen=True)
class Merged:
    """The text, and what both sides wrote in the same place: pairs of ours and theirs. With pairs it holds ours."""

    text: str
    clashes: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class _Edit:
    """Lines ``start`` to ``end`` of the base became ``lines``."""

    start: int
    end: int
    lines: tuple[tuple[str, str], ...]

    def meets(self, other: "_Edit") -> bool:
        """Tell whether two edits are about the same place."""
        if self.start == self.end and other.start == other.end:
            return self.start == other.start
        return (
            max(self.start, other.start) < min(self.end, other.end)
            or (self.start == self.end and other.start < self.start < other.end)
            or (other.start == other.end and self.start < other.start < self.end)
        )


def merge_texts(base: str, ours: str, theirs: str) -> Merged:
    """Return ``base`` with the edits of both sides; the same edit on both counts once."""
    lines = [_lines(text) for text in (base, ours, theirs)]
    here, there = _edits(lines[0], lines[1]), _edits(lines[0], lines[2])
    there = [edit for edit in there if edit not in here]
    pairs = [(one, other) for one in here for other in there if one.meets(other)]
    kept = [edit for edit in there if all(edit is not other for _, other in pairs)]
    gaps = _gaps(lines[0], lines[1], lines[2])
    text = _applied(lines[0], [*here, *kept], gaps)
    return Merged(text, tuple((_text(one.lines), _text(other.lines)) for one, other in pairs))


def differences(ours: str, theirs: str) -> tuple[tuple[str, str], ...]:
    """Return what differs between two texts, in order: pairs of ours and theirs."""
    here, there = _lines(ours), _lines(theirs)
    return tuple((_text(here[edit.start : edit.end]), _text(edit.lines)) for edit in _edits(here, there))


def _lines(text: str) -> list[tuple[str, str]]:
    return [(found[1], found[2]) for found in _LINE.finditer(text) if found[0]]


def _edits(base: Sequence[tuple[str, str]], side: Sequence[tuple[str, str]]) -> list[_Edit]:
    matcher = SequenceMatcher(None, [line for line, _ in base], [line for line, _ in side], autojunk=False)
    return [
        _Edit(start, end, tuple(side[other:last]))
        for tag, start, end, other, last in matcher.get_opcodes()
        if tag != "equal"
    ]


def _gaps(
    base: Sequence[tuple[str, str]], ours: Sequence[tuple[str, str]], theirs: Sequence[tuple[str, str]]
) -> dict[int, str]:
    """Return the blank lines behind each kept line of the base: those of the side that changed them."""
    gaps = {index: gap for index, (_, gap) in enumerate(base)}
    for side in (theirs, ours):
        matcher = SequenceMatcher(None, [line for line, _ in base], [line for line, _ in side], autojunk=False)
        for start, other, size in matcher.get_matching_blocks():
            for step in range(size):
                if side[other + step][1] != base[start + step][1]:
                    gaps[start + step] = side[other + step][1]
    return gaps


def _applied(base: Sequence[tuple[str, str]], edits: Sequence[_Edit], gaps: dict[int, str]) -> str:
    parts: list[tuple[str, str]] = []
    place = 0
    for edit in sorted(edits, key=lambda one: (one.start, one.end)):
        parts += [(base[index][0], gaps[index]) for index in range(place, edit.start)]
        parts += edit.lines
        place = max(place, edit.end)
    parts += [(base[index][0], gaps[index]) for index in range(place, len(base))]
    # A line that was the last one had no line end of its own.
    closed = [(line, gap or "\n") for line, gap in parts[:-1]] + parts[-1:]
    return _text(closed)


def _text(lines: Sequence[tuple[str, str]]) -> str:
    return "".join(line + gap for line, gap in lines)
