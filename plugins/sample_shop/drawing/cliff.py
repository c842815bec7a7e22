"""The rocks of Wuyi."""

from random import Random

from .palette import mix, shade, tint
from .svg import (
    ellipse,
    line,
    linear,
    path,
    rect,
    smooth,
)


def cliff(seed: str, x: float, base: float, width: float, height: float, colour: str) -> str:
    """A rock of upright slabs with green heads, its foot in the mist: Wuyi."""
    rng = Random(f"cliff {seed}")
    parts = []
    for start, share, rise, tone in ((-0.5, 0.5, 0.74, 0.16), (0.02, 0.5, 0.62, 0.1), (-0.3, 0.62, 1.0, 0.0)):
        left, wide = x + width * start, width * share * rng.uniform(0.94, 1.08)
        top = base - height * rise * rng.uniform(0.94, 1.04)
        parts.append(_slab(rng, left, top, wide, base, mix(colour, "#e9d3ab", tone * 2.4)))
        parts.append(_grove(rng, left, top, wide))
    foot = rect(
        x - width * 0.7,
        base - height * 0.5,
        width * 1.4,
        height * 0.52,
        fill=linear((0, 0), (0, 100), (0, "#f5e6c8", 0), (100, "#f5e6c8", 96)),
    )
    return "".join(parts) + foot


def _slab(rng: Random, left: float, top: float, width: float, base: float, colour: str) -> str:
    """One upright face of rock with cracks."""
    points = [
        (left, base),
        (left - 4, (top + base) / 2),
        (left + width * 0.03, top + 90),
        (left + width * 0.16, top + 18),
        (left + width * 0.5, top - 8),
        (left + width * 0.76, top + rng.uniform(6, 22)),
        (left + width * 0.97, top + 120),
        (left + width * 1.04, (top + base) / 2),
        (left + width * 1.1, base),
    ]
    fill = linear(
        (0, 0),
        (100, 10),
        (0, tint(colour, 0.36), 100),
        (40, tint(colour, 0.08), 100),
        (70, shade(colour, 0.1), 100),
        (100, shade(colour, 0.34), 100),
    )
    cracks = "".join(
        (
            f"M{left + width * t:.1f} {top + rng.uniform(20, 60):.1f}"
            f"q{rng.uniform(-6, 6):.1f} 60 {rng.uniform(-8, 8):.1f} {rng.uniform(90, 200):.1f}"
        )
        for t in (0.18, 0.33, 0.44, 0.6, 0.71, 0.86)
    )
    return (
        path(smooth(points) + "Z", fill=fill)
        + line(cracks, shade(colour, 0.45), 2.4, opacity=0.35)
        + line(cracks, tint(colour, 0.4), 1.4, opacity=0.35, transform="translate(-3 0)")
    )


def _grove(rng: Random, left: float, top: float, width: float) -> str:
    """Trees on the head of a rock."""
    parts = []
    for _ in range(40):
        t = rng.uniform(0.04, 0.96)
        px, py = left + width * t, top + 150 * (t - 0.48) ** 2 + rng.uniform(-10, 16)
        size = rng.uniform(8, 18) * (1 - 0.4 * abs(t - 0.5))
        colour = mix("#46583a", "#93a160", rng.random())
        parts.append(
            ellipse(px, py, size, size * 0.72, fill=colour)
            + ellipse(
                px - size * 0.2,
                py - size * 0.22,
                size * 0.6,
                size * 0.38,
                fill=tint(colour, 0.2),
                opacity=0.8,
            )
        )
    return "".join(parts)
