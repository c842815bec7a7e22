"""The search index of products: columns of text that a phone scans, cut into files of a bounded size."""

import gzip
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from typing import Any

from plugins.products.card import product_card
from plugins.products.model import Product
from plugins.search.packing import base36, to_json
from plugins.search.pinyin import first_readings, readings
from plugins.search.slugs import Slugs
from plugins.site.site import Site

MOST_BYTES = 30_000
"""What one file may weigh, compressed."""
LONGEST_VALUE = 16
"""Characters of a spec's value that searches may find; longer ones are sentences and stay on the product's page."""
_MOST_PRODUCTS = 1_500
_NAMES_OF_PARTS = 300
"""Bytes left for naming further files in the first one."""
_STOCK = {"in_stock": 0, "out_of_stock": 1, "preorder": 2, "discontinued": 3}


def product_files(site: Site, titles_stay: bool = True) -> dict[str, bytes]:
    """Return ``search/products.json`` and, for a large catalogue, its further parts, by path below output/.

    ``titles_stay`` allows slugs that a phone spells from titles; where titles are translated later, it must be off.
    """
    pinyin = _pinyin(site)
    index = _Index(site, pinyin, Slugs(first_readings(pinyin) if titles_stay else {}))
    parts = index.parts()
    head = index.head | {"parts": [f"/{_name(number)}" for number in range(1, len(parts))]} | parts[0]
    files = {"search/products.json": to_json(head)}
    return files | {_name(number): to_json(part) for number, part in enumerate(parts) if number}


def _name(number: int) -> str:
    return f"search/products-{number}.json"


@dataclass(frozen=True)
class _Index:
    """The catalogue of a site as columns of text."""

    site: Site
    pinyin: str
    slugs: Slugs

    def parts(self) -> list[dict[str, Any]]:
        """Return the columns of the catalogue, in shop order, in pieces that fit; the first shares its file."""
        parts: list[dict[str, Any]] = []
        rest: Sequence[Product] = self.site.catalog.products
        while rest or not parts:
            size, columns = self._fitting(rest, {} if parts else self.head)
            parts.append(columns)
            rest = rest[size:]
        return parts

    def _fitting(self, products: Sequence[Product], head: Mapping[str, Any]) -> tuple[int, dict[str, Any]]:
        """Return how many products from the beginning fit into a file with its head, and their columns."""
        size = min(len(products), _MOST_PRODUCTS)
        while True:
            columns = self.columns(products[:size])
            weight = len(gzip.compress(to_json({**head, **columns}), 6))
            if size <= 1 or weight <= MOST_BYTES - _NAMES_OF_PARTS:
                return size, columns
            size = max(1, min(size - 1, int(size * MOST_BYTES / weight * 0.98)))

    @cached_property
    def head(self) -> dict[str, Any]:
        """What all parts share."""
        catalog = self.site.catalog
        places = {category.slug: place for place, category in enumerate(catalog.all_categories)}
        above = {
            child.slug: places[category.slug] for category in catalog.all_categories for child in category.children
        }
        return {
            "pinyin": self.pinyin,
            "synonyms": [list(group) for group in self.site.synonyms],
            "badges": list(self.site.shop.badges),
            "categories": [[each.slug, each.title, above.get(each.slug, -1)] for each in catalog.all_categories],
        }

    def columns(self, products: Sequence[Product]) -> dict[str, Any]:
        """Return the columns of some products: lines of text, or a list, or a character each."""
        site = self.site
        places = {category.slug: place for place, category in enumerate(site.catalog.all_categories)}
        keys_of = [_keys(each) for each in products]
        keys = {key: place for place, key in enumerate(dict.fromkeys(chain.from_iterable(keys_of)))}
        units = {unit: place for place, unit in enumerate(dict.fromkeys(each.unit for each in products))}
        cards = [product_card(product, site) for product in products]
        return {
            "title": _lines(each.title for each in products),
            "model": _lines(each.model for each in products),
            "slug": _lines(self.slugs.packed(each) for each in products),
            "price": _lines(_price(card.price) for card in cards),
            "was": _lines(_price(card.list_price) for card in cards),
            "picture": _lines(_picture(site, each) for each in products),
            "words": _lines(_words(each) for each in products),
            "values": _lines(".".join(base36(keys[key]) for key in each) for each in keys_of),
            "category": [places[each.category] for each in products],
            "unit": [units[each.unit] for each in products],
            "stock": "".join(str(_STOCK[each.availability]) for each in products),
            "keys": list(keys),
            "units": list(units),
        }


def _pinyin(site: Site) -> str:
    catalog = site.catalog
    return readings([each.title for each in catalog.products] + [each.title for each in catalog.all_categories])


def _keys(product: Product) -> list[str]:
    """Return the values a list can be narrowed by, as ``plugins.products.facets`` names them."""
    specs = [f"{name}={value}" for name, value in product.specs.items() if len(value) <= LONGEST_VALUE]
    return [*(f"#{tag}" for tag in product.tags), *([f"@{product.series}"] if product.series else []), *specs]


def _words(product: Product) -> str:
    """Return what else a product may be looked for by."""
    variants = [part for variant in product.variants for part in (variant.name, variant.model) if part]
    return " ".join(dict.fromkeys([*product.keywords, *variants]))


def _price(text: str) -> str:
    """Return ``268`` or, for the lowest of several, ``268+``; nothing for a price on request."""
    if not text.startswith("¥"):
        return ""
    return text[1:].replace(",", "").replace(" 起", "+")


def _picture(site: Site, product: Product) -> str:
    """Return ``path|key`` of the smallest variant, its width added where it is not 360; ``*`` is products/slug."""
    if not product.images:
        return ""
    picture = site.pictures[product.images[0]]
    stem = picture.path.rsplit(".", 1)[0]
    if stem == f"products/{product.slug}":
        stem = "*"
    width = picture.widths_px[0]
    return f"{stem}|{picture.key[:8]}" + (f"|{width}" if width != 360 else "")


def _lines(texts: Any) -> str:
    return "\n".join(" ".join(text.split()) for text in texts)
