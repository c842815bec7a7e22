"""Outlines of thin, bent, tapering things: the stuff leaves are made of."""

from math import cos, hypot, pi, sin

from .svg import Point, number, smooth


def bow(length: float, bend: float, steps: int = 8) -> list[Point]:
    """Centre line of a leaf lying along x around the origin, bent upwards by `bend`."""
    spots = [i / steps for i in range(steps + 1)]
    return [((t - 0.5) * length, -bend * 4 * t * (1 - t) + bend * 0.5) for t in spots]


def wave(length: float, bend: float, swing: float, turns: float, steps: int = 10) -> list[Point]:
    """A bowed centre line that also winds to and fro."""
    line = bow(length, bend, steps)
    return [(x, y + swing * sin(i / steps * turns * 2 * pi)) for i, (x, y) in enumerate(line)]


def curl(radius: float, sweep: float, tighten: float, steps: int = 12) -> list[Point]:
    """A hook that winds inwards: `sweep` in radians, the radius shrinking by the share `tighten`."""
    points = []
    for i in range(steps + 1):
        t = i / steps
        r = radius * (1 - tighten * t)
        points.append((r * cos(pi + sweep * t), r * 0.86 * sin(pi + sweep * t)))
    return points


def outline(centre: list[Point], widths: list[float]) -> str:
    """Path data around a centre line; `widths` are half widths spread evenly along it."""
    upper: list[Point] = []
    lower: list[Point] = []
    for i, (x, y) in enumerate(centre):
        nx, ny = _normal(centre, i)
        w = _at(widths, i / (len(centre) - 1))
        upper.append((x - nx * w, y - ny * w))
        lower.append((x + nx * w, y + ny * w))
    return smooth(upper + lower[::-1], closed=True)


def shifted(centre: list[Point], dx: float, dy: float) -> list[Point]:
    """The centre line moved."""
    return [(x + dx, y + dy) for x, y in centre]


def trace(points: list[Point]) -> str:
    """Path data of the open curve through the points."""
    return smooth(points)


def silk(centre: list[Point], width: float) -> str:
    """Path data of fine hairs lying along a leaf."""
    data = ""
    for i in range(1, len(centre) - 1):
        (x, y), (nx, ny) = centre[i], _normal(centre, i)
        side = (-0.7, 0.1, -0.35, 0.4)[i % 4]
        data += f"M{number(x + nx * width * side)} {number(y + ny * width * side)}"
        data += f"l{number(ny * width * 1.5)} {number(-nx * width * 1.5)}"
    return data


def _normal(centre: list[Point], i: int) -> Point:
    (x0, y0), (x1, y1) = centre[max(0, i - 1)], centre[min(len(centre) - 1, i + 1)]
    size = hypot(x1 - x0, y1 - y0) or 1.0
    return -(y1 - y0) / size, (x1 - x0) / size


def _at(values: list[float], t: float) -> float:
    spot = t * (len(values) - 1)
    i = min(int(spot), len(values) - 2)
    return values[i] + (values[i + 1] - values[i]) * (spot - i)
