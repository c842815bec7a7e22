"""From blocks to HTML, with inline styles or with none."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
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
)

_TAGS = {STRONG: "strong", EM: "em", DEL: "del", CODE: "code"}


@dataclass(frozen=True)
class HtmlWriter:
    """Writes blocks; ``styles`` maps the names of elements to declarations without quotes in them.

    Footnotes must have been turned into text before.
    """

    styles: Mapping[str, str]

    def blocks(self, blocks: Sequence[Block]) -> str:
        """Return blocks as HTML."""
        return "".join(map(self._block, blocks))

    def _block(self, block: Block) -> str:
        if isinstance(block, Paragraph):
            return self._paragraph(block)
        if isinstance(block, Heading):
            name = f"h{block.level}"
            return f"<{name}{self._style(f'h{min(block.level, 3)}')}>{self.inline(block.content)}</{name}>"
        if isinstance(block, Quote):
            return f"<blockquote{self._style('quote')}>{self.blocks(block.blocks)}</blockquote>"
        if isinstance(block, ListBlock):
            return self._list(block)
        if isinstance(block, Code):
            return self._code(block)
        if isinstance(block, Table):
            return self._table(block)
        if isinstance(block, Opaque):
            return f"<section>{block.html}</section>"
        return "" if isinstance(block, Note) else f"<hr{self._style('hr')}>"

    def _paragraph(self, block: Paragraph) -> str:
        """A picture of its own is a figure with its caption; everything else is a paragraph."""
        first = block.content[0]
        if not _is_picture(block) or not isinstance(first, Image):
            return f"<p{self._style('p')}>{self.inline(block.content)}</p>"
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
            items.append(f"<li{self._style('item')}><section>{inside}</section></li>{self.blocks(item[behind:])}")
        return f"<{name}{start}{self._style('list')}>{''.join(items)}</{name}>"

    def _inside_item(self, blocks: Sequence[Block]) -> str:
        """A single paragraph needs no element of its own, nor the distance that one brings."""
        first = blocks[0]
        lone_text = len(blocks) == 1 and isinstance(first, Paragraph) and not _is_picture(first)
        return self.inline(first.content) if lone_text and isinstance(first, Paragraph) else self.blocks(blocks)

    def _code(self, block: Code) -> str:
        language = f' class="language-{escape(block.language)}"' if block.language else ""
        lines = [escape(line, quote=False).replace(" ", "&nbsp;") for line in block.text.split("\n")]
        code = f"<code{language}>{'<br>'.join(lines)}</code>"
        return f"<section{self._style('box')}><pre{self._style('pre')}>{code}</pre></section>"

    def _table(self, block: Table) -> str:
        head, *rows = (self._row(row, block.aligns, "td" if number else "th") for number, row in enumerate(block.rows))
        body = f"<tbody>{''.join(rows)}</tbody>" if rows else ""
        return (
            f"<section{self._style('box')}><table{self._style('table')}><thead>{head}</thead>{body}</table></section>"
        )

    def _row(self, row: Sequence[Inlines], aligns: Sequence[str], name: str) -> str:
        cells = (
            f"<{name}{self._style('cell', f'text-align: {align}' if align else '')}>{self.inline(cell)}</{name}>"
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
        inner = self._image(piece) if isinstance(piece, Image) else self._run(piece)
        return f'<a href="{escape(piece.href)}">{inner}</a>' if piece.href else inner

    def _run(self, run: Run) -> str:
        inner = _text(run.text)
        for mark in reversed([mark for mark in MARKS if mark in run.marks]):
            name = _TAGS.get(mark, mark)
            style = self._style(mark) if mark in ("code", "sup") else ""
            inner = f"<{name}{style}>{inner}</{name}>"
        return inner

    def _image(self, image: Image) -> str:
        title = f' title="{escape(image.title)}"' if image.title else ""
        return f'<img src="{escape(image.src)}" alt="{escape(image.alt)}"{title}{self._style("img")}>'

    def _style(self, name: str, more: str = "") -> str:
        declarations = "; ".join(filter(None, (self.styles.get(name, ""), more)))
        return f' style="{declarations};"' if declarations else ""


def _is_picture(block: Paragraph) -> bool:
    return len(block.content) == 1 and isinstance(block.content[0], Image)


def _text(text: str) -> str:
    return escape(text, quote=False)
