"""The one Markdown of this shop: CommonMark with tables, strikethrough, footnotes, task lists, formulas and parts.

The site and the article sync read the same tokens, so that a text means the same on the page and in WeChat.
Two things are made to suit Chinese: ``**标题：**正文`` is bold although a full-width colon stands inside the
stars, and a line break between two Chinese characters leaves no blank.
"""

import html
import re
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING
from urllib.parse import unquote

from plugins.shared.directives import ATTRIBUTE, split_info
from plugins.shared.plain_markdown import render_plain

if TYPE_CHECKING:  # the parser takes long to load, and most texts are plain
    from markdown_it.token import Token

ResolveLink = Callable[[str], str | None]
"""From a content reference or a path as typed to an address; None leaves the words without a link."""
RenderPicture = Callable[[str, str, str], str]
"""From path, alternative text and title to the HTML of a picture."""
RenderPart = Callable[[str, str], str]
"""From kind and argument of a directive to the HTML that it shows before its own content."""

CONTENT_SCHEMES = frozenset({"product", "category", "landing", "article", "column", "page", "store"})
WEB_SCHEMES = frozenset({"http", "https", "mailto", "tel"})
ALLOWED_TAGS = frozenset(
    {
        "a",
        "abbr",
        "b",
        "blockquote",
        "br",
        "caption",
        "cite",
        "code",
        "dd",
        "del",
        "details",
        "div",
        "dl",
        "dt",
    }
    | {"em", "figcaption", "figure", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "i", "img", "ins", "kbd", "li"}
    | {"mark", "ol", "p", "pre", "q", "rp", "rt", "ruby", "s", "samp", "section", "small", "span", "strong"}
    | {
        "sub",
        "summary",
        "sup",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "time",
        "tr",
        "u",
        "ul",
        "var",
    }
)
ALLOWED_ATTRIBUTES: Mapping[str, frozenset[str]] = {
    "a": frozenset({"href", "title", "class", "id"}),
    "code": frozenset({"class"}),
    "img": frozenset({"src", "alt", "title"}),
    "li": frozenset({"class", "id", "value"}),
    "ol": frozenset({"start", "class"}),
    "section": frozenset({"class", ATTRIBUTE}),
    "span": frozenset({"class", "data-formula"}),
    "sup": frozenset({"class"}),
    "td": frozenset({"colspan", "rowspan", "class"}),
    "th": frozenset({"colspan", "rowspan", "class"}),
    "ul": frozenset({"class"}),
}
_OWN_ID = re.compile(r"fn(ref)?[\w:-]+")
_OWN_CLASS = re.compile(r"(?:(?:footnote|task-list|contains-task|language-|align-)[\w-]*(?: |$))+")
# nh3 escapes < > " in attributes and text, so that this finds elements only, never a quotation of one.
_ELEMENT = re.compile(r'<(a|img|section)((?: [a-z-]+="[^"]*")+)>|<span data-formula="([^"]*)">[^<]*</span>')
_ATTRIBUTE = re.compile(r' ([a-z-]+)="([^"]*)"')


def parse(text: str) -> "list[Token]":
    """Return markdown-it's tokens for a text; top-level tokens carry their source lines in ``map``."""
    from plugins.shared.markdown_parser import parser

    return parser().parse(text, {})


def render_tokens(tokens: "Sequence[Token]") -> str:
    """Return the HTML of tokens as it is, raw HTML of the text included: not for a page before ``clean_html``."""
    from plugins.shared.markdown_parser import parser

    html_text: str = parser().renderer.render(tokens, parser().options, {})
    return html_text


def _nothing(_kind: str, _argument: str) -> str:
    return ""


def render_html(
    text: str,
    resolve_link: ResolveLink,
    render_picture: RenderPicture,
    render_part: RenderPart = _nothing,
    quick: bool = True,
) -> str:
    """Return the HTML of a Markdown text, safe to put on a page.

    ``resolve_link`` is asked for every link that is not http(s), mailto, tel or ``#...``; ``render_picture``
    for every picture. Both get the text as the editor typed it. A picture that is a paragraph of its own is
    not wrapped in ``<p>``, so that it may become a ``<figure>``. ``render_part`` gives what a directive shows
    before its content. Without ``quick`` plain texts go the long way, too; the result is the same.
    """
    if quick and (plain := render_plain(text, lambda target: _link({"href": target}, resolve_link))) is not None:
        return plain

    def replace(match: re.Match[str]) -> str:
        if match[1] is None:
            from plugins.shared.formula import mathml

            return mathml(html.unescape(match[3]))
        values = {name: html.unescape(value) for name, value in _ATTRIBUTE.findall(match[2])}
        if match[1] == "img":
            path = as_typed(values.get("src", ""))
            return render_picture(path, values.get("alt", ""), values.get("title", ""))
        if match[1] == "section":
            return _part(values, match[0], render_part)
        return _link(values, resolve_link)

    return _ELEMENT.sub(replace, clean_html(render_tokens(parse(text))))


def clean_html(source: str) -> str:
    """Return HTML reduced to the allow-list: nothing in it can run, load a frame or take over the page."""
    import nh3

    return nh3.clean(
        source,
        tags=set(ALLOWED_TAGS),
        clean_content_tags={"script", "style", "title", "noscript", "template"},
        attributes={tag: set(names) for tag, names in ALLOWED_ATTRIBUTES.items()},
        attribute_filter=_keep_attribute,
        url_schemes=set(WEB_SCHEMES | CONTENT_SCHEMES),
        link_rel=None,
        strip_comments=True,
    )


def as_typed(address: str) -> str:
    """Return a reference or path without the percent signs that markdown-it adds; web addresses stay."""
    return address if is_web(address) else unquote(address)


def is_web(address: str) -> bool:
    """Tell whether an address leads out of the content: http(s), mailto, tel, or a place on the same page."""
    return address.startswith("#") or address.partition(":")[0].lower() in WEB_SCHEMES


def _link(values: Mapping[str, str], resolve_link: ResolveLink) -> str:
    href: str | None = values.get("href")
    if href is not None and not is_web(href):
        href = resolve_link(as_typed(href))
    kept = {name: value for name, value in {**values, "href": href}.items() if value is not None}
    return "<a" + "".join(f' {name}="{html.escape(value)}"' for name, value in kept.items()) + ">"


def _part(values: Mapping[str, str], source: str, render_part: RenderPart) -> str:
    info = split_info(values.get(ATTRIBUTE, ""))
    if info is None:
        return source
    return f'<section class="wz-part wz-part_{info[0]}">{render_part(*info)}'


def _keep_attribute(_tag: str, name: str, value: str) -> str | None:
    allowed = {"id": _OWN_ID, "class": _OWN_CLASS}.get(name)
    return value if allowed is None or allowed.fullmatch(value) else None
