"""What stands around a shop: pavement, plants, the houses next door, a bridge."""

from math import cos, sin
from random import Random

from .palette import mix, shade, tint
from .shopfront import GLOW, tiled_roof
from .svg import blur, clipped, ellipse, line, linear, path, radial, rect


def spill(cx: float, y: float, width: float, height: float, colour: str = GLOW) -> str:
    """Warm light lying on the pavement."""
    return ellipse(cx, y, width, height, fill=radial((50, 40), 55, (0, colour, 70), (100, colour, 0)))


def paving(width: float, top: float, bottom: float, colour: str) -> str:
    """Stone slabs running towards the viewer."""
    face = rect(
        0,
        top,
        width,
        bottom - top,
        fill=linear((0, 0), (0, 100), (0, shade(colour, 0.1), 100), (100, shade(colour, 0.36), 100)),
    )
    rows = [top + (bottom - top) * t for t in (0.12, 0.3, 0.56, 0.88)]
    cross = "".join(f"M0 {y:.1f}H{width}" for y in rows)
    along = "".join(
        (f"M{width / 2 + (x - width / 2) * 0.62:.1f} {top:.1f}L{width / 2 + (x - width / 2) * 1.5:.1f} {bottom:.1f}")
        for x in range(-200, int(width) + 300, 150)
    )
    return face + line(cross + along, shade(colour, 0.5), 2.6, opacity=0.4)


def potted(cx: float, base: float, size: float, pot: str, leaf: str, seed: str) -> str:
    """A round pot with a bushy plant."""
    rng = Random(f"potted {seed}")
    body = path(
        (
            f"M{cx - size * 0.3:.1f} {base - size * 0.5:.1f}"
            f"H{cx + size * 0.3:.1f}Q{cx + size * 0.36:.1f} {base - size * 0.1:.1f}"
            f" {cx + size * 0.2:.1f} {base:.1f}"
            f"H{cx - size * 0.2:.1f}Q{cx - size * 0.36:.1f} {base - size * 0.1:.1f}"
            f" {cx - size * 0.3:.1f} {base - size * 0.5:.1f}"
            f"Z"
        ),
        fill=linear((0, 0), (100, 0), (0, tint(pot, 0.25), 100), (100, shade(pot, 0.4), 100)),
    )
    crown = []
    for i in range(90):
        d, a = size * 0.42 * rng.random() ** 0.5, rng.uniform(0, 6.28)
        x, y = cx + d * cos(a), base - size * 0.84 + d * 0.95 * sin(a)
        level = i / 90 * 0.5 + 0.3 * (cx - x) / size + 0.4 * (base - size * 0.84 - y) / size
        colour = mix(shade(leaf, 0.45), tint(leaf, 0.3), level + 0.25)
        crown.append(
            ellipse(
                0,
                0,
                size * 0.075,
                size * 0.036,
                fill=colour,
                transform=f"translate({x:.1f} {y:.1f}) rotate({rng.uniform(-80, 80):.0f})",
            )
        )
    stems = line(f"M{cx:.1f} {base - size * 0.45:.1f}v{-size * 0.3:.1f}", shade(leaf, 0.6), size * 0.04)
    shadow = ellipse(cx + size * 0.1, base + 3, size * 0.5, size * 0.09, fill="#120c0a", opacity=0.4, filter=blur(5))
    return shadow + stems + "".join(crown) + body


def bare_tree(cx: float, base: float, height: float, colour: str, seed: str, leaf: str = "") -> str:
    """A slender tree with a few leaves."""
    rng = Random(f"tree {seed}")
    limbs: list[str] = []
    tips: list[tuple[float, float]] = []

    def grow(x: float, y: float, angle: float, length: float, width: float, depth: int) -> None:
        x1, y1 = x + length * sin(angle), y - length * cos(angle)
        limbs.append(
            line(
                (
                    f"M{x:.1f} {y:.1f}Q{(x + x1) / 2 + rng.uniform(-0.1, 0.1) * length:.1f}"
                    f" {(y + y1) / 2:.1f} {x1:.1f} {y1:.1f}"
                ),
                colour,
                width,
            )
        )
        tips.append((x1, y1))
        if depth:
            for side in (-1, 1):
                grow(
                    x1,
                    y1,
                    angle + side * rng.uniform(0.22, 0.55),
                    length * rng.uniform(0.66, 0.8),
                    width * 0.62,
                    depth - 1,
                )

    grow(cx, base, rng.uniform(-0.1, 0.1), height * 0.34, height * 0.035, 5)
    crown = (
        "".join(
            ellipse(
                x + rng.uniform(-14, 14),
                y + rng.uniform(-14, 14),
                rng.uniform(9, 18),
                rng.uniform(7, 14),
                fill=mix(leaf, shade(leaf, 0.4), rng.random()),
                opacity=0.85,
            )
            for x, y in tips[8:]
            for _ in range(4)
        )
        if leaf
        else ""
    )
    return "".join(limbs) + crown


