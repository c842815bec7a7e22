"""The same blocks with other links or pictures."""

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from html import escape, unescape

from plugins.article_sync.convert.blocks import (
    Block,
    Blocks,
    Directive,
    Heading,
    Image,
    Inline,
    Inlines,
    ListBlock,
    Note,
    NoteRef,
    Opaque,
    Paragraph,
    Quote,
    Run,
    Table,
    tidy,
)

_SRC = re.compile(r'(<img\b[^>]*? src=")([^"]*)(")')


def map_inline(blocks: Blocks, change: Callable[[Inlines], Inlines]) -> Blocks:
    """Return blocks with every row of inline content changed, nested ones included."""
    return tuple(_map_block(block, change) for block in blocks)


def map_links(blocks: Blocks, change: Callable[[str], str]) -> Blocks:
    """Return blocks with every address changed; an empty answer leaves the words without a link."""

    def change_piece(piece: Inline) -> Inline:
        if isinstance(piece, Run | Image) and piece.href:
            return replace(piece, href=change(piece.href))
        return piece

    return map_inline(blocks, lambda content: tidy(map(change_piece, content)))


def map_pictures(blocks: Blocks, change: Callable[[str], str]) -> Blocks:
    """Return blocks with the source of every picture changed, also inside HTML that stays as it is."""

    def change_piece(piece: Inline) -> Inline:
        return replace(piece, src=change(piece.src)) if isinstance(piece, Image) else piece

    def change_html(block: Block) -> Block:
        if not isinstance(block, Opaque):
            return block
        return Opaque(_SRC.sub(lambda found: found[1] + escape(change(unescape(found[2]))) + found[3], block.html))

    changed = map_inline(blocks, lambda content: tuple(map(change_piece, content)))
    return map_blocks(changed, change_html)


def map_blocks(blocks: Blocks, change: Callable[[Block], Block]) -> Blocks:
    """Return blocks with every one changed, the inner ones before those around them."""

    def within(inner: Blocks) -> Blocks:
        return map_blocks(inner, change)

    def one(block: Block) -> Block:
        if isinstance(block, Quote | Note):
            block = replace(block, blocks=within(block.blocks))
        elif isinstance(block, ListBlock):
            block = replace(block, items=tuple(map(within, block.items)))
        elif isinstance(block, Directive):
            block = replace(block, blocks=within(block.blocks), shown=within(block.shown))
        return change(block)

    return tuple(map(one, blocks))


def each_picture(blocks: Blocks) -> Iterator[str]:
    """Yield the source of every picture in order of the text, repeated ones too."""
    found: list[str] = []

    def note(src: str) -> str:
        found.append(src)
        return src

    map_pictures(blocks, note)
    yield from found


def each_link(blocks: Blocks) -> Iterator[str]:
    """Yield the target of every link in order of the text, repeated ones too."""
    found: list[str] = []

    def note(href: str) -> str:
        found.append(href)
        return href

    map_links(blocks, note)
    yield from found


def note_marks(blocks: Blocks) -> set[str]:
    """Return the labels of all footnotes that the text points to."""
    found: set[str] = set()

    def look(content: Inlines) -> Inlines:
        found.update(piece.label for piece in content if isinstance(piece, NoteRef))
        return content

    map_inline(blocks, look)
    return found


def _map_block(block: Block, change: Callable[[Inlines], Inlines]) -> Block:
    if isinstance(block, Heading | Paragraph):
        return replace(block, content=change(block.content))
    if isinstance(block, Quote | Note):
        return replace(block, blocks=map_inline(block.blocks, change))
    if isinstance(block, ListBlock):
        return replace(block, items=tuple(map_inline(item, change) for item in block.items))
    if isinstance(block, Table):
        return replace(block, rows=tuple(tuple(map(change, row)) for row in block.rows))
    if isinstance(block, Directive):
        return replace(block, blocks=map_inline(block.blocks, change), shown=map_inline(block.shown, change))
    return block
