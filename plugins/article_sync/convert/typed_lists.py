"""Lists that are none in HTML: lines that people began with a bullet or a number of their own."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from plugins.article_sync.convert.blocks import (
    Block,
    Blocks,
    Break,
    Directive,
    Inline,
    Inlines,
    ListBlock,
    Paragraph,
    Quote,
    Run,
    plain,
    tidy,
)

_BULLET = re.compile(r"[•·●○▪■◆‣⁃∙][ \u00a0]*(?=\S)")
_NUMBER = re.compile(r"(\d{1,3})[.)．、][ \u00a0]*(?=[^\d\s])")


def fold_lists(blocks: Blocks) -> Blocks:
    """Return blocks with two or more neighbouring lines of such a kind made a list."""
    folded = [_within(block) for block in blocks]
    result: list[Block] = []
    index = 0
    while index < len(folded):
        items, start, end = _run(folded, index)
        if len(items) > 1:
            result.append(ListBlock(tuple(items), start))
            index = end
        else:
            result.append(folded[index])
            index += 1
    return tuple(result)


def _within(block: Block) -> Block:
    return replace(block, blocks=fold_lists(block.blocks)) if isinstance(block, Quote | Directive) else block


def _run(blocks: Sequence[Block], index: int) -> tuple[list[Blocks], int | None, int]:
    """Return the items of the list that begins at a block, its first number, and where it ends."""
    first = blocks[index]
    start = _start(first)
    items: list[Blocks] = []
    while index < len(blocks) and (block := blocks[index]) and isinstance(block, Paragraph):
        lines = list(_items(block, start + len(items) if start is not None else None))
        if not lines:
            break
        items += lines
        index += 1
    return items, start, index


def _start(block: Block) -> int | None:
    found = _NUMBER.match(plain(block.content)) if isinstance(block, Paragraph) else None
    return int(found[1]) if found else None


def _items(paragraph: Paragraph, number: int | None) -> Iterator[Blocks]:
    """Yield the items of a paragraph, none when one of its lines does not go on with the list."""
    items: list[Blocks] = []
    for line in _lines(paragraph.content):
        expected = None if number is None else number + len(items)
        words = plain(line)
        found = _BULLET.match(words) if expected is None else _NUMBER.match(words)
        if not found or (expected is not None and int(found[1]) != expected):
            return
        if not isinstance(line[0], Run) or len(line[0].text) < len(found[0]):
            return
        items.append((Paragraph(tidy((replace(line[0], text=line[0].text[len(found[0]) :]), *line[1:]))),))
    if all(isinstance(block, Paragraph) and block.content for item in items for block in item):
        yield from items


def _lines(content: Inlines) -> list[list[Inline]]:
    lines: list[list[Inline]] = [[]]
    for piece in content:
        if isinstance(piece, Break):
            lines.append([])
        else:
            lines[-1].append(piece)
    return lines
