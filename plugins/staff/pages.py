"""Which pages staff mode has, and what each shows. Their addresses are relative: the folder may lie anywhere."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from plugins.site.site import Site
from plugins.staff.model import StaffProduct

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
    yield StaffPage("index.html", "index", {"groups": groups, "total": len(shelf)})
    for place, item in enumerate(shelf):
        around = {"before": shelf[place - 1] if place else None, "after": shelf[place + 1 : place + 2]}
        related = [other for other in shelf if other.product.slug in item.product.related]
        yield StaffPage(f"{item.url}index.html", "product", {"item": item, "related": related, **around})
    yield StaffPage("compare/index.html", "compare", {})
    cards = [(item, _line(item)) for item in shelf if item.is_public]
    yield StaffPage("print/index.html", "print", {"cards": cards, "groups": groups})


def compare_data(shelf: Sequence[StaffProduct]) -> bytes:
    """Return what the comparison needs of every product, as JSON by slug."""
    return json.dumps({item.product.slug: _compared(item) for item in shelf}, ensure_ascii=False).encode("utf-8")


def _compared(item: StaffProduct) -> dict[str, Any]:
    card, product = item.card, item.product
    rows = {"型号": card.model, "价格": card.price + (f" / {card.unit}" if card.unit and "¥" in card.price else "")}
    rows |= {"供货": card.availability_text, "分类": item.category}
    if item.variants:
        rows["款式"] = "；".join(f"{each.title} {each.price}" for each in item.variants)
    rows |= dict(product.specs)
    if product.highlights:
        rows["卖点"] = "；".join(product.highlights)
    return {"title": card.title, "url": item.url, "picture": item.thumb, "rows": rows}


def _inside(item: StaffProduct, slugs: frozenset[str]) -> bool:
    return item.product.category in slugs


def _line(item: StaffProduct) -> str:
    """Return the one fact that stands on a price card under the name."""
    specs = item.product.specs
    chosen = next((specs[name] for name in _SPEC_OF_A_CARD if name in specs), "")
    return chosen or next(iter(item.product.highlights), "")
