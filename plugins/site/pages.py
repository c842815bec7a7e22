"""A page of ours as a value: what to write, with which template, from which values."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from pelican.generators import Generator
from pelican.writers import Writer


@dataclass(frozen=True)
class Crumb:
    """One step of a page's breadcrumbs; the last one has no address."""

    title: str
    url: str = ""


@dataclass(frozen=True)
class OutputPage:
    """A page to write. ``url`` is root-relative; ``values`` are the names its template uses besides the site's."""

    url: str
    template: str
    values: Mapping[str, Any] = field(default_factory=dict)

    @property
    def save_as(self) -> str:
        """Path below output/."""
        return self.url.lstrip("/") + ("index.html" if self.url.endswith("/") else "")


def write_pages(generator: Generator, writer: Writer, pages: Iterable[OutputPage]) -> int:
    """Render and write pages through Pelican's writer; return how many."""
    count = 0
    for page in pages:
        template = generator.get_template(page.template)
        writer.write_file(page.save_as, template, generator.context, page_url=page.url, **page.values)
        count += 1
    return count
