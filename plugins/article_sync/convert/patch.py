"""A Markdown text brought to say what the account says, with every untouched paragraph byte for byte as it was."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher

from plugins.article_sync.convert.blocks import Block, Blocks, Inline, Inlines, Note, NoteRef
from plugins.article_sync.convert.from_markdown import Unit, merge_gaps, note_names, read_units
from plugins.article_sync.convert.map_blocks import map_inline
from plugins.article_sync.convert.meaning import meaning
from plugins.article_sync.convert.to_markdown import SEPARATOR, render_block, runs_together

MapBlocks = Callable[[Blocks], Blocks]
_APART = "\n\n"


@dataclass(frozen=True)
class _Piece:
    """A part of the new text; ``index`` is the place of its unit in the old text, None for a new one."""

    text: str
    index: int | None
    blocks: Blocks


def patch_markdown(body: str, account: Blocks, compare: MapBlocks, to_local: MapBlocks) -> str:
    """Return ``body`` with those blocks replaced whose meaning differs from the account's.

    ``compare`` gives the body's blocks the names of links and pictures that the account's blocks have;
    ``to_local`` gives new blocks the names that files use.
    """
    units = merge_gaps(read_units(body))
    known = note_names(body)
    names = {**known, **_free_names(account, known)}
    write = _Writer(to_local, names)
    texts = tuple(block for block in account if not isinstance(block, Note))
    notes = {block.label: block for block in account if isinstance(block, Note)}
    kept = _kept(units, texts, notes, compare)
    pieces = list(_pieces(units, texts, kept, write, _notes_kept(units, notes, compare, write)))
    homeless = _inner_notes(unit for index, unit in enumerate(units) if index not in kept.values())
    new = [note for label, note in notes.items() if label not in known or label in homeless]
    pieces += [_Piece(write(note), None, (note,)) for note in new]
    return _joined(pieces, units)


def _free_names(account: Blocks, known: Mapping[str, str]) -> dict[str, str]:
    """Return a name for every footnote that the file has not yet: its number, or the next that nothing is named."""
    taken = set(known.values())
    found: dict[str, str] = {}
    for label in (block.label for block in account if isinstance(block, Note) and block.label not in known):
        number = int(label)
        while str(number) in taken:
            number += 1
        found[label] = str(number)
        taken.add(found[label])
    return found


@dataclass(frozen=True)
class _Writer:
    to_local: MapBlocks
    names: Mapping[str, str]

    def __call__(self, block: Block) -> str:
        named = map_inline(self.to_local((block,)), self._named)[0]
        if isinstance(named, Note):
            named = replace(named, label=self.names.get(named.label, named.label))
        return render_block(named)

    def _named(self, content: Inlines) -> Inlines:
        def one(piece: Inline) -> Inline:
            return NoteRef(self.names.get(piece.label, piece.label)) if isinstance(piece, NoteRef) else piece

        return tuple(map(one, content))


def _inner_notes(units: Iterable[Unit]) -> dict[str, Note]:
    """Return the footnotes that are defined inside a quote, a list or a part, and go where it goes."""
    inner = (block for unit in units for block in unit.blocks if not isinstance(unit.blocks[0], Note))
    return {block.label: block for block in inner if isinstance(block, Note)}


def _kept(units: Sequence[Unit], texts: Blocks, notes: Mapping[str, Note], compare: MapBlocks) -> dict[int, int]:
    """Return the unit that each of the account's blocks begins, for units that are kept whole."""

    def same_notes(unit: Unit) -> bool:
        pairs = [(note, notes.get(label, note)) for label, note in _inner_notes([unit]).items()]
        return all(meaning(compare((ours,))) == meaning((theirs,)) for ours, theirs in pairs)

    flat = [(index, block) for index, unit in enumerate(units) for block in unit.blocks if not isinstance(block, Note)]
    old = [meaning(compare((block,))) for _, block in flat]
    new = [meaning((block,)) for block in texts]
    same: dict[int, int] = {}
    for start, other, size in SequenceMatcher(None, old, new, autojunk=False).get_matching_blocks():
        same.update({start + step: other + step for step in range(size)})
    found: dict[int, int] = {}
    position = 0
    for index, unit in enumerate(units):
        count = sum(not isinstance(block, Note) for block in unit.blocks)
        places = [same.get(position + step) for step in range(count)]
        first = places[0] if places else None
        if first is not None and places == list(range(first, first + count)) and same_notes(unit):
            found[first] = index
        position += count
    return found


def _notes_kept(
    units: Sequence[Unit], notes: Mapping[str, Note], compare: MapBlocks, write: _Writer
) -> dict[int, _Piece]:
    """Return what becomes of the units without text of their own: footnotes, link definitions, comments."""
    found: dict[int, _Piece] = {}
    for index, unit in enumerate(units):
        first = unit.blocks[0] if unit.blocks else None
        if first is None:
            found[index] = _Piece(unit.source, index, ())
        elif isinstance(first, Note) and first.label in notes:
            theirs = notes[first.label]
            same = meaning(compare((first,))) == meaning((theirs,))
            found[index] = _Piece(unit.source if same else write(theirs), index, unit.blocks)
    return found


def _pieces(
    units: Sequence[Unit], texts: Blocks, kept: Mapping[int, int], write: _Writer, others: dict[int, _Piece]
) -> Iterator[_Piece]:
    """Yield the new text in the account's order; definitions stay beside what they stood beside."""
    place = 0
    while place < len(texts):
        unit = kept.get(place)
        if unit is None:
            yield _Piece(write(texts[place]), None, (texts[place],))
            place += 1
            continue
        yield from (others.pop(index) for index in sorted(others) if index < unit)
        yield _Piece(units[unit].source, unit, units[unit].blocks)
        place += sum(not isinstance(block, Note) for block in units[unit].blocks)
        follower = unit + 1
        while follower in others:
            yield others.pop(follower)
            follower += 1
    yield from (others[index] for index in sorted(others))


def _joined(pieces: Sequence[_Piece], units: Sequence[Unit]) -> str:
    text = ""
    for before, piece in zip([None, *pieces], pieces, strict=False):
        if before is not None:
            text += _between(before, piece, units)
        text += piece.text
    end = units[-1].gap if units else ""
    return text + (end or "\n") if text else ""


def _between(before: _Piece, piece: _Piece, units: Sequence[Unit]) -> str:
    if before.index is not None and piece.index == before.index + 1:
        return units[before.index].gap
    last, first = before.blocks[-1:], piece.blocks[:1]
    if last and first and runs_together(last[0], first[0]):
        return _APART + SEPARATOR + _APART
    # Beside a new piece the blank lines stay as many as they were, but never fewer than keep the two apart.
    beside = before.index if before.index is not None else piece.index - 1 if piece.index else None
    gap = units[beside].gap if beside is not None else ""
    return gap if gap.count("\n") > 1 else _APART
