"""Everything the site shows, read once, checked as a whole, and handed to every generator."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from plugins.articles.model import Article, Page
from plugins.images import Pictures
from plugins.landing_pages.model import LandingPage
from plugins.products.model import Catalog
from plugins.site.references import References
from plugins.site.shop import Channel, Shop
from plugins.stores.model import Store


@dataclass(frozen=True)
class Site:
    """The content of a shop at one moment; ``bodies`` maps a file's path to its body as HTML."""

    shop: Shop
    catalog: Catalog
    landing_pages: tuple[LandingPage, ...]
    stores: tuple[Store, ...]
    channels: tuple[Channel, ...]
    articles: tuple[Article, ...]
    pages: tuple[Page, ...]
    pictures: Pictures
    references: References
    bodies: Mapping[str, str]
    now: datetime
    synonyms: tuple[tuple[str, ...], ...] = ()

    def body_of(self, folder: str, slug: str) -> str:
        """Return a body as HTML, safe to show."""
        return self.bodies[f"{folder}/{slug}.md"]

    @property
    def running(self) -> tuple[LandingPage, ...]:
        """Promotions that run now, the one that ends first ahead."""
        shown = [page for page in self.landing_pages if page.phase_at(self.now) == "during"]
        return tuple(sorted(shown, key=lambda page: (page.ends_at, page.slug)))

    @property
    def columns(self) -> tuple[str, ...]:
        """The articles' standing columns, the one with the newest article first."""
        return tuple(dict.fromkeys(article.category for article in self.articles))
