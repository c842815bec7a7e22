"""The visible words of blocks, for a digest, a search, or a comparison."""

from collections.abc import Iterable

from plugins.article_sync.convert.blocks import (
    Block,
    Code,
    Directive,
    Heading,
    ListBlock,
    Note,
    Paragraph,
    Quote,
    Table,
    plain,
)


def blocks_text(blocks: Iterable[Block]) -> str:
    """Return the visible text of blocks on one line."""
    return " ".join(filter(None, (_block_text(block) for block in blocks)))


def _block_text(block: Block) -> str:
    if isinstance(block, Heading | Paragraph):
        return plain(block.content)
    if isinstance(block, Quote | Note):
        return blocks_text(block.blocks)
    if isinstance(block, Directive):
        return blocks_text((*block.shown, *block.blocks))
    if isinstance(block, ListBlock):
        return " ".join(blocks_text(item) for item in block.items)
    if isinstance(block, Table):
        return " ".join(plain(cell) for row in block.rows for cell in row)
    return block.text if isinstance(block, Code) else ""
