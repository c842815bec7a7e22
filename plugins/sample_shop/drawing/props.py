"""What things stand on: boards, plinths, trays, cloths, stones."""

from math import cos, pi, sin
from random import Random

from .box import Box, base_shadow, box
from .heap import TILT
from .palette import BAMBOO, STONE, WALNUT, WOOD, shade, tint
from .svg import blur, clipped, ellipse, group, line, linear, path, polygon, rect, smooth
from .vessel import side_light


def plinth(cx: float, cy: float, r: float, height: float, colour: str) -> str:
    """A low round stand of plaster or stone; (cx, cy) is the middle of its top."""
    flat = TILT
    wall = path(
        (
            f"M{cx - r:.1f} {cy:.1f}V{cy + height:.1f}"
            f"A{r:.1f} {r * flat:.1f} 0 0 0 {cx + r:.1f} {cy + height:.1f}"
            f"V{cy:.1f}Z"
        ),
        fill=side_light(colour, 0.25, 0.22),
    )
    top = ellipse(
        cx,
        cy,
        r,
        r * flat,
        fill=linear((0, 0), (100, 100), (0, tint(colour, 0.55), 100), (100, tint(colour, 0.12), 100)),
    )
    return wall + top


def board(
    cx: float, cy: float, width: float, depth: float, colour: str = WOOD, turn: float = 0, thick: float = 18
) -> str:
    """A wooden board with grain; (cx, cy) is the middle of its top."""
    shape = Box(cx, cy + thick, width, thick, depth, turn)
    return base_shadow(shape, "#2a1712", 0.34) + box(shape, colour, top=grain(width, depth, colour, f"{cx}{cy}{width}"))


def grain(width: float, height: float, colour: str, seed: str) -> str:
    """Lines of wood grain on a flat face."""
    rng = Random(f"grain {seed}")
    data = ""
    for i in range(int(height / 11)):
        y = i * 11 + rng.uniform(2, 9)
        data += (
            f"M0 {y:.1f}C{width * 0.3:.1f} {y + rng.uniform(-8, 8):.1f} {width * 0.65:.1f}"
            f" {y + rng.uniform(-8, 8):.1f} {width:.1f} {y + rng.uniform(-4, 4):.1f}"
        )
    frame = polygon([(0, 0), (width, 0), (width, height), (0, height)])
    return clipped(frame, line(data, shade(colour, 0.3), 1.5, opacity=0.4))


def bamboo_tray(cx: float, cy: float, width: float, depth: float, slats: int = 17, turn: float = 0) -> str:
    """A slatted bamboo tray with a frame and a drip pan below."""
    shape = Box(cx, cy + 44, width, 44, depth, turn)
    gap = (width - 60) / slats
    dark = rect(26, 22, width - 52, depth - 44, fill=shade(BAMBOO, 0.72))
    bars = "".join(_slat(30 + i * gap, 24, gap * 0.72, depth - 48) for i in range(slats))
    frame = rect(0, 0, width, depth, fill=tint(BAMBOO, 0.18)) + grain(width, depth, BAMBOO, "frame")
    inner = rect(22, 18, width - 44, depth - 36, fill="none", stroke=shade(BAMBOO, 0.4), stroke_width=3, opacity=0.6)
    front = grain(width, 44, BAMBOO, "front") + line(f"M0 26H{width}", shade(BAMBOO, 0.35), 2, opacity=0.6)
    return base_shadow(shape, "#2a2a20", 0.36) + box(shape, BAMBOO, front=front, top=frame + dark + bars + inner)


def _slat(x: float, y: float, width: float, length: float) -> str:
    paint = linear((0, 0), (100, 0), (0, tint(BAMBOO, 0.4), 100), (45, BAMBOO, 100), (100, shade(BAMBOO, 0.28), 100))
    knot = line(
        f"M{x:.1f} {y + length * (0.3 + (x * 7 % 40) / 100):.1f}h{width:.1f}",
        shade(BAMBOO, 0.34),
        2,
        opacity=0.55,
    )
    return rect(x, y, width, length, rx=width * 0.3, fill=paint) + knot


