"""One way to write an article's HTML down, so that two readings of the same draft compare equal.

WeChat's editor rewrites attributes and wrappers at every save. What is left here is what a reader can notice, plus
the styles; a difference in this form with an equal meaning is called drift.
"""

import re
from functools import cache

import nh3
from bs4 import BeautifulSoup, Tag
from bs4.element import Comment, NavigableString

from plugins.article_sync.convert.pictures import image_key

CANONICAL_VERSION = 1
MAX_DEPTH = 60
"""Elements nested more deeply than this are read as their text: nobody sees that depth, and it may be an attack."""

OPAQUE_TAGS = frozenset(
    {"mp-common-profile", "mp-common-mpaudio", "mp-common-product", "mp-common-videosnap", "mp-common-poi"}
    | {"mp-common-cpsad", "mp-common-clsaudio", "mp-miniprogram", "mp-weapp", "mpvoice", "qqmusic", "mpcps"}
    | {"iframe", "video", "audio"}
)
"""Elements that only WeChat's editor can make; kept as they are, without anything that loads or runs."""

_TAGS = frozenset(
    {"a", "abbr", "article", "aside", "b", "big", "blockquote", "br", "caption", "center", "cite", "code", "dd"}
    | {"del", "details", "div", "dl", "dt", "em", "figcaption", "figure", "font", "footer", "h1", "h2", "h3", "h4"}
    | {"h5", "h6", "header", "hr", "i", "img", "ins", "kbd", "li", "main", "mark", "nav", "ol", "p", "pre", "q"}
    | {"rp", "rt", "ruby", "s", "samp", "section", "small", "span", "strike", "strong", "sub", "summary", "sup"}
    | {"table", "tbody", "td", "tfoot", "th", "thead", "time", "tr", "tt", "u", "ul", "var"}
)
_EDITOR_ATTRIBUTES = ("id", "class", "leaf", "nodeleaf", "textstyle", "title", "alt", "align", "width", "height")
_SCHEMES = {"http", "https", "mailto", "tel", "product", "category", "landing", "article", "column", "page", "store"}
_DRAWING = re.compile(
    r"</?(?:svg|g|text|tspan|textpath|desc|foreignobject|switch|symbol|marker|math|semantics|m[a-z]{1,10}|annotation(?:-xml)?"
    r"|animate\w*|set|path|circle|ellipse|line|polygon|polyline|rect|use|defs|mask|clippath|pattern|filter|fe\w{3,20}"
    r"|lineargradient|radialgradient|stop|view|mpath|glyph|hatch|discard)(?=[\s/>])[^>]*>",
    re.IGNORECASE,
)
"""Elements of drawings and formulas: the sanitiser drops their words with them; without them their words are text."""


def read_tree(source: str) -> BeautifulSoup:
    """Return the sanitised tree of some HTML; no script, handler, style sheet, form or comment is in it."""
    return BeautifulSoup(f"<section>{clean(source)}</section>", "html.parser")


def clean(source: str) -> str:
    """Return HTML reduced to what articles may hold; text of unknown elements stays."""
    return _cleaner().clean(_DRAWING.sub(_without_drawing, source))


def canonical_html(source: str) -> str:
    """Return the HTML without what WeChat's editor changes at will."""
    tree = read_tree(source)
    for comment in tree.find_all(string=lambda text: isinstance(text, Comment)):
        comment.extract()
    for tag in list(tree.find_all(True)):
        _strip_attributes(tag)
    for tag in list(tree.find_all(["span", "section"])):
        if not tag.attrs:
            tag.unwrap()
    for text in list(tree.find_all(string=True)):
        text.replace_with(NavigableString(_plain_blanks(str(text))))
    return re.sub(r"\s+", " ", str(tree)).strip()


def _strip_attributes(tag: Tag) -> None:
    kept: dict[str, str] = {}
    for name, value in tag.attrs.items():
        if name == "style" and (style := _sorted_style(str(value))):
            kept["style"] = style
        elif name == "href":
            kept[name] = str(value)
        elif name in ("src", "data-src") and tag.name == "img":
            kept["src"] = image_key(str(value))
    tag.attrs = dict(sorted(kept.items()))


def _sorted_style(style: str) -> str:
    declarations = sorted(" ".join(part.split()) for part in style.replace('"', "'").split(";") if part.strip())
    return ";".join(re.sub(r"\s*([:,])\s*", r"\1", part.lower()) for part in declarations)


def _plain_blanks(text: str) -> str:
    return re.sub(r"[\u200b\u200e\u200f\u2060\ufeff]", "", text.replace("\u00a0", " "))


def _without_drawing(tag: re.Match[str]) -> str:
    name = tag[0].strip("</>").split()[0].rstrip("/").lower()
    return tag[0] if name in _TAGS else ""


def _keep_attribute(tag: str, name: str, value: str) -> str | None:
    if name in ("src", "href") and tag in OPAQUE_TAGS:
        return None
    if name == "style" and re.search(r"expression|javascript:|@import|behavior|-moz-binding", value, re.IGNORECASE):
        return None
    return value


@cache
def _cleaner() -> nh3.Cleaner:
    common = set(_EDITOR_ATTRIBUTES) | {"style"}
    return nh3.Cleaner(
        tags=set(_TAGS | OPAQUE_TAGS),
        clean_content_tags={"script", "style", "title", "noscript", "template", "head"},
        attributes={
            "*": common,
            "a": common | {"href"},
            "img": common | {"src"},
            "ol": common | {"start"},
            "td": common | {"colspan", "rowspan"},
            "th": common | {"colspan", "rowspan"},
        },
        generic_attribute_prefixes={"data-"},
        attribute_filter=_keep_attribute,
        url_schemes=_SCHEMES | {"image"},
        link_rel=None,
        strip_comments=True,
    )
