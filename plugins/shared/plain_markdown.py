"""The Markdown that most texts consist of, rendered quickly: paragraphs, headings, flat lists, bold, links to content.

What it renders, it renders as the full parser and the sanitiser do together; for anything else it returns None,
and they have their turn.
"""

import re
from collections.abc import Callable

from plugins.shared.cjk import is_cjk

OpenLink = Callable[[str], str]
"""From a content reference as typed to the opening tag of its link."""

_ODD = re.compile(
    r"[\\`_<>&!~$|^\x00-\x09\x0b-\x1f\x7f-\x9f\ufeff\ufffe\uffff\ud800-\udfff]|[^\S\n \u3000]|[ \u3000]$|^[ \u3000]",
    re.M,
)
_BLOCK_START = re.compile(r"[#>\-+=:~\u3000]|\*(?!\*)|\d{1,9}[.)](?: |$)")
_HEADING = re.compile(r"(#{1,6}) +(\S.*[^#\s]|[^#\s])")
_SPAN = re.compile(
    r"(?<!\*)\*\*(\w|\w[^*\[\]\n]*\w)\*\*(?!\*)"
    r"|\[([^*\[\]\n]+)\]\(((?:product|category|landing|article|page|store):[a-z0-9]+(?:-[a-z0-9]+)*)\)"
)
_UNREAD = re.compile(r"[*\[\]]")


class _Beyond(Exception):
    """The text is more than this renderer knows."""


def render_plain(text: str, open_link: OpenLink) -> str | None:
    """Return the HTML of a plain text, safe to put on a page; None where the full parser is needed."""
    if _ODD.search(text):
        return None
    blocks = [block.strip("\n") for block in text.split("\n\n")]
    try:
        _refuse_loose_lists(blocks)
        return "".join(_block(block, open_link) for block in blocks if block)
    except _Beyond:
        return None


def _refuse_loose_lists(blocks: list[str]) -> None:
    """A blank line between items makes paragraphs of them."""
    lists = [block.startswith("- ") for block in blocks if block]
    if any(one and other for one, other in zip(lists, lists[1:], strict=False)):
        raise _Beyond


def _block(block: str, open_link: OpenLink) -> str:
    if block.startswith("- "):
        items = "".join(f"<li>{_item(line, open_link)}</li>\n" for line in block.split("\n"))
        return f"<ul>\n{items}</ul>\n"
    if block[0] == "#":
        match = _HEADING.fullmatch(block)
        if match is None:
            raise _Beyond
        tag = f"h{len(match[1])}"
        return f"<{tag}>{_spans(match[2], open_link)}</{tag}>\n"
    return f"<p>{_lines(block, open_link)}</p>\n"


def _item(line: str, open_link: OpenLink) -> str:
    if not line.startswith("- ") or _BLOCK_START.match(line, 2) or line[2:3] in ("", " "):
        raise _Beyond
    return _spans(line[2:], open_link)


def _lines(block: str, open_link: OpenLink) -> str:
    """A line break between two Chinese characters leaves no blank."""
    html = ""
    before = ""
    for line in block.split("\n"):
        if not line or _BLOCK_START.match(line):
            raise _Beyond
        joined = is_cjk(before) and is_cjk(line[0])
        html += ("" if joined or not html else "\n") + _spans(line, open_link)
        before = line[-1] if line[-1] not in "*)" else ""
    return html


def _spans(text: str, open_link: OpenLink) -> str:
    if "*" not in text and "[" not in text and "]" not in text:
        return text
    parts: list[str] = []
    end = 0
    for match in _SPAN.finditer(text):
        parts.append(_free(text[end : match.start()]))
        end = match.end()
        parts.append(f"<strong>{match[1]}</strong>" if match[1] else f"{open_link(match[3])}{match[2]}</a>")
    return "".join(parts) + _free(text[end:])


def _free(text: str) -> str:
    if _UNREAD.search(text):
        raise _Beyond
    return text
