"""Pressed tea: round cakes, small nests, squares, and their paper."""

from math import cos, pi, sin
from random import Random

from . import ribbon
from .leaves import Leaf
from .palette import shade, tint
from .svg import clipped, ellipse, group, linear, moved, number, oval, path, radial

STANDING = 0.95
"""The flatness that means: standing on edge, turned a little to the left."""


def pressed(kind: Leaf, seed: str, r: float, count: int) -> str:
    """The face of pressed leaves within a circle around the origin."""
    rng = Random(f"pressed {seed}")
    parts = []
    for i in range(count):
        d, a = r * rng.random() ** 0.5, rng.uniform(0, 2 * pi)
        level = 0.42 - 0.2 * d / r * (cos(a) + sin(a)) + rng.uniform(-0.22, 0.26)
        long = kind.length * rng.uniform(0.4, 0.85)
        centre = ribbon.wave(long, rng.uniform(-0.3, 0.3) * long, 2, rng.uniform(0.5, 1.2), 6)
        colour = kind.tip if rng.random() < kind.tipped * 0.5 else kind.tone(min(1, max(0.05, level)))
        w = min(kind.width, 8) * rng.uniform(0.6, 1.2)
        widths = [w * 0.2, w, w * 0.8, w * 0.1]
        under = path(ribbon.outline(ribbon.shifted(centre, 1, 2.4), widths), fill=shade(kind.dark, 0.5), opacity=0.5)
        strip = path(ribbon.outline(centre, widths), fill=colour)
        turn = rng.uniform(-85, 85) if i % 3 else a * 180 / pi + 90
        parts.append(moved(under + strip, d * cos(a), d * sin(a), turn))
    return "".join(parts)


def cake(kind: Leaf, seed: str, cx: float, cy: float, r: float, flat: float = STANDING, count: int = 420) -> str:
    """A round cake: standing on edge, lying on the table (flat 0.42) or seen from above (flat 1)."""
    edge = linear((0, 0), (100, 30), (0, kind.middle, 100), (60, kind.dark, 100), (100, shade(kind.dark, 0.35), 100))
    ground = linear((0, 0), (100, 100), (0, kind.tone(0.55), 100), (100, shade(kind.dark, 0.1), 100))
    face = oval(0, 0, r, r)
    strips = pressed(kind, seed, r * 1.02, count)
    leaf = path(face, fill=ground) + clipped(face, strips, _swell(r))
    rim = ellipse(
        0,
        0,
        r * 0.985,
        r * 0.985,
        fill="none",
        stroke=tint(kind.middle, 0.35),
        stroke_width=r * 0.022,
        opacity=0.35,
    )
    return disc(cx, cy, r, flat, edge, leaf + rim)


def disc(cx: float, cy: float, r: float, flat: float, edge: str, face: str) -> str:
    """A thick round plate: its edge at the right when standing, below when lying."""
    wide, tall = (0.88, 1.0) if flat == STANDING else (1.0, flat)
    dx, dy = (r * 0.17, r * 0.015) if flat == STANDING else (0.0, r * 0.2 * (1 - flat))
    wall = "".join(path(oval(cx + dx * t / 6, cy + dy * t / 6, r * wide, r * tall), fill=edge) for t in range(6, 0, -1))
    return wall + group(face, transform=f"translate({number(cx)} {number(cy)}) scale({wide} {tall})")


def _swell(r: float) -> str:
    """Light falling across the flat face and rounding off at the edge."""
    light = linear((0, 0), (100, 100), (0, "#fff2d8", 24), (45, "#fff2d8", 3), (60, "#1a0c06", 0), (100, "#1a0c06", 30))
    rim = radial((50, 50), 50, (80, "#1a0c06", 0), (100, "#1a0c06", 46))
    hollow = radial((52, 53), 16, (0, "#1a0c06", 26), (60, "#1a0c06", 10), (100, "#1a0c06", 0))
    return "".join(ellipse(0, 0, r, r, fill=paint) for paint in (light, rim, hollow))


def easel(cx: float, base: float, r: float, wood: str = "#5f4030") -> str:
    """The wooden stand in front of which a cake leans: foot and two pegs."""
    foot = ellipse(cx + r * 0.08, base + r * 0.02, r * 0.72, r * 0.13, fill=shade(wood, 0.4))
    top = ellipse(
        cx + r * 0.08,
        base - r * 0.02,
        r * 0.72,
        r * 0.13,
        fill=linear((0, 0), (100, 60), (0, tint(wood, 0.35), 100), (100, wood, 100)),
    )
    return foot + top


def pegs(cx: float, base: float, r: float, wood: str = "#5f4030") -> str:
    """The pegs that hold the cake, drawn over it."""
    paint = linear((0, 0), (100, 0), (0, tint(wood, 0.4), 100), (100, shade(wood, 0.25), 100))
    return "".join(
        path(
            f"M{cx + k * r - 9:.1f} {base:.1f}v{-r * 0.2:.1f}a9 9 0 0 1 18 0v{r * 0.2:.1f}a9 4 0 0 1 -18 0Z",
            fill=paint,
        )
        for k in (-0.34, 0.4)
    )


def on_easel(cx: float, cy: float, r: float, cake_: str) -> str:
    """A standing cake on its wooden stand."""
    base = cy + r * 1.02
    return easel(cx, base, r) + cake_ + pegs(cx, base + r * 0.02, r)
