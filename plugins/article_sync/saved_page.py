"""A page saved from the web: which part of it is the article.

Articles of mp.weixin.qq.com stand in ``js_content``. Picture posts (小绿书) have no such text: their pictures are a
list in a script and their words a description in the head (community-reported, there is no official page).
"""

import re
from collections.abc import Iterator
from html import escape, unescape
from pathlib import Path
from urllib.parse import unquote, urlsplit

from bs4 import BeautifulSoup, Tag

from plugins.article_sync.convert.pictures import image_key

_PAGE = re.compile(r"js_content|picture_page_info_list|<article|<main|<body", re.IGNORECASE)
_PICTURES = re.compile(r"picture_page_info_list\s*[:=]\s*(?=\[)")
_INSIDE_ONE = re.compile(r"\w+\s*:\s*\{[^{}]*\}")
_ADDRESS = re.compile(r"cdn_url\s*:\s*(?:JsDecode\()?(['\"])(.*?)\1")
_DEEPEST = 8
_ESCAPED = re.compile(r"\\x([0-9a-fA-F]{2})|\\u([0-9a-fA-F]{4})")


def article_of(html: str, folder: Path | None = None) -> str:
    """Return the part of a page that is its article: WeChat's own container, an <article>, <main>, or all of it.

    With the ``folder`` that the page was saved in, pictures that the browser saved there go before those on the web.
    """
    if not _PAGE.search(html):
        return html
    tree = BeautifulSoup(html, "html.parser")
    if shared := _shared_pictures(html, tree):
        return shared
    for noise in tree.find_all(["script", "style", "noscript", "template"]):
        noise.decompose()
    found = tree.find(id="js_content") or tree.find("article") or tree.find("main") or tree.find("body")
    if not isinstance(found, Tag):
        return html
    _prefer_saved(found, folder)
    heading = _heading(_words(tree.find(id="activity-name"))) if found.get("id") == "js_content" else ""
    return heading + found.decode_contents()


def saved_beside(src: str, folder: Path) -> Path | None:
    """Return the file that a picture's address names beside a saved page; nothing above the page's folder."""
    try:
        parts = urlsplit(src)
        path = (folder / unquote(parts.path)).resolve()
        inside = not parts.scheme and not parts.netloc and path.is_relative_to(folder.resolve())
        return path if inside and path.is_file() else None
    except (ValueError, OSError):
        return None


def _prefer_saved(article: Tag, folder: Path | None) -> None:
    for image in article.find_all("img"):
        src = str(image.get("src", ""))
        if folder and image.get("data-src") and saved_beside(src, folder):
            image["data-src"] = src


def _shared_pictures(html: str, tree: BeautifulSoup) -> str:
    """Return a picture post as HTML, empty for any other page."""
    content = tree.find(id="js_content")
    if isinstance(content, Tag) and (content.get_text(strip=True) or content.find("img")):
        return ""
    pictures = list(dict.fromkeys(_addresses(html)))
    if not pictures:
        return ""
    title = _meta(tree, "og:title") or _words(tree.find(id="activity-name"))
    lines = (escape(line) for line in _meta(tree, "description").splitlines() if line.strip())
    shown = "".join(f'<p><img data-src="{escape(address)}"></p>' for address in pictures)
    return _heading(title) + "".join(f"<p>{line}</p>" for line in lines) + shown


def _addresses(html: str) -> Iterator[str]:
    """Yield the addresses of a post's pictures, without those of their watermarks and covers."""
    for found in _PICTURES.finditer(html):
        text = _bracketed(html[found.end() :])
        for _ in range(_DEEPEST):
            text = _INSIDE_ONE.sub("", text)
        for _, address in _ADDRESS.findall(text):
            yield image_key(unescape(_decoded(address)))


def _bracketed(text: str) -> str:
    """Return the list that a text begins with."""
    depth = 0
    for bracket in re.finditer(r"[\[\]]", text):
        depth += 1 if bracket[0] == "[" else -1
        if not depth:
            return text[: bracket.end()]
    return ""


def _meta(tree: BeautifulSoup, name: str) -> str:
    tag = tree.find("meta", attrs={"property": name}) or tree.find("meta", attrs={"name": name})
    return unescape(_decoded(str(tag.get("content", "")))).replace("\xa0", " ") if isinstance(tag, Tag) else ""


def _decoded(text: str) -> str:
    """Return text of a script without its escapes: ``\\x26amp;`` is ``&amp;``, ``\\n`` ends a line."""
    return _ESCAPED.sub(lambda found: chr(int(found[1] or found[2], 16)), text).replace("\\n", "\n")


def _heading(words: str) -> str:
    return f"<h1>{escape(words)}</h1>" if words else ""


def _words(tag: object) -> str:
    return " ".join(tag.get_text().split()) if isinstance(tag, Tag) else ""
