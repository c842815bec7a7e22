"""The meaning of an article as values: what both Markdown and WeChat's HTML are read into and written from.

Inline content is a flat row of runs. ``<b><i>x</i></b>``, ``<i><b>x</b></i>`` and two bold runs side by side are
the same text to a reader, and so they are the same values here.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import TypeAlias

STRONG, EM, DEL, CODE = "strong", "em", "del", "code"
MARKS = (STRONG, EM, DEL, "u", "mark", "sub", "sup", CODE)
"""Every mark, in the order in which they are opened when nothing else decides."""

_BLANKS = re.compile(r"\s+")
# Joiners (U+200C, U+200D) stay: they hold emoji and some scripts together.
_INVISIBLE = re.compile(r"[\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\ufeff\x00-\x08\x0e-\x1b\x7f\ufffe\uffff]")


@dataclass(frozen=True)
class Run:
    """Text with the same marks throughout; ``href`` is where it leads, or empty."""

    text: str
    marks: frozenset[str] = frozenset()
    href: str = ""


@dataclass(frozen=True)
class Image:
    """A picture; ``alt`` is also its caption when it stands alone."""

    src: str
    alt: str = ""
    title: str = ""
    href: str = ""


@dataclass(frozen=True)
class Break:
    """A line break inside a paragraph."""


@dataclass(frozen=True)
class NoteRef:
    """The mark of a footnote in the text."""

    label: str


@dataclass(frozen=True)
class Math:
    """A formula in LaTeX; alone in its paragraph it is shown on a line of its own."""

    latex: str


Inline: TypeAlias = Run | Image | Break | NoteRef | Math
Inlines: TypeAlias = tuple[Inline, ...]


@dataclass(frozen=True)
class Heading:
    level: int
    content: Inlines


@dataclass(frozen=True)
class Paragraph:
    content: Inlines


@dataclass(frozen=True)
class Quote:
    blocks: tuple["Block", ...]


@dataclass(frozen=True)
class ListBlock:
    """A list; ``start`` is the first number, None for bullets. An item is a row of blocks."""

    items: tuple[tuple["Block", ...], ...]
    start: int | None = None


@dataclass(frozen=True)
class Code:
    text: str
    language: str = ""


@dataclass(frozen=True)
class Rule:
    pass


@dataclass(frozen=True)
class Table:
    """Rows of cells, the first row being the head; ``aligns`` holds left, center, right or "" per column."""

    rows: tuple[tuple[Inlines, ...], ...]
    aligns: tuple[str, ...]


@dataclass(frozen=True)
class Opaque:
    """What Markdown cannot say, as sanitised HTML on one line."""

    html: str


@dataclass(frozen=True)
class Note:
    """The text of a footnote."""

    label: str
    blocks: tuple["Block", ...]


@dataclass(frozen=True)
class Directive:
    """A part with a name of its own, such as a product card: ``::: kind argument``, its blocks, ``:::``.

    ``shown`` is what a reader sees of a card before its own blocks. It follows from the shop's content, so it is no
    part of what the article says.
    """

    kind: str
    argument: str = ""
    blocks: tuple["Block", ...] = ()
    shown: tuple["Block", ...] = field(default=(), compare=False, repr=False)


Block: TypeAlias = Heading | Paragraph | Quote | ListBlock | Code | Rule | Table | Opaque | Note | Directive
Blocks: TypeAlias = tuple[Block, ...]


def tidy(content: Iterable[Inline]) -> Inlines:
    """Return inline content in its one normal form.

    Blanks are single, none stand at the ends of a line, and a blank between two runs has the marks that both share;
    runs that look the same are one.
    """
    lines: list[list[Inline]] = [[]]
    for piece in content:
        if isinstance(piece, Break):
            lines.append([])
        elif isinstance(piece, Run):
            lines[-1].extend(_split(piece))
        else:
            lines[-1].append(piece)
    kept = [line for line in map(_tidy_line, lines) if line]
    joined: list[Inline] = []
    for line in kept:
        joined += [Break(), *line] if joined else line
    return tuple(joined)


def plain(content: Iterable[Inline]) -> str:
    """Return the bare text of inline content; pictures have none."""
    return "".join(map(_plain, content))


def _plain(piece: Inline) -> str:
    if isinstance(piece, Break):
        return " "
    return piece.text if isinstance(piece, Run) else piece.latex if isinstance(piece, Math) else ""


def _split(run: Run) -> list[Inline]:
    """Return words and single blanks as runs of their own, invisible characters left out."""
    text = _BLANKS.sub(" ", _INVISIBLE.sub("", run.text))
    return [replace(run, text=part) for part in re.split("( )", text) if part]


def _tidy_line(line: list[Inline]) -> list[Inline]:
    pieces = _single_blanks(line)
    for index, piece in enumerate(pieces):
        if _is_blank(piece):
            pieces[index] = _shared(pieces[index - 1], piece, pieces[index + 1])
    merged: list[Inline] = []
    for piece in pieces:
        last = merged[-1] if merged else None
        if isinstance(piece, Run) and isinstance(last, Run) and (piece.marks, piece.href) == (last.marks, last.href):
            merged[-1] = replace(last, text=last.text + piece.text)
        else:
            merged.append(piece)
    return merged


def _single_blanks(line: list[Inline]) -> list[Inline]:
    pieces: list[Inline] = []
    for piece in line:
        if not (_is_blank(piece) and (not pieces or _is_blank(pieces[-1]))):
            pieces.append(piece)
    if pieces and _is_blank(pieces[-1]):
        pieces.pop()
    return pieces


def _is_blank(piece: Inline) -> bool:
    return isinstance(piece, Run) and piece.text == " "


def _shared(before: Inline, blank: Inline, after: Inline) -> Run:
    """A blank takes what both neighbours have in common; it is code only inside one code span."""
    if not (isinstance(before, Run) and isinstance(blank, Run) and isinstance(after, Run)):
        return Run(" ")
    marks = before.marks & after.marks
    marks = marks if CODE in blank.marks else marks - {CODE}
    href = before.href if before.href == after.href else ""
    return Run(" ", marks, href)
