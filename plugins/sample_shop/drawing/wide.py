"""The wide stage of article covers."""

from plugins.sample_shop.drawing.backdrop import backdrop, foliage_shadow, moon, ridges
from plugins.sample_shop.drawing.palette import (
    Ground,
)
from plugins.sample_shop.drawing.svg import document, group

WIDE, LOW, TALL = 1600, 900, 1067
"""Sides of wide pictures: covers and heroes are WIDE by LOW, stores WIDE by TALL."""


def wide(ground: Ground, name: str, *parts: str, disc: bool = True) -> str:
    """A wide still life; everything that matters between y 120 and 780."""
    back = (
        backdrop(ground, name, WIDE, LOW, 0.62)
        + (moon(ground, 800, 400, 290) if disc else "")
        + ridges(ground, name, WIDE, 290, 610)
    )
    near = group(*parts, transform="translate(800 730) scale(1.16) translate(-800 -740)")
    return document(WIDE, LOW, back, foliage_shadow(ground, name, 1430, 60, 0.16), near)
