"""Which lists of products there are, and what each of their pages shows."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from math import ceil
from typing import Any, NamedTuple

from plugins.products.addresses import slugs_for
from plugins.products.card import product_card
from plugins.products.facets import Facet, FacetValue, facets_of, label_facets
from plugins.products.model import Catalog, Product, ProductCategory
from plugins.products.structured_data import item_list_data
from plugins.site.pages import Crumb, OutputPage
from plugins.site.paging import Paging
from plugins.site.site import Site

PER_PAGE = 12
FACET_PAGES = 5
"""A narrowed list of many products ends here; its last page leads on to the whole list."""
HOME = Crumb("首页", "/")
ALL = Crumb("全部产品", "/products/")


class Label(NamedTuple):
    """A tag or series, and the list of all that share it."""

    title: str
    url: str


@dataclass(frozen=True)
class Chip:
    """A link that narrows a list; ``key`` is the value as the search index names it."""

    title: str
    url: str
    count: int
    key: str
    current: bool = False


@dataclass(frozen=True)
class ChipGroup:
    """The values of one facet."""

    title: str
    chips: tuple[Chip, ...]


@dataclass(frozen=True)
class ProductList:
    """Products under one heading. ``scope`` is their name in the search index, ``whole`` the list they are part of."""

    title: str
    url: str
    products: tuple[Product, ...]
    crumbs: tuple[Crumb, ...]
    scope: str = ""
    category: ProductCategory | None = None
    whole: str = ""
    filters: tuple[ChipGroup, ...] = ()
    most_pages: int | None = None


def list_pages(site: Site) -> Iterator[OutputPage]:
    """Yield every page of every list: all, categories, tags, series, and each narrowed by one value."""
    for each in product_lists(site):
        yield from _pages_of(site, each)


def product_lists(site: Site) -> Iterator[ProductList]:
    """Yield the lists of a shop, in the order of its categories."""
    catalog = site.catalog
    urls = label_urls(catalog)
    filters = tuple(
        ChipGroup(
            facet.name, tuple(Chip(each.name, urls[each.key], len(each.products), each.key) for each in facet.values)
        )
        for facet in label_facets(catalog.products)
    )
    yield ProductList("全部产品", ALL.url, catalog.products, (HOME, Crumb(ALL.title)), filters=filters)
    for category in catalog.all_categories:
        yield from _category_lists(site, category)
    for key, url in urls.items():
        yield ProductList(key[1:], url, catalog.by_label[key], (HOME, ALL, Crumb(key[1:])), key, whole=ALL.url)


def label_urls(catalog: Catalog) -> dict[str, str]:
    """Return the address of the list of each tag and series, by key."""
    tags = slugs_for(key[1:] for key in catalog.by_label if key[0] == "#")
    series = slugs_for(key[1:] for key in catalog.by_label if key[0] == "@")
    urls = {f"#{name}": f"/products/tag/{slug}/" for name, slug in tags.items()}
    return urls | {f"@{name}": f"/products/series/{slug}/" for name, slug in series.items()}


def _category_lists(site: Site, category: ProductCategory) -> Iterator[ProductList]:
    """Yield a category's list, and one for each value that narrows it."""
    products = site.catalog.products_in(category)
    facets = facets_of(products, site.now.date(), site.shop.facets)
    crumbs = crumbs_to(site.catalog, category)
    yield ProductList(
        category.title, category.url, products, crumbs, category.slug, category, filters=_chips(category, facets)
    )
    above = (*crumbs[:-1], Crumb(category.title, category.url))
    for value in (value for facet in facets for value in facet.values):
        yield ProductList(
            f"{category.title} · {value.name}",
            _facet_url(category, value),
            value.products,
            (*above, Crumb(value.name)),
            category.slug,
            category,
            category.url,
            _chips(category, facets, value),
            FACET_PAGES,
        )


def _facet_url(category: ProductCategory, value: FacetValue) -> str:
    return f"{category.url}f/{value.slug}/"


def _chips(
    category: ProductCategory, facets: Sequence[Facet], chosen: FacetValue | None = None
) -> tuple[ChipGroup, ...]:
    return tuple(
        ChipGroup(
            facet.name,
            tuple(
                Chip(each.name, _facet_url(category, each), len(each.products), each.key, each is chosen)
                for each in facet.values
            ),
        )
        for facet in facets
    )


def crumbs_to(catalog: Catalog, category: ProductCategory) -> tuple[Crumb, ...]:
    """Return the steps from home to a category; the last one has no address."""
    *above, last = catalog.trail_to(category.slug)
    return (HOME, ALL, *(Crumb(each.title, each.url) for each in above), Crumb(last.title))


def _pages_of(site: Site, each: ProductList) -> Iterator[OutputPage]:
    count = max(1, ceil(len(each.products) / PER_PAGE))
    shown_pages = min(count, each.most_pages or count)
    for number in range(1, shown_pages + 1):
        paging = Paging(number, shown_pages, each.url)
        template = "product_category" if each.category else "product_list"
        yield OutputPage(paging.here, template, partial(_list_values, site, each, paging))


def _list_values(site: Site, each: ProductList, paging: Paging) -> dict[str, Any]:
    shown = each.products[(paging.number - 1) * PER_PAGE : paging.number * PER_PAGE]
    category = each.category
    return {
        "heading": each.title,
        "intro": category.intro if category and not each.whole and paging.number == 1 else "",
        "image": category.image if category else "",
        "scope": each.scope,
        "category": category,
        "whole": each.whole,
        "siblings": siblings(site.catalog, category),
        "filters": each.filters,
        "cards": [product_card(product, site) for product in shown],
        "total": len(each.products),
        "more": len(each.products) - paging.count * PER_PAGE if not paging.next else 0,
        "paging": paging,
        "crumbs": each.crumbs,
        "structured_data": item_list_data(site.shop.site_url, shown),
    }


def siblings(catalog: Catalog, category: ProductCategory | None) -> tuple[ProductCategory, ...]:
    """Return the categories to offer beside this one: its children, or its own level."""
    if category is None:
        return catalog.categories
    if category.children:
        return category.children
    trail = catalog.trail_to(category.slug)
    return trail[-2].children if len(trail) > 1 else catalog.categories
