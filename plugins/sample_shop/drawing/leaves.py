"""One dry tea leaf of every kind the shop sells, lying along x around the origin."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from math import cos, pi, sin
from random import Random
from types import MappingProxyType

from . import ribbon
from .palette import lit, mix, shade, tint
from .svg import Point, line, path, smooth


@dataclass(frozen=True)
class Leaf:
    """How one kind of tea looks: shape, size and three tones from shadow to light."""

    shape: str
    length: float
    width: float
    dark: str
    middle: str
    light: str
    tip: str = "#e9dfc0"
    tipped: float = 0.0
    """Share of leaves that carry the tip colour."""
    shadow: float = 0.45
    """How dark the shadow below one leaf is; leaves in water have hardly any."""

    def tone(self, level: float) -> str:
        """The kind's colour at a level of light from 0 to 1."""
        return lit(self.dark, self.middle, self.light, level)


def draw_leaf(kind: Leaf, rng: Random, level: float) -> str:
    """One leaf with its own small shadow."""
    size = rng.uniform(0.78, 1.18)
    body = _SHAPES[kind.shape](kind, rng, level, kind.length * size, kind.width * rng.uniform(0.85, 1.15))
    return body


def _body(kind: Leaf, level: float, centre: list[Point], widths: list[float]) -> str:
    """Dark underside, lit upper side and a drop of shadow."""
    w = max(widths)
    under = path(
        ribbon.outline(ribbon.shifted(centre, w * 0.35, w * 0.75), widths),
        fill=shade(kind.dark, 0.55),
        opacity=kind.shadow,
    )
    full = path(ribbon.outline(centre, widths), fill=kind.tone(level * 0.72))
    face = [v * 0.56 for v in widths]
    upper = path(ribbon.outline(ribbon.shifted(centre, 0, -w * 0.3), face), fill=kind.tone(level))
    return under + full + upper


def _spear(kind: Leaf, rng: Random, level: float, length: float, width: float) -> str:
    """Pressed flat and smooth, pointed like a spear: Longjing."""
    centre = ribbon.bow(length, rng.uniform(-0.1, 0.1) * length)
    body = _body(kind, level, centre, [width * 0.3, width * 0.8, width, width * 0.7, width * 0.04])
    rib = line(
        ribbon.trace(ribbon.shifted(centre[:-1], 0, width * 0.05)),
        shade(kind.tone(level), 0.22),
        1.1,
        opacity=0.7,
    )
    return body + rib + _tip(kind, rng, centre, width)


def _blade(kind: Leaf, rng: Random, level: float, length: float, width: float) -> str:
    """Long, flat, pressed between nets: Houkui."""
    centre = ribbon.bow(length, rng.uniform(-0.05, 0.05) * length)
    widths = [width * 0.22, width * 0.75, width, width * 0.92, width * 0.55, width * 0.05]
    body = _body(kind, level, centre, widths)
    rib = line(ribbon.trace(centre[:-1]), mix(kind.tone(level), "#7a3b2a", 0.45), 1.6, opacity=0.75)
    net = "".join(f"M{x:.1f} {y - width * 0.7:.1f}l{width * 0.5:.1f} {width * 1.3:.1f}" for x, y in centre[1:-2])
    return body + rib + line(net, tint(kind.tone(level), 0.3), 0.9, opacity=0.5)


def _needle(kind: Leaf, rng: Random, level: float, length: float, width: float) -> str:
    """Straight and round as a pine needle."""
    centre = ribbon.bow(length, rng.uniform(-0.06, 0.06) * length, 5)
    body = _body(kind, level, centre, [width * 0.4, width, width * 0.9, width * 0.1])
    shine = line(
        ribbon.trace(ribbon.shifted(centre[1:-1], 0, -width * 0.35)),
        tint(kind.tone(level), 0.4),
        1.2,
        opacity=0.6,
    )
    return body + shine + _tip(kind, rng, centre, width)


def _sprig(kind: Leaf, rng: Random, level: float, length: float, width: float) -> str:
    """A bud with one small open leaf: Maofeng, Anji."""
    bud = _spear(kind, rng, level, length, width * 0.85)
    side = ribbon.bow(length * 0.66, length * rng.uniform(0.06, 0.16))
    leaf = _body(
        kind,
        level * 0.85,
        [(x * 0.98 + length * 0.06, -x * 0.28 + y) for x, y in side],
        [width * 0.2, width * 0.8, width * 0.7, 0.3],
    )
    return leaf + bud


