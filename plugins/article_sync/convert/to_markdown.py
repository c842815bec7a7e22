"""From blocks to Markdown that a person would want to edit, and that is read back as the same blocks."""

import re
from collections.abc import Sequence

from plugins.article_sync.convert.blocks import (
    Block,
    Blocks,
    Code,
    Directive,
    Heading,
    Inlines,
    ListBlock,
    Note,
    Opaque,
    Paragraph,
    Quote,
    Rule,
    Table,
)
from plugins.article_sync.convert.from_markdown import read_markdown
from plugins.article_sync.convert.inline_markdown import render_inline, task_box

SEPARATOR = "<!-- -->"
"""Keeps two lists or two quotes apart that Markdown would make one."""


def render_markdown(blocks: Blocks) -> str:
    """Return blocks as Markdown with a final newline; no blocks, no text."""
    pretty = _inside(blocks, strict=False)
    # One look at the whole is enough for nearly every text; block by block costs a parse for each.
    text = pretty if read_markdown(pretty) == blocks else _carefully(blocks)
    return text + "\n" if text else ""


def _carefully(blocks: Blocks) -> str:
    return "\n\n".join(join_blocks([(block, render_block(block)) for block in blocks]))


def render_strictly(blocks: Blocks) -> str:
    """Return blocks as Markdown in the strict spelling: not for people, but two texts are equal only if they are."""
    return _inside(blocks, strict=True) + "\n"


def render_block(block: Block) -> str:
    """Return one block as Markdown, in the strict spelling only where the pretty one would be read differently."""
    pretty = _block(block, strict=False)
    if isinstance(block, Opaque) or _same(pretty, block):
        return pretty
    strict = _block(block, strict=True)
    return strict if _same(strict, block) else pretty


def join_blocks(pairs: Sequence[tuple[Block, str]]) -> list[str]:
    """Return the texts of blocks with a separator between neighbours that would run into one."""
    texts: list[str] = []
    previous: Block | None = None
    for block, text in pairs:
        if previous is not None and runs_together(previous, block):
            texts.append(SEPARATOR)
        texts.append(text)
        previous = block
    return texts


def runs_together(before: Block, after: Block) -> bool:
    """Tell whether two neighbouring blocks need a separator."""
    if isinstance(before, ListBlock) and isinstance(after, ListBlock):
        return (before.start is None) == (after.start is None)
    return isinstance(before, Quote) and isinstance(after, Quote)


def _same(text: str, block: Block) -> bool:
    own = block.label if isinstance(block, Note) else ""
    known = "".join(f"\n\n[^{label}]: x" for label in _note_labels(text) if label != own)
    found = read_markdown((f"x[^{own}]\n\n" if own else "") + text + known)
    if isinstance(block, Note):
        notes = [each for each in found if isinstance(each, Note)]
        return bool(notes) and _unlabelled(block.blocks) == _unlabelled(notes[0].blocks)
    return _unlabelled((block,)) == _unlabelled(tuple(each for each in found if not isinstance(each, Note)))


def _note_labels(text: str) -> list[str]:
    return list(dict.fromkeys(re.findall(r"(?<!\\)\[\^([^\]\s]+)\]", text)))


def _unlabelled(blocks: Blocks) -> str:
    """Numbers of footnotes follow the whole text, so one block alone cannot tell them."""
    return re.sub(r"NoteRef\(label='[^']*'\)", "NoteRef", repr(tuple(map(_sorted_marks, map(repr, blocks)))))


def _sorted_marks(text: str) -> str:
    return re.sub(r"frozenset\(\{([^}]*)\}\)", lambda found: ",".join(sorted(found[1].split(", "))), text)


