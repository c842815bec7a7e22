"""Addresses made of what editors write: tags, series, values of specs, models."""

import re
from collections.abc import Iterable, Mapping
from typing import TypeVar

from plugins.site.columns import column_slug

_Owner = TypeVar("_Owner")
_PLAIN = re.compile("[A-Za-z0-9]+(-[A-Za-z0-9]+)*")
RESERVED = frozenset({"f", "page", "tag", "series"})
"""Second steps of /products/ that a category must not take."""


def ascii_slug(text: str) -> str:
    """Return lower-case ASCII words joined by hyphens, Chinese as pinyin; empty where nothing is left."""
    if _PLAIN.fullmatch(text):  # most models are
        return text.lower()
    return column_slug(text).replace("_", "-").strip("-")


def slugs_for(names: Iterable[str]) -> dict[str, str]:
    """Return a slug for each name; names that sound alike get a number after the first of them."""
    slugs: dict[str, str] = {}
    taken: set[str] = set()
    for name in dict.fromkeys(names):
        wanted = ascii_slug(name) or "x"
        slug, number = wanted, 2
        while slug in taken:
            slug, number = f"{wanted}-{number}", number + 1
        taken.add(slug)
        slugs[name] = slug
    return slugs


def short_addresses(models: Mapping[str, _Owner]) -> dict[str, _Owner]:
    """Return /m/ address to owner for each model; of models that read alike the first keeps the address."""
    found: dict[str, _Owner] = {}
    for model, owner in models.items():
        if slug := ascii_slug(model):
            found.setdefault(f"/m/{slug}/", owner)
    return found
