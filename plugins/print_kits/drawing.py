"""A sheet as a list of marks in millimetres, origin at the upper left of the cut size; every output draws these."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from plugins.print_kits.formats import Format

Anchor = Literal["start", "middle", "end"]


@dataclass(frozen=True)
class Box:
    """A filled rectangle; ``radius_mm`` rounds its corners."""

    x: float
    y: float
    width: float
    height: float
    colour: str
    radius_mm: float = 0.0


@dataclass(frozen=True)
class Words:
    """One line of text; ``y`` is its base line, ``size`` its em in mm."""

    x: float
    y: float
    text: str
    size: float
    colour: str
    anchor: Anchor = "start"
    serif: bool = False


@dataclass(frozen=True)
class Photo:
    """A picture file of content/images/ that covers its rectangle."""

    x: float
    y: float
    width: float
    height: float
    name: str


@dataclass(frozen=True)
class Code:
    """A QR code, black; ``x``, ``y`` and ``side`` without the quiet zone, which the layout keeps white."""

    x: float
    y: float
    side: float
    url: str


Mark = Box | Words | Photo | Code


@dataclass(frozen=True)
class Sheet:
    """One printed thing: its format and its marks, in drawing order."""

    format: Format
    marks: tuple[Mark, ...]

    @property
    def codes(self) -> Iterator[Code]:
        """The codes on it."""
        return (mark for mark in self.marks if isinstance(mark, Code))


def moved(mark: Mark, right: float, down: float) -> Mark:
    """Return the same mark somewhere else."""
    return replace(mark, x=mark.x + right, y=mark.y + down)