def _hook(kind: Leaf, rng: Random, level: float, length: float, width: float) -> str:
    """Wound like a snail and downy: Biluochun."""
    sweep = rng.uniform(1.25, 2.1) * pi
    centre = ribbon.curl(length * 0.36, sweep, rng.uniform(0.25, 0.55))
    body = _body(kind, level, centre, [width * 0.25, width, width * 0.9, width * 0.15])
    down = line(ribbon.silk(centre, width), kind.tip, 1.1, opacity=0.75 if rng.random() < kind.tipped else 0.2)
    shine = line(ribbon.trace(ribbon.shifted(centre[2:-2], 0, -width * 0.4)), kind.tip, 1.5, opacity=0.3)
    return body + down + shine


def _twist(kind: Leaf, rng: Random, level: float, length: float, width: float) -> str:
    """Twisted lengthways into a strip: rock tea, Dancong, black tea."""
    centre = ribbon.wave(length, rng.uniform(-0.16, 0.16) * length, width * 0.55, rng.uniform(0.7, 1.5))
    pulse = [width * v for v in (0.25, 0.95, 0.6, 1.0, 0.62, 0.9, 0.12)]
    body = _body(kind, level, centre, pulse)
    turns = "".join(
        f"M{x - width * 0.7:.1f} {y + width * 0.5:.1f}l{width * 1.5:.1f} {-width:.1f}" for x, y in centre[2:-1:2]
    )
    return body + line(turns, tint(kind.tone(level), 0.2), 1.1, opacity=0.5) + _tip(kind, rng, centre, width)


def _bud(kind: Leaf, rng: Random, level: float, length: float, width: float) -> str:
    """A fat downy bud: silver needles, golden buds."""
    centre = ribbon.bow(length, rng.uniform(0.0, 0.1) * length * rng.choice((-1, 1)))
    body = _body(kind, level, centre, [width * 0.35, width * 0.95, width, width * 0.7, width * 0.05])
    down = line(ribbon.silk(centre, width), tint(kind.light, 0.55), 1.1, opacity=0.6)
    seam = line(
        ribbon.trace(ribbon.shifted(centre[1:-1], 0, width * 0.25)),
        shade(kind.tone(level), 0.2),
        1.1,
        opacity=0.5,
    )
    stub = line(ribbon.trace(centre[:2]), mix(kind.dark, "#6b5a35", 0.5), width * 0.5, opacity=0.6)
    return body + stub + seam + down


def _open(kind: Leaf, rng: Random, level: float, length: float, width: float) -> str:
    """A withered leaf with rolled edges: Bai Mudan, Shoumei."""
    centre = ribbon.bow(length, rng.uniform(0.05, 0.2) * length)
    if rng.random() < kind.tipped:
        silver = Leaf("bud", 0, 0, mix(kind.tip, kind.dark, 0.5), kind.tip, tint(kind.tip, 0.5))
        return _bud(silver, rng, level, length * 0.8, width * 0.5)
    w = [width * v for v in (0.1, 0.75, 1.15, rng.uniform(0.55, 0.95), 0.05)]
    flat = path(ribbon.outline(ribbon.shifted(centre, 2, width * 0.5), w), fill=shade(kind.dark, 0.5), opacity=0.4)
    autumn = rng.uniform(0, 0.45) ** 1.4
    leaf = path(ribbon.outline(centre, w), fill=mix(kind.tone(level * 0.8), "#7a5230", autumn))
    roll = path(
        ribbon.outline(ribbon.shifted(centre, 0, -width * 0.62), [v * 0.26 for v in w]),
        fill=mix(kind.tone(min(1, level + 0.25)), "#8f6a42", autumn),
    )
    veins = "".join(f"M{x:.1f} {y:.1f}l{width * 0.5:.1f} {width * 0.6:.1f}" for x, y in centre[1:-1])
    return flat + leaf + roll + line(ribbon.trace(centre[:-1]) + veins, shade(kind.tone(level), 0.3), 1.0, opacity=0.55)


