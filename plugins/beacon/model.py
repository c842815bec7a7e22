"""The one setting of the beacon."""

from typing import Annotated

from plugins.shared.validation import ContentModel, shaped


class Beacon(ContentModel):
    """Where the pages report to: a path of this site, so that nobody else hears of it."""

    url: Annotated[str, shaped(r"/[a-zA-Z0-9_-]+(/[a-zA-Z0-9_-]+)*\.gif", "/b.gif")]


PIXEL = bytes.fromhex("47494638396101000100800000ffffff00000021f90401000000002c00000000010001000002024401003b")
"""A transparent GIF of one pixel: what the address answers."""
