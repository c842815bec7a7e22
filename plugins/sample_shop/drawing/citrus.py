"""Small green mandarins filled with ripe Puer: Xiaoqinggan."""

from math import cos, pi, sin
from random import Random

from .heap import heap
from .leaves import Leaf
from .palette import shade, tint
from .svg import blur, clipped, ellipse, group, line, moved, oval, path, radial
from .vessel import FLAT

PEEL = "#5a5a2a"


def citrus(cx: float, cy: float, r: float, seed: str, colour: str = PEEL) -> str:
    """A whole dried fruit with its lid on, pores and a dry stalk end."""
    ball = ellipse(cx, cy, r, r * 0.93, fill=_skin(colour))
    seam = line(
        (
            f"M{cx - r * 0.55:.1f} {cy - r * 0.52:.1f}"
            f"A{r * 0.58:.1f} {r * 0.22:.1f} 0 0 0 {cx + r * 0.55:.1f} {cy - r * 0.52:.1f}"
        ),
        shade(colour, 0.55),
        2.6,
        opacity=0.75,
    )
    stalk = ellipse(cx, cy - r * 0.76, r * 0.11, r * 0.05, fill=shade(colour, 0.6)) + ellipse(
        cx - 1, cy - r * 0.78, r * 0.06, r * 0.03, fill=tint(colour, 0.4)
    )
    gloss = ellipse(
        cx - r * 0.36,
        cy - r * 0.36,
        r * 0.26,
        r * 0.18,
        fill="#fff6dc",
        opacity=0.26,
        filter=blur(7),
        transform=f"rotate(-35 {cx - r * 0.36:.1f} {cy - r * 0.36:.1f})",
    )
    return clipped(oval(cx, cy, r, r * 0.93), ball, _pores(seed, cx, cy, r, colour), seam, gloss) + stalk


def opened(cx: float, cy: float, r: float, kind: Leaf, seed: str, colour: str = PEEL) -> str:
    """A fruit with its lid lifted off, full of tea."""
    mouth, y = r * 0.74, cy - r * 0.5
    ball = ellipse(cx, cy, r, r * 0.93, fill=_skin(colour))
    rim = ellipse(cx, y, mouth, mouth * FLAT * 1.15, fill=tint(colour, 0.42)) + ellipse(
        cx, y, mouth * 0.88, mouth * 0.88 * FLAT * 1.15, fill=shade(colour, 0.7)
    )
    fill = heap(kind, f"{seed} fill", cx, y, mouth * 0.84, r * 0.3, 110, r / 170)
    below = (
        f"M{cx - r} {y}L{cx - mouth} {y}A{mouth} {mouth * FLAT * 1.15} 0 0 0 {cx + mouth} {y}"
        f"L{cx + r} {y}L{cx + r} {cy + r}L{cx - r} {cy + r}"
        f"Z"
    )
    return clipped(below, clipped(oval(cx, cy, r, r * 0.93), ball, _pores(seed, cx, cy, r, colour))) + rim + fill


def lid(cx: float, cy: float, r: float, seed: str, angle: float = 24, colour: str = PEEL) -> str:
    """The cut-off cap, leaning."""
    dome = (
        f"M{-r * 0.62:.1f} 0A{r * 0.62:.1f} {r * 0.46:.1f} 0 0 1 {r * 0.62:.1f} 0"
        f"A{r * 0.62:.1f} {r * 0.18:.1f} 0 0 1 {-r * 0.62:.1f} 0"
        f"Z"
    )
    inner = ellipse(0, 0, r * 0.62, r * 0.18, fill=tint(colour, 0.5)) + ellipse(
        0, 1, r * 0.54, r * 0.13, fill=shade(tint(colour, 0.3), 0.25)
    )
    cap = path(dome, fill=_skin(colour)) + clipped(dome, _pores(seed, 0, -r * 0.2, r * 0.7, colour))
    return moved(cap + inner, cx, cy, angle)


def slice_(cx: float, cy: float, r: float, colour: str = "#d98a35") -> str:
    """A dried slice lying on the table."""
    rind = ellipse(0, 0, r, r, fill=shade(colour, 0.25)) + ellipse(0, 0, r * 0.9, r * 0.9, fill=tint(colour, 0.5))
    parts = [
        path(
            (
                f"M{r * 0.12 * cos(a):.1f} {r * 0.12 * sin(a):.1f}"
                f"L{r * 0.82 * cos(a - 0.3):.1f} {r * 0.82 * sin(a - 0.3):.1f}"
                f"Q{r * 0.95 * cos(a):.1f} {r * 0.95 * sin(a):.1f} {r * 0.82 * cos(a + 0.3):.1f}"
                f" {r * 0.82 * sin(a + 0.3):.1f}"
                f"Z"
            ),
            fill=colour,
        )
        for a in (i * pi / 4.5 for i in range(9))
    ]
    return moved(group(rind, *parts), cx, cy, 12, 1, 0.5)


def _skin(colour: str) -> str:
    return radial(
        (34, 28),
        78,
        (0, tint(colour, 0.34), 100),
        (38, colour, 100),
        (78, shade(colour, 0.5), 100),
        (100, shade(colour, 0.38), 100),
    )


def _pores(seed: str, cx: float, cy: float, r: float, colour: str) -> str:
    rng = Random(f"pores {seed}")
    dots, lights = "", ""
    for _ in range(150):
        d, a = r * rng.random() ** 0.5, rng.uniform(0, 2 * pi)
        x, y = cx + d * cos(a), cy + d * sin(a)
        dots += f"M{x:.1f} {y:.1f}h.1"
        lights += f"M{x + 2:.1f} {y + 2:.1f}h.1"
    size = max(2.0, r * 0.03)
    return line(dots, shade(colour, 0.55), size, opacity=0.5) + line(lights, tint(colour, 0.4), size * 0.7, opacity=0.3)
