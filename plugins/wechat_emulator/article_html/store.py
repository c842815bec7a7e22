"""What becomes of an article's HTML when it arrives by draft/add or draft/update (community-reported)."""

import re
import zlib
from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from bs4 import BeautifulSoup, NavigableString, Tag

from plugins.wechat_emulator.article_html.links import is_inside, is_own_picture
from plugins.wechat_emulator.article_html.style_attribute import (
    declarations,
    join,
    tags_with_quote_entities,
    without_forbidden,
)
from plugins.wechat_emulator.article_html.tree import is_block, merge_texts, parse, render, tags, texts, wrap_loose_text

_GONE = ("script", "style", "link", "form", "input", "label", "button")
_ALSO_GONE = ("meta", "base", "object", "embed", "applet", "frame", "noscript", "template", "textarea", "select")
_KEPT_NAMES = """
    a abbr address article aside audio b big blockquote br caption center cite code col colgroup dd del details dfn
    div dl dt em figcaption figure font footer h1 h2 h3 h4 h5 h6 header hr i iframe img ins kbd li main mark nav ol p
    pre q qqmusic rp rt ruby s samp section small source span strike strong sub summary sup table tbody td tfoot th
    thead tr tt u ul var video wbr
    svg g path circle ellipse line polygon polyline rect text tspan use lineargradient radialgradient stop animate
    animatetransform set foreignobject symbol image mask clippath pattern marker
"""
_KEPT = frozenset(_KEPT_NAMES.split())
_SPACES = re.compile(r"[ \t\r\n\f]+")
_FORMAT_OF_FOLDER = {"mmbiz_jpg": "jpeg", "mmbiz_png": "png", "mmbiz_gif": "gif", "mmbiz_bmp": "bmp"}


def stored(html: str) -> str:
    """Return the content that draft/get will show for the content that was sent. Never raises."""
    soup = parse(html)
    _empty_quoted_styles(soup, html)
    _drop_tags(soup)
    for tag in tags(soup):
        _rewrite_attributes(tag)
    for image in tags(soup, "img"):
        _rewrite_image(image)
    for div in reversed(list(tags(soup, "div"))):
        _dissolve(soup, div)
    _collapse_code(soup)
    return render(soup)


def _empty_quoted_styles(soup: BeautifulSoup, html: str) -> None:
    """Empty every style that was sent with ``&#39;`` or ``&quot;`` in it: a literal quote would have survived."""
    emptied = tags_with_quote_entities(html)
    for number, tag in enumerate(tags(soup)):
        if number in emptied and tag.has_attr("style"):
            tag["style"] = ""


def _drop_tags(soup: BeautifulSoup) -> None:
    """Remove what may not be there with all it holds; keep the words of tags that are merely unknown."""
    for tag in tags(soup, *_GONE, *_ALSO_GONE, "defs"):
        if not tag.decomposed:
            tag.decompose()
    for tag in tags(soup):
        if tag.name == "foreignobject":
            tag.name, tag.attrs = "section", {}
        elif tag.name not in _KEPT and not tag.name.startswith("mp"):
            tag.unwrap()
    merge_texts(soup)


def _rewrite_attributes(tag: Tag) -> None:
    """Drop ids, handlers and addresses that lead outside; cut position out of styles."""
    for name in [name for name in tag.attrs if name == "id" or name.startswith("on")]:
        del tag[name]
    if tag.name != "img":
        tag.attrs.pop("src", None)
    if tag.has_attr("href") and not is_inside(str(tag["href"])):
        del tag["href"]
    if tag.has_attr("style"):
        tag["style"] = without_forbidden(str(tag["style"])).replace('"', "'")


def _rewrite_image(image: Tag) -> None:
    """Move the address to data-src and add the numbers that WeChat adds; drop pictures from outside."""
    address = str(image.attrs.pop("src", "") or image.get("data-src", ""))
    if not is_own_picture(address):
        image.decompose()
        return
    address = _normal_address(address)
    seen = zlib.crc32(address.encode("utf-8"))
    noise = {
        "data-ratio": f"0.{400 + seen % 600}",
        "data-type": dict(parse_qsl(urlsplit(address).query)).get("wx_fmt", "jpeg"),
        "data-w": str(640 + seen % 441),
    }
    known = {name: str(image.attrs.pop(name, value)) for name, value in noise.items()}
    image.attrs.pop("data-src", None)
    image.attrs = {**known, "data-src": address, **image.attrs}


def _normal_address(address: str) -> str:
    """Return https, the size segment 640, and a query that names the format."""
    parts = urlsplit(address.strip())
    steps = [step for step in parts.path.split("/") if step]
    folder = steps[0] if steps else ""
    if len(steps) > 2 and steps[-1].isdigit():
        steps[-1] = "640"
    elif len(steps) == 2:
        steps.append("640")
    query = parse_qsl(parts.query)
    if folder in _FORMAT_OF_FOLDER and "wx_fmt" not in dict(query):
        query.insert(0, ("wx_fmt", _FORMAT_OF_FOLDER[folder]))
    return urlunsplit(("https", parts.netloc, "/" + "/".join(steps), urlencode(query), ""))


def _dissolve(soup: BeautifulSoup, div: Tag) -> None:
    """Take a div with blocks in it apart: its loose text becomes paragraphs with half of its style."""
    if not any(is_block(child) for child in div.children):
        return
    found = declarations(str(div.get("style", "")))
    style = join(found[: (len(found) + 1) // 2])
    wrap_loose_text(soup, div, "p", {"style": style} if style else None)
    div.unwrap()


def _collapse_code(soup: BeautifulSoup) -> None:
    """Collapse line breaks and runs of spaces inside pre and code."""
    merge_texts(soup)
    for text in texts(soup):
        if text.find_parent(["pre", "code"]) is not None:
            text.replace_with(NavigableString(_SPACES.sub(" ", text)))
