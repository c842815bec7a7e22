"""How Pelican reads our Markdown: front matter and bodies come from the Site, which has checked them already."""

from pathlib import Path
from typing import Any

from pelican.readers import BaseReader

from plugins.articles.model import Article, Page
from plugins.site.site import Site

Metadata = dict[str, Any]


class ContentReader(BaseReader):  # type: ignore[misc]
    """Hands articles and pages to Pelican's own generators; ``source_value`` is our typed value."""

    enabled = True
    file_extensions = ("md",)

    def read(self, source_path: str) -> tuple[str, Metadata]:
        """Return a body as HTML and Pelican's metadata for it."""
        path = Path(source_path)
        folder = path.parent.relative_to(self.settings["PATH"]).parts[0]
        site: Site = self.settings["SITE"]
        known: tuple[Article | Page, ...] = (*site.articles, *site.pages)
        value = next((each for each in known if f"{folder}/{path.stem}.md" == each.path), None)
        if value is None:  # a draft of ours is no page at all: Pelican's drafts are public under addresses of their own
            return "", {"status": "skip"}
        metadata = {key: self.process_metadata(key, item) for key, item in _metadata(value).items()}
        return site.bodies[value.path], metadata | {"source_value": value}


def _metadata(value: Article | Page) -> Metadata:
    shared = {"title": value.title, "slug": value.slug, "status": "published", "summary": value.digest}
    if isinstance(value, Page):
        return shared | {"template": value.template}
    named = {"author": value.author} if value.author else {}
    return shared | named | {"date": value.date.isoformat(), "category": value.category, "tags": ",".join(value.tags)}
