"""Layered misty ridges: the motif of the shop."""

from random import Random

from .palette import mix
from .svg import Point, linear, number, path, smooth


def ridge(rng: Random, width: float, top: float, height: float, peaks: int) -> list[Point]:
    """Points of a ridge line from left to right, highest point near `top`."""
    points: list[Point] = []
    step = width / (peaks * 2)
    for i in range(peaks * 2 + 3):
        rise = rng.uniform(0.55, 1.0) if i % 2 else rng.uniform(0.0, 0.45)
        points.append(((i - 1) * step + rng.uniform(-0.22, 0.22) * step, top + height * (1 - rise)))
    return _rugged(rng, points, height * 0.07)


def _rugged(rng: Random, points: list[Point], size: float) -> list[Point]:
    """The same line with a shoulder or a notch between any two points."""
    line = [points[0]]
    for (x0, y0), (x1, y1) in zip(points, points[1:], strict=False):
        for t in (rng.uniform(0.25, 0.42), rng.uniform(0.58, 0.75)):
            eased = t * t * (3 - 2 * t)
            line.append((x0 + (x1 - x0) * t, y0 + (y1 - y0) * eased + rng.uniform(-size, size)))
        line.append((x1, y1))
    return line


def slope(points: list[Point], bottom: float) -> str:
    """Path data of the land below a ridge line."""
    first, last = points[0], points[-1]
    return f"{smooth(points)}L{number(last[0])} {number(bottom)}L{number(first[0])} {number(bottom)}Z"


def hills(
    seed: str, width: float, top: float, bottom: float, near: str, far: str, layers: int = 4, peaks: int = 2
) -> str:
    """Ridges from far (pale, high) to near (strong, low), each fading into mist at its foot."""
    rng = Random(f"hills {seed}")
    span = bottom - top
    parts = []
    for i in range(layers):
        share = i / max(1, layers - 1)
        colour = mix(far, near, share)
        crest = top + span * 0.62 * share
        points = ridge(rng, width, crest, span * (0.42 - 0.16 * share), peaks + i)
        mist = linear((0, 0), (0, 100), (0, colour, 95), (45, mix(colour, far, 0.45), 70), (100, far, 0))
        parts.append(path(slope(points, bottom), fill=mist))
    return "".join(parts)
