"""Categories that a sheet names: found by slug or title, or added to categories.yaml."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

import yaml

from plugins.product_import.slugs import free_slug, slug_of
from plugins.product_import.words import fold
from plugins.products.model import ProductCategory
from plugins.shared.front_matter import Document, end_of, parse_yaml, render_scalar


@dataclass
class CategoryNames:
    """The categories by slug and by title; a title that two categories share names neither."""

    tree: Iterable[ProductCategory]
    slugs: dict[str, str] = field(default_factory=dict)
    new: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        every = list(self.tree)
        titles = [fold(each.title) for each in every]
        self.slugs = {fold(each.title): each.slug for each in every if titles.count(fold(each.title)) == 1}
        self.slugs |= {fold(each.slug): each.slug for each in every}

    def slug(self, name: str, add: bool) -> str:
        """Return the slug that a cell means, empty for none; with ``add`` an unknown title becomes a new category."""
        found = self.slugs.get(fold(name), "")
        if not found and add and name:
            found = free_slug(slug_of(name), set(self.slugs.values()))
            self.slugs[fold(name)] = found
            self.new[found] = name
        return found


def with_categories(document: Document, new: dict[str, str]) -> str:
    """Return categories.yaml with categories added at the end of its list.

    Raises:
        ValueError: the list is written in a way that nothing can be added to.
    """
    text = document.yaml_text
    root: Any = yaml.compose(text, Loader=getattr(yaml, "CBaseLoader", yaml.BaseLoader))
    listing = next(value for key, value in root.value if key.value == "categories")
    if listing.flow_style or not listing.value:
        raise ValueError(document.path)
    end = end_of(listing, text)
    stop = text.find("\n", end)
    stop = len(text) if stop < 0 else stop
    indent = " " * (listing.value[0].start_mark.column - 2)
    rows = (f"{indent}- slug: {slug}\n{indent}  title: {render_scalar(title)}" for slug, title in new.items())
    result = "\n".join([text[:stop].rstrip("\n"), *rows]) + (text[stop:] or "\n")
    again, problems = parse_yaml(document.path, result)
    added = [{"slug": slug, "title": title} for slug, title in new.items()]
    if problems or again.meta != {**document.meta, "categories": [*document.meta["categories"], *added]}:
        raise ValueError(document.path)
    return result
