"""The words of an article without its markup."""

import re

from plugins.wechat_emulator.article_html.tree import BLOCKS, parse, tags

_SILENT = ("script", "style", "template", "noscript", "title", "head")
_SPACE = re.compile("[\\s\N{NO-BREAK SPACE}\N{ZERO WIDTH SPACE}\N{ZERO WIDTH NO-BREAK SPACE}]+")


def visible_text(html: str) -> str:
    """Return the words in one line; blocks are set apart by a space."""
    soup = parse(html)
    for tag in tags(soup, *_SILENT):
        tag.decompose()
    for tag in tags(soup, "br", *BLOCKS):
        tag.insert_before(" ")
        tag.insert_after(" ")
    return _SPACE.sub(" ", soup.get_text()).strip()
