"""Which pages the product library has, and what each shows."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import ceil

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
    """Where a page of a list stands: its number, and addresses of all pages in order."""

    number: int
    urls: tuple[str, ...]

    @property
    def previous(self) -> str:
        """Address of the page before, empty on the first."""
        return self.urls[self.number - 2] if self.number > 1 else ""

    @property
    def next(self) -> str:
        """Address of the page after, empty on the last."""
        return self.urls[self.number] if self.number < len(self.urls) else ""


def product_pages(site: Site) -> Iterator[OutputPage]:
    """Yield the list of all products, a list for every category, and a page for every product."""
    yield from _list_pages(site, None, site.catalog.products, "/products/")
    for category in site.catalog.all_categories:
        yield from _list_pages(site, category, site.catalog.products_in(category), category.url)
    for product in site.catalog.products:
        yield _product_page(site, product)


def _list_pages(
    site: Site, category: ProductCategory | None, products: Sequence[Product], url: str
) -> Iterator[OutputPage]:
    count = max(1, ceil(len(products) / PER_PAGE))
    urls = (url, *(f"{url}page/{number}/" for number in range(2, count + 1)))
    for number in range(1, count + 1):
        shown = products[(number - 1) * PER_PAGE : number * PER_PAGE]
        cards = [product_card(product, site) for product in shown]
        yield OutputPage(
            urls[number - 1],
            "product_category" if category else "product_list",
            {
                "category": category,
                "siblings": _siblings(site.catalog, category),
                "cards": cards,
                "total": len(products),
                "paging": Paging(number, urls),
                "crumbs": _crumbs(site.catalog, category),
                "structured_data": item_list_data(site.shop.site_url, shown),
            },
        )


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


def _product_page(site: Site, product: Product) -> OutputPage:
    catalog = site.catalog
    trail = tuple(Crumb(each.title, each.url) for each in catalog.trail_to(product.category))
    articles = [article for article in site.articles if product.slug in article.products]
    return OutputPage(
        product.url,
        "product",
        {
            "product": product,
            "card": product_card(product, site),
            "body": site.body_of("products", product.slug),
            "variants": [product_card(product, site, variant) for variant in product.variants],
            "pictures": [site.pictures[name] for name in product.images],
            "related": [product_card(other, site) for other in catalog.related_to(product)],
            "articles_about": articles,
            "promotions": [page for page in site.running if product.slug in page.products],
            "crumbs": (_HOME, *trail, Crumb(product.title)),
            "structured_data": product_data(site.shop.site_url, product, site),
        },
    )
