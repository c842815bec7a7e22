"""Parts of a shop seen from the street: roofs, lattice windows, doors, plaque, plants."""

from random import Random

from .palette import SEAL, shade, tint
from .seal import crest, seal
from .svg import ellipse, group, line, linear, path, polygon, radial, rect

GLOW = "#ffcb76"


def tiled_roof(x: float, y: float, width: float, height: float, colour: str, lift: float = 26) -> str:
    """A grey tiled roof with upturned corners; (x, y) is the left end of the eaves."""
    x1, top = x + width, y - height
    inset = height * 0.9
    data = (
        f"M{x - 46:.1f} {y - lift:.1f}Q{x + inset * 0.5:.1f} {y - height * 0.34:.1f}"
        f" {x + inset:.1f} {top:.1f}"
        f"H{x1 - inset:.1f}"
        f"Q{x1 - inset * 0.5:.1f} {y - height * 0.34:.1f} {x1 + 46:.1f} {y - lift:.1f}"
        f"Q{x1 - 20:.1f} {y + 4:.1f} {x1 - 80:.1f} {y:.1f}"
        f"H{x + 80:.1f}Q{x + 20:.1f} {y + 4:.1f} {x - 46:.1f} {y - lift:.1f}"
        f"Z"
    )
    face = path(
        data,
        fill=linear((0, 0), (0, 100), (0, tint(colour, 0.2), 100), (60, colour, 100), (100, shade(colour, 0.3), 100)),
    )
    count = int(width / 26)
    rows = "".join(_rib(x, x1, y, top, inset, i / count) for i in range(1, count))
    ridge = rect(
        x + inset - 10,
        top - 14,
        width - 2 * inset + 20,
        20,
        rx=6,
        fill=linear((0, 0), (0, 100), (0, tint(colour, 0.3), 100), (100, shade(colour, 0.4), 100)),
    )
    ends = "".join(
        ellipse(x + 40 + i * 26, y - 2, 9, 9, fill=shade(colour, 0.15), stroke=tint(colour, 0.25), stroke_width=2)
        for i in range(int((width - 70) / 26))
    )
    return (
        face
        + line(rows, shade(colour, 0.42), 5, opacity=0.55)
        + line(rows, tint(colour, 0.35), 2, opacity=0.4, transform="translate(-4 0)")
        + ridge
        + ends
    )


def _rib(x0: float, x1: float, y: float, top: float, inset: float, t: float) -> str:
    low, high = x0 + (x1 - x0) * t, x0 + inset + (x1 - x0 - 2 * inset) * t
    return (
        f"M{high:.1f} {top:.1f}Q{(low + high) / 2 + (high - low) * 0.2:.1f} {(y + top) / 2 + 14:.1f}"
        f" {low:.1f} {y - 4:.1f}"
    )


def lit_window(
    x: float,
    y: float,
    width: float,
    height: float,
    wood: str,
    columns: int = 4,
    rows: int = 5,
    seed: str = "",
    shelves: bool = True,
) -> str:
    """A lattice window glowing from inside, with tins on shelves behind it."""
    light = rect(
        x,
        y,
        width,
        height,
        fill=linear((0, 0), (0, 100), (0, "#ffe1a0", 100), (55, "#f9bd66", 100), (100, "#d98d45", 100)),
    )
    lamp = ellipse(
        x + width * 0.5,
        y + height * 0.16,
        width * 0.6,
        height * 0.4,
        fill=radial((50, 50), 50, (0, "#fff4d0", 95), (100, "#fff4d0", 0)),
    )
    goods = _shelves(x, y, width, height, seed) if shelves else ""
    bars = "".join(f"M{x + width * i / columns:.1f} {y:.1f}v{height:.1f}" for i in range(columns + 1))
    bars += "".join(f"M{x:.1f} {y + height * i / rows:.1f}h{width:.1f}" for i in range(rows + 1))
    frame = rect(x, y, width, height, fill="none", stroke=wood, stroke_width=12)
    return light + lamp + goods + line(bars, wood, 4.5) + frame


