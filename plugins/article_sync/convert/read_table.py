"""Tables: as Markdown where it can say them, as sanitised HTML where it cannot."""

import re
from collections.abc import Callable

from bs4 import Tag

from plugins.article_sync.convert.blocks import Block, Blocks, Break, Inlines, Opaque, Paragraph, Table
from plugins.article_sync.convert.html_writer import HtmlWriter
from plugins.shared.formula import FORMULA

_PLAIN = HtmlWriter({})
_ALIGN = re.compile(r"text-align\s*:\s*(left|center|right)")


def read_table(tag: Tag, read_cell: Callable[[Tag], Blocks]) -> Block | None:
    """Return a Table, an Opaque for merged cells and cells with lists or the like, None for an empty one."""
    rows = [_cells(row) for row in tag.find_all("tr") if row.find_parent("table") is tag]
    rows = [row for row in rows if row]
    if not rows or not (tag.get_text(strip=True) or tag.find("img") or tag.find(attrs={FORMULA: True})):
        return None
    blocks = [[read_cell(cell) for cell in row] for row in rows]
    contents = [[_content(cell) for cell in row] for row in blocks]
    if any(_spans(cell) for row in rows for cell in row) or any(cell is None for row in contents for cell in row):
        return Opaque(_table_html(rows, blocks))
    width = max(map(len, contents))
    filled = tuple(tuple(cell or () for cell in row) + ((),) * (width - len(row)) for row in contents)
    aligns = [_align(cell) for cell in rows[0]] + [""] * width
    return Table(filled, tuple(aligns[:width]))


def _cells(row: Tag) -> list[Tag]:
    return list(row.find_all(["td", "th"], recursive=False))


def _content(blocks: Blocks) -> Inlines | None:
    """Return a cell's content on one line, breaks between its paragraphs; None when it holds other blocks."""
    content: Inlines = ()
    for block in blocks:
        if not isinstance(block, Paragraph):
            return None
        content += (Break(), *block.content) if content else block.content
    return content


def _spans(cell: Tag) -> bool:
    return any(str(cell.get(name, "1")) not in ("1", "0", "") for name in ("colspan", "rowspan"))


def _align(cell: Tag) -> str:
    found = _ALIGN.search(str(cell.get("style", "")).lower())
    by_class = re.search(r"align-(left|center|right)", str(cell.get("class", "")))
    align = str(cell.get("align", ""))
    return found[1] if found else by_class[1] if by_class else align if align in ("left", "center", "right") else ""


def _table_html(rows: list[list[Tag]], contents: list[list[Blocks]]) -> str:
    """Return the table on one line: its cells, what they span, and their content without styles."""
    lines = []
    for row, cells in zip(rows, contents, strict=True):
        lines.append("".join(_cell_html(cell, blocks) for cell, blocks in zip(row, cells, strict=True)))
    return "<table><tbody>" + "".join(f"<tr>{line}</tr>" for line in lines) + "</tbody></table>"


def _cell_html(cell: Tag, blocks: Blocks) -> str:
    spans = [(name, str(cell.get(name, ""))) for name in ("colspan", "rowspan")]
    kept = "".join(f' {name}="{value}"' for name, value in spans if re.fullmatch(r"\d{1,3}", value) and value != "1")
    first = blocks[0] if len(blocks) == 1 else None
    inner = _PLAIN.inline(first.content) if isinstance(first, Paragraph) else _PLAIN.blocks(blocks)
    return f"<{cell.name}{kept}>{inner}</{cell.name}>"
