"""HTML to a tree and back, in the spelling of WeChat's answers: ``<br  />``, ``&#39;``, ``&nbsp;``."""

import html as entities
import re
from collections.abc import Iterable, Iterator
from io import StringIO

from bs4 import BeautifulSoup, NavigableString, Tag
from bs4.element import PreformattedString
from bs4.exceptions import ParserRejectedMarkup
from bs4.formatter import Formatter

_BLOCK_NAMES = """
    address article aside blockquote center dd details div dl dt figcaption figure footer form h1 h2 h3 h4 h5 h6
    header hr li main nav ol p pre section table tbody td tfoot th thead tr ul
"""
BLOCKS = frozenset(_BLOCK_NAMES.split())
_ATTRIBUTE_NAME = re.compile(r"[a-zA-Z_:][-\w:.]*", re.ASCII)
_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff]")


class _Spelling(Formatter):
    """Two spaces before the slash of an empty tag, quotes as entities, attributes in their order."""

    def __init__(self, sort_attributes: bool) -> None:
        super().__init__(entity_substitution=_spell_text, void_element_close_prefix="  /")
        self._sort = sort_attributes

    def attribute_value(self, value: str) -> str:
        return _spell_text(value).replace('"', "&quot;")

    def attributes(self, tag: Tag) -> Iterable[tuple[str, str | None]]:
        """Yield the attributes, in their own order or by name."""
        items = [(name, str(value)) for name, value in tag.attrs.items()]
        return sorted(items) if self._sort else items


def parse(html: str) -> BeautifulSoup:
    """Return the tree of any text; what no parser understands becomes plain text."""
    clean = _UNPRINTABLE.sub("", html)
    try:
        return _tidied(_tree(clean))
    except ParserRejectedMarkup:
        return _tidied(_tree(entities.escape(clean)))


def _tree(html: str) -> BeautifulSoup:
    """A stream, because a bare string such as ``a/b.txt`` makes the parser warn that a file's name was passed."""
    return BeautifulSoup(StringIO(html), "html.parser", multi_valued_attributes=None)


def render(soup: BeautifulSoup, sort_attributes: bool = False) -> str:
    """Return the HTML of a tree."""
    html: str = soup.decode(formatter=_Spelling(sort_attributes))
    return html


def tags(soup: Tag, *names: str) -> Iterator[Tag]:
    """Yield the tags of some names, or all, in document order; they may be changed meanwhile."""
    yield from [tag for tag in soup.find_all(names or True) if isinstance(tag, Tag)]


def texts(soup: Tag) -> Iterator[NavigableString]:
    """Yield every piece of text in document order; they may be changed meanwhile."""
    yield from [text for text in soup.find_all(string=True) if isinstance(text, NavigableString)]


def merge_texts(soup: Tag) -> None:
    """Join neighbouring pieces of text, which taking tags apart leaves behind."""
    for text in texts(soup):
        previous = text.previous_sibling
        if isinstance(previous, NavigableString) and text.parent is not None:
            text.extract()
            previous.replace_with(NavigableString(_folded(previous + text, previous)))


def _folded(joined: str, place: NavigableString) -> str:
    """Fold blanks that met as the parser folds blanks that stand together."""
    if joined.strip(" \t\r\n\f") or place.find_parent("pre") is not None:
        return joined
    return "\n" if "\n" in joined else " "


def is_block(node: object) -> bool:
    """Tell whether a node starts a line of its own."""
    return isinstance(node, Tag) and node.name in BLOCKS


def is_blank(node: object) -> bool:
    """Tell whether a node is text without a visible character."""
    return isinstance(node, NavigableString) and not node.strip(" \t\r\n")


def wrap_loose_text(soup: BeautifulSoup, parent: Tag, name: str, attrs: dict[str, str] | None = None) -> None:
    """Put every run of children that are not blocks into a tag of its own."""
    wrapper: Tag | None = None
    for child in list(parent.children):
        if is_block(child):
            wrapper = None
        elif wrapper is not None:
            wrapper.append(child.extract())
        elif not is_blank(child):
            wrapper = soup.new_tag(name, attrs=dict(attrs or {}))
            child.wrap(wrapper)


def _tidied(soup: BeautifulSoup) -> BeautifulSoup:
    """Drop comments and declarations, and attributes that no browser would have kept."""
    for text in texts(soup):
        if isinstance(text, PreformattedString):
            text.extract()
    for tag in tags(soup):
        for name in [name for name in tag.attrs if not _ATTRIBUTE_NAME.fullmatch(name)]:
            del tag[name]
    return soup


def _spell_text(text: str) -> str:
    escaped = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return escaped.replace("'", "&#39;").replace("\N{NO-BREAK SPACE}", "&nbsp;")
