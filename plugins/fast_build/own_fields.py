"""Facts of products that only their own pages show: found out while pages are made, declared by nobody.

A page that never asks for a product's text cannot change with it. While a build makes its pages, each question for
one of ``CANDIDATES`` that does not come from the product's own page is noted; what nobody else asked for is its own.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from plugins.fast_build.reads import SHARED, Reads
from plugins.products.model import Product
from plugins.site.site import Site

CANDIDATES = frozenset({"body", "highlights", "faq", "buy", "staff_notes", "stock_checked"})
"""Worth a look: asking whether a field is a product's own makes reading it a little slower."""


def watch_products(site: Site, reads: Reads) -> Site:
    """Return the site with products and bodies that tell ``reads`` who asks for them."""
    watched = _watched_class(reads)
    for product in site.catalog.products:
        object.__setattr__(product, "__class__", watched)
    return replace(site, bodies=_WatchedBodies(site.bodies, reads))


def _watched_class(reads: Reads) -> type[Product]:
    class Watched(Product):
        """A product whose candidates are read through ``reads``."""

        def __iter__(self) -> Any:
            _note_all(reads)
            return super().__iter__()

        def model_dump(self, **options: Any) -> Any:
            _note_all(reads)
            return super().model_dump(**options)

    for name in CANDIDATES:
        setattr(Watched, name, property(_getter(name, reads)))
    Watched.__name__ = Watched.__qualname__ = Product.__name__
    if Product.__pydantic_complete__:  # pydantic would build a second serializer for the same fields
        Watched.__pydantic_serializer__ = Product.__pydantic_serializer__
    return Watched


def _getter(name: str, reads: Reads) -> Any:
    shared = SHARED + name

    def get(product: Any) -> Any:
        facts = product.__dict__
        if facts["slug"] != reads.product:
            reads.note(shared)
        return facts[name]

    return get


def _note_all(reads: Reads) -> None:
    for name in CANDIDATES:
        reads.note(SHARED + name)


class _WatchedBodies(Mapping[str, str]):
    def __init__(self, bodies: Mapping[str, str], reads: Reads) -> None:
        self._bodies = bodies
        self._reads = reads

    def __getitem__(self, path: str) -> str:
        folder, _, name = path.partition("/")
        if folder == "products" and name != f"{self._reads.product}.md":
            self._reads.note(f"{SHARED}body")
        return self._bodies[path]

    def __iter__(self) -> Iterator[str]:
        return iter(self._bodies)

    def __len__(self) -> int:
        return len(self._bodies)
