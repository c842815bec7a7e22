"""What is printed on or tied around boxes: hills, foil lines, slips, ribbons, string."""

from .hills import hills
from .palette import GOLD, SEAL, mix, shade, tint
from .seal import crest, seal
from .svg import clipped, ellipse, group, line, linear, path, polygon, rect


def landscape(width: float, height: float, ink: str, paper: str, seed: str, sun: str = GOLD) -> str:
    """A face printed with hills and a sun, cut to the face."""
    frame = polygon([(0, 0), (width, 0), (width, height), (0, height)])
    disc = ellipse(width * 0.68, height * 0.36, height * 0.15, height * 0.15, fill=sun, opacity=0.85)
    land = group(hills(seed, width, 0, height * 0.62, ink, paper, 4, 2), transform=f"translate(0 {height * 0.42:.1f})")
    return clipped(frame, disc, land)


def foil_frame(width: float, height: float, inset: float, colour: str = GOLD) -> str:
    """A thin foil line around a face."""
    shine = linear((0, 0), (100, 100), (0, tint(colour, 0.35), 100), (50, colour, 100), (100, tint(colour, 0.25), 100))
    return rect(
        inset,
        inset,
        width - 2 * inset,
        height - 2 * inset,
        fill="none",
        stroke=shine,
        stroke_width=2.2,
        opacity=0.85,
    )


def slip(width: float, height: float, share: float = 0.3, paper: str = "#f2e7d2", at: float = 0.5) -> str:
    """An upright paper slip with a seal."""
    w = width * share
    x = width * at - w / 2
    sheet = rect(x, height * 0.14, w, height * 0.72, fill=paper)
    thin = rect(
        x + w * 0.1,
        height * 0.17,
        w * 0.8,
        height * 0.66,
        fill="none",
        stroke=SEAL,
        stroke_width=1.4,
        opacity=0.6,
    )
    ink = "".join(f"M{x + w * k:.1f} {height * 0.24:.1f}v{height * 0.28:.1f}" for k in (0.38, 0.5, 0.62))
    return sheet + thin + line(ink, "#6a5643", 1.6, opacity=0.6) + seal(width * at, height * 0.68, w * 0.46)


def emblem(width: float, height: float, r: float, ink: str, paper: str, seed: str) -> str:
    """The crest in the middle of a face."""
    return ellipse(width / 2, height / 2, r * 1.06, r * 1.06, fill=paper) + crest(
        width / 2, height / 2, r, ink, paper, seed
    )


def ribbon_band(width: float, height: float, band: float, colour: str, at: float = 0.5, across: bool = False) -> str:
    """A ribbon over a face, upright or across."""
    shine = linear(
        (0, 0),
        (100, 0) if not across else (0, 100),
        (0, shade(colour, 0.16), 100),
        (35, tint(colour, 0.26), 100),
        (100, shade(colour, 0.2), 100),
    )
    if across:
        return rect(0, height * at - band / 2, width, band, fill=shine)
    return rect(width * at - band / 2, 0, band, height, fill=shine)


def bow(cx: float, cy: float, size: float, colour: str) -> str:
    """A soft ribbon bow lying on a lid."""
    left = (
        f"M{cx} {cy}C{cx - size * 0.5} {cy - size * 0.75} {cx - size * 1.25} {cy - size * 0.5}"
        f" {cx - size} {cy - size * 0.02}"
        f"C{cx - size * 0.8} {cy + size * 0.3} {cx - size * 0.3} {cy + size * 0.16} {cx} {cy}"
        f"Z"
    )
    right = (
        f"M{cx} {cy}C{cx + size * 0.45} {cy - size * 0.7} {cx + size * 1.2} {cy - size * 0.56}"
        f" {cx + size * 1.02} {cy - size * 0.08}"
        f"C{cx + size * 0.85} {cy + size * 0.26} {cx + size * 0.3} {cy + size * 0.14} {cx} {cy}"
        f"Z"
    )
    tails = (
        f"M{cx} {cy}C{cx - size * 0.2} {cy + size * 0.4} {cx - size * 0.5} {cy + size * 0.5}"
        f" {cx - size * 0.62} {cy + size * 0.82}"
        f"L{cx - size * 0.4} {cy + size * 0.8}C{cx - size * 0.2} {cy + size * 0.5}"
        f" {cx} {cy + size * 0.3} {cx + size * 0.06} {cy}"
        f"Z"
        f"M{cx} {cy}C{cx + size * 0.24} {cy + size * 0.36} {cx + size * 0.5} {cy + size * 0.4}"
        f" {cx + size * 0.72} {cy + size * 0.68}"
        f"L{cx + size * 0.5} {cy + size * 0.74}C{cx + size * 0.26} {cy + size * 0.5}"
        f" {cx + size * 0.06} {cy + size * 0.3} {cx - size * 0.05} {cy}"
        f"Z"
    )
    loop = linear((0, 0), (70, 100), (0, tint(colour, 0.34), 100), (45, colour, 100), (100, shade(colour, 0.34), 100))
    fold = line(
        (
            f"M{cx} {cy}Q{cx - size * 0.5} {cy - size * 0.34} {cx - size * 0.86} {cy - size * 0.16}"
            f"M{cx} {cy}Q{cx + size * 0.5} {cy - size * 0.34} {cx + size * 0.88} {cy - size * 0.2}"
        ),
        shade(colour, 0.42),
        size * 0.035,
        opacity=0.6,
    )
    knot = ellipse(
        cx,
        cy,
        size * 0.16,
        size * 0.14,
        fill=linear((0, 0), (100, 100), (0, tint(colour, 0.3), 100), (100, shade(colour, 0.3), 100)),
    )
    return path(tails, fill=shade(colour, 0.14)) + path(left, fill=loop) + path(right, fill=loop) + fold + knot


def string(data: str, colour: str = "#a8835a", width: float = 4) -> str:
    """A twisted string with its shadow."""
    dark = line(data, shade(colour, 0.5), width, transform="translate(2 3)", opacity=0.5)
    twist = path(
        data,
        fill="none",
        stroke=mix(colour, "#fff4dd", 0.5),
        stroke_width=width * 0.5,
        stroke_dasharray=f"{width * 0.9:.1f} {width * 1.1:.1f}",
    )
    return dark + line(data, colour, width) + twist
