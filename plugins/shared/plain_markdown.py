"""The Markdown that most texts consist of, rendered quickly: paragraphs, headings, flat lists, bold, links to content.

What it renders, it renders as the full parser and the sanitiser do together; for anything else it returns None,
and they have their turn.
"""

import re
from collections.abc import Callable

from plugins.shared.cjk import is_cjk

OpenLink = Callable[[str], str]
"""From a content reference as typed to the opening tag of its link."""

_CALM = r"[^\\`_<>&!~$|^\x00-\x1f\x7f-\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\ufeff\ufffe\uffff\ud800-\udfff]"
_END = r"(?<![ \u3000])\n"
_LINE = rf"(?![#>\-+=:~ \u3000]|\d{{1,9}}[.)](?![^ \n])){_CALM}+{_END}"
# No possessive quantifiers: Python 3.11.2, which Debian has, matches wrongly with them.
_BLOCK = re.compile(
    rf"(#{{1,6}}) +((?=\S){_CALM}+)(?<!#){_END}"  # heading
    rf"|((?:- {_LINE})+)(?!.)"  # list
    rf"|((?:{_LINE})+)"  # paragraph
    r"|(.+)",  # anything else
)
_SPAN = re.compile(
    r"\*\*(\w|\w[^*\[\]\n]*\w)\*\*(?!\*)"
    r"|\[([^*\[\]\n]+)\]\(((?:product|category|landing|article|page|store):[a-z0-9]+(?:-[a-z0-9]+)*)\)"
)


class _Beyond(Exception):
    """The text is more than this renderer knows."""


def render_plain(text: str, open_link: OpenLink) -> str | None:
    """Return the HTML of a plain text, safe to put on a page; None where the full parser is needed."""
    try:
        return _spans(_blocks(text), open_link)
    except _Beyond:
        return None


def _blocks(text: str) -> str:
    html = ""
    after_list = False
    for match in _BLOCK.finditer(f"{text}\n"):
        hashes, title, items, lines, other = match.groups("")
        if other or (items and after_list):  # a blank line between items makes paragraphs of them
            raise _Beyond
        if hashes:
            html += f"<h{len(hashes)}>{title}</h{len(hashes)}>\n"
        elif items:
            found = items[2:-1].replace("\n- ", "</li>\n<li>")
            html += f"<ul>\n<li>{found}</li>\n</ul>\n"
        else:
            html += f"<p>{_joined(lines[:-1])}</p>\n"
        after_list = bool(items)
    return html


def _joined(text: str) -> str:
    """A line break between two Chinese characters leaves no blank."""
    if "\n" not in text:
        return text
    first, *others = text.split("\n")
    for line in others:
        first += line if is_cjk(first[-1]) and is_cjk(line[0]) else f"\n{line}"
    return first


def _spans(html: str, open_link: OpenLink) -> str:
    """Return HTML with bold words and links in place of their marks."""
    if not _has_marks(html):
        return html
    pieces = _SPAN.split(html)  # text, bold words, words and target of a link, text, bold words, …
    if _has_marks("".join(pieces[::4])):  # before anybody is asked for a link: the full parser will ask again
        raise _Beyond
    html = pieces[0]
    for bold, words, target, text in zip(pieces[1::4], pieces[2::4], pieces[3::4], pieces[4::4], strict=True):
        html += f"<strong>{bold}</strong>{text}" if bold else f"{open_link(target)}{words}</a>{text}"
    return html


def _has_marks(html: str) -> bool:
    return "*" in html or "[" in html or "]" in html
