"""From the account's names back to the files': addresses to content references, picture hashes to paths."""

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

from plugins.article_sync.settings import SyncSettings
from plugins.shared.markdown import CONTENT_SCHEMES

_PLACES = ("home", "products", "articles", "stores", "service", "search")


@dataclass(frozen=True)
class LinkNames:
    """Finds the reference behind an address of our site; ``known`` holds those that the text uses already."""

    settings: SyncSettings
    slug: str
    known: Mapping[str, str]

    def name(self, address: str) -> str:
        """Return a content reference, a place on the same page, or the address itself."""
        if address in self.known:
            return self.known[address]
        if not self.settings.is_own(address):
            return address
        page = self.settings.page_url(self.slug)
        if address.startswith(page + "#"):
            return address[len(page) :]
        last = unquote(urlsplit(address).path.rstrip("/").rpartition("/")[2])
        candidates = [*_PLACES, *(f"{scheme}:{last}" for scheme in sorted(CONTENT_SCHEMES))]
        return next((one for one in candidates if self.settings.address_of(one, self.slug) == address), address)
