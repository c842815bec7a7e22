"""Colours of the shop: one ground per category, one way to lighten and darken."""

from dataclasses import dataclass

PORCELAIN = "#f4f1ea"
SEAL = "#b23a2b"
GOLD = "#c9a45c"
WOOD = "#a9764b"
WALNUT = "#6d4a33"
BAMBOO = "#cfae72"
STONE = "#b9b3a8"
CLAY = "#8a4a36"
IRON = "#3a3836"
CELADON = "#a9c4b4"
KRAFT = "#c79f72"


@dataclass(frozen=True)
class Ground:
    """What a picture stands on: wall, table, hills in the mist, light."""

    wall: str
    table: str
    hill: str
    glow: str
    shadow: str = "#3a2418"
    depth: int = 34


GREEN = Ground("#ccd6ba", "#e3e7d3", "#9db08a", "#f4f5e6", "#39412a")
BLACK = Ground("#dfb39f", "#edccbb", "#c58a75", "#fbe6d8", "#5a2a1c")
OOLONG = Ground("#e0c083", "#efd9aa", "#c4974f", "#fbedc9", "#5a3c12")
WHITE_TEA = Ground("#e3d9c8", "#f1eadd", "#c6b8a1", "#fdf8ee", "#4d4030")
PUER = Ground("#54403f", "#7a5d54", "#3d2d2e", "#a98570", "#1c1010", 52)
WARE = Ground("#c0ccc7", "#dbe2dd", "#94a8a3", "#f2f6f2", "#2f3d3a")
GIFT = Ground("#a84c3f", "#bf6452", "#8c3a30", "#d88a70", "#3d0f0b", 44)
PAPER = Ground("#ebe3d3", "#f5efe3", "#c9c3ac", "#fffaf0", "#4d4030")


def mix(first: str, second: str, share: float) -> str:
    """The first colour with a share (0 to 1) of the second."""
    share = min(1.0, max(0.0, share))
    pairs = zip(_channels(first), _channels(second), strict=True)
    return "#" + "".join(f"{round(a + (b - a) * share):02x}" for a, b in pairs)


def shade(colour: str, share: float) -> str:
    """The colour in warm shadow."""
    return mix(colour, "#2a1712", share)


def tint(colour: str, share: float) -> str:
    """The colour in warm light."""
    return mix(colour, "#fffaee", share)


def glow(colour: str, gain: float) -> str:
    """The colour brighter but as full as before, like tea with light behind it; never beyond 240."""
    channels = _channels(colour)
    gain = max(1.0, min(gain, 240 / max(channels)))
    return "#" + "".join(f"{round(channel * gain):02x}" for channel in channels)


def lit(dark: str, middle: str, light: str, level: float) -> str:
    """A colour between three tones; level 0 is dark, 1 is light."""
    if level < 0.5:
        return mix(dark, middle, level * 2)
    return mix(middle, light, level * 2 - 1)


def _channels(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)
