"""Which pages the price list has: the whole list where it is short, else in pages with addresses of their own."""

from collections.abc import Iterator, Sequence
from functools import partial
from itertools import groupby
from typing import Any

from plugins.price_list.rows import Freshness, freshness, price_entry
from plugins.products.model import Product
from plugins.site.pages import Crumb, OutputPage
from plugins.site.paging import Paging
from plugins.site.site import Site

PER_PAGE = 80
_URL = "/prices/"


def price_list_pages(site: Site) -> Iterator[OutputPage]:
    """Yield the price list, unless the shop does without."""
    if not site.shop.price_list:
        return
    products = site.catalog.products
    parts = [products[at : at + PER_PAGE] for at in range(0, len(products), PER_PAGE)] or [()]
    age = freshness(products, site.now.date(), site.shop.stale_days)
    for number, part in enumerate(parts, start=1):
        paging = Paging(number, len(parts), _URL)
        yield OutputPage(paging.here, "prices", partial(_values, site, part, paging, age))


def _values(site: Site, part: Sequence[Product], paging: Paging, age: Freshness) -> dict[str, Any]:
    catalog = site.catalog
    groups = [
        (catalog.category_by_slug[slug], [price_entry(product, site) for product in products])
        for slug, products in groupby(part, key=lambda product: product.category)
    ]
    return {
        "groups": [(category.slug, category.title, entries) for category, entries in groups],
        "total": len(catalog.products),
        "freshness": age,
        "paging": paging,
        "crumbs": (Crumb("首页", "/"), Crumb("价目表")),
    }
