"""Open gift boxes seen from straight above, with what lies in them."""

from .hills import hills
from .palette import GOLD, mix, shade, tint
from .seal import crest, seal
from .svg import blur, clipped, ellipse, group, line, linear, oval, path, polygon, rect
from .wrapping import foil_frame


def open_box(x: float, y: float, width: float, height: float, colour: str, lining: str) -> str:
    """An open box: rim, inner walls in shadow, lined floor."""
    rim = rect(
        x,
        y,
        width,
        height,
        rx=6,
        fill=linear((0, 0), (100, 100), (0, tint(colour, 0.2), 100), (100, shade(colour, 0.2), 100)),
    )
    edge = 16
    floor = rect(
        x + edge,
        y + edge,
        width - 2 * edge,
        height - 2 * edge,
        fill=linear((0, 0), (100, 100), (0, shade(lining, 0.2), 100), (30, lining, 100), (100, tint(lining, 0.2), 100)),
    )
    hole = polygon(
        [
            (x + edge, y + edge),
            (x + width - edge, y + edge),
            (x + width - edge, y + height - edge),
            (x + edge, y + height - edge),
        ]
    )
    inner = path(
        f"M{x} {y}H{x + width}V{y + edge * 2.6}H{x + edge * 2.6}V{y + height}H{x}Z",
        fill="#1d0d08",
        opacity=0.5,
        filter=blur(9),
    )
    return rim + floor + clipped(hole, inner)


def tin_above(cx: float, cy: float, r: float, colour: str, paper: str, ink: str, seed: str) -> str:
    """A round tin from above with the crest on its lid."""
    shadow = path(oval(cx + 8, cy + 10, r, r), fill="#1d0d08", opacity=0.4, filter=blur(7))
    lid = ellipse(
        cx,
        cy,
        r,
        r,
        fill=linear((0, 0), (100, 100), (0, tint(colour, 0.4), 100), (50, colour, 100), (100, shade(colour, 0.3), 100)),
    )
    ring = ellipse(
        cx,
        cy,
        r * 0.9,
        r * 0.9,
        fill="none",
        stroke=linear((0, 0), (100, 100), (0, shade(colour, 0.3), 100), (100, tint(colour, 0.4), 100)),
        stroke_width=3,
    )
    return (
        shadow + lid + ring + ellipse(cx, cy, r * 0.64, r * 0.64, fill=paper) + crest(cx, cy, r * 0.6, ink, paper, seed)
    )


def packet(x: float, y: float, width: float, height: float, colour: str, seed: str) -> str:
    """A flat foil packet with a strip of hills."""
    frame = polygon([(x, y), (x + width, y), (x + width, y + height), (x, y + height)])
    skin = path(
        frame,
        fill=linear((0, 0), (100, 30), (0, tint(colour, 0.3), 100), (45, colour, 100), (100, shade(colour, 0.22), 100)),
    )
    shadow = path(frame, fill="#1d0d08", opacity=0.35, transform="translate(5 7)", filter=blur(6))
    land = clipped(
        frame,
        group(
            hills(seed, width, 0, height * 0.4, mix(colour, "#ffffff", 0.3), colour, 3, 1),
            transform=f"translate({x:.0f} {y + height * 0.62:.0f})",
        ),
    )
    teeth = line(
        f"M{x} {y + height * 0.06:.1f}h{width}M{x} {y + height * 0.94:.1f}h{width}",
        shade(colour, 0.3),
        2,
        opacity=0.6,
    )
    return shadow + skin + land + teeth + seal(x + width / 2, y + height * 0.3, width * 0.26)


def lid_above(x: float, y: float, width: float, height: float, colour: str, seed: str, ink: str = GOLD) -> str:
    """The lid of a gift box, lying beside it: foil frame, hills and a sun."""
    frame = polygon([(x, y), (x + width, y), (x + width, y + height), (x, y + height)])
    face = path(
        frame,
        fill=linear(
            (0, 0),
            (100, 100),
            (0, tint(colour, 0.24), 100),
            (50, colour, 100),
            (100, shade(colour, 0.2), 100),
        ),
    )
    land = group(
        hills(seed, width, 0, height * 0.5, mix(colour, ink, 0.72), mix(colour, ink, 0.26), 4, 2),
        transform=f"translate({x:.0f} {y + height * 0.52:.0f})",
    )
    sun = ellipse(x + width * 0.64, y + height * 0.34, height * 0.1, height * 0.1, fill=ink)
    border = group(foil_frame(width, height, 16, ink), transform=f"translate({x:.0f} {y:.0f})")
    return face + clipped(frame, sun, land) + border
