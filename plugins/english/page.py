"""A Chinese page to its English twin: words, addresses, languages; anything else stays byte for byte."""

import json
import re
from dataclasses import dataclass, field
from html import escape, unescape
from typing import Any

from plugins.english.words import CHINESE, Words

FOLDER = "/en"
STAYS = frozenset({"wz-prose", "wz-form", "wz-thanks"})
"""Classes of elements whose words are the shop's own: texts of files, and forms with their consent."""
_SHARED = ("/images/", "/theme/icon", "/feed.xml", "//", "/en/")
"""Addresses that both languages have in common; what has a twin gets its address."""
_READ = frozenset({"alt", "aria-label", "placeholder", "title", "content"})
_LEADS = frozenset({"href", "src", "content", "data-load", "data-also", "data-copy"})
_KEYS = frozenset({"data-key", "data-list"})
"""Values as the index of the search names them."""
_VOID = frozenset({"meta", "link", "img", "input", "br", "hr", "source", "path", "circle", "use"})
_TOKEN = re.compile(
    r"(<script[^>]*>)(.*?)(?=</script>)|<style.*?</style>|<[^>\"]*(?:\"[^\"]*\"[^>\"]*)*>|[^<]+|<", re.S
)
_NAME = re.compile(r"</?([a-zA-Z0-9]+)")
_ATTRIBUTE = re.compile(r' ([a-z-]+)="([^"]*)"')
_LANG = re.compile(r' lang="[^"]*"')


@dataclass
class _Open:
    name: str
    at: int
    stays: bool


@dataclass
class PageTranslator:
    """Translates pages of one shop; ``site_url`` is the address its pages call themselves by."""

    words: Words
    site_url: str
    shared: tuple[str, ...] = ()
    """Addresses of this host that have no twin, such as where forms are sent."""
    _out: list[str] = field(default_factory=list)
    _open: list[_Open] = field(default_factory=list)

    def translate(self, page: str) -> str:
        """Return the English page."""
        self._out, self._open = [], []
        for token in _TOKEN.finditer(page):
            if token[1] is not None:
                self._script(token[1], token[2])
            elif token[0].startswith("</"):
                self._close(token[0])
            elif token[0] == "<" or token[0].startswith(("<!", "<style")):
                self._out.append(token[0])
            elif token[0].startswith("<"):
                self._start(token[0])
            else:
                self._text(token[0])
        return "".join(self._out)

    def address(self, url: str) -> str:
        """Return where the English twin of a page or file of this site is."""
        host = self.site_url if url.startswith(self.site_url + "/") or url == self.site_url else ""
        path = url[len(host) :] or "/"
        if not path.startswith("/") or path.startswith((*_SHARED, *self.shared)):
            return url
        return host + FOLDER + path

    def data(self, value: Any) -> Any:
        """Return JSON with its words and addresses in English."""
        if isinstance(value, dict):
            return {key: self.data(each) for key, each in value.items()}
        if isinstance(value, list):
            return [self.data(each) for each in value]
        if not isinstance(value, str):
            return value
        return self.address("\n".join(map(self.key, value.split("\n"))))

    def key(self, text: str) -> str:
        """Return a text, or the key of a tag or series such as ``#tag``, in English."""
        if text.startswith(("#", "@")):
            return text[0] + self.words.translate(text[1:])
        return self.words.translate(text)

    def _script(self, tag: str, text: str) -> None:
        self._start(tag)
        if "application/ld+json" in tag:
            text = json.dumps(self.data(json.loads(text)), ensure_ascii=False, separators=(",", ":"))
            text = text.replace("&", "\\u0026").replace("<", "\\u003c").replace(">", "\\u003e")
        self._out.append(text)

    def _start(self, tag: str) -> None:
        found = _NAME.match(tag)
        name = found[1] if found else ""
        classes = re.search(r' class="([^"]*)"', tag)
        stays = self._stays or (classes is not None and bool(STAYS & set(classes[1].split())))
        self._out.append(self._attributes(name, tag))
        if name not in _VOID and not tag.endswith("/>"):
            self._open.append(_Open(name, len(self._out) - 1, stays))

    def _close(self, tag: str) -> None:
        self._out.append(tag)
        found = _NAME.match(tag)
        while found and any(each.name == found[1] for each in self._open):
            if self._open.pop().name == found[1]:
                break

    @property
    def _stays(self) -> bool:
        return bool(self._open) and self._open[-1].stays

    def _attributes(self, name: str, tag: str) -> str:
        if name == "html":
            return _LANG.sub(' lang="en"', tag)
        if " hreflang=" in tag:
            return tag  # says itself which language it leads to
        chinese = False

        def attribute(found: re.Match[str]) -> str:
            nonlocal chinese
            key, value = found[1], unescape(found[2])
            if key in _READ and (not self._stays or key == "aria-label"):
                value = self.words.translate(value)
                chinese = chinese or bool(CHINESE.search(value))
            if key in _KEYS:
                value = self.key(value)
            if key in _LEADS or (key == "action" and name == "form"):
                value = self.address(value)
            if key == "content" and value.startswith("0; url="):
                value = "0; url=" + self.address(value[7:])
            return found[0] if value == unescape(found[2]) else f' {key}="{escape(value)}"'

        tag = _ATTRIBUTE.sub(attribute, tag)
        return _marked(tag) if chinese else tag

    def _text(self, text: str) -> None:
        if not CHINESE.search(text) or not self._open:
            self._out.append(text)
            return
        if not self._stays:
            text = escape(self.words.translate(unescape(text)), quote=False)
        self._out.append(text)
        if CHINESE.search(text):
            first = next((each for each in self._open if each.stays), self._open[-1])
            self._out[first.at] = _marked(self._out[first.at])


def _marked(tag: str) -> str:
    """Return an opening tag that says that its text is Chinese."""
    if _LANG.search(tag):
        return tag
    end = len(tag) - (2 if tag.endswith("/>") else 1)
    return f'{tag[:end]} lang="zh-CN"{tag[end:]}'
