"""Addresses of the articles' standing columns (栏目)."""

import re
import unicodedata
from functools import cache

from markupsafe import Markup
from unidecode import unidecode

_RULES = ((r"[^\w\s-]", ""), (r"\A\s*", ""), (r"\s*\Z", ""), (r"[-\s]+", "-"))


@cache
def column_slug(name: str) -> str:
    """Return the ASCII slug of a column's Chinese name, as Pelican makes it; Pelican itself takes long to load."""
    slug = unidecode(unicodedata.normalize("NFKC", Markup(name).striptags()))
    for pattern, replacement in _RULES:
        slug = re.sub(pattern, replacement, slug)
    return slug.lower().strip()


def column_url(name: str) -> str:
    """Return the root-relative address of a column."""
    return f"/columns/{column_slug(name)}/"
