"""Paper packs: standing pouches and the old four-sided parcel tied with string."""

from .box import Box, box
from .hills import hills
from .palette import mix, shade, tint
from .seal import crest, rules, seal
from .svg import clipped, ellipse, group, line, linear, path, polygon, rect
from .wrapping import slip, string


def pouch(
    cx: float,
    base: float,
    width: float,
    height: float,
    colour: str,
    paper: str,
    ink: str,
    seed: str,
    art: str = "hills",
) -> str:
    """A standing pouch with a folded top and a paper label."""
    w = width / 2
    data = (
        f"M{cx - w * 0.94:.1f} {base - height:.1f}"
        f"C{cx - w:.1f} {base - height * 0.7:.1f} {cx - w * 1.08:.1f} {base - height * 0.3:.1f}"
        f" {cx - w:.1f} {base:.1f}"
        f"Q{cx:.1f} {base + width * 0.12:.1f} {cx + w:.1f} {base:.1f}"
        f"C{cx + w * 1.08:.1f} {base - height * 0.3:.1f} {cx + w:.1f} {base - height * 0.7:.1f}"
        f" {cx + w * 0.94:.1f} {base - height:.1f}"
        f"Z"
    )
    skin = linear(
        (0, 0),
        (100, 0),
        (0, shade(colour, 0.22), 100),
        (8, tint(colour, 0.12), 100),
        (30, tint(colour, 0.26), 100),
        (60, colour, 100),
        (92, shade(colour, 0.28), 100),
        (100, shade(colour, 0.1), 100),
    )
    gusset = (
        f"M{cx - w * 0.99:.1f} {base - height * 0.14:.1f}"
        f"Q{cx:.1f} {base - height * 0.02:.1f} {cx + w * 0.99:.1f} {base - height * 0.14:.1f}"
    )
    dents = (
        f"M{cx - w * 0.7:.1f} {base - height * 0.9:.1f}"
        f"Q{cx - w * 0.86:.1f} {base - height * 0.7:.1f} {cx - w * 0.8:.1f} {base - height * 0.5:.1f}"
        f"M{cx + w * 0.74:.1f} {base - height * 0.9:.1f}"
        f"Q{cx + w * 0.9:.1f} {base - height * 0.66:.1f} {cx + w * 0.82:.1f} {base - height * 0.46:.1f}"
    )
    crease = line(gusset, shade(colour, 0.4), 2.4, opacity=0.5) + line(dents, shade(colour, 0.4), 3, opacity=0.35)
    top = rect(
        cx - w * 0.96,
        base - height - 4,
        w * 1.92,
        height * 0.12,
        fill=linear((0, 0), (100, 100), (0, tint(colour, 0.3), 100), (100, shade(colour, 0.2), 100)),
    )
    hem = line(
        f"M{cx - w * 0.96:.1f} {base - height * 0.885:.1f}h{w * 1.92:.1f}",
        shade(colour, 0.45),
        3,
        opacity=0.6,
    )
    return path(data, fill=skin) + crease + top + hem + _label(cx, base, width, height, paper, ink, seed, art)


def _label(cx: float, base: float, width: float, height: float, paper: str, ink: str, seed: str, art: str) -> str:
    w, h = width * 0.6, height * 0.5
    x, y = cx - w / 2, base - height * 0.76
    frame = polygon([(x, y), (x + w, y), (x + w, y + h), (x, y + h)])
    sheet = path(frame, fill=linear((0, 0), (100, 60), (0, tint(paper, 0.4), 100), (100, shade(paper, 0.12), 100)))
    if art == "hills":
        land = group(
            hills(seed, w, 0, h * 0.5, ink, mix(paper, ink, 0.15), 4, 2),
            transform=f"translate({x:.1f} {y + h * 0.52:.1f})",
        )
        return (
            sheet
            + clipped(frame, land)
            + seal(cx - w * 0.26, y + h * 0.22, w * 0.17)
            + rules(cx + w * 0.1, y + h * 0.12, h * 0.26, 3, w * 0.09, ink)
        )
    if art == "crest":
        return (
            sheet
            + crest(cx, y + h * 0.42, w * 0.3, ink, paper, seed)
            + line(f"M{x + w * 0.2:.1f} {y + h * 0.86:.1f}h{w * 0.6:.1f}", ink, 1.6, opacity=0.7)
        )
    disc = ellipse(cx, y + h * 0.4, w * 0.24, w * 0.24, fill=ink, opacity=0.9)
    return (
        sheet
        + disc
        + seal(cx, y + h * 0.4, w * 0.2, ink, paper)
        + rules(cx - w * 0.18, y + h * 0.7, h * 0.18, 5, w * 0.09, ink)
    )


def parcel(
    cx: float,
    base: float,
    width: float,
    height: float,
    depth: float,
    paper: str,
    seed: str,
    turn: float = 28,
    label: str = "#c2543e",
) -> str:
    """A four-sided paper parcel, red slip on top, tied crosswise."""
    shape = Box(cx, base, width, height, depth, turn)
    creases = line(f"M0 0L{width * 0.5:.1f} {height * 0.4:.1f}L{width} 0", shade(paper, 0.3), 2, opacity=0.4)
    side = line(f"M0 0L{depth * 0.5:.1f} {height * 0.4:.1f}L{depth} 0", shade(paper, 0.3), 2, opacity=0.4)
    red = (
        rect(width * 0.2, depth * 0.2, width * 0.6, depth * 0.6, fill=label)
        + rect(
            width * 0.24,
            depth * 0.24,
            width * 0.52,
            depth * 0.52,
            fill="none",
            stroke="#f2dcb8",
            stroke_width=1.6,
        )
        + seal(width * 0.5, depth * 0.5, depth * 0.26, "#f2e2c6", label)
    )
    mark = slip(width, height, 0.22, "#f2e7d2", 0.5) if height > width * 0.8 else ""
    tie_top = string(f"M{width / 2:.1f} 0V{depth}M0 {depth / 2:.1f}H{width}")
    tie_front, tie_side = string(f"M{width / 2:.1f} 0V{height}"), string(f"M{depth / 2:.1f} 0V{height}")
    return box(shape, paper, creases + tie_front + mark, side + tie_side, red + tie_top)
