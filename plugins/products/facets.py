"""What a list can be narrowed by: its tags, series, price bands, stock, and the specs that products share."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from plugins.products.addresses import slugs_for
from plugins.products.model import Product

TAGS, SERIES, PRICE, STOCK = "特点", "系列", "价格", "库存"
IN_STOCK = "只看有货"
MOST_VALUES = 12
"""Values of one facet that are offered, the commonest ones."""
_MOST_SPECS = 3
_LONGEST = 16
_NICE = (1, 2, 3, 5)


@dataclass(frozen=True)
class FacetValue:
    """One value to narrow a list by; ``key`` is how the search index names it, ``products`` are in shop order."""

    name: str
    key: str
    slug: str
    products: tuple[Product, ...]


@dataclass(frozen=True)
class Facet:
    """A question about products with a few answers."""

    name: str
    values: tuple[FacetValue, ...]


def facets_of(products: Sequence[Product], today: date, named: Sequence[str] = ()) -> tuple[Facet, ...]:
    """Return the facets that divide these products; ``named`` specs are offered, without any those that suit."""
    specs = [(name, _spec_keys(products, name)) for name in named or _shared_specs(products)]
    groups = [
        (PRICE, _price_keys(products, today)),
        (TAGS, [(each, f"#{tag}", tag) for each in products for tag in each.tags]),
        *specs,
        (SERIES, [(each, f"@{each.series}", each.series) for each in products if each.series]),
        (STOCK, [(each, "stock:in", IN_STOCK) for each in products if each.availability == "in_stock"]),
    ]
    kept = [(name, found) for name, pairs in groups if (found := _grouped(pairs, len(products), name == PRICE))]
    slugs = slugs_for(_readable(key) for _, values in kept for key, _ in values)
    return tuple(
        Facet(
            name,
            tuple(
                FacetValue(value, key, slugs[_readable(key)], tuple(members))
                for (key, value), members in values.items()
            ),
        )
        for name, values in kept
    )


def _readable(key: str) -> str:
    return key.replace(":", " ")


_Pairs = list[tuple[Product, str, str]]
_Grouped = dict[tuple[str, str], list[Product]]


def _grouped(pairs: _Pairs, total: int, in_order: bool) -> _Grouped:
    """Return the members of each value, the commonest first; what holds for one product or for all says nothing."""
    groups: _Grouped = {}
    for product, key, value in pairs:
        groups.setdefault((key, value), []).append(product)
    useful = {value: members for value, members in groups.items() if 1 < len(members) < total}
    ranked = list(useful) if in_order else sorted(useful, key=lambda value: (-len(useful[value]), value))
    return {value: useful[value] for value in ranked[:MOST_VALUES]}


def _spec_keys(products: Iterable[Product], name: str) -> _Pairs:
    return [(each, f"{name}={each.specs[name]}", each.specs[name]) for each in products if name in each.specs]


def _shared_specs(products: Sequence[Product]) -> list[str]:
    """Return the specs that most products have, with few short values that repeat."""
    holders = Counter(name for product in products for name in product.specs)
    suitable = []
    for name, count in holders.most_common():
        values = {product.specs[name] for product in products if name in product.specs}
        few = 2 <= len(values) <= min(MOST_VALUES, count // 2)
        if few and count * 2 >= len(products) and max(map(len, values)) <= _LONGEST:
            suitable.append(name)
    return suitable[:_MOST_SPECS]


def _price_keys(products: Sequence[Product], today: date) -> _Pairs:
    priced = [(each, each.price) for each in products if each.price is not None and each.price_is_valid(today)]
    bands = list(_bands(sorted(fen for _, fen in priced)))
    return [
        (product, f"price:{low}-{high or ''}", _band_name(low, high))
        for low, high in bands
        for product, fen in priced
        if low * 100 <= fen and (high is None or fen < high * 100)
    ]


def _bands(prices: Sequence[int]) -> Iterator[tuple[int, int | None]]:
    """Yield three bands in yuan between round numbers, each with about a third of the prices."""
    if len(prices) < 6:
        return
    edges = sorted({_round_yuan(prices[len(prices) * part // 3]) for part in (1, 2)})
    yield from zip([0, *edges], [*edges, None], strict=True)


def _round_yuan(fen: int) -> int:
    """Return the round amount in yuan next to a price."""
    yuan = max(1, fen // 100)
    power = int(10 ** (len(str(yuan)) - 1))
    return min((nice * power for nice in (*_NICE, 10)), key=lambda each: abs(each - yuan))


def _band_name(low: int, high: int | None) -> str:
    return f"{high} 元以下" if not low else f"{low}–{high} 元" if high else f"{low} 元以上"
