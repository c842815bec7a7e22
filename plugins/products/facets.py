"""What a list can be narrowed by: its tags, series, price bands, stock, and the specs that products share."""

from collections import defaultdict
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
_Members = dict[tuple[str, str], list[Product]]
"""The products of each value, by its name and its key."""


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
    specs = [(name, _of_spec(products, name)) for name in named or _shared_specs(products)]
    in_stock = {(IN_STOCK, "stock:in"): [each for each in products if each.availability == "in_stock"]}
    groups = [(PRICE, _of_price(products, today)), _tags(products), *specs, _series(products), (STOCK, in_stock)]
    return _facets(groups, len(products))


def label_facets(products: Sequence[Product]) -> tuple[Facet, ...]:
    """Return the facets whose values have lists of their own: tags and series."""
    return _facets([_tags(products), _series(products)], len(products))


def _facets(groups: Iterable[tuple[str, _Members]], total: int) -> tuple[Facet, ...]:
    kept = [(name, found) for name, members in groups if (found := _useful(members, total, name == PRICE))]
    slugs = slugs_for(_readable(key) for _, values in kept for _, key in values)
    return tuple(
        Facet(
            name,
            tuple(
                FacetValue(value, key, slugs[_readable(key)], tuple(members))
                for (value, key), members in values.items()
            ),
        )
        for name, values in kept
    )


def _readable(key: str) -> str:
    return key.replace(":", " ")


def _useful(members: _Members, total: int, in_order: bool) -> _Members:
    """Return the commonest values first; what holds for one product or for all says nothing."""
    useful = {value: found for value, found in members.items() if 1 < len(found) < total}
    ranked = list(useful) if in_order else sorted(useful, key=lambda value: (-len(useful[value]), value[1]))
    return {value: useful[value] for value in ranked[:MOST_VALUES]}


def _tags(products: Iterable[Product]) -> tuple[str, _Members]:
    return TAGS, _by_value("#", ((tag, each) for each in products for tag in each.tags))


def _series(products: Iterable[Product]) -> tuple[str, _Members]:
    return SERIES, _by_value("@", ((each.series, each) for each in products if each.series))


def _of_spec(products: Iterable[Product], name: str) -> _Members:
    return _by_value(f"{name}=", ((each.specs[name], each) for each in products if name in each.specs))


def _by_value(prefix: str, pairs: Iterable[tuple[str, Product]]) -> _Members:
    found = defaultdict(list)
    for value, product in pairs:
        found[value].append(product)
    return {(value, prefix + value): products for value, products in found.items()}


def _shared_specs(products: Sequence[Product]) -> list[str]:
    """Return the specs that most products have, with few short values that repeat; the commonest first."""
    found = defaultdict(list)
    for product in products:
        for name, value in product.specs.items():
            found[name].append(value)
    common = sorted(found, key=lambda name: -len(found[name]))
    return [name for name in common if _divides(found[name], len(products))][:_MOST_SPECS]


def _divides(values: list[str], total: int) -> bool:
    different = set(values)
    few = 2 <= len(different) <= min(MOST_VALUES, len(values) // 2)
    return few and len(values) * 2 >= total and max(map(len, different)) <= _LONGEST


def _of_price(products: Sequence[Product], today: date) -> _Members:
    priced = [(each, each.price) for each in products if each.price is not None and each.price_is_valid(today)]
    return {
        (_band_name(low, high), f"price:{low}-{high or ''}"): [
            product for product, fen in priced if low * 100 <= fen and (high is None or fen < high * 100)
        ]
        for low, high in _bands(sorted(fen for _, fen in priced))
    }


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
