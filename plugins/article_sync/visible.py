"""Text written by others, as a terminal may show it."""

import re

_STEERING = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")
"""Terminal sequences, and marks that turn the direction of writing."""


def visible(text: str) -> str:
    """Return a text whose steering characters are shown as replacement characters."""
    return _STEERING.sub("�", text)


def visible_name(text: str) -> str:
    """Return a name or title on one line, steering characters shown as replacement characters."""
    return visible(" ".join(text.splitlines()))
