"""Inline content as Markdown: as a person would write it, or in a strict spelling that cannot be misread."""

import re
from collections.abc import Sequence
from dataclasses import replace

from plugins.article_sync.convert.blocks import CODE, DEL, EM, MARKS, STRONG, Break, Image, Inline, Math, NoteRef, Run

_PAIRS = {STRONG: "**", EM: "*", DEL: "~~"}
_LINK = "link"
_ASCII_MARKS = re.compile(r"([!-/:-@\[-`{-~])")
_ALWAYS = re.compile(r"([\\`*\[\]])")
_UNDERSCORE = re.compile(r"(?<![0-9A-Za-z])_|_(?![0-9A-Za-z])")
_TAG = re.compile(r"<(?=[A-Za-z/!?])")
_ENTITY = re.compile(r"&(?=#?\w+;)")
_LINE_START = re.compile(r"^(#{1,6}(?=\s|$)|>|[-+](?=\s|$)|[=|:-](?=[\s|:=-]*$)|~(?=~~)|\||:(?=::))")
_NUMBERED = re.compile(r"^(\d{1,9})([.)])(?=\s|$)")
_BOX = re.compile(r"^[☐☑](?=\s|$)")


def render_inline(content: Sequence[Inline], line_end: str = "\\\n", strict: bool = False) -> str:
    """Return Markdown for inline content; ``line_end`` is what a break becomes. A lone formula stands between ``$$``.

    ``strict`` writes marks as HTML tags and escapes every mark of ASCII, for texts where the pretty spelling would
    be read differently.
    """
    if len(content) == 1 and isinstance(content[0], Math) and line_end == "\\\n":
        return f"$$\n{content[0].latex}\n$$"
    lines: list[list[Inline]] = [[]]
    for piece in content:
        if isinstance(piece, Break):
            lines.append([])
        else:
            lines[-1].append(piece)
    return line_end.join(_line_start(_pieces(line, strict), strict) for line in lines)


def _pieces(content: Sequence[Inline], strict: bool) -> str:
    """Write the longest-reaching link or mark of the first piece around all that it reaches."""
    parts: list[str] = []
    index = 0
    while index < len(content):
        mark, end = _longest(content, index)
        if mark:
            inner = [_without(piece, mark) for piece in content[index:end]]
            parts.append(_wrapped(mark, content[index], inner, strict))
        else:
            end = index + 1
            parts.append(_bare(content[index], content[end : end + 1], strict))
            parts.append(_apart(content[index], content[end : end + 1]))
        index = end
    return "".join(parts)


def _longest(content: Sequence[Inline], start: int) -> tuple[str, int]:
    """Return the link or mark of the piece at ``start`` that reaches furthest, and where it ends."""
    best, best_end = "", start
    for mark in (_LINK, *(mark for mark in MARKS if mark != CODE)):
        end = start
        while end < len(content) and _has(content[end], mark, content[start]):
            end += 1
        if end > best_end:
            best, best_end = mark, end
    return best, best_end


def _has(piece: Inline, mark: str, first: Inline) -> bool:
    if mark == _LINK:
        return bool(_href(first)) and _href(piece) == _href(first)
    return isinstance(piece, Run) and mark in piece.marks


def _href(piece: Inline) -> str:
    return piece.href if isinstance(piece, Run | Image) else ""


def _without(piece: Inline, mark: str) -> Inline:
    if mark == _LINK and isinstance(piece, Run | Image):
        return replace(piece, href="")
    return replace(piece, marks=piece.marks - {mark}) if isinstance(piece, Run) else piece


def _wrapped(mark: str, first: Inline, inner: Sequence[Inline], strict: bool) -> str:
    text = _pieces(inner, strict)
    if mark == _LINK:
        return f"[{text}]({_target(_href(first))})"
    if mark in _PAIRS and not strict:
        return f"{_PAIRS[mark]}{text}{_PAIRS[mark]}"
    return f"<{mark}>{text}</{mark}>"


def _bare(piece: Inline, following: Sequence[Inline], strict: bool) -> str:
    if isinstance(piece, NoteRef):
        return f"[^{piece.label}]"
    if isinstance(piece, Math):
        return f"${piece.latex}$"
    if isinstance(piece, Image):
        title = f' "{_escape_title(piece.title)}"' if piece.title else ""
        return f"![{_text(piece.alt, True)}]({_target(piece.src)}{title})"
    if not isinstance(piece, Run):
        return ""
    if CODE in piece.marks:
        # A table takes one backslash off before a bar, inside code too, and code cannot give it another one.
        return f"<code>{_text(piece.text, strict)}</code>" if strict and "\\|" in piece.text else _code(piece.text)
    text = _text(piece.text, strict)
    if following and (_href(following[0]) or not isinstance(following[0], Run | Break)):
        text = re.sub(r"(?<!\\)([!^])$", r"\\\1", text)
    return text


def _apart(piece: Inline, following: Sequence[Inline]) -> str:
    """A formula beside a digit or another formula would not be read as one."""
    after = following[0] if following else None
    if isinstance(piece, Math):
        return "<!-- -->" if isinstance(after, Math) or (isinstance(after, Run) and after.text[:1].isdigit()) else ""
    return "<!-- -->" if isinstance(after, Math) and isinstance(piece, Run) and piece.text[-1:].isdigit() else ""


def _text(text: str, strict: bool) -> str:
    if strict:
        return _ASCII_MARKS.sub(r"\\\1", text)
    text = _ALWAYS.sub(r"\\\1", text)
    text = _UNDERSCORE.sub(r"\\_", text)
    text = _TAG.sub(r"\\<", text)
    text = _ENTITY.sub(r"\\&", text)
    text = text.replace("$", "\\$") if text.count("$") > 1 else text
    return re.sub(r"~(?=~)|(?<=~)~", r"\\~", text)


def _code(text: str) -> str:
    longest = max(map(len, re.findall("`+", text)), default=0)
    fence = "`" * (longest + 1)
    padding = " " if text.startswith("`") or text.endswith("`") else ""
    return f"{fence}{padding}{text}{padding}{fence}"


def _target(address: str) -> str:
    """Return a link's address, in angle brackets where it could end too early."""
    if re.search(r"[\s()<>\\]", address) or not address:
        return "<" + re.sub(r"([<>\\])", r"\\\1", address.replace("\n", " ")) + ">"
    return address


def _escape_title(title: str) -> str:
    return _ASCII_MARKS.sub(r"\\\1", title)


def _line_start(line: str, strict: bool) -> str:
    """Escape what would begin a heading, quote, list, rule or table at the start of a line."""
    line = _NUMBERED.sub(r"\1\\\2", line)
    return line if strict else _LINE_START.sub(r"\\\1", line)


def task_box(content: Sequence[Inline]) -> tuple[str, Sequence[Inline]]:
    """Return ``[ ] `` or ``[x] `` and the rest, when content begins with a box; else "" and all of it."""
    first = content[0] if content else None
    if not (isinstance(first, Run) and not first.marks and not first.href and re.match(r"[☐☑] \S", first.text)):
        return "", content
    box = "[x] " if first.text[0] == "☑" else "[ ] "
    return box, (replace(first, text=first.text[2:]), *content[1:])
