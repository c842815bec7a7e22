"""Paper around a cake: folded over it or lying open below it."""

from math import cos, pi, sin
from random import Random

from .cake import disc
from .palette import shade, tint
from .seal import crest, seal
from .svg import blur, clipped, ellipse, line, linear, moved, number, oval, path, radial, smooth


def wrapper(cx: float, cy: float, r: float, flat: float, paper: str, ink: str, seed: str, art: str = "crest") -> str:
    """A cake still in its paper, printed in the middle."""
    rng = Random(f"wrapper {seed}")
    edge = linear(
        (0, 0),
        (100, 30),
        (0, shade(paper, 0.12), 100),
        (60, shade(paper, 0.3), 100),
        (100, shade(paper, 0.45), 100),
    )
    paint = linear((0, 0), (100, 100), (0, tint(paper, 0.45), 100), (60, paper, 100), (100, shade(paper, 0.16), 100))
    folds = "".join(_fold(rng, 0, 0, r, 1, i * pi / 17) for i in range(34))
    rim = ellipse(0, 0, r, r, fill=radial((50, 50), 50, (78, "#2a1712", 0), (100, "#2a1712", 26)))
    face = path(oval(0, 0, r, r), fill=paint) + line(folds, shade(paper, 0.4), 1.6, opacity=0.4)
    printed = moved(_print(r, ink, paper, seed, art), 0, 0, -8)
    return disc(cx, cy, r, flat, edge, clipped(oval(0, 0, r, r), face, printed, rim))


def _fold(rng: Random, cx: float, cy: float, r: float, flat: float, a: float) -> str:
    start, end = rng.uniform(0.78, 0.88), 1.0
    b = a + rng.uniform(-0.05, 0.05)
    return (
        f"M{number(cx + r * start * cos(a))} {number(cy + r * flat * start * sin(a))}"
        f"L{number(cx + r * end * cos(b))} {number(cy + r * flat * end * sin(b))}"
    )


def _print(r: float, ink: str, paper: str, seed: str, art: str) -> str:
    if art == "crest":
        return crest(0, -r * 0.04, r * 0.44, ink, paper, seed) + seal(r * 0.5, r * 0.42, r * 0.16) + _rings(r, ink)
    if art == "sun":
        disc = ellipse(0, 0, r * 0.36, r * 0.36, fill=ink)
        return disc + seal(0, 0, r * 0.3, ink, paper) + _rings(r, ink)
    bars = "".join(f"M{x * r:.1f} {-r * 0.42:.1f}v{r * 0.6:.1f}" for x in (-0.24, -0.08, 0.08, 0.24))
    return line(bars, ink, r * 0.02, opacity=0.7) + seal(0, r * 0.4, r * 0.2) + _rings(r, ink)


def _rings(r: float, ink: str) -> str:
    return ellipse(0, 0, r * 0.66, r * 0.66, fill="none", stroke=ink, stroke_width=1.8, opacity=0.6) + ellipse(
        0, 0, r * 0.69, r * 0.69, fill="none", stroke=ink, stroke_width=1, opacity=0.5
    )


def open_paper(cx: float, cy: float, r: float, paper: str, seed: str, flat: float = 0.5) -> str:
    """Unfolded wrapping paper lying under a cake, with creases."""
    rng = Random(f"paper {seed}")
    ring = [
        (
            cx + r * rng.uniform(0.88, 1.12) * cos(i * pi / 6),
            cy + r * flat * rng.uniform(0.88, 1.12) * sin(i * pi / 6),
        )
        for i in range(12)
    ]
    fill = linear((0, 0), (100, 100), (0, tint(paper, 0.5), 100), (60, paper, 100), (100, shade(paper, 0.14), 100))
    creases = "".join(f"M{cx:.1f} {cy:.1f}L{x:.1f} {y:.1f}" for x, y in ring)
    shadow = path(smooth(ring, closed=True), fill="#2a1712", opacity=0.28, transform="translate(8 12)", filter=blur(9))
    return (
        shadow
        + path(smooth(ring, closed=True), fill=fill)
        + line(creases, shade(paper, 0.35), 1.6, opacity=0.35)
        + line(creases, "#ffffff", 1.2, opacity=0.4, transform="translate(1.5 1.5)")
    )