def cloth(cx: float, cy: float, rx: float, ry: float, colour: str, seed: str) -> str:
    """A soft linen cloth with a wavy edge and a few folds."""
    rng = Random(f"cloth {seed}")
    ring = [
        (
            cx + rx * rng.uniform(0.9, 1.1) * cos(i * pi / 9),
            cy + ry * rng.uniform(0.88, 1.12) * sin(i * pi / 9),
        )
        for i in range(18)
    ]
    data = smooth(ring, closed=True)
    fill = linear((0, 0), (100, 100), (0, tint(colour, 0.35), 100), (100, shade(colour, 0.12), 100))
    folds = "".join(
        (
            f"M{cx + rx * a:.1f} {cy - ry * 0.9:.1f}C{cx + rx * (a + 0.16):.1f} {cy - ry * 0.2:.1f}"
            f" {cx + rx * (a - 0.1):.1f} {cy + ry * 0.4:.1f} {cx + rx * (a + 0.2):.1f}"
            f" {cy + ry:.1f}"
        )
        for a in (-0.72, -0.4, 0.34, 0.66)
    )
    dim = line(folds, shade(colour, 0.4), 14, opacity=0.16, filter=blur(5))
    shine = line(folds, "#ffffff", 8, opacity=0.25, transform="translate(-12 0)", filter=blur(4))
    shadow = path(data, fill="#2a1712", opacity=0.22, transform="translate(6 10)", filter=blur(8))
    return shadow + path(data, fill=fill) + clipped(data, dim, shine)


def stone(cx: float, cy: float, rx: float, height: float, seed: str, colour: str = STONE) -> str:
    """A flat river stone."""
    rng = Random(f"stone {seed}")
    ring = [
        (
            cx + rx * rng.uniform(0.93, 1.05) * cos(i * pi / 6),
            cy + rx * 0.34 * rng.uniform(0.93, 1.05) * sin(i * pi / 6) + (height if sin(i * pi / 6) > 0 else 0),
        )
        for i in range(12)
    ]
    data = smooth(ring, closed=True)
    fill = linear((10, 0), (80, 100), (0, tint(colour, 0.5), 100), (45, colour, 100), (100, shade(colour, 0.42), 100))
    return path(data, fill=fill) + ellipse(
        cx - rx * 0.1,
        cy - rx * 0.04,
        rx * 0.78,
        rx * 0.22,
        fill=tint(colour, 0.35),
        opacity=0.5,
        filter=blur(8),
    )


def scoop(cx: float, cy: float, length: float, colour: str = BAMBOO) -> str:
    """A split bamboo scoop lying across the table."""
    h = length * 0.12
    back = (
        f"M{cx - length / 2:.1f} {cy - h:.1f}H{cx + length / 2:.1f}"
        f"Q{cx + length * 0.53:.1f} {cy:.1f} {cx + length / 2:.1f} {cy + h:.1f}"
        f"H{cx - length / 2:.1f}Q{cx - length * 0.56:.1f} {cy:.1f} {cx - length / 2:.1f} {cy - h:.1f}"
        f"Z"
    )
    hollow = linear(
        (0, 0),
        (0, 100),
        (0, shade(colour, 0.42), 100),
        (55, shade(colour, 0.12), 100),
        (100, tint(colour, 0.22), 100),
    )
    wall = (
        f"M{cx - length / 2:.1f} {cy + h * 0.7:.1f}H{cx + length / 2:.1f}"
        f"V{cy + h * 1.5:.1f}Q{cx:.1f} {cy + h * 1.9:.1f} {cx - length / 2:.1f} {cy + h * 1.5:.1f}"
        f"Z"
    )
    outer = linear((0, 0), (0, 100), (0, tint(colour, 0.35), 100), (100, shade(colour, 0.35), 100))
    return path(back, fill=hollow) + path(wall, fill=outer)


def pick(x: float, y: float, length: float, angle: float) -> str:
    """A tea pick with a wooden grip."""
    blade = line(f"M0 0H{length * 0.55:.1f}", "#8d8a86", 7) + line(f"M0 -1.5H{length * 0.5:.1f}", "#e9e6df", 2)
    grip = line(f"M{length * 0.55:.1f} 0H{length:.1f}", shade(WALNUT, 0.15), 19) + line(
        f"M{length * 0.57:.1f} -4H{length * 0.98:.1f}", tint(WALNUT, 0.4), 4, opacity=0.7
    )
    ring = line(f"M{length * 0.54:.1f} -7v14", "#b9985a", 8)
    return group(blade, grip, ring, transform=f"translate({x:.1f} {y:.1f}) rotate({angle})")
