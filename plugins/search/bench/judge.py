"""Queries with what they mean, and how far a list of hits is from it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from plugins.products.model import Product

QUERIES = Path(__file__).with_name("queries.yaml")


@dataclass(frozen=True)
class Query:
    """What is typed, the group of queries it belongs to, and the slugs of the products meant."""

    text: str
    group: str
    meant: frozenset[str]


@dataclass(frozen=True)
class Score:
    """Shares from 0 to 1, averaged over queries: of what was meant, found; of what was found, meant."""

    queries: int
    recall: float
    precision: float
    right: int
    """Queries that find all that is meant and nothing else."""


def read_queries(products: Sequence[Product]) -> list[Query]:
    """Return the queries with the products of a catalogue that each means."""
    groups: Mapping[str, list[dict[str, Any]]] = yaml.load(QUERIES.read_text(encoding="utf-8"), yaml.BaseLoader)
    return [
        Query(each["q"], group, frozenset(product.slug for product in products if _is_meant(product, each)))
        for group, queries in groups.items()
        for each in queries
    ]


def judge(queries: Iterable[Query], hits: Mapping[str, Sequence[str]]) -> Score:
    """Score the slugs that an engine found for each query; nothing found where nothing is meant counts as right."""
    recalls, precisions, right = [], [], 0
    for query in queries:
        found = set(hits[query.text])
        both = len(found & query.meant)
        recalls.append(both / len(query.meant) if query.meant else float(not found))
        precisions.append(both / len(found) if found else float(not query.meant))
        right += found == query.meant
    count = len(recalls)
    return Score(count, sum(recalls) / count, sum(precisions) / count, right)


def _is_meant(product: Product, wish: Mapping[str, Any]) -> bool:
    facts: dict[str, list[str]] = {name: [value] for name, value in product.specs.items()} | {
        "标签": list(product.tags)
    }
    wanted = {name: value for name, value in wish.items() if name not in ("q", "model", "none")}
    if wish.get("none"):
        return False
    if wish.get("model", "") not in product.model.replace("-", "").lower():
        return False
    return all(
        set(facts.get(name, ())) & set([value] if isinstance(value, str) else value) for name, value in wanted.items()
    )
