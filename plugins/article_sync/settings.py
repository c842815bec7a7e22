"""What a sync needs to know besides the content and the account."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

from plugins.article_sync.convert.blocks import Blocks, Directive
from plugins.article_sync.convert.parts import Card
from plugins.article_sync.themes import DEFAULT_THEME
from plugins.shared.markdown import is_web

Resolve = Callable[[str], tuple[str, str] | None]
"""From a content reference such as ``product:longjing`` to title and root-relative address; None when unknown."""


def _no_card(_part: Directive) -> Blocks:
    return ()


def _nothing(_reference: str) -> tuple[str, str] | None:
    return None


@dataclass(frozen=True)
class SyncSettings:
    """Settings of one account's sync.

    ``article_url`` is the root-relative address of an article with ``{slug}``; ``author``, ``default_cover`` (below
    content/images/) and ``category`` (the column of imported articles) stand in where an article says nothing.
    ``article_theme`` is the look of articles in WeChat, ``card`` fills the cards of the shop.
    ``new_account`` allows a first sync with another account than the one that state exists for.
    """

    site_url: str
    state_dir: Path
    article_url: str = "/articles/{slug}/"
    author: str = ""
    resolve: Resolve = field(default=_nothing)
    default_cover: str = ""
    category: str = ""
    new_account: bool = False
    article_theme: str = DEFAULT_THEME
    card: Card = field(default=_no_card)

    def page_url(self, slug: str) -> str:
        """Return the absolute address of an article's page on the site."""
        return self.absolute(self.article_url.format(slug=slug))

    def source_url(self, slug: str, article_id: str) -> str:
        """Return the address behind 阅读原文: the article's page, with our id."""
        return f"{self.page_url(slug)}?a={article_id}"

    def absolute(self, path: str) -> str:
        """Return a root-relative address with the site's in front."""
        return self.site_url.rstrip("/") + path

    def is_own(self, url: str) -> bool:
        """Tell whether an address is on this site."""
        return bool(self.site_url) and urlsplit(url).netloc == urlsplit(self.site_url).netloc

    def address_of(self, target: str, slug: str) -> str | None:
        """Return what a link in an article leads to, as an absolute address; None for an unknown reference."""
        if target.startswith("#"):
            return self.page_url(slug) + target
        if is_web(target):
            return target
        if target.startswith("/"):
            return self.absolute(target)
        found = self.resolve(target)
        return self.absolute(found[1]) if found else None
