"""From Markdown to blocks, each with the source text that it came from."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from markdown_it.token import Token

from plugins.article_sync.convert.blocks import Blocks, Directive, Note
from plugins.article_sync.convert.map_blocks import map_links, map_pictures, note_marks
from plugins.article_sync.convert.read_html import read_html
from plugins.shared.markdown import as_typed, parse, render_tokens

Rewrite = Callable[[str], str]
_CLOSING = re.compile(r" {0,3}:{3,}\s*")
_DEFINITION = re.compile(r"^ {0,3}\[(\^?)([^\]]+)\]:")


@dataclass(frozen=True)
class Unit:
    """One top-level piece of a Markdown text: its source, the blank lines after it, and the blocks it makes.

    A piece without blocks (a link definition, a comment) is kept as it is wherever the text goes.
    """

    source: str
    gap: str
    blocks: Blocks


def read_units(text: str) -> list[Unit]:
    """Return a text's pieces in order; their sources and gaps joined are the text again."""
    lines = text.splitlines(keepends=True)
    tokens = parse(text)
    notes, names = _notes(tokens)
    pieces = [(start, end, _blocks(group)) for start, end, group in _groups(tokens)]
    units: list[Unit] = []
    last = 0
    for start, end, blocks in [*pieces, (len(lines), len(lines), ())]:
        if blocks and isinstance(blocks[0], Directive) and end < len(lines) and _CLOSING.fullmatch(lines[end]):
            end += 1  # markdown-it counts a directive without its last line
        units += _between(lines[last:start], notes, names)
        if end > start:
            units.append(_unit(lines[start:end], (*blocks, *_defined_inside(lines[start:end], notes, names))))
        last = end
    return units


def read_markdown(text: str) -> Blocks:
    """Return the blocks of a Markdown text, footnotes last and numbered in order of their first mark."""
    units = read_units(text)
    body = [block for unit in units for block in unit.blocks if not isinstance(block, Note)]
    found = [block for unit in units for block in unit.blocks if isinstance(block, Note)]
    marked = note_marks((*body, *found))
    notes = [note for note in found if note.label in marked]
    return (*body, *sorted(notes, key=lambda note: int(note.label)))


def note_names(text: str) -> dict[str, str]:
    """Return the editor's own name of every footnote by its number."""
    _, names = _notes(parse(text))
    return {number: name for name, number in names.items()}


def localise(blocks: Blocks, link: Rewrite, picture: Rewrite) -> Blocks:
    """Return blocks with every link and picture rewritten, given as the editor typed it."""
    return map_pictures(map_links(blocks, lambda href: link(as_typed(href))), lambda src: picture(as_typed(src)))


def _groups(tokens: Sequence[Token]) -> Iterator[tuple[int, int, list[Token]]]:
    """Yield first line, line behind the last, and the tokens of every top-level block but footnotes."""
    group: list[Token] = []
    for token in tokens:
        if token.type == "footnote_block_open":
            return
        group.append(_shown(token))
        if token.level == 0 and token.nesting <= 0:
            start, end = group[0].map or (0, 0)
            yield start, end, group
            group = []


def _shown(token: Token) -> Token:
    """A paragraph is marked as one even where the page would hide it, so that neighbours stay apart."""
    if token.type.startswith("paragraph_") and token.hidden:
        token.hidden = False
    return token


def _blocks(tokens: Sequence[Token]) -> Blocks:
    return read_html(render_tokens(tokens))


def _notes(tokens: Sequence[Token]) -> tuple[dict[str, Blocks], dict[str, str]]:
    """Return the blocks of every footnote by name, and the number of every footnote by name."""
    found: dict[str, Blocks] = {}
    numbers: dict[str, str] = {}
    name, group = "", list[Token]()
    for token in tokens:
        if token.type == "footnote_open":
            name, group = str(token.meta.get("label", "")), []
            numbers[name] = str(int(token.meta["id"]) + 1)
        elif token.type == "footnote_close":
            found[name] = _blocks(group)
        elif token.type != "footnote_anchor":
            group.append(_shown(token))
    return found, numbers


def _between(lines: list[str], notes: dict[str, Blocks], numbers: dict[str, str]) -> Iterator[Unit]:
    """Yield the definitions that stand between blocks; markdown-it leaves no block for them."""
    starts = [index for index, line in enumerate(lines) if _DEFINITION.match(line)]
    if lines and (not starts or starts[0] > 0):
        starts = [0, *starts]
    for start, end in zip(starts, [*starts[1:], len(lines)], strict=False):
        match = _DEFINITION.match(lines[start])
        blocks: Blocks = ()
        if match and match[1] and match[2] in notes:
            blocks = (Note(numbers[match[2]], notes.pop(match[2])),)  # a second definition says nothing
        yield _unit(lines[start:end], blocks)


def _defined_inside(lines: list[str], notes: dict[str, Blocks], numbers: dict[str, str]) -> Iterator[Note]:
    """Yield the footnotes that a quote or a directive holds."""
    for line in lines:
        found = _DEFINITION.match(line.lstrip("> \t"))
        if found and found[1] and found[2] in notes:
            yield Note(numbers[found[2]], notes.pop(found[2]))


def _unit(lines: list[str], blocks: Blocks) -> Unit:
    text = "".join(lines)
    source = text.rstrip("\n \t")
    return Unit(source, text[len(source) :], blocks)


def merge_gaps(units: Sequence[Unit]) -> list[Unit]:
    """Return the units with bare blank lines counted to the unit before them."""
    merged: list[Unit] = []
    for unit in units:
        if not unit.source and merged:
            merged[-1] = replace(merged[-1], gap=merged[-1].gap + unit.gap)
        else:
            merged.append(unit)
    return merged
