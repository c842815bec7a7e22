"""Leaves lying together: in a mound, in a row, or scattered."""

from math import cos, pi, sin
from random import Random

from .leaves import Leaf, draw_leaf
from .palette import mix, shade
from .svg import blur, group, linear, moved, path, smooth

TILT = 0.42
"""How flat a circle on the table looks."""


def heap(kind: Leaf, seed: str, cx: float, cy: float, rx: float, height: float, count: int, scale: float = 1) -> str:
    """A mound of leaves on a round base; light from the top left."""
    rng = Random(f"heap {seed}")
    leaves = [_bed(kind, rng, cx, cy, rx, height)]
    for layer in range(4):
        spots = [_spot(rng, layer / 4 + rng.random() / 4) for _ in range(count // 4)]
        for u, v, rise in sorted(spots, key=lambda spot: spot[1]):
            level = 0.54 + 0.26 * rise - 0.24 * u - 0.14 * v + rng.uniform(-0.2, 0.22)
            leaf = draw_leaf(kind, rng, min(1.0, max(0.06, level)))
            x, y = cx + rx * u, cy + rx * TILT * v - height * rise
            leaves.append(moved(leaf, x, y, _angle(rng, u), scale * (0.92 + 0.1 * v), 0.74))
    return "".join(leaves)


def scattered(kind: Leaf, seed: str, cx: float, cy: float, rx: float, ry: float, count: int, scale: float = 1) -> str:
    """A few leaves that fell beside the heap, each with its shadow."""
    rng = Random(f"scattered {seed}")
    parts = []
    for _ in range(count):
        r, a = rng.uniform(0.35, 1), rng.uniform(0, 2 * pi)
        x, y = cx + rx * r * cos(a), cy + ry * r * sin(a)
        leaf = draw_leaf(kind, rng, rng.uniform(0.45, 0.8))
        parts.append((y, moved(leaf, x, y, rng.uniform(-70, 70), scale, 0.78)))
    return "".join(text for _, text in sorted(parts))


def flat_heap(kind: Leaf, seed: str, cx: float, cy: float, rx: float, ry: float, count: int, scale: float = 1) -> str:
    """A round pile seen from straight above."""
    rng = Random(f"flat {seed}")
    ring = [
        (
            cx + rx * 0.76 * cos(i * pi / 8) * rng.uniform(0.9, 1),
            cy + ry * 0.76 * sin(i * pi / 8) * rng.uniform(0.9, 1),
        )
        for i in range(16)
    ]
    parts = [path(smooth(ring, closed=True), fill=shade(kind.dark, 0.3))]
    for i in range(count):
        t = i / count
        r, a = (rng.random() ** 0.5) * (1 - 0.35 * t), rng.uniform(0, 2 * pi)
        level = 0.42 + 0.35 * t - 0.14 * r * (cos(a) + sin(a)) + rng.uniform(-0.16, 0.16)
        leaf = draw_leaf(kind, rng, min(1.0, max(0.08, level)))
        parts.append(moved(leaf, cx + rx * r * cos(a), cy + ry * r * sin(a), rng.uniform(-88, 88), scale))
    return "".join(parts)


def sheaf(
    kind: Leaf, seed: str, cx: float, cy: float, spread: float, count: int, angle: float, scale: float = 1
) -> str:
    """Leaves lying side by side, nearly parallel."""
    rng = Random(f"sheaf {seed}")
    parts = []
    for i in range(count):
        level = 0.35 + 0.35 * i / count + rng.uniform(-0.14, 0.14)
        leaf = draw_leaf(kind, rng, min(1.0, max(0.1, level)))
        x, y = (
            rng.uniform(-0.24, 0.24) * kind.length,
            (rng.random() + rng.random() - 1) * spread * (1 - 0.4 * i / count),
        )
        parts.append(moved(leaf, x, y, rng.gauss(0, 4.5)))
    return moved("".join(parts), cx, cy, angle, scale, 0.85)


def _spot(rng: Random, share: float) -> tuple[float, float, float]:
    """Place in the mound: u and v in -1..1 on the table, rise 0..1 above it."""
    reach = (1 - share) ** 0.62 * (1 - 0.05 * rng.random())
    r, a = reach * rng.random() ** 0.42, rng.uniform(0, 2 * pi)
    return r * cos(a), r * sin(a), share**0.9 * (1 - 0.25 * r)


def _angle(rng: Random, u: float) -> float:
    """Leaves on the flanks lean down the slope."""
    return max(-86.0, min(86.0, rng.gauss(28 * u, 42)))


def _bed(kind: Leaf, rng: Random, cx: float, cy: float, rx: float, height: float) -> str:
    """The dark inside of the mound, so that no table shows through."""
    ry = rx * TILT
    ring = []
    for i in range(18):
        a = i * pi / 9
        top = -height * 0.46 * max(0.0, -sin(a)) ** 0.8
        wobble = rng.uniform(0.66, 0.78)
        ring.append((cx + rx * wobble * cos(a), cy + ry * (wobble - 0.14) * sin(a) + top))
    data = smooth(ring, closed=True)
    fill = linear((10, 0), (90, 100), (0, mix(kind.dark, kind.middle, 0.35), 100), (100, shade(kind.dark, 0.45), 100))
    halo = path(data, fill=shade(kind.dark, 0.6), opacity=0.5, transform="translate(6 10)", filter=blur(7))
    return group(halo, path(data, fill=fill))
