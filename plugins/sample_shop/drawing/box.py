"""Cartons and gift boxes in parallel projection: every face is drawn flat and then laid on by a matrix."""

from dataclasses import dataclass
from math import cos, radians, sin

from .palette import shade, tint
from .svg import Point, blur, group, linear, number, path, polygon, rect

LIFT = 0.36
"""How much of a horizontal depth shows as height in the picture."""


@dataclass(frozen=True)
class Box:
    """A box on the table: its middle at the base, its size, and how far it is turned (degrees)."""

    cx: float
    base: float
    width: float
    height: float
    depth: float
    turn: float = 30

    def spot(self, x: float, y: float, z: float) -> Point:
        """Where a point shows: x along the width, y up, z to the back, all from the middle of the base."""
        a = radians(self.turn)
        across, back = x * cos(a) + z * sin(a), z * cos(a) - x * sin(a)
        return self.cx + across, self.base - y - back * LIFT


def box(shape: Box, colour: str, front: str = "", side: str = "", top: str = "") -> str:
    """A closed box; the three arts are drawn in flat face coordinates, origin at the upper left."""
    w, h, d = shape.width, shape.height, shape.depth
    faces = (
        _face(shape, "front", w, h, _paint(colour, 0.02, 0.12), front),
        _face(
            shape,
            "side",
            d,
            h,
            _paint(shade(colour, 0.26), 0.0, 0.14),
            side + rect(0, 0, d, h, fill="#2a1712", opacity=0.1),
        ),
        _face(shape, "top", w, d, _paint(tint(colour, 0.2), 0.12, 0.0), top),
    )
    return group(*faces)


def footprint(shape: Box, grow: float = 1.0) -> list[Point]:
    """The four corners on the table."""
    w, d = shape.width / 2 * grow, shape.depth / 2 * grow
    return [shape.spot(x, 0, z) for x, z in ((-w, -d), (w, -d), (w, d), (-w, d))]


def base_shadow(shape: Box, colour: str, strength: float = 0.4) -> str:
    """Shadow on the table, thrown to the right."""
    corners = footprint(shape, 1.02)
    reach = shape.height * 0.34 + 14
    thrown = [(x + reach, y + 4) for x, y in corners]
    hull = [corners[0], corners[1], thrown[1], thrown[2], corners[2], corners[3]]
    contact = path(polygon([(x + 4, y + 8) for x, y in corners]), fill=colour, opacity=strength, filter=blur(6))
    return path(polygon(hull), fill=colour, opacity=strength * 0.55, filter=blur(16)) + contact


def _face(shape: Box, name: str, width: float, height: float, paint: str, art: str) -> str:
    """One face with its art, laid on by the matrix of its three corners."""
    w, h, d = shape.width / 2, shape.height, shape.depth / 2
    corners = {
        "front": (shape.spot(-w, h, -d), shape.spot(w, h, -d), shape.spot(-w, 0, -d)),
        "side": (shape.spot(w, h, -d), shape.spot(w, h, d), shape.spot(w, 0, -d)),
        "top": (shape.spot(-w, h, d), shape.spot(w, h, d), shape.spot(-w, h, -d)),
    }
    origin, right, down = corners[name]
    a, b = (right[0] - origin[0]) / width, (right[1] - origin[1]) / width
    c, e = (down[0] - origin[0]) / height, (down[1] - origin[1]) / height
    matrix = f"matrix({a:.4f} {b:.4f} {c:.4f} {e:.4f} {number(origin[0])} {number(origin[1])})"
    edge = rect(0, 0, width, height, fill="none", stroke="#fffaee", stroke_width=1.6, opacity=0.22)
    return group(rect(0, 0, width, height, fill=paint), art, edge, transform=matrix)


def _paint(colour: str, gloss: float, fall: float) -> str:
    return linear((0, 0), (100, 100), (0, tint(colour, gloss + 0.06), 100), (100, shade(colour, fall), 100))
