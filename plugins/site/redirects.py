"""Addresses that articles had before: each keeps a page that leads on. ``content/redirects.yaml`` lists them.

The sync adds a line when a file is renamed, or deleted while its article is public: readers still come from WeChat.
"""

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Annotated

from pydantic import Field

from plugins.shared.errors import Problem
from plugins.shared.folder import read_list
from plugins.shared.validation import ContentModel, shaped
from plugins.site.pages import OutputPage

_INSIDE = Annotated[str, shaped(r"/([a-z0-9-]+/)*", "/articles/old-name/")]
FALLBACK = "/articles/"


class Redirect(ContentModel):
    """One address of this site that leads to another."""

    old: _INSIDE = Field(alias="from")
    new: _INSIDE = Field(alias="to")


def read_redirects(content: Path) -> tuple[dict[str, str], list[Problem]]:
    """Return where old addresses lead, and the problems of the file."""
    listed, problems = read_list(Redirect, content, "redirects.yaml", "redirects")
    return {each.old: each.new for each in listed}, problems


def redirect_pages(redirects: Mapping[str, str], pages: Iterable[str]) -> Iterator[OutputPage]:
    """Yield a page for every old address that no page has taken, leading to one that exists."""
    existing = frozenset(pages)
    for old in sorted(redirects):
        if old not in existing:
            yield OutputPage(old, "moved", {"target": _end(old, redirects, existing), "crumbs": ()})


def _end(old: str, redirects: Mapping[str, str], existing: frozenset[str]) -> str:
    """Follow renames of renames; what leads nowhere leads to the list of articles."""
    seen, here = {old}, redirects[old]
    while here not in existing and here in redirects and here not in seen:
        seen.add(here)
        here = redirects[here]
    return here if here in existing else FALLBACK
