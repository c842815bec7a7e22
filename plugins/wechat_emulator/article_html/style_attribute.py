"""The style attribute: its declarations, and what WeChat does to them."""

import re
from html.parser import HTMLParser

from plugins.wechat_emulator.article_html.links import is_own_picture

_DECLARATION = re.compile(r"""(?:[^;"'(]|"[^"]*"|'[^']*'|\([^)]*\)|["'(])+""")
_STYLE = re.compile(r"""\bstyle\s*=\s*("[^"]*"|'[^']*'|[^\s>]+)""", re.IGNORECASE)
_QUOTE_ENTITY = re.compile(r"&(?:quot|apos|#0*39|#0*34|#x0*27|#x0*22)\b", re.IGNORECASE)
_URL = re.compile(r"""url\(\s*["']?([^"')]*)""", re.IGNORECASE)


def declarations(style: str) -> list[tuple[str, str]]:
    """Return name and value of every declaration, in order."""
    found = []
    for match in _DECLARATION.finditer(style):
        name, colon, value = match.group().partition(":")
        if colon and name.strip() and value.strip():
            found.append((name.strip().lower(), value.strip()))
    return found


def join(found: list[tuple[str, str]]) -> str:
    """Return declarations as one style value."""
    return "".join(f"{name}: {value};" for name, value in found)


def without_forbidden(style: str) -> str:
    """Cut out position and pictures from outside; a style without them stays as it is."""
    found = declarations(style)
    kept = [(name, value) for name, value in found if name != "position" and not _shows_foreign_picture(value)]
    return style if len(kept) == len(found) else join(kept)


def tags_with_quote_entities(html: str) -> set[int]:
    """Return the numbers, in document order, of the start tags whose style was sent with a quote as an entity.

    WeChat empties such a style as a whole. A parser has decoded the entity already, hence the raw text.
    """
    finder = _Finder()
    try:
        finder.feed(html)
        finder.close()
    except AssertionError:  # html.parser on a broken declaration
        return set()
    return finder.found


class _Finder(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: set[int] = set()
        self._number = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        style = _STYLE.search(self.get_starttag_text() or "")
        if style and _QUOTE_ENTITY.search(style.group(1)):
            self.found.add(self._number)
        self._number += 1


def _shows_foreign_picture(value: str) -> bool:
    return any(not is_own_picture(address) for address in _URL.findall(value))
