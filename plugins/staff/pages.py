"""Which pages staff mode has, and what each shows. Their addresses are relative: the folder may lie anywhere."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import ceil
from typing import Any

from plugins.products.model import ProductCategory
from plugins.search.packing import to_json
from plugins.search.text_index import shard_of
from plugins.site.site import Site
from plugins.staff.model import StaffProduct

FIRST = 24
"""Products of a category on the shelf before the script shows others; the rest are on pages of their own."""
PER_PAGE = 120
LABELS = 240
"""Price cards on a page: thirty sheets of A4."""
_FACTS = 250
_SPEC_OF_A_CARD = ("产地", "年份", "净含量", "材质", "容量", "规格")


@dataclass(frozen=True)
class StaffPage:
    """A page to write: its path below the folder, its template in theme/templates/staff/, and its values."""

    path: str
    template: str
    values: dict[str, Any]

    @property
    def root(self) -> str:
        """What leads from the page to the folder: ``../../``."""
        return "../" * self.path.count("/")


def staff_pages(site: Site, shelf: Sequence[StaffProduct]) -> Iterator[StaffPage]:
    """Yield the shelf, a page for every product, the comparison, and the sheets of price cards."""
    categories = [each for each in site.catalog.categories if any(_inside(item, each.slugs) for item in shelf)]
    groups = [(each, [item for item in shelf if _inside(item, each.slugs)]) for each in categories]
    yield StaffPage("index.html", "index", {"groups": groups, "first": FIRST, "total": len(shelf)})
    for category, items in groups:
        yield from _category_pages(category, items)
    by_slug = {item.product.slug: item for item in shelf}
    for place, item in enumerate(shelf):
        around = {"before": shelf[place - 1] if place else None, "after": shelf[place + 1 : place + 2]}
        related = [by_slug[slug] for slug in item.product.related if slug in by_slug]
        yield StaffPage(f"{item.url}index.html", "product", {"item": item, "related": related, **around})
    parts = part_count(len(shelf))
    yield StaffPage("compare/index.html", "compare", {"parts": parts})
    cards = [(item, _line(item)) for item in shelf if item.is_public]
    for page in _paged("print/", cards, LABELS):
        yield StaffPage(page.path, "print", {"cards": page.items, "page_of": page, "parts": parts})


def shelf_data(site: Site, shelf: Sequence[StaffProduct]) -> bytes:
    """Return what the filter looks into and shows, a row a product: see ``theme/static/staff/shelf.js``."""
    tops = {slug: top.slug for top in site.catalog.categories for slug in top.slugs}
    return to_json([_row(item, tops.get(item.product.category, "")) for item in shelf])


def facts_files(shelf: Sequence[StaffProduct]) -> dict[str, bytes]:
    """Return what comparison and price cards need of every product by slug, spread over files of a few hundred."""
    count = part_count(len(shelf))
    parts: list[dict[str, Any]] = [{} for _ in range(count)]
    for item in shelf:
        parts[shard_of(item.product.slug, count)][item.product.slug] = _compared(item)
    return {f"facts/{number}.json": to_json(part) for number, part in enumerate(parts)}


def part_count(products: int) -> int:
    """Return how many files the facts are spread over."""
    return max(1, ceil(products / _FACTS))


@dataclass(frozen=True)
class _Page:
    """One page of a long list: where it is, what stands on it, where it stands among ``count``."""

    path: str
    items: Sequence[Any]
    number: int
    count: int
    base: str
    first: int
    total: int

    def url(self, number: int) -> str:
        """Return the address of a page of the list, below the folder."""
        return self.base if number == 1 else f"{self.base}page-{number}/"


def _paged(base: str, items: Sequence[Any], size: int) -> Iterator[_Page]:
    count = max(1, ceil(len(items) / size))
    for number in range(1, count + 1):
        start = (number - 1) * size
        path = f"{base}index.html" if number == 1 else f"{base}page-{number}/index.html"
        yield _Page(path, items[start : start + size], number, count, base, start + 1, len(items))


def _category_pages(category: ProductCategory, items: Sequence[StaffProduct]) -> Iterator[StaffPage]:
    """Yield the pages of a category of which the shelf shows only the first."""
    if len(items) > FIRST:
        for page in _paged(f"c/{category.slug}/", items, PER_PAGE):
            yield StaffPage(page.path, "category", {"category": category, "page_of": page})


def _row(item: StaffProduct, top: str) -> list[str]:
    card = item.card
    badge = "不公开" if not item.is_public else "" if card.availability == "in_stock" else card.availability_text
    priced = f"/ {card.unit}" if card.unit and card.price.startswith("¥") else ""
    return [item.product.slug, card.title, card.model, card.price, priced, item.thumb, badge, top, item.find]


def _compared(item: StaffProduct) -> dict[str, Any]:
    card, product = item.card, item.product
    rows = {"型号": card.model, "价格": card.price + (f" / {card.unit}" if card.unit and "¥" in card.price else "")}
    rows |= {"供货": card.availability_text, "分类": item.category}
    if item.variants:
        rows["款式"] = "；".join(f"{each.title} {each.price}" for each in item.variants)
    rows |= dict(product.specs)
    if product.highlights:
        rows["卖点"] = "；".join(product.highlights)
    label = {"line": _line(item), "qr": item.qr, "price": card.price, "unit": card.unit}
    return {"title": card.title, "url": item.url, "picture": item.thumb, "rows": rows, "label": label}


def _inside(item: StaffProduct, slugs: frozenset[str]) -> bool:
    return item.product.category in slugs


def _line(item: StaffProduct) -> str:
    """Return the one fact that stands on a price card under the name."""
    specs = item.product.specs
    chosen = next((specs[name] for name in _SPEC_OF_A_CARD if name in specs), "")
    return chosen or next(iter(item.product.highlights), "")