def _shelves(x: float, y: float, width: float, height: float, seed: str) -> str:
    """Silhouettes of jars and tins on three boards."""
    rng = Random(f"shelves {seed}")
    parts = []
    for level in (0.4, 0.68, 0.96):
        foot = y + height * level
        parts.append(rect(x, foot, width, 5, fill="#8a5426", opacity=0.8))
        spot = x + 14
        while spot < x + width - 30:
            w, h = rng.uniform(18, 30), rng.uniform(0.09, 0.19) * height
            colour = rng.choice(("#9c5a2c", "#7c6a35", "#a8412c", "#8a6a48", "#6d7a4a", "#c08a4a"))
            parts.append(
                rect(spot, foot - h, w, h, rx=3, fill=colour, opacity=0.85)
                + rect(spot - 1, foot - h - 4, w + 2, 8, rx=2, fill=shade(colour, 0.25), opacity=0.85)
            )
            spot += w + rng.uniform(6, 18)
    return group("".join(parts))


def plaque(cx: float, cy: float, width: float, height: float, ground: str = "#2b1d17", ink: str = "#d9b76a") -> str:
    """The name board, with the crest and two foil lines instead of letters."""
    board = rect(
        cx - width / 2,
        cy - height / 2,
        width,
        height,
        rx=4,
        fill=linear((0, 0), (0, 100), (0, tint(ground, 0.12), 100), (100, shade(ground, 0.3), 100)),
    )
    frame = rect(
        cx - width / 2 + 7,
        cy - height / 2 + 7,
        width - 14,
        height - 14,
        fill="none",
        stroke=ink,
        stroke_width=2.6,
    )
    mark = crest(cx, cy, height * 0.34, ink, ground, "plaque")
    lines = line(
        "".join(
            (f"M{cx + side * width * 0.2:.1f} {cy + k * height * 0.12:.1f}h{side * width * (0.2 - abs(k) * 0.03):.1f}")
            for side in (-1, 1)
            for k in (-1, 0, 1)
        ),
        ink,
        3,
        opacity=0.8,
    )
    return board + frame + mark + lines


def banner(x: float, y: float, width: float, height: float, cloth: str = "#f0e4cc") -> str:
    """A hanging shop banner with a seal."""
    data = polygon(
        [
            (x, y),
            (x + width, y),
            (x + width, y + height),
            (x + width / 2, y + height - width * 0.25),
            (x, y + height),
        ]
    )
    pole = line(f"M{x - 12} {y}h{width + 24}", "#4a2f20", 7)
    sheet = path(data, fill=linear((0, 0), (100, 0), (0, tint(cloth, 0.3), 100), (100, shade(cloth, 0.2), 100)))
    return (
        pole
        + sheet
        + seal(x + width / 2, y + height * 0.3, width * 0.6, SEAL)
        + line(f"M{x + width * 0.5} {y + height * 0.48}v{height * 0.26}", SEAL, 3, opacity=0.5)
    )


def planks(x: float, y: float, width: float, height: float, colour: str, count: int) -> str:
    """A wall of upright boards."""
    face = rect(
        x,
        y,
        width,
        height,
        fill=linear((0, 0), (100, 100), (0, tint(colour, 0.16), 100), (100, shade(colour, 0.22), 100)),
    )
    seams = "".join(f"M{x + width * i / count:.1f} {y:.1f}v{height:.1f}" for i in range(1, count))
    return (
        face
        + line(seams, shade(colour, 0.45), 3, opacity=0.6)
        + line(seams, tint(colour, 0.3), 1.4, opacity=0.3, transform="translate(3 0)")
    )


def pillar(x: float, y: float, width: float, height: float, colour: str) -> str:
    """A round wooden post on a stone foot."""
    post = rect(
        x,
        y,
        width,
        height,
        fill=linear(
            (0, 0),
            (100, 0),
            (0, shade(colour, 0.2), 100),
            (30, tint(colour, 0.25), 100),
            (100, shade(colour, 0.4), 100),
        ),
    )
    foot = rect(
        x - 7,
        y + height - 22,
        width + 14,
        26,
        rx=6,
        fill=linear((0, 0), (100, 0), (0, "#8f8a82", 100), (35, "#c2bcb0", 100), (100, "#6d6861", 100)),
    )
    return post + foot
