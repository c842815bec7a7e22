"""A page of ours as a value: what to write, with which template, from which values."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pelican.generators import Generator
    from pelican.writers import Writer


@dataclass(frozen=True)
class Crumb:
    """One step of a page's breadcrumbs; the last one has no address."""

    title: str
    url: str = ""


@dataclass(frozen=True)
class OutputPage:
    """A page to write. ``url`` is root-relative; ``given`` holds, or makes when it is asked for, its values."""

    url: str
    template: str
    given: Mapping[str, Any] | Callable[[], Mapping[str, Any]] = field(default_factory=dict)

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
