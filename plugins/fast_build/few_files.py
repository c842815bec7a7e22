"""Content as the last build left it, with a few products instead of all of them."""

from collections.abc import Collection, Iterator, Mapping
from pathlib import Path
from typing import Any, TypeVar

from plugins.fast_build.files import model_of
from plugins.fast_build.restore import restore_value
from plugins.fast_build.store import Store
from plugins.images import Pictures
from plugins.products.model import Product
from plugins.shared.errors import Problem
from plugins.shared.folder import markdown_files, name_in
from plugins.shared.validation import ContentModel
from plugins.site.body import Body
from plugins.site.references import References, Target

_Value = TypeVar("_Value", bound=ContentModel)


class Uncertain(Exception):
    """What is loaded does not tell; the full run has to."""


class FewFiles:
    """Gives values and bodies from the store; of products only those with the given slugs."""

    def __init__(self, store: Store, slugs: Collection[str]) -> None:
        self._store = store
        self._slugs = slugs
        self._records: dict[str, tuple[str, ...]] = {}

    def paths(self, content: Path, folder: str) -> list[Path]:
        """Return the Markdown files of a folder."""
        if folder == "products":
            paths = [content / folder / f"{slug}.md" for slug in sorted(self._slugs)]
        else:
            paths = markdown_files(content, folder)
        self._records |= self._store.select("records", (name_in(content, path) for path in paths))
        return paths

    def stray(self, content: Path, folder: str) -> list[Problem]:
        """Return nothing: the last build found no stray file, and no file has come since."""
        return []

    def read(self, model: type[_Value], content: Path, path: Path) -> tuple[_Value | None, list[Problem]]:
        """Return the typed value of a Markdown file."""
        name = name_in(content, path)
        if model_of(name) is not model:
            raise Uncertain(name)
        return restore_value(model, self._records[name][1]), []

    def render_bodies(
        self, texts: Mapping[str, str], references: References, pictures: Pictures, unusable: Collection[str]
    ) -> dict[str, Body]:
        """Return the bodies as the last build rendered them."""
        return {name: Body(self._records[name][2] if name in self._records else "") for name in texts}


class StoredReferences(References):
    """Every reference of the site; those to products are looked up when they are asked for."""

    def __init__(self, targets: Mapping[str, Target], unreadable: Collection[str] = (), *, store: Store) -> None:
        super().__init__(targets, unreadable)
        self._store = store

    def __getitem__(self, reference: str) -> Target:
        kind, _, slug = reference.partition(":")
        if kind != "product":
            return super().__getitem__(reference)
        product = stored_product(self._store, slug)
        if product.status != "published":
            raise KeyError(reference)
        return Target(product.title, product.url)

    def leads_to(self, url: str) -> bool:
        """Tell whether a root-relative address is that of a page of this site."""
        if super().leads_to(url):
            return True
        raise Uncertain(url)

    def __iter__(self) -> Iterator[str]:
        raise Uncertain("all references")


def stored_product(store: Store, slug: str) -> Product:
    """Return a product as the last build read it.

    Raises:
        KeyError: there was none.
    """
    product: Any = restore_value(Product, store.one("records", f"products/{slug}.md")[1])
    assert isinstance(product, Product)
    return product