def neighbour(x: float, base: float, width: float, height: float, wall: str, roof: str) -> str:
    """A plain house next door, already dark, one window lit."""
    face = rect(
        x,
        base - height,
        width,
        height,
        fill=linear((0, 0), (0, 100), (0, shade(wall, 0.2), 100), (100, shade(wall, 0.36), 100)),
    )
    panes = "".join(
        rect(
            x + width * k,
            base - height * 0.66,
            width * 0.16,
            height * 0.24,
            fill=GLOW if k < 0.3 else shade(wall, 0.55),
            opacity=0.75,
        )
        for k in (0.16, 0.42, 0.68)
    )
    bars = line(
        "".join(
            f"M{x + width * (k + 0.08):.1f} {base - height * 0.66:.1f}v{height * 0.24:.1f}" for k in (0.16, 0.42, 0.68)
        ),
        shade(wall, 0.7),
        4,
    )
    return face + panes + bars + tiled_roof(x - 30, base - height + 8, width + 60, height * 0.24, roof, 16)


def bench(cx: float, base: float, width: float, colour: str) -> str:
    """A low wooden bench."""
    seat = rect(
        cx - width / 2,
        base - 46,
        width,
        13,
        rx=3,
        fill=linear((0, 0), (0, 100), (0, tint(colour, 0.3), 100), (100, shade(colour, 0.2), 100)),
    )
    legs = "".join(rect(cx + k * width * 0.36 - 6, base - 34, 12, 34, fill=shade(colour, 0.35)) for k in (-1, 1))
    return ellipse(cx, base + 2, width * 0.54, 8, fill="#120c0a", opacity=0.3, filter=blur(4)) + legs + seat


def stone_bridge(cx: float, water: float, span: float) -> str:
    """A humped stone bridge over one round arch, standing in the water."""
    half, rise = span / 2, span * 0.3
    back = (
        f"M{cx - half:.1f} {water - 40:.1f}C{cx - half * 0.5:.1f} {water - 60:.1f}"
        f" {cx - half * 0.34:.1f} {water - rise:.1f} {cx:.1f} {water - rise:.1f}"
        f"S{cx + half * 0.5:.1f} {water - 60:.1f} {cx + half:.1f} {water - 40:.1f}"
    )
    r = span * 0.2
    body = f"{back}V{water + 8:.1f}H{cx + r:.1f}A{r:.1f} {r:.1f} 0 0 0 {cx - r:.1f} {water + 8:.1f}H{cx - half:.1f}Z"
    stone = path(body, fill=linear((0, 0), (100, 60), (0, "#c3bbad", 100), (55, "#9a9286", 100), (100, "#6a645c", 100)))
    ring = line(
        f"M{cx - r:.1f} {water + 8:.1f}A{r:.1f} {r:.1f} 0 0 1 {cx + r:.1f} {water + 8:.1f}",
        "#d0c8ba",
        12,
        opacity=0.8,
    )
    courses = clipped(
        body,
        line(
            "".join(f"M{cx - half:.1f} {water - y:.1f}H{cx + half:.1f}" for y in range(14, int(rise), 26)),
            "#5a544c",
            2.4,
            opacity=0.3,
        ),
    )
    rail = line(back, "#bab2a5", 13, transform="translate(0 -34)") + line(
        back, "#8f887d", 5, transform="translate(0 -10)"
    )
    posts = line(
        "".join(
            f"M{cx + k * half * 0.22:.1f} {water - rise * (1 - (abs(k) / 4.6) ** 1.9) - 6:.1f}v-34"
            for k in range(-4, 5)
        ),
        "#b5ada0",
        10,
    )
    return stone + courses + ring + rail + posts
