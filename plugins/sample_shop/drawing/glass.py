"""Clear glass with tea in it: tumblers, pitchers, leaves sinking."""

from dataclasses import replace
from random import Random

from .cup import STRAIGHT, sized
from .leaves import Leaf, draw_leaf
from .palette import glow, shade, tint
from .svg import ellipse, group, line, linear, moved, path, smooth
from .vessel import FLAT, Profile, radius_at, silhouette, streak


def glass(
    cx: float,
    base: float,
    r: float,
    height: float,
    tea: str,
    level: float,
    inside: str = "",
    shape: Profile = STRAIGHT,
) -> str:
    """A clear vessel filled to `level` (0 to 1), with `inside` floating in the tea."""
    profile = sized(shape, r, height)
    data = silhouette(cx, base, profile)
    thick = r * 0.05
    inner = [(h + height * 0.05 * (1 - h / height), w - thick) for h, w in profile]
    top = (height * level, radius_at(inner, height * level))
    inner = [*(point for point in inner if point[0] < height * level - 2), top]
    body = linear(
        (0, 0),
        (100, 0),
        (0, shade(tea, 0.18), 88),
        (14, tea, 80),
        (34, glow(tea, 1.24), 78),
        (62, tea, 82),
        (90, shade(tea, 0.2), 90),
        (100, tint(tea, 0.1), 80),
    )
    wet = path(silhouette(cx, base, inner), fill=body)
    deep = path(silhouette(cx, base, inner), fill=linear((0, 0), (0, 100), (0, tea, 0), (100, shade(tea, 0.3), 45)))
    surface = ellipse(
        cx,
        base - top[0],
        top[1],
        top[1] * FLAT,
        fill=linear((0, 0), (100, 100), (0, tint(glow(tea, 1.2), 0.22), 92), (100, glow(tea, 1.1), 92)),
    )
    ring = ellipse(
        cx,
        base - top[0],
        top[1],
        top[1] * FLAT,
        fill="none",
        stroke=tint(tea, 0.7),
        stroke_width=2,
        opacity=0.8,
    )
    return _clear(cx, base, r, height, profile, data, wet + deep + inside + surface + ring)


def _clear(cx: float, base: float, r: float, height: float, profile: Profile, data: str, content: str) -> str:
    """The glass itself around its content: edges, base, lights."""
    veil = linear(
        (0, 0),
        (100, 0),
        (0, "#ffffff", 62),
        (10, "#ffffff", 16),
        (50, "#ffffff", 4),
        (90, "#ffffff", 14),
        (100, "#ffffff", 50),
    )
    rim = profile[-1][1]
    back = ellipse(cx, base - height, rim, rim * FLAT, fill="#ffffff", opacity=0.2)
    lip = ellipse(cx, base - height, rim, rim * FLAT, fill="none", stroke="#ffffff", stroke_width=4.5, opacity=0.85)
    thin = ellipse(
        cx,
        base - height,
        rim - 4,
        (rim - 4) * FLAT,
        fill="none",
        stroke="#5d6a62",
        stroke_width=1.3,
        opacity=0.35,
    )
    wall = path(data, fill=veil, stroke="#ffffff", stroke_width=2, stroke_opacity=0.5)
    left = streak(cx, base, profile, -0.74, 0.05, 0.75)
    right = streak(cx, base, profile, 0.8, 0.025, 0.5)
    return back + content + wall + left + right + lip + thin


def pitcher(cx: float, base: float, r: float, height: float, tea: str, level: float) -> str:
    """A glass fairness pitcher with a handle at the right and a lip at the left."""
    shape: Profile = [(0, 0.62), (0.04, 0.72), (0.16, 0.9), (0.34, 0.96), (0.62, 0.8), (0.86, 0.74), (1, 0.8)]
    rim, top = r * 0.8, base - height
    loop = (
        f"M{cx + r * 0.74:.1f} {top + height * 0.16:.1f}"
        f"C{cx + r * 1.6:.1f} {top + height * 0.02:.1f} {cx + r * 1.55:.1f} {top + height * 0.72:.1f}"
        f" {cx + r * 0.9:.1f} {top + height * 0.7:.1f}"
    )
    handle = (
        line(loop, "#ffffff", r * 0.15, opacity=0.5)
        + line(loop, "#6f7d76", r * 0.16, opacity=0.16)
        + line(loop, "#ffffff", r * 0.04, opacity=0.9)
    )
    beak = smooth(
        [
            (cx - rim * 0.9, top + rim * 0.1),
            (cx - rim * 1.24, top - rim * 0.12),
            (cx - rim * 0.72, top - rim * FLAT * 0.7),
        ]
    )
    spout = path(beak + "Z", fill="#ffffff", opacity=0.5) + line(beak, "#ffffff", 4, opacity=0.9)
    return handle + glass(cx, base, r, height, tea, level, "", shape) + spout


def dancing(kind: Leaf, seed: str, cx: float, base: float, r: float, height: float, count: int) -> str:
    """Leaves standing and sinking in a glass."""
    rng = Random(f"dancing {seed}")
    wet = replace(kind, shadow=0.06)
    parts = []
    for i in range(count):
        low = rng.random() ** 1.7
        x, y = cx + rng.uniform(-0.72, 0.72) * r, base - height * (0.08 + 0.86 * low)
        leaf = draw_leaf(wet, rng, rng.uniform(0.5, 1.0))
        parts.append(group(moved(leaf, x, y, rng.gauss(-90, 15 if i % 4 else 40), 1, 1), opacity=rng.uniform(0.6, 1)))
    return "".join(parts)
