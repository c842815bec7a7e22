"""Names and filters that every template may use."""

import json
from collections.abc import Iterable, Mapping
from functools import partial
from typing import Any

from markupsafe import Markup

from plugins.fast_build.reads import Reads, TrackedSite
from plugins.images import Picture
from plugins.site.columns import column_url
from plugins.site.paging import Paging
from plugins.site.site import Site
from plugins.site.theme import ThemeAssets


def template_globals(site: Site, theme: ThemeAssets, reads: Reads, english: bool = False) -> dict[str, Any]:
    """Return the names; what templates look up through them is noted in ``reads``."""

    def picture_of(path: str) -> Picture | None:
        reads.note(f"picture:{path}")
        return site.pictures.get(path)

    def cards(slugs: Iterable[str]) -> list[Any]:
        named = list(slugs)
        for slug in named:
            reads.note(f"card:{slug}")
        return product_cards(site, named)

    return {
        "site": TrackedSite(site, reads),
        "shop": site.shop,
        "english": english,
        "theme": theme,
        "picture_of": picture_of,
        "product_cards": cards,
        "column_url": column_url,
        "paging_of": Paging,
    }


def reads_of(site: Site) -> Reads:
    """Return an empty notebook for what templates look up in a site."""
    return Reads(site, partial(product_cards, site))


def product_cards(site: Site, slugs: Iterable[str]) -> list[Any]:
    """Return the cards of products that an article names; those not published are left out."""
    from plugins.products.card import product_card

    return [product_card(site.catalog.by_slug[slug], site) for slug in slugs if slug in site.catalog.by_slug]


def json_ld(data: Any) -> Markup:
    """Return JSON that is safe inside a script element."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return Markup(text.replace("&", "\\u0026").replace("<", "\\u003c").replace(">", "\\u003e"))


FILTERS: Mapping[str, Any] = {"jsonld": json_ld}
