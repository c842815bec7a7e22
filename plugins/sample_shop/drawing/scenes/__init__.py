"""Every picture of the sample shop: its name and how it is drawn."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from . import (
    article_bodies,
    articles,
    black,
    categories,
    gifts,
    green,
    oolong,
    places,
    puer,
    stores,
    teaware,
    white,
)

Scene = Callable[[str], str]
"""Takes the picture's name, which is also its seed, and returns SVG text."""

_FAMILIES: tuple[Mapping[str, Scene], ...] = (
    green.SCENES, black.SCENES, oolong.SCENES, white.SCENES, puer.SCENES, teaware.SCENES, gifts.SCENES,
    categories.SCENES, articles.SCENES, article_bodies.SCENES, places.SCENES, stores.SCENES,
)  # fmt: skip

SCENES: Mapping[str, Scene] = MappingProxyType({name: scene for family in _FAMILIES for name, scene in family.items()})
"""Picture name, without .jpg and below content/images/, to its scene."""


def draw(name: str) -> str:
    """SVG text of the picture with this name."""
    return SCENES[name](name)
