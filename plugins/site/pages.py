"""A page of ours as a value: what to write, with which template, from which values."""

from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from pelican.generators import Generator
    from pelican.writers import Writer


class Crumb(NamedTuple):
    """One step of a page's breadcrumbs; the last one has no address."""

    title: str
    url: str = ""


class OutputPage(NamedTuple):
    """A page to write. ``url`` is root-relative; ``given`` holds, or makes when it is asked for, its values."""

    url: str
    template: str
    given: Mapping[str, Any] | Callable[[], Mapping[str, Any]] = MappingProxyType({})

    @property
    def values(self) -> Mapping[str, Any]:
        """The names its template uses besides the site's."""
        return {**(self.given() if callable(self.given) else self.given), "page_url": self.url}

    @property
    def save_as(self) -> str:
        """Path below output/."""
        return self.url.lstrip("/") + ("index.html" if self.url.endswith("/") else "")


def write_pages(generator: "Generator", writer: "Writer", pages: Iterable[OutputPage]) -> int:
    """Render and write pages through Pelican's writer, or hand them to ours for later; return how many."""
    count = 0
    for page in pages:
        template = generator.get_template(page.template)
        if hasattr(writer, "add_page"):
            writer.add_page(page, template, generator.context)
        else:
            writer.write_file(page.save_as, template, generator.context, **page.values)
        count += 1
    return count