def _block(block: Block, strict: bool) -> str:
    if isinstance(block, Paragraph):
        return render_inline(block.content, strict=strict)
    if isinstance(block, Heading):
        return _heading(block, strict)
    if isinstance(block, Quote):
        return _prefixed(_inside(block.blocks, strict), "> ", "> ").replace("> \n", ">\n")
    if isinstance(block, ListBlock):
        return _list(block, strict)
    if isinstance(block, Code):
        return _code(block)
    if isinstance(block, Table):
        return _table(block, strict)
    if isinstance(block, Note):
        return _note(block, strict)
    if isinstance(block, Directive):
        return _part(block, strict)
    if isinstance(block, Opaque):
        return block.html if block.html.startswith("<table") else f"<section>{block.html}</section>"
    return "---"


def _heading(block: Heading, strict: bool) -> str:
    text = render_inline(block.content, line_end=" ", strict=strict)
    return "#" * block.level + " " + re.sub(r"(?:(?<=\s)|^)(#+)$", r"\\\1", text)


def _inside(blocks: Blocks, strict: bool) -> str:
    return "\n\n".join(join_blocks([(block, _block(block, strict)) for block in blocks]))


def _list(block: ListBlock, strict: bool) -> str:
    tight = all(_is_tight(item) for item in block.items)
    lines = []
    for number, item in enumerate(block.items):
        marker = "- " if block.start is None else f"{block.start + number}. "
        text = _item(item, strict, "\n" if tight else "\n\n")
        lines.append(_prefixed(text, marker, " " * len(marker)))
    return ("\n" if tight else "\n\n").join(lines)


def _is_tight(item: Blocks) -> bool:
    """One paragraph, with at most one list of the same kind below it."""
    return isinstance(item[0], Paragraph) and (
        len(item) == 1 or (len(item) == 2 and isinstance(item[1], ListBlock) and item[1].start in (None, 1))
    )


def _item(item: Blocks, strict: bool, gap: str) -> str:
    first = item[0]
    if isinstance(first, Rule):  # "- ---" would be a rule itself
        return gap.join(["***", *filter(None, [_inside(item[1:], strict)])])
    if not isinstance(first, Paragraph):
        return _inside(item, strict)
    box, content = task_box(first.content)
    texts = [(first, box + render_inline(content, strict=strict))]
    return gap.join(join_blocks([*texts, *((block, _block(block, strict)) for block in item[1:])]))


def _prefixed(text: str, first: str, others: str) -> str:
    lines = text.split("\n")
    return "\n".join([first + lines[0], *(others + line if line or others == "> " else "" for line in lines[1:])])


def _note(note: Note, strict: bool) -> str:
    """Anything but words begins on a line of its own, for its lines are counted from the edge of the footnote."""
    text = _inside(note.blocks, strict)
    beside = bool(note.blocks) and isinstance(note.blocks[0], Paragraph) and not text.startswith("$$")
    return _prefixed(text if beside else "\n" + text, f"[^{note.label}]:" + " " * beside, "    ")


def _part(part: Directive, strict: bool) -> str:
    """A line of colons longer than any inside, the content, and the same line again."""
    inside = _inside(part.blocks, strict)
    longest = max(map(len, re.findall(r"^[ >\d.)*+-]*(:{3,})", inside, re.MULTILINE)), default=2)
    fence = ":" * (longest + 1)
    head = f"{fence} {part.kind} {part.argument}".rstrip()
    return "\n".join(filter(None, [head, inside, fence]))


def _code(block: Code) -> str:
    longest = max(map(len, re.findall(r"`{3,}", block.text)), default=2)
    fence = "`" * (longest + 1)
    return f"{fence}{block.language}\n{block.text}\n{fence}"


def _table(block: Table, strict: bool) -> str:
    rows = [_row([_cell(cell, strict) for cell in row]) for row in block.rows]
    marks = {"left": ":---", "center": ":---:", "right": "---:"}
    rule = "|" + "|".join(marks.get(align, "---") for align in block.aligns) + "|"
    return "\n".join([rows[0], rule, *rows[1:]])


def _cell(content: Inlines, strict: bool) -> str:
    text = render_inline(content, line_end="<br>", strict=strict)
    return re.sub(r"(?<!\\)\|", r"\\|", text)


def _row(cells: Sequence[str]) -> str:
    return "| " + " | ".join(cells) + " |"
