"""Which pages the product library has, and what each shows."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from math import ceil
from typing import Any

from plugins.products.card import product_card
from plugins.products.model import Catalog, Product, ProductCategory
from plugins.products.structured_data import item_list_data, product_data
from plugins.site.pages import Crumb, OutputPage
from plugins.site.site import Site

PER_PAGE = 12
_HOME = Crumb("首页", "/")
_ALL = Crumb("全部产品", "/products/")


@dataclass(frozen=True)
class Paging:
    """Where a page of a list stands: its number, how many there are, and the address of the first."""

    number: int
    count: int
    first: str

    @property
    def urls(self) -> tuple[str, ...]:
        """Addresses of all pages in order."""
        return tuple(self._url(number) for number in range(1, self.count + 1))

    @property
    def previous(self) -> str:
        """Address of the page before, empty on the first."""
        return self._url(self.number - 1) if self.number > 1 else ""

    @property
    def next(self) -> str:
        """Address of the page after, empty on the last."""
        return self._url(self.number + 1) if self.number < self.count else ""

    @property
    def url(self) -> str:
        """Address of the page itself."""
        return self._url(self.number)

    def _url(self, number: int) -> str:
        return f"{self.first}page/{number}/" if number > 1 else self.first


def product_pages(site: Site) -> Iterator[OutputPage]:
    """Yield the list of all products, a list for every category, and a page for every product."""
    yield from _list_pages(site, None, site.catalog.products, "/products/")
    for category in site.catalog.all_categories:
        yield from _list_pages(site, category, site.catalog.products_in(category), category.url)
    for product in site.catalog.products:
        yield OutputPage(product.url, "product", partial(product_values, site, product))


def _list_pages(
    site: Site, category: ProductCategory | None, products: Sequence[Product], url: str
) -> Iterator[OutputPage]:
    count = max(1, ceil(len(products) / PER_PAGE))
    template = "product_category" if category else "product_list"
    for number in range(1, count + 1):
        paging = Paging(number, count, url)
        yield OutputPage(paging.url, template, partial(_list_values, site, category, products, paging))


def _list_values(
    site: Site, category: ProductCategory | None, products: Sequence[Product], paging: Paging
) -> dict[str, Any]:
    shown = products[(paging.number - 1) * PER_PAGE : paging.number * PER_PAGE]
    return {
        "category": category,
        "siblings": _siblings(site.catalog, category),
        "cards": [product_card(product, site) for product in shown],
        "total": len(products),
        "paging": paging,
        "crumbs": _crumbs(site.catalog, category),
        "structured_data": item_list_data(site.shop.site_url, shown),
    }


def _siblings(catalog: Catalog, category: ProductCategory | None) -> tuple[ProductCategory, ...]:
    """Return the categories to offer beside this one: its children, or its own level."""
    if category is None:
        return catalog.categories
    if category.children:
        return category.children
    trail = catalog.trail_to(category.slug)
    return trail[-2].children if len(trail) > 1 else catalog.categories


def _crumbs(catalog: Catalog, category: ProductCategory | None) -> tuple[Crumb, ...]:
    if category is None:
        return (_HOME, Crumb(_ALL.title))
    *above, last = catalog.trail_to(category.slug)
    return (_HOME, _ALL, *(Crumb(each.title, each.url) for each in above), Crumb(last.title))


def product_values(site: Site, product: Product) -> dict[str, Any]:
    """Return what the page of a product shows."""
    catalog = site.catalog
    trail = tuple(Crumb(each.title, each.url) for each in catalog.trail_to(product.category))
    return {
        "product": product,
        "card": product_card(product, site),
        "body": site.body_of("products", product.slug),
        "variants": [product_card(product, site, variant) for variant in product.variants],
        "pictures": [site.pictures[name] for name in product.images],
        "related": [product_card(other, site) for other in catalog.related_to(product)],
        "articles_about": site.articles_about.get(product.slug, []),
        "promotions": [page for page in site.running if product.slug in page.products],
        "crumbs": (_HOME, *trail, Crumb(product.title)),
        "structured_data": product_data(site.shop.site_url, product, site),
    }
