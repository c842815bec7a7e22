"""Teapots and kettles."""

from math import cos, pi, sin

from .palette import CLAY, IRON, shade, tint
from .svg import ellipse, group, line, linear, number, path, smooth
from .vessel import FLAT, Profile, side_light, streak, turned


def xishi(cx: float, base: float, r: float, colour: str = CLAY) -> str:
    """A Xishi pot: round as a fruit, stubby spout, handle upside down."""
    body: Profile = [
        (0, r * 0.5),
        (r * 0.05, r * 0.53),
        (r * 0.15, r * 0.72),
        (r * 0.36, r * 0.93),
        (r * 0.62, r),
        (r * 0.95, r * 0.9),
        (r * 1.2, r * 0.64),
        (r * 1.3, r * 0.46),
    ]
    cover: Profile = [
        (0, r * 0.5),
        (r * 0.03, r * 0.5),
        (r * 0.14, r * 0.4),
        (r * 0.22, r * 0.2),
        (r * 0.24, r * 0.04),
    ]
    knob: Profile = [(0, r * 0.1), (r * 0.08, r * 0.155), (r * 0.18, r * 0.14), (r * 0.23, r * 0.04)]
    top = base - r * 1.29
    return (
        _handle(cx, base, r, colour)
        + _spout(cx, base, r, colour)
        + turned(cx, base, body, colour, 0.2, 0.42)
        + streak(cx, base, body, -0.5, 0.11, 0.16)
        + ellipse(cx, top + r * 0.02, r * 0.52, r * 0.52 * FLAT, fill=shade(colour, 0.45))
        + turned(cx, top, cover, colour, 0.22, 0.4)
        + turned(cx, top - r * 0.22, knob, colour, 0.28, 0.4)
    )


def _spout(cx: float, base: float, r: float, colour: str) -> str:
    upper = [
        (cx - r * 0.66, base - r * 1.04),
        (cx - r * 0.98, base - r * 1.08),
        (cx - r * 1.24, base - r * 1.22),
    ]
    lower = [
        (cx - r * 1.3, base - r * 1.1),
        (cx - r * 1.16, base - r * 0.84),
        (cx - r * 0.84, base - r * 0.5),
    ]
    fill = linear((20, 0), (60, 100), (0, tint(colour, 0.32), 100), (45, colour, 100), (100, shade(colour, 0.4), 100))
    mouth = ellipse(
        cx - r * 1.265,
        base - r * 1.165,
        r * 0.075,
        r * 0.045,
        fill=shade(colour, 0.7),
        transform=f"rotate(-38 {number(cx - r * 1.265)} {number(base - r * 1.165)})",
    )
    return path(smooth(upper + lower) + "Z", fill=fill) + mouth


def _handle(cx: float, base: float, r: float, colour: str) -> str:
    data = (
        f"M{cx + r * 0.72:.1f} {base - r * 1.02:.1f}"
        f"C{cx + r * 1.2:.1f} {base - r * 1.2:.1f} {cx + r * 1.62:.1f} {base - r * 0.96:.1f}"
        f" {cx + r * 1.46:.1f} {base - r * 0.62:.1f}"
        f"C{cx + r * 1.34:.1f} {base - r * 0.38:.1f} {cx + r * 1.05:.1f} {base - r * 0.3:.1f}"
        f" {cx + r * 0.82:.1f} {base - r * 0.34:.1f}"
    )
    return (
        line(data, shade(colour, 0.42), r * 0.17)
        + line(data, shade(colour, 0.06), r * 0.13, transform=f"translate({-r * 0.012:.1f} {-r * 0.018:.1f})")
        + line(
            data,
            tint(colour, 0.3),
            r * 0.035,
            transform=f"translate({-r * 0.02:.1f} {-r * 0.045:.1f})",
            opacity=0.7,
        )
    )


