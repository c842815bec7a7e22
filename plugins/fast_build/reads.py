"""What templates ask of the site, noted while they are rendered.

A page depends on the values handed to it and on what its templates look up by themselves: the stores in the
footer, whether there are articles, one reference, one picture. Each look-up has a name (``site.stores``,
``ref:service``), and ``Reads.now`` says what it gives at present, so that the next build can tell whether the
answer is still the same without rendering.
"""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

from plugins.fast_build.fingerprint import Fingerprint
from plugins.site.references import Target
from plugins.site.site import Site

_SHOWN_AS = {"articles": "article_heads"}
"""Lists that templates see without the texts in them: an edit of a text changes its own page only."""


SHARED = "shared:"
"""Begins the note that a page, not its own, has asked for a fact of a product; the rest is the fact's name."""


class Reads:
    """Notes look-ups by name, and answers them again; ``product`` is the slug of the one whose page is being made."""

    def __init__(self, site: Site, cards: Callable[[Iterable[str]], list[Any]]) -> None:
        self.names: set[str] = set()
        self.product = ""
        self._site = site
        self._cards = cards
        self._fingerprint = Fingerprint()
        self._answers: dict[str, str] = {}
        self._noted: dict[frozenset[str], str] = {}
        self._names: dict[str, frozenset[str]] = {}
        self._joined: dict[str, str] = {}

    def start(self, page: str) -> None:
        """Begin a page, named by its path below output/; what is noted before the first one belongs to all."""
        self.names = set()
        self.product = product_of(page)

    def note(self, name: str) -> None:
        """Note one look-up."""
        self.names.add(name)

    def noted(self) -> str:
        """Return as JSON what was noted since the page began; most pages look up the same."""
        names = frozenset(self.names)
        if names not in self._noted:
            self._noted[names] = json.dumps(sorted(names), ensure_ascii=False)
        return self._noted[names]

    def names_in(self, noted: str) -> frozenset[str]:
        """Return the names that ``noted`` returned, in this build or an earlier one."""
        if noted not in self._names:
            self._names[noted] = frozenset(json.loads(noted))
        return self._names[noted]

    def answers(self, noted: str) -> str:
        """Return what each of those look-ups gives in this build.

        Raises:
            Unfathomable: one gives something that has no digest.
        """
        if noted not in self._joined:
            self._joined[noted] = "\n".join(f"{name}={self.now(name)}" for name in json.loads(noted))
        return self._joined[noted]

    def now(self, name: str) -> str:
        """Return the digest of what a look-up gives in this build.

        Raises:
            Unfathomable: it gives something that has no digest.
        """
        if name not in self._answers:
            self._answers[name] = self._fingerprint.of(self._answer(name))
        return self._answers[name]

    def _answer(self, name: str) -> Any:
        kind, _, rest = name.partition(":")
        if name.startswith(SHARED):  # the page's values hold the fact itself
            return None
        if kind == "picture":
            return self._site.pictures.get(rest)
        if kind == "ref":
            return self._site.references.get(rest)
        if kind == "refs":
            return dict(self._site.references)
        if kind == "card":
            return self._cards([rest])
        if kind == "any":
            return bool(getattr(self._site, rest))
        if kind == "catalog":
            return getattr(self._site.catalog, rest, None)
        return getattr(self._site, _SHOWN_AS.get(rest, rest), None)


def page_of(slug: str) -> str:
    """Return the path of a product's page below output/."""
    return f"p/{slug}/index.html"


def product_of(page: str) -> str:
    """Return the slug of the product whose page lies at a path below output/; "" for any other page."""
    return page[len("p/") : -len("/index.html")] if page.startswith("p/") else ""


class TrackedSite:
    """The site as templates see it."""

    def __init__(self, site: Site, reads: Reads) -> None:
        self._site = site
        self._reads = reads
        self.references = TrackedReferences(site, reads)
        self.catalog = TrackedCatalog(site, reads)

    def __getattr__(self, name: str) -> Any:
        value = getattr(self._site, _SHOWN_AS.get(name, name))
        if isinstance(value, tuple):
            return TrackedList(name, value, self._reads)
        self._reads.note(f"site:{name}")
        return value


class TrackedCatalog:
    """The catalogue as templates see it."""

    def __init__(self, site: Site, reads: Reads) -> None:
        self._site = site
        self._reads = reads

    def __getattr__(self, name: str) -> Any:
        value = getattr(self._site.catalog, name)
        self._reads.note(f"catalog:{name}")
        return value


class TrackedList(Sequence[Any]):
    """A list of the site: asking whether it is empty is less than looking into it."""

    def __init__(self, name: str, items: tuple[Any, ...], reads: Reads) -> None:
        self._name = name
        self._items = items
        self._reads = reads

    def __bool__(self) -> bool:
        self._reads.note(f"any:{self._name}")
        return bool(self._items)

    def __len__(self) -> int:
        return len(self._looked_into())

    def __getitem__(self, place: Any) -> Any:
        return self._looked_into()[place]

    def __iter__(self) -> Iterator[Any]:
        return iter(self._looked_into())

    def _looked_into(self) -> tuple[Any, ...]:
        self._reads.note(f"site:{self._name}")
        return self._items


class TrackedReferences(Mapping[str, Target]):
    """References as templates see them."""

    def __init__(self, site: Site, reads: Reads) -> None:
        self._site = site
        self._reads = reads

    def __getitem__(self, reference: str) -> Target:
        self._reads.note(f"ref:{reference}")
        return self._site.references[reference]

    def __contains__(self, reference: object) -> bool:
        self._reads.note(f"ref:{reference}")
        return reference in self._site.references

    def __iter__(self) -> Iterator[str]:
        self._reads.note("refs:")
        return iter(self._site.references)

    def __len__(self) -> int:
        self._reads.note("refs:")
        return len(self._site.references)
