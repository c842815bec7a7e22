"""From blocks to HTML, with inline styles or with none."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from html import escape

from plugins.article_sync.convert.blocks import (
    CODE,
    DEL,
    EM,
    MARKS,
    STRONG,
    Block,
    Break,
    Code,
    Directive,
    Heading,
    Image,
    Inline,
    Inlines,
    ListBlock,
    Math,
    Note,
    NoteRef,
    Opaque,
    Paragraph,
    Quote,
    Run,
    Table,
)
from plugins.article_sync.convert.code_colours import coloured_lines
from plugins.article_sync.convert.parts import BODY, LINKED, SUM, TITLED, sum_of
from plugins.shared.directives import ATTRIBUTE, CONTAINERS
from plugins.shared.formula import FORMULA, drawing

_BELOW = re.compile(r'\A(<\w+[^>]* style="margin: \S+ \S+) [^ ;"]+')
_NOTE = re.compile(r"\[注?\d{1,4}\] ")
_WIDE = 4
_BOXES = ("☐ ", "☑ ")
_TAGS = {STRONG: "strong", EM: "em", DEL: "del", CODE: "code"}


@dataclass(frozen=True)
class HtmlWriter:
    """Writes blocks; ``styles`` maps the names of elements to declarations without quotes in them.

    Footnotes must have been turned into text before. ``nested`` is for the lists of a list.
    """

    styles: Mapping[str, str]
    nested: bool = False

    def blocks(self, blocks: Sequence[Block]) -> str:
        """Return blocks as HTML."""
        return "".join(map(self._block, blocks))

    def _held(self, blocks: Sequence[Block]) -> str:
        """Return what stands inside a box: the last block needs no distance below it, the box has its own."""
        return self.blocks(blocks[:-1]) + _BELOW.sub(r"\1 0", self.blocks(blocks[-1:]))

    def _block(self, block: Block) -> str:
        if isinstance(block, Paragraph):
            return self._paragraph(block)
        if isinstance(block, Heading):
            name = f"h{block.level}"
            return f"<{name}{self._style(f'h{min(block.level, 3)}')}>{self.inline(block.content)}</{name}>"
        if isinstance(block, Quote):
            return f"<blockquote{self._style('quote')}>{self._held(block.blocks)}</blockquote>"
        if isinstance(block, ListBlock):
            return self._list(block)
        if isinstance(block, Code):
            return self._code(block)
        if isinstance(block, Table):
            return self._table(block)
        if isinstance(block, Directive):
            return self._part(block)
        if isinstance(block, Opaque):
            return f"<section>{block.html}</section>"
        return "" if isinstance(block, Note) else self._boxed(f"<hr{self._style('hr')}>")

    def _paragraph(self, block: Paragraph) -> str:
        """A picture of its own is a figure with its caption; everything else is a paragraph."""
        first = block.content[0]
        if len(block.content) == 1 and isinstance(first, Math):
            return f"<p{self._style('formula')}>{self._piece(first)}</p>"
        if not _is_picture(block) or not isinstance(first, Image):
            name = "note" if isinstance(first, Run) and _NOTE.match(first.text) else "p"
            return f"<p{self._style(name)}>{self.inline(block.content)}</p>"
        caption = f"<figcaption{self._style('caption')}>{_text(first.alt)}</figcaption>" if first.alt else ""
        return f"<figure{self._style('figure')}>{self._piece(first)}{caption}</figure>"

    def _list(self, block: ListBlock) -> str:
        """Lists inside an item follow it: inside, WeChat's editor would give the item a second bullet."""
        name = "ul" if block.start is None else "ol"
        start = f' start="{block.start}"' if block.start not in (None, 1) else ""
        items = []
        for item in block.items:
            behind = len(item)
            while behind and isinstance(item[behind - 1], ListBlock):
                behind -= 1
            behind = max(behind, 1)
            inside = self._inside_item(item[:behind])
            inner = replace(self, nested=True).blocks(item[behind:])
            items.append(f"<li{self._style('item')}><section>{inside}</section></li>{inner}")
        plain = "list-style: none" if self.nested else "list-style: none; padding-left: 0"
        style = self._style("sublist" if self.nested else "list", plain if _is_task_list(block) else "")
        return f"<{name}{start}{style}>{''.join(items)}</{name}>"

    def _part(self, part: Directive) -> str:
        """A directive with its own words in an attribute, so that it is found again."""
        info = escape(f"{part.kind} {part.argument}".strip())
        style = self._style(part.kind if part.kind in (*CONTAINERS, "coupon") else "card")
        if part.kind in CONTAINERS and part.kind not in TITLED:
            inside = "".join(map(self._frame, part.blocks)) if part.kind == "gallery" else self._held(part.blocks)
            return f'<section {ATTRIBUTE}="{info}"{style}>{inside}</section>'
        body = f'<section {BODY}="1">{self._held(part.blocks)}</section>' if part.blocks else ""
        shown = self._shown(part.shown, last=not body)
        return f'<section {ATTRIBUTE}="{info}" {SUM}="{sum_of(part.shown)}"{style}>{shown}{body}</section>'

    def linked(self, cards: Sequence[Block]) -> str:
        """Return cards as sections of their own that the way home leaves out."""
        shown = [card.shown for card in cards if isinstance(card, Directive)]
        heads = [f'<section {LINKED}="1" {SUM}="{sum_of(one)}"{self._style("card")}>' for one in shown]
        return "".join(f"{head}{self._shown(one, True)}</section>" for head, one in zip(heads, shown, strict=True))

    def _shown(self, blocks: Sequence[Block], last: bool) -> str:
        """What a card shows; its only picture with a caption is a QR code, which need not be large."""
        small = replace(self, styles={**self.styles, "img": self.styles["qr"]} if self.styles else {})
        writers = [small if _is_captioned(block) else self for block in blocks]
        parts = [writer.blocks((block,)) for writer, block in zip(writers, blocks, strict=True)]
        if last and parts:
            parts[-1] = writers[-1]._held(blocks[-1:])
        return "".join(parts)

    def _frame(self, block: Block) -> str:
        return f"<section{self._style('frame')}>{self._held((block,))}</section>"

    def _inside_item(self, blocks: Sequence[Block]) -> str:
        """A single paragraph needs no element of its own, nor the distance that one brings."""
        first = blocks[0]
        lone_text = len(blocks) == 1 and isinstance(first, Paragraph) and not _is_picture(first)
        return self.inline(first.content) if lone_text and isinstance(first, Paragraph) else self.blocks(blocks)

    def _code(self, block: Code) -> str:
        language = f' data-lang="{escape(block.language)}"' if block.language else ""
        lines = coloured_lines(block.text, block.language, self.styles)
        code = f"<code>{'<br>'.join(lines)}</code>"
        return f"<section{self._style('box')}><pre{language}{self._style('pre')}>{code}</pre></section>"

    def _boxed(self, inside: str, style: str = "") -> str:
        """A box in a box: WeChat's editor leaves an empty row beside the section around a table or a rule."""
        return f"<section{style}><section>{inside}</section></section>" if self.styles else inside

    def _table(self, block: Table) -> str:
        head, *rows = (self._row(row, block.aligns, "td" if number else "th") for number, row in enumerate(block.rows))
        body = f"<tbody>{''.join(rows)}</tbody>" if rows else ""
        wide = f"min-width: {6 * len(block.aligns)}em" if len(block.aligns) > _WIDE else ""
        table = f"<table{self._style('table', wide)}><thead>{head}</thead>{body}</table>"
        return self._boxed(table, self._style("box"))

    def _row(self, row: Sequence[Inlines], aligns: Sequence[str], name: str) -> str:
        part = "head" if name == "th" else "cell"
        cells = (
            f"<{name}{self._style(part, f'text-align: {align}' if align else '')}>{self.inline(cell)}</{name}>"
            for cell, align in zip(row, aligns, strict=True)
        )
        return f"<tr>{''.join(cells)}</tr>"

    def inline(self, content: Sequence[Inline]) -> str:
        """Return inline content as HTML."""
        return "".join(map(self._piece, content))

    def _piece(self, piece: Inline) -> str:
        if isinstance(piece, Break):
            return "<br>"
        if isinstance(piece, NoteRef):
            return f"<sup>[{escape(piece.label)}]</sup>"
        if isinstance(piece, Math):
            return self._math(piece.latex)
        inner = self._image(piece) if isinstance(piece, Image) else self._run(piece)
        return f'<a href="{escape(piece.href)}">{inner}</a>' if piece.href else inner

    def _run(self, run: Run) -> str:
        inner = _text(run.text)
        for mark in reversed([mark for mark in MARKS if mark in run.marks]):
            name = _TAGS.get(mark, mark)
            style = self._style(mark)
            inner = f"<{name}{style}>{inner}</{name}>"
        return inner

    def _math(self, latex: str) -> str:
        shown = (drawing(latex) if self.styles else "") or _text(latex)
        return f'<span {FORMULA}="{escape(latex)}">{shown}</span>'

    def _image(self, image: Image) -> str:
        title = f' title="{escape(image.title)}"' if image.title else ""
        return f'<img src="{escape(image.src)}" alt="{escape(image.alt)}"{title}{self._style("img")}>'

    def _style(self, name: str, more: str = "") -> str:
        declarations = "; ".join(filter(None, (self.styles.get(name, ""), more if self.styles else "")))
        return f' style="{declarations};"' if declarations else ""


def _is_picture(block: Paragraph) -> bool:
    return len(block.content) == 1 and isinstance(block.content[0], Image)


def _is_captioned(block: Block) -> bool:
    first = block.content[0] if isinstance(block, Paragraph) and _is_picture(block) else None
    return isinstance(first, Image) and bool(first.alt)


def _is_task_list(block: ListBlock) -> bool:
    firsts = [item[0].content[0] for item in block.items if isinstance(item[0], Paragraph)]
    boxed = [isinstance(first, Run) and first.text.startswith(_BOXES) for first in firsts]
    return len(boxed) == len(block.items) and all(boxed)


def _text(text: str) -> str:
    return escape(text, quote=False)
