"""Small things in a landscape: a house, conifers, birds, stone steps."""

from math import sin
from random import Random

from .palette import shade, tint
from .svg import (
    line,
    linear,
    path,
    polygon,
    rect,
)


def cottage(
    cx: float, base: float, size: float, wall: str = "#efe6d6", roof: str = "#4c4a48", light: str = "#f4c56e"
) -> str:
    """A small white house with a tiled roof and a warm window."""
    w, h = size, size * 0.42
    body = rect(
        cx - w / 2,
        base - h,
        w,
        h,
        fill=linear((0, 0), (100, 0), (0, tint(wall, 0.3), 100), (100, shade(wall, 0.16), 100)),
    )
    eaves = path(
        (
            f"M{cx - w * 0.64:.1f} {base - h:.1f}Q{cx - w * 0.4:.1f} {base - h * 1.12:.1f}"
            f" {cx - w * 0.34:.1f} {base - h * 1.7:.1f}"
            f"H{cx + w * 0.34:.1f}Q{cx + w * 0.4:.1f} {base - h * 1.12:.1f} {cx + w * 0.64:.1f}"
            f" {base - h:.1f}"
            f"Z"
        ),
        fill=linear((0, 0), (0, 100), (0, tint(roof, 0.2), 100), (100, shade(roof, 0.2), 100)),
    )
    ridge = line(f"M{cx - w * 0.37:.1f} {base - h * 1.72:.1f}H{cx + w * 0.37:.1f}", shade(roof, 0.4), size * 0.035)
    windows = "".join(rect(cx + w * k, base - h * 0.66, w * 0.13, h * 0.36, fill=light) for k in (-0.34, 0.2))
    door = rect(cx - w * 0.08, base - h * 0.7, w * 0.17, h * 0.7, fill="#6b4a35")
    return body + windows + door + eaves + ridge


def pine(cx: float, base: float, height: float, colour: str, seed: str) -> str:
    """A slender conifer in silhouette."""
    rng = Random(f"pine {seed}")
    trunk = line(f"M{cx:.1f} {base:.1f}v{-height:.1f}", shade(colour, 0.3), height * 0.03)
    layers = ""
    for i in range(6):
        y, w = base - height * (0.16 + i * 0.14), height * (0.24 - i * 0.034)
        layers += (
            f"M{cx:.1f} {y - height * 0.2:.1f}Q{cx - w * 0.4:.1f} {y - height * 0.05:.1f}"
            f" {cx - w * rng.uniform(0.9, 1.1):.1f} {y:.1f}"
            f"Q{cx:.1f} {y - height * 0.03:.1f} {cx + w * rng.uniform(0.9, 1.1):.1f} {y:.1f}"
            f"Q{cx + w * 0.4:.1f} {y - height * 0.05:.1f} {cx:.1f} {y - height * 0.2:.1f}"
            f"Z"
        )
    return trunk + path(layers, fill=colour)


def birds(x: float, y: float, size: float, colour: str) -> str:
    """Three distant birds."""
    spots = ((0, 0, 1.0), (1.7, -0.6, 0.8), (2.6, 0.3, 0.65))
    data = "".join(
        (
            f"M{x + a * size:.1f} {y + b * size:.1f}q{size * 0.25 * k:.1f} {-size * 0.3 * k:.1f}"
            f" {size * 0.5 * k:.1f} 0"
            f"q{size * 0.25 * k:.1f} {-size * 0.3 * k:.1f} {size * 0.5 * k:.1f} 0"
        )
        for a, b, k in spots
    )
    return line(data, colour, 2.4, opacity=0.6)


def path_steps(cx: float, top: float, bottom: float, width: float, colour: str, count: int = 13) -> str:
    """Stone steps leading up between the tea rows."""
    parts = []
    for i in range(count):
        t = ((i + 1) / count) ** 1.7
        y, w = top + (bottom - top) * t, width * (0.12 + 0.88 * t)
        x = cx + 90 * sin(i * 0.32) * (1 - t)
        h = (bottom - top) * (((i + 2) / count) ** 1.7 - t) * 0.8
        corners = [
            (x - w / 2, y),
            (x + w / 2, y - h * 0.1),
            (x + w * 0.54, y + h * 0.5),
            (x - w * 0.54, y + h * 0.6),
        ]
        parts.append(path(polygon([(a, b + h * 0.5) for a, b in corners]), fill=shade(colour, 0.4)))
        parts.append(
            path(
                polygon(corners),
                fill=linear((0, 0), (100, 100), (0, tint(colour, 0.4), 100), (100, shade(colour, 0.08), 100)),
            )
        )
    return "".join(parts)
