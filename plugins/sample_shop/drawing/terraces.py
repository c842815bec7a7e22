"""Tea mountains: sky, mist, rows of tea bushes following the slope, a small house."""

from random import Random

from .hills import hills
from .palette import mix, shade, tint
from .svg import (
    Point,
    clipped,
    ellipse,
    line,
    linear,
    number,
    path,
    radial,
    rect,
    smooth,
)


def sky(width: int, height: int, high: str, low: str, sun: Point, glow: str) -> str:
    """Morning sky with a soft sun."""
    wash = rect(
        0,
        0,
        width,
        height,
        fill=linear((0, 0), (0, 100), (0, high, 100), (55, low, 100), (100, tint(low, 0.3), 100)),
    )
    halo = ellipse(*sun, 520, 420, fill=radial((50, 50), 50, (0, glow, 95), (30, glow, 45), (100, glow, 0)))
    return wash + halo + ellipse(*sun, 62, 62, fill=tint(glow, 0.6), opacity=0.95)


def far_hills(seed: str, width: int, top: float, bottom: float, near: str, far: str, layers: int = 5) -> str:
    """Mountains behind the terraces."""
    return hills(seed, width, top, bottom, near, far, layers, 3)


def mist(width: float, y: float, height: float, colour: str, strength: int = 70) -> str:
    """A bank of mist across the picture."""
    fill = linear((0, 0), (0, 100), (0, colour, 0), (50, colour, strength), (100, colour, 0))
    return rect(0, y - height / 2, width, height, fill=fill)


def terrace(seed: str, cx: float, top: float, width: float, bottom: float, near: str, far: str, rows: int = 9) -> str:
    """A rounded hill of tea: hedges along its contour, small above, large below, light from the left."""
    rng = Random(f"terrace {seed}")
    bend = (bottom - top) * 0.9 / (width / 2) ** 2
    body = _dome(cx, top, width, bottom, bend)
    earth = path(
        body,
        fill=linear((0, 0), (0, 100), (0, mix(far, "#e9dcae", 0.3), 100), (100, mix(near, "#c9b98a", 0.35), 100)),
    )
    hedges = []
    for i in range(rows):
        share = ((i + 0.1) / (rows - 1)) ** 1.45
        thick = (bottom - top) * (0.05 + 0.12 * share)
        colour = mix(far, near, (i / (rows - 1)) ** 0.7)
        hedges.append(_hedge(rng, cx, width, top + (bottom - top) * share, bend * (1 - 0.35 * share), thick, colour))
    light = path(
        body,
        fill=linear(
            (0, 0),
            (100, 30),
            (0, "#fff2c0", 34),
            (42, "#fff2c0", 4),
            (60, "#14261c", 0),
            (100, "#14261c", 46),
        ),
    )
    return clipped(body, earth, *hedges, light)


def _dome(cx: float, top: float, width: float, bottom: float, bend: float) -> str:
    """Outline of the hill."""
    xs = [cx + width * (k / 10 - 0.5) for k in range(11)]
    crown = [(x, top + bend * (x - cx) ** 2 - 6) for x in xs]
    return f"{smooth(crown)}V{number(bottom + 60)}H{number(xs[0])}Z"


def _hedge(rng: Random, cx: float, width: float, y: float, bend: float, thick: float, colour: str) -> str:
    """One hedge: a bumpy lit top, a dark side, earth showing below."""
    step = thick * 0.5
    half = int(width / 2 / step) + 2
    crown: list[Point] = []
    for i in range(-half, half + 1):
        x = cx + i * step
        crown.append((x, y + bend * (x - cx) ** 2 - thick * rng.uniform(0.0, 0.16) - (thick * 0.08 if i % 2 else 0)))
    foot = [(x, v + thick * 0.92) for x, v in crown]
    body = smooth(crown) + "L" + "L".join(f"{number(x)} {number(v)}" for x, v in reversed(foot)) + "Z"
    lower = (
        smooth([(x, v + thick * 0.5) for x, v in crown])
        + "L"
        + "L".join(f"{number(x)} {number(v)}" for x, v in reversed(foot))
        + "Z"
    )
    upper = smooth(crown) + "L" + "L".join(f"{number(x)} {number(v + thick * 0.22)}" for x, v in reversed(crown)) + "Z"
    tufts = "".join(_tuft(rng, x, v + thick * 0.1, thick) for x, v in crown)
    deep = "".join(_tuft(rng, x + step * 0.4, v + thick * 0.36, thick) for x, v in crown)
    return (
        path(body, fill=colour)
        + path(lower, fill=shade(colour, 0.36))
        + path(upper, fill=tint(colour, 0.24))
        + line(deep, shade(colour, 0.3), max(1.2, thick * 0.045), opacity=0.45)
        + line(tufts, tint(colour, 0.5), max(1.2, thick * 0.045), opacity=0.6)
    )


def _tuft(rng: Random, x: float, y: float, thick: float) -> str:
    """A few strokes like young shoots."""
    data = ""
    for _ in range(3):
        a, b = x + rng.uniform(-0.3, 0.3) * thick, y + rng.uniform(0.08, 0.34) * thick
        data += (
            f"M{a:.1f} {b:.1f}q{thick * 0.03:.1f} {-thick * 0.09:.1f} {rng.uniform(0.04, 0.1) * thick:.1f}"
            f" {-thick * 0.13:.1f}"
        )
    return data