def _ball(kind: Leaf, rng: Random, level: float, length: float, width: float) -> str:
    """Rolled tight into a bead with a tail: Tieguanyin, Dongding."""
    r = length * 0.5
    knobs = [(r * rng.uniform(0.68, 1.2), i * pi / 4) for i in range(8)]
    ring = [(v * cos(a), v * 0.82 * sin(a)) for v, a in knobs]
    bead = path(smooth(ring, closed=True), fill=kind.tone(level * 0.62))
    under = path(
        smooth([(x + r * 0.15, y + r * 0.3) for x, y in ring], closed=True),
        fill=shade(kind.dark, 0.6),
        opacity=0.45,
    )
    face = path(
        smooth([(x * 0.56 - r * 0.2, y * 0.5 - r * 0.24) for x, y in ring], closed=True),
        fill=kind.tone(level),
    )
    crease = (
        f"M{-r * 0.75:.1f} {r * 0.1:.1f}q{r * 0.6:.1f} {-r * 0.7:.1f} {r * 1.2:.1f} {r * 0.05:.1f}"
        f"M{-r * 0.2:.1f} {r * 0.55:.1f}q{r * 0.4:.1f} {-r * 0.5:.1f} {r * 0.8:.1f} {-r * 0.2:.1f}"
    )
    tail = line(
        (f"M{r * 0.6:.1f} {r * 0.2:.1f}q{r * 0.7:.1f} {r * 0.1:.1f} {r * 0.9:.1f} {rng.uniform(-0.6, 0.6) * r:.1f}"),
        kind.tone(level * 0.5),
        width * 0.45,
    )
    stalk = tail if rng.random() < 0.45 else ""
    return under + stalk + bead + face + line(crease, kind.dark, 1.5, opacity=0.6) + _fleck(kind, rng, r)


def _nugget(kind: Leaf, rng: Random, level: float, length: float, width: float) -> str:
    """A knobbly lump of fermented leaf: Laochatou."""
    r = length * 0.5
    ring = [
        (
            r * rng.uniform(0.75, 1.15) * cos(i * pi / 4.5),
            r * 0.8 * rng.uniform(0.8, 1.1) * sin(i * pi / 4.5),
        )
        for i in range(9)
    ]
    under = path(
        smooth([(x + r * 0.12, y + r * 0.22) for x, y in ring], closed=True),
        fill=shade(kind.dark, 0.6),
        opacity=0.5,
    )
    lump = path(smooth(ring, closed=True), fill=kind.tone(level * 0.55))
    parts = [under, lump]
    for _ in range(9):
        x, y = rng.uniform(-0.65, 0.55) * r, rng.uniform(-0.6, 0.5) * r
        lift = level * (1 - (x + y * 1.4) / (r * 2.2) - 0.2)
        centre = [(x + a, y + b) for a, b in ribbon.wave(r * 0.75, rng.uniform(-6, 6), 2, 1, 5)]
        colour = kind.tip if rng.random() < kind.tipped else kind.tone(lift)
        parts.append(path(ribbon.outline(centre, [1, width, width * 0.8, 0.5]), fill=colour, opacity=0.9))
    return "".join(parts)


def _tip(kind: Leaf, rng: Random, centre: list[Point], width: float) -> str:
    """The golden or silver point that some leaves show."""
    if rng.random() >= kind.tipped:
        return ""
    part = centre[len(centre) // 2 :]
    end = path(ribbon.outline(part, [width * 0.2, width * 0.72, width * 0.62, width * 0.08]), fill=kind.tip)
    glint = line(ribbon.trace(ribbon.shifted(part, 0, -width * 0.25)), tint(kind.tip, 0.45), 1.1, opacity=0.7)
    return end + glint


def _fleck(kind: Leaf, rng: Random, r: float) -> str:
    if rng.random() >= kind.tipped:
        return ""
    return line(
        f"M{-r * 0.4:.1f} {-r * 0.35:.1f}q{r * 0.3:.1f} {-r * 0.2:.1f} {r * 0.55:.1f} 0",
        kind.tip,
        2.2,
        opacity=0.6,
    )


Draw = Callable[[Leaf, Random, float, float, float], str]

_SHAPES: Mapping[str, Draw] = MappingProxyType(
    {
        "spear": _spear, "blade": _blade, "needle": _needle, "sprig": _sprig, "hook": _hook, "twist": _twist,
        "bud": _bud, "open": _open, "ball": _ball, "nugget": _nugget,
    }
)  # fmt: skip
