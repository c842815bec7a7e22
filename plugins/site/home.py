"""What the home page and the 404 page show."""

from collections.abc import Iterator
from functools import partial

from plugins.products.card import ProductCard, product_card
from plugins.site.hub import hub_values
from plugins.site.pages import Crumb, OutputPage
from plugins.site.redirects import redirect_pages
from plugins.site.shop import Shelf
from plugins.site.site import Site

_HOME = Crumb("首页", "/")
_ON_A_SHELF = 4
_WITHOUT_SHELVES = Shelf(title="在售产品", tag="*")


def site_pages(site: Site) -> Iterator[OutputPage]:
    """Yield home, the page of everything, 404, and what leads on from old addresses."""
    yield OutputPage("/", "index", partial(_home_values, site))
    yield OutputPage("/hub/", "hub", partial(hub_values, site))
    yield OutputPage("/404.html", "not_found", {"crumbs": (_HOME, Crumb("没有找到"))})
    yield from redirect_pages(site.redirects, (target.url for target in site.references.values()))


def _home_values(site: Site) -> dict[str, object]:
    return {
        "categories": [(each, len(site.catalog.products_in(each))) for each in site.catalog.categories],
        "promotions": list(site.running[:2]),
        "shelves": list(_shelves(site)),
        "latest_articles": list(site.articles[:3]),
        "crumbs": (),
        "structured_data": {
            "@context": "https://schema.org",
            "@type": "Organization",
            "name": site.shop.name,
            "url": site.shop.site_url,
            "telephone": site.shop.tel,
        },
    }


def _shelves(site: Site) -> Iterator[tuple[str, list[ProductCard]]]:
    """Yield title and cards of each shelf that has something on it; no product stands on two."""
    left = [product for product in site.catalog.products if product.availability in ("in_stock", "preorder")]
    for shelf in site.shop.shelves or (_WITHOUT_SHELVES,):
        shown = [product for product in left if shelf.tag in (*product.tags, "*")][:_ON_A_SHELF]
        taken = {product.slug for product in shown}
        left = [product for product in left if product.slug not in taken]
        if shown:
            yield shelf.title, [product_card(product, site) for product in shown]
