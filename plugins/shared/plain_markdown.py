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
_END = r"(?<![ \u3000])(?:\n|\Z)"
_LINE = rf"(?![#>\-+=:~ \u3000]|\*(?!\*)|\d{{1,9}}[.)](?![^ \n])){_CALM}++{_END}"
_BLOCK = re.compile(
    rf"(#{{1,6}}) +((?=\S){_CALM}++)(?<!#){_END}"  # heading
    rf"|((?:- {_LINE})++)(?=\n|\Z)"  # list
    rf"|((?:{_LINE})++)"  # paragraph
    r"|(.+)",  # anything else
)
_SPAN = re.compile(
    r"(?<!\*)\*\*(\w|\w[^*\[\]\n]*\w)\*\*(?!\*)"
    r"|\[([^*\[\]\n]+)\]\(((?:product|category|landing|article|page|store):[a-z0-9]+(?:-[a-z0-9]+)*)\)"
)
_UNREAD = re.compile(r"[*\[\]]")


class _Beyond(Exception):
    """The text is more than this renderer knows."""


def render_plain(text: str, open_link: OpenLink) -> str | None:
    """Return the HTML of a plain text, safe to put on a page; None where the full parser is needed."""
    try:
        return "".join(_blocks(text, open_link))
    except _Beyond:
        return None


def _blocks(text: str, open_link: OpenLink) -> list[str]:
    html = []
    after_list = False
    for hashes, title, items, lines, other in _BLOCK.findall(text):
        if other or (items and after_list):  # a blank line between items makes paragraphs of them
            raise _Beyond
        if hashes:
            html.append(f"<h{len(hashes)}>{_spans(title, open_link)}</h{len(hashes)}>\n")
        elif items:
            found = _spans(items[2:].rstrip("\n"), open_link).replace("\n- ", "</li>\n<li>")
            html.append(f"<ul>\n<li>{found}</li>\n</ul>\n")
        else:
            found = _joined(_spans(lines.rstrip("\n"), open_link))
            html.append(f"<p>{found}</p>\n")
        after_list = bool(items)
    return html


def _joined(html: str) -> str:
    """A line break between two Chinese characters leaves no blank."""
    if "\n" not in html:
        return html
    first, *others = html.split("\n")
    for line in others:
        first += line if is_cjk(first[-1]) and is_cjk(line[0]) else f"\n{line}"
    return first


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
