"""What an article says, apart from how its HTML is written: equal meanings are the same text to a reader."""

from dataclasses import replace

from plugins.article_sync.convert.blocks import (
    Block,
    Blocks,
    Code,
    Directive,
    Image,
    Inline,
    Inlines,
    ListBlock,
    Note,
    Quote,
)
from plugins.article_sync.convert.from_markdown import Rewrite
from plugins.article_sync.convert.map_blocks import map_inline, map_pictures
from plugins.article_sync.convert.notes import fold
from plugins.article_sync.convert.read_html import is_own, read_foreign, read_html
from plugins.article_sync.convert.to_markdown import render_strictly
from plugins.article_sync.convert.typed_lists import fold_lists


def read_wechat(source: str, picture: Rewrite = str) -> Blocks:
    """Return the blocks of an article as WeChat holds it, links and footnotes folded back.

    ``picture`` turns a picture's address into what identifies it on both sides.
    """
    blocks = read_html(source) if is_own(source) else fold_lists(read_foreign(source))
    return map_pictures(fold(blocks), picture)


def meaning(blocks: Blocks) -> str:
    """Return blocks as stable Markdown in its strict spelling, without what WeChat's editor may drop at any save.

    That is the language of code and the tooltip of a picture.
    """
    return render_strictly(tuple(map(_bare, map_inline(blocks, _without_titles))))


def _without_titles(content: Inlines) -> Inlines:
    def bare(piece: Inline) -> Inline:
        return replace(piece, title="") if isinstance(piece, Image) else piece

    return tuple(map(bare, content))


def _bare(block: Block) -> Block:
    if isinstance(block, Code):
        return Code(block.text)
    if isinstance(block, Quote | Note | Directive):
        return replace(block, blocks=tuple(map(_bare, block.blocks)))
    if isinstance(block, ListBlock):
        return replace(block, items=tuple(tuple(map(_bare, item)) for item in block.items))
    return block
