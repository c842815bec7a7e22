"""Everything the site shows, read once, checked as a whole, and handed to every generator."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property
from typing import Any

from plugins.articles.model import Article, Page
from plugins.channels.model import Channel
from plugins.forms.model import Form
from plugins.images import Pictures
from plugins.landing_pages.model import LandingPage
from plugins.products.model import Catalog
from plugins.site.references import References
from plugins.site.shop import Shop
from plugins.stores.model import Store


@dataclass(frozen=True)
class Site:
    """The content of a shop at one moment; ``bodies`` maps a file's path to its body as HTML.

    A preview shows another moment than the reader's: its pages take ``now`` for the clock.
    ``redirects`` maps addresses that articles had before to those that they have now.
    """

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
    forms: tuple[Form, ...] = ()
    is_preview: bool = False
    synonyms: tuple[tuple[str, ...], ...] = ()
    redirects: Mapping[str, str] = field(default_factory=dict)

    @cached_property
    def cards(self) -> dict[str, Any]:
        """Cards of products by slug, made when they are first asked for: a card stands on several pages."""
        return {}

    def body_of(self, folder: str, slug: str) -> str:
        """Return a body as HTML, safe to show."""
        return self.bodies[f"{folder}/{slug}.md"]

    def channels_of(self, landing: LandingPage) -> tuple[Channel, ...]:
        """Return the channels that have a copy of a landing page: those it names, else all, retired ones too."""
        return tuple(each for each in self.channels if each.code in landing.channels or not landing.channels)

    def form(self, slug: str) -> Form | None:
        """Return a form by its slug; None for no slug."""
        return next((form for form in self.forms if form.slug == slug), None)

    @cached_property
    def running(self) -> tuple[LandingPage, ...]:
        """Promotions that run now, without their texts, the one that ends first ahead."""
        shown = [page for page in self.landing_pages if page.phase_at(self.now) == "during"]
        shown = [page.model_copy(update={"body": ""}) for page in shown]  # an edit there changes no other page
        return tuple(sorted(shown, key=lambda page: (page.ends_at, page.slug)))

    @cached_property
    def article_heads(self) -> tuple[Article, ...]:
        """The articles without their texts, for pages that point to them."""
        return tuple(article.model_copy(update={"body": ""}) for article in self.articles)

    @cached_property
    def articles_about(self) -> dict[str, list[Article]]:
        """The articles that name a product, without their texts, by its slug."""
        found: dict[str, list[Article]] = {}
        for article in self.article_heads:
            for slug in dict.fromkeys(article.products):
                found.setdefault(slug, []).append(article)
        return found

    @cached_property
    def columns(self) -> tuple[str, ...]:
        """The articles' standing columns, the one with the newest article first."""
        return tuple(dict.fromkeys(article.category for article in self.articles))