def iron_kettle(cx: float, base: float, r: float, colour: str = IRON) -> str:
    """A cast iron kettle with a studded belly and a tall bail handle."""
    body: Profile = [
        (0, r * 0.6),
        (r * 0.08, r * 0.74),
        (r * 0.34, r * 0.96),
        (r * 0.62, r),
        (r * 0.86, r * 0.9),
        (r * 1.04, r * 0.62),
        (r * 1.1, r * 0.46),
    ]
    cover: Profile = [(0, r * 0.46), (r * 0.04, r * 0.45), (r * 0.12, r * 0.34), (r * 0.17, r * 0.12)]
    knob: Profile = [(0, r * 0.06), (r * 0.06, r * 0.11), (r * 0.13, r * 0.12), (r * 0.18, r * 0.04)]
    top = base - r * 1.09
    return (
        _bail(cx, base, r, colour, front=False)
        + _beak(cx, base, r, colour)
        + turned(cx, base, body, colour, 0.26, 0.45)
        + _studs(cx, base, r, body, colour)
        + ellipse(cx, top, r * 0.49, r * 0.49 * FLAT, fill=shade(colour, 0.5))
        + turned(cx, top, cover, colour, 0.3, 0.4)
        + turned(cx, top - r * 0.16, knob, "#b08d57", 0.4, 0.4)
        + _bail(cx, base, r, colour, front=True)
    )


def _beak(cx: float, base: float, r: float, colour: str) -> str:
    points = [
        (cx - r * 0.74, base - r * 0.86),
        (cx - r * 1.04, base - r * 0.94),
        (cx - r * 1.26, base - r * 1.14),
        (cx - r * 1.4, base - r * 1.12),
        (cx - r * 1.22, base - r * 0.72),
        (cx - r * 0.86, base - r * 0.42),
    ]
    fill = linear((20, 0), (70, 100), (0, tint(colour, 0.34), 100), (40, colour, 100), (100, shade(colour, 0.5), 100))
    return path(smooth(points) + "Z", fill=fill) + ellipse(
        cx - r * 1.33, base - r * 1.125, r * 0.075, r * 0.03, fill=shade(colour, 0.8)
    )


def _bail(cx: float, base: float, r: float, colour: str, front: bool) -> str:
    """The arched handle; its ears stand left and right of the lid."""
    feet = base - r * 0.98
    if not front:
        return ""
    data = (
        f"M{cx - r * 0.66:.1f} {feet:.1f}C{cx - r * 0.86:.1f} {feet - r * 0.9:.1f}"
        f" {cx - r * 0.5:.1f} {feet - r * 1.2:.1f} {cx:.1f} {feet - r * 1.2:.1f}"
        f"S{cx + r * 0.86:.1f} {feet - r * 0.9:.1f} {cx + r * 0.66:.1f} {feet:.1f}"
    )
    ears = "".join(
        ellipse(cx + side * r * 0.66, feet, r * 0.09, r * 0.08, fill=side_light(colour, 0.3, 0.4)) for side in (-1, 1)
    )
    glow = line(
        data,
        tint(colour, 0.4),
        r * 0.025,
        transform=f"translate({-r * 0.025:.1f} {-r * 0.025:.1f})",
        opacity=0.8,
    )
    return line(data, shade(colour, 0.35), r * 0.12) + line(data, colour, r * 0.09) + glow + ears


def _studs(cx: float, base: float, r: float, body: Profile, colour: str) -> str:
    """Rows of small knobs around the belly, closer together towards the edges."""
    parts = []
    for row in range(5):
        height = r * (0.34 + row * 0.13)
        width = r * (0.95, 0.99, 0.99, 0.95, 0.86)[row]
        for i in range(-8, 9):
            a = (i + (row % 2) * 0.5) * pi / 17
            if abs(a) > pi * 0.46:
                continue
            x, y = cx + width * sin(a), base - height + width * FLAT * cos(a) * 0.9
            size = r * 0.034
            parts.append(ellipse(x + 1.5, y + 2, size * max(0.3, cos(a)), size, fill=shade(colour, 0.6)))
            parts.append(ellipse(x, y, size * max(0.3, cos(a)), size, fill=tint(colour, 0.16 if a > 0.2 else 0.34)))
    return group("".join(parts), opacity=0.9)
