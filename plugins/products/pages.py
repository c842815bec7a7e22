"""Which pages the product library has, and what a product's own page shows."""

from collections.abc import Iterator, Mapping
from functools import partial
from typing import Any

from plugins.products.addresses import short_addresses
from plugins.products.card import product_card
from plugins.products.lists import HOME, Label, label_urls, list_pages
from plugins.products.model import Product
from plugins.products.structured_data import product_data
from plugins.site.pages import Crumb, OutputPage
from plugins.site.site import Site


def product_pages(site: Site) -> Iterator[OutputPage]:
    """Yield every list, a page for every product, and the short and former addresses that lead there."""
    yield from list_pages(site)
    labels = label_urls(site.catalog)
    for product in site.catalog.products:
        yield OutputPage(product.url, "product", partial(product_values, site, product, labels))
    yield from _signposts(site)


def product_values(site: Site, product: Product, labels: Mapping[str, str]) -> dict[str, Any]:
    """Return what the page of a product shows; ``labels`` holds the address of each tag and series by its key."""
    catalog = site.catalog
    trail = tuple(Crumb(each.title, each.url) for each in catalog.trail_to(product.category))
    return {
        "product": product,
        "card": product_card(product, site),
        "labels": [Label(key[1:], labels[key]) for key in product.labels],
        "body": site.body_of("products", product.slug),
        "variants": [product_card(product, site, variant) for variant in product.variants],
        "pictures": [site.pictures[name] for name in product.images],
        "related": [product_card(other, site) for other in catalog.related_to(product)],
        "articles_about": site.articles_about.get(product.slug, []),
        "promotions": [page for page in site.running if product.slug in page.products],
        "crumbs": (HOME, *trail, Crumb(product.title)),
        "structured_data": product_data(site.shop.site_url, product, site),
    }


def _signposts(site: Site) -> Iterator[OutputPage]:
    """Yield the tiny pages at /m/<model>/ and at addresses that products used to have."""
    products = site.catalog.products
    models = {product.model: product for product in products}
    models |= {each.model: product for product in products for each in product.variants if each.model}
    for address, product in short_addresses(models).items():
        yield OutputPage(address, "signpost", {"target": product.url, "heading": product.title})
    for product in products:
        for alias in product.aliases:
            yield OutputPage(f"/p/{alias}/", "signpost", {"target": product.url, "heading": product.title})
