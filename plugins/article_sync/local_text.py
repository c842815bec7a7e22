"""What a file says, as blocks with the names that the account's blocks have too."""

from collections.abc import Mapping

from plugins.article_sync.cards import linked_products
from plugins.article_sync.convert.blocks import Blocks, Directive
from plugins.article_sync.convert.from_markdown import localise, read_markdown
from plugins.article_sync.convert.parts import expand
from plugins.article_sync.picture_map import SCHEME
from plugins.article_sync.settings import SyncSettings


def read_body(body: str, settings: SyncSettings) -> Blocks:
    """Return the blocks of an article's text, its cards filled."""
    return expand(read_markdown(body), settings.card)


def local_blocks(blocks: Blocks, slug: str, settings: SyncSettings, pictures: Mapping[str, str]) -> Blocks:
    """Return a Markdown text's blocks with absolute links and pictures named by their hash."""

    def link(target: str) -> str:
        return settings.address_of(target, slug) or ""

    def picture(path: str) -> str:
        return SCHEME + pictures[path] if path in pictures else path

    return localise(blocks, link, picture)


def linked_cards(blocks: Blocks, settings: SyncSettings) -> Blocks:
    """Return a card for every product that the text only links to: WeChat takes such links out."""
    parts = [Directive("product", slug) for slug in linked_products(blocks)]
    return tuple(part for part in expand(tuple(parts), settings.card) if isinstance(part, Directive) and part.shown)
