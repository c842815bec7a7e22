"""Rows of the price list: a product, or each of its variants, and what to say about their age."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from typing import NamedTuple

from plugins.products.card import product_card
from plugins.products.model import Product
from plugins.site.site import Site


class PriceRow(NamedTuple):
    """One line: every text ready-made.."""

    title: str
    model: str
    price: str
    unit: str
    availability_text: str
    sold_out: bool


class PriceEntry(NamedTuple):
    """A product with its rows, one for each variant; ``checked`` is the day somebody counted.

    ``remark`` is empty while price and stock can be trusted."""

    url: str
    title: str
    rows: tuple[PriceRow, ...]
    checked: date | None
    remark: str


class Freshness(NamedTuple):
    """How old a list is: the newest day that anybody checked, and the last day on which that is still fresh."""

    checked: date | None
    fresh_until: date | None
    is_stale: bool


def price_entry(product: Product, site: Site) -> PriceEntry:
    """Return a product as the list shows it."""
    cards = [product_card(product, site, each) for each in product.variants] or [product_card(product, site)]
    rows = tuple(
        PriceRow(
            card.title if product.variants else "",
            card.model,
            card.price,
            card.unit if card.price.startswith("¥") else "",
            card.availability_text,
            card.sold_out,
        )
        for card in cards
    )
    return PriceEntry(product.url, product.title, rows, product.stock_checked, _remark(product, site))


def freshness(products: Iterable[Product], today: date, stale_days: int) -> Freshness:
    """Return how old a list of products is; without any date it counts as stale."""
    days = [product.stock_checked for product in products if product.stock_checked]
    if not days:
        return Freshness(None, None, True)
    until = max(days) + timedelta(days=stale_days)
    return Freshness(max(days), until, today > until)


def _remark(product: Product, site: Site) -> str:
    return "；".join(_remarks(product, site.now.date(), site.shop.stale_days))


def _remarks(product: Product, today: date, stale_days: int) -> Iterator[str]:
    if product.price is not None and not product.price_is_valid(today):
        yield "价格已过有效期"
    if product.stock_checked and (today - product.stock_checked).days > stale_days:
        yield f"库存是 {product.stock_checked:%m-%d} 核对的"
