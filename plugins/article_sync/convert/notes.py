"""Links and footnotes as WeChat can show them: numbers in the text, and what they stand for at the end.

WeChat takes external links out of articles. A link becomes its words with a small ``[1]`` behind them, and a line
``[1] words：address`` under the heading 文中链接; a footnote becomes ``[注1]`` and a paragraph under 注释. ``fold``
finds them again and makes links and footnotes of them.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field, replace

from plugins.article_sync.convert.blocks import (
    STRONG,
    Block,
    Blocks,
    Break,
    Image,
    Inline,
    Inlines,
    Note,
    NoteRef,
    Paragraph,
    Quote,
    Rule,
    Run,
    plain,
    tidy,
)
from plugins.article_sync.convert.map_blocks import map_inline

LINKS_TITLE, NOTES_TITLE = "文中链接", "注释"
PICTURE_WORD = "图片"
_SUP = frozenset({"sup"})
_LINK_LINE = re.compile(r"\[(\d{1,4})\] (.*)：(\S+)")
_NOTE_LINE = re.compile(r"\[注(\d{1,4})\] ?")
_MARK = re.compile(r"\[注(\d{1,4})\]")
_MARKER = re.compile(r"(\[注?\d{1,4}\])")


@dataclass
class _Numbers:
    """Numbers handed out to links, the same one for the same words and address."""

    found: dict[tuple[str, str], int] = field(default_factory=dict)

    def of(self, words: str, href: str) -> int:
        return self.found.setdefault((words, href), len(self.found) + 1)


def unfold(blocks: Blocks, stays: Callable[[str], bool]) -> Blocks:
    """Return blocks without footnotes and without the links for which ``stays`` is false, noted at the end instead."""
    numbers = _Numbers()
    flat = map_inline(_footnotes_as_text(blocks), lambda content: _number_links(content, numbers, stays))
    if not numbers.found:
        return flat
    lines = [Paragraph((Run(f"[{number}] {words}：{href}"),)) for (words, href), number in numbers.found.items()]
    return (*flat, Rule(), _title(LINKS_TITLE), *lines)


def fold(blocks: Blocks) -> Blocks:
    """Return blocks with links and footnotes made of the notes at the end; notes nobody points to stay as text."""
    body, links = _take_links(blocks)
    used: set[str] = set()
    body = map_inline(body, lambda content: _fold_links(content, links, used))
    unused = {number: link for number, link in links.items() if number not in used}
    return _fold_notes((*body, *_lines(unused)))


def without_orphans(blocks: Blocks, known: Iterable[tuple[str, str]]) -> Blocks:
    """Return folded blocks without those left-over notes that are known to be of our own making."""
    body, links = _take_links(blocks)
    kept = {number: link for number, link in links.items() if link not in set(known)}
    return (*body, *_lines(kept)) if links else blocks


def link_words(blocks: Blocks) -> list[tuple[str, str]]:
    """Return words and address of every link, as they would stand in the notes."""
    numbers = _Numbers()
    map_inline(blocks, lambda content: _number_links(content, numbers, lambda _: False))
    return list(numbers.found)


def _title(text: str) -> Paragraph:
    return Paragraph((Run(text, frozenset({STRONG})),))


def _lines(links: dict[str, tuple[str, str]]) -> Blocks:
    lines = [Paragraph((Run(f"[{number}] {words}：{href}"),)) for number, (words, href) in links.items()]
    return (Rule(), _title(LINKS_TITLE), *lines) if lines else ()


def _number_links(content: Inlines, numbers: _Numbers, stays: Callable[[str], bool]) -> Inlines:
    result: list[Inline] = []
    group: list[Run | Image] = []

    def close() -> None:
        if group:
            words = " ".join(plain(group).split()) or next((p.alt for p in group if isinstance(p, Image)), "")
            number = numbers.of(words or PICTURE_WORD, group[0].href)
            result.extend(replace(piece, href="") for piece in group)
            result.append(Run(f"[{number}]", _SUP))
            group.clear()

    for piece in content:
        linked = isinstance(piece, Run | Image) and bool(piece.href) and not stays(piece.href)
        if not linked or not isinstance(piece, Run | Image) or not _same_link(group, piece):
            close()
        if linked and isinstance(piece, Run | Image):
            group.append(piece)
        else:
            result.append(piece)
    close()
    return tidy(result)


def _same_link(group: Sequence[Run | Image], piece: Run | Image) -> bool:
    """A picture has no words to be found by, so that it has a number of its own."""
    return all((type(other), other.href) == (type(piece), piece.href) for other in group)


def _footnotes_as_text(blocks: Blocks) -> Blocks:
    notes = [block for block in blocks if isinstance(block, Note)]
    if not notes:
        return blocks
    body = tuple(block for block in blocks if not isinstance(block, Note))
    lines: list[Block] = []
    for note in notes:
        first, rest = note.blocks[:1], note.blocks[1:]
        start: Inlines = (Run(f"[注{note.label}] "),)
        if first and isinstance(first[0], Paragraph):
            start += first[0].content
        else:
            rest = note.blocks
        lines += [Paragraph(tidy(start)), *([Quote(rest)] if rest else [])]
    return map_inline((*body, Rule(), _title(NOTES_TITLE), *lines), _marks_as_text)


def _marks_as_text(content: Inlines) -> Inlines:
    return tidy(Run(f"[注{piece.label}]", _SUP) if isinstance(piece, NoteRef) else piece for piece in content)


def _take_links(blocks: Blocks) -> tuple[Blocks, dict[str, tuple[str, str]]]:
    """Return the blocks without the notes of links, and those notes: words and address by number."""
    at = _title_index(blocks, LINKS_TITLE)
    if at is None:
        return blocks, {}
    links: dict[str, tuple[str, str]] = {}
    end = at + 1
    while end < len(blocks):
        block = blocks[end]
        match = _LINK_LINE.fullmatch(plain(block.content)) if isinstance(block, Paragraph) else None
        if match is None:
            break
        links[match[1]] = (match[2], match[3])
        end += 1
    if not links:
        return blocks, {}
    start = at - 1 if at and isinstance(blocks[at - 1], Rule) else at
    return blocks[:start] + blocks[end:], links


def _title_index(blocks: Blocks, title: str) -> int | None:
    for index in reversed(range(len(blocks))):
        block = blocks[index]
        if isinstance(block, Paragraph) and plain(block.content).strip() == title:
            return index
    return None


def _fold_links(content: Inlines, links: dict[str, tuple[str, str]], used: set[str]) -> Inlines:
    result: list[Inline] = []
    for piece in _split_markers(content):
        number = piece.text[1:-1] if isinstance(piece, Run) and piece.marks >= _SUP else ""
        if number in links and _link_back(result, *links[number]):
            used.add(number)
        else:
            result.append(piece)
    return tidy(result)


def _split_markers(content: Inlines) -> list[Inline]:
    pieces: list[Inline] = []
    for piece in content:
        if isinstance(piece, Run) and "sup" in piece.marks:
            pieces += [replace(piece, text=part) for part in _MARKER.split(piece.text) if part]
        else:
            pieces.append(piece)
    return pieces


def _link_back(result: list[Inline], words: str, href: str) -> bool:
    """Turn the end of ``result`` into a link when it reads ``words``, or is a picture; else leave it."""
    last = result[-1] if result else None
    if isinstance(last, Image) and words in (last.alt, PICTURE_WORD):
        result[-1] = replace(last, href=href)
        return True
    tail = list(result)
    taken: list[Inline] = []
    missing = words
    while tail and missing:
        piece = tail.pop()
        if isinstance(piece, Run):
            if missing.endswith(piece.text):
                missing = missing[: len(missing) - len(piece.text)]
            elif piece.text.endswith(missing):
                tail.append(replace(piece, text=piece.text[: -len(missing)]))
                piece, missing = replace(piece, text=missing), ""
            else:
                break
        elif isinstance(piece, Break | NoteRef):
            break
        taken.insert(0, piece)
    if missing or not words:
        return False
    result[:] = tail + [replace(piece, href=href) if isinstance(piece, Run | Image) else piece for piece in taken]
    return True


def _fold_notes(blocks: Blocks) -> Blocks:
    at = _title_index(blocks, NOTES_TITLE)
    if at is None:
        return blocks
    notes, end = _read_notes(blocks, at + 1)
    start = at - 1 if at and isinstance(blocks[at - 1], Rule) else at
    outside = blocks[:start] + blocks[end:]
    used = {number for number in notes if number in _marked((*outside, *notes.values()))}
    if not used:
        return blocks
    body = map_inline(outside, lambda content: _fold_marks(content, used))
    folded = map_inline(tuple(notes[number] for number in notes if number in used), lambda c: _fold_marks(c, used))
    unused = _footnotes_as_text(tuple(note for number, note in notes.items() if number not in used))
    return (*body, *unused, *folded)


def _read_notes(blocks: Blocks, start: int) -> tuple[dict[str, Note], int]:
    """Return the footnotes by number that begin at a block, and where they end."""
    notes: dict[str, Note] = {}
    last = ""
    for end, block in enumerate(blocks[start:], start=start):
        match = _NOTE_LINE.match(plain(block.content)) if isinstance(block, Paragraph) else None
        if isinstance(block, Quote) and last:
            notes[last] = replace(notes[last], blocks=notes[last].blocks + block.blocks)
            last = ""
        elif match and isinstance(block, Paragraph) and match[1] not in notes:
            last = match[1]
            notes[last] = Note(last, _cut(block, len(match[0])))
        else:
            return notes, end
    return notes, len(blocks)


def _marked(blocks: Blocks) -> set[str]:
    """Return the numbers of the footnotes that the text points to."""
    found: set[str] = set()

    def look(content: Inlines) -> Inlines:
        for piece in _split_markers(content):
            match = _MARK.fullmatch(piece.text) if isinstance(piece, Run) and piece.marks >= _SUP else None
            found.update([match[1]] if match else [])
        return content

    map_inline(blocks, look)
    return found


def _cut(block: Paragraph, length: int) -> Blocks:
    """Return a paragraph without its first characters."""
    kept: list[Inline] = []
    for piece in block.content:
        if isinstance(piece, Run) and length:
            cut = min(length, len(piece.text))
            piece, length = replace(piece, text=piece.text[cut:]), length - cut
        kept.append(piece)
    content = tidy(kept)
    return (Paragraph(content),) if content else ()


def _fold_marks(content: Inlines, labels: set[str]) -> Inlines:
    pieces: list[Inline] = []
    for piece in _split_markers(content):
        match = _MARK.fullmatch(piece.text) if isinstance(piece, Run) and piece.marks >= _SUP else None
        pieces.append(NoteRef(match[1]) if match and match[1] in labels else piece)
    return tidy(pieces)
