"""Directives in WeChat's HTML: a section that carries the directive's own words, and a sum of what it shows.

What a card shows (a product's name, price, picture) comes from the shop's content, so that on the way home only
the directive's line is needed. When somebody changed the shown words in the console the sum no longer fits, and
everything comes home as ordinary text: no word is ever lost to a card.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from hashlib import sha256

from plugins.article_sync.convert.blocks import (
    STRONG,
    Block,
    Blocks,
    Break,
    Directive,
    Image,
    Inline,
    Paragraph,
    Run,
    plain,
)
from plugins.article_sync.convert.map_blocks import each_picture, map_blocks
from plugins.article_sync.convert.pictures import image_key
from plugins.article_sync.convert.words import blocks_text
from plugins.shared.directives import CARDS, NAMES, split_info

SUM, BODY, OWN, LINKED = "data-wz-sum", "data-wz-body", "data-wz-article", "data-wz-linked"
TITLED = ("callout", "coupon")
"""Parts whose argument is shown as their title."""
Card = Callable[[Directive], Blocks]
"""From a card to what it shows, nothing for a part that is no card of the shop."""


def expand(blocks: Blocks, card: Card) -> Blocks:
    """Return blocks with every directive filled with what it shows."""

    def one(block: Block) -> Block:
        if not isinstance(block, Directive):
            return block
        return replace(block, shown=own_words(block) or card(block))

    return map_blocks(blocks, one)


def own_words(part: Directive) -> Blocks:
    """Return what a part shows by itself: its title, or where the editor has to insert something."""
    if part.kind in TITLED and part.argument:
        return (Paragraph((Run(part.argument, frozenset({STRONG})),)),)
    if part.kind in ("audio", "video"):
        name = f"：{part.argument}" if part.argument else ""
        return (Paragraph((Run(f"【请在这里插入{NAMES[part.kind]}{name}】"),)),)
    return ()


def sum_of(shown: Blocks) -> str:
    """Return a short hash of the words and pictures that a card shows."""
    words = "".join(blocks_text(shown).split())
    return sha256("\0".join([words, *map(image_key, each_picture(shown))]).encode("utf-8")).hexdigest()[:12]


def read_part(info: str, attributes: Mapping[str, object], shown: Blocks, body: Blocks | None) -> Blocks:
    """Return the directive of a section; its content as it is where a person changed what the card shows.

    ``body`` is what stood in the place for the directive's own blocks, None where there is no such place.
    """
    kind, argument = split_info(info) or ("", "")
    if SUM not in attributes:
        return (_normal(Directive(kind, argument, (*shown, *(body or ())))),)
    if sum_of(shown) == attributes[SUM]:
        return (_normal(Directive(kind, argument, body or ())),)
    if kind in TITLED and len(shown) == 1 and isinstance(shown[0], Paragraph) and _is_title(shown[0].content):
        return (_normal(Directive(kind, " ".join(plain(shown[0].content).split()), body or ())),)
    if kind in CARDS:
        return (*shown, *(body or ()))
    return (_normal(Directive(kind, argument, (*shown, *(body or ())))),)


def _is_title(content: Iterable[Inline]) -> bool:
    return all(isinstance(piece, Run) and not piece.href and piece.marks <= {STRONG} for piece in content)


def _normal(part: Directive) -> Directive:
    """A gallery's pictures stand each on its own."""
    if part.kind != "gallery":
        return part
    blocks: list[Block] = []
    for block in part.blocks:
        blocks += _apart(block) if isinstance(block, Paragraph) else [block]
    return replace(part, blocks=tuple(blocks))


def _apart(paragraph: Paragraph) -> list[Block]:
    pieces = [p for p in paragraph.content if not (isinstance(p, Break) or (isinstance(p, Run) and not p.text.strip()))]
    return [Paragraph((p,)) for p in pieces] if all(isinstance(p, Image) for p in pieces) else [paragraph]
