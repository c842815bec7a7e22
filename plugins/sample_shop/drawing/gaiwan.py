"""The lidded bowl."""

from .cup import FLARED, cup
from .palette import shade, tint
from .svg import blur, clipped, ellipse, line, moved
from .vessel import FLAT, Profile, dish, opening, silhouette, turned


def gaiwan(cx: float, base: float, r: float, colour: str, tea: str = "", lid: str = "on", band: str = "") -> str:
    """A lidded bowl on its saucer; `lid` is on, off or aside, `band` a thin painted line."""
    height = r * 0.98
    plate = dish(cx, base + r * 0.02, r * 1.12, colour, r * 0.09)
    bowl = cup(cx, base, r, height, colour, tea, FLARED)
    ring = _painted(cx, base - height * 0.86, r * 0.955, band) if band else ""
    cover = _lid(cx, base - height + r * 0.02, r * 0.93, colour) if lid == "on" else ""
    beside = moved(_lid(0, 0, r * 0.9, colour), cx + r * 1.18, base - r * 0.06, 62) if lid == "aside" else ""
    grey = ellipse(
        cx + r * 0.1, base + r * 0.03, r * 0.62, r * 0.2, fill=shade(colour, 0.4), opacity=0.5, filter=blur(5)
    )
    return plate + grey + beside + bowl + ring + cover


def _painted(cx: float, y: float, r: float, colour: str) -> str:
    return line(f"M{cx - r:.1f} {y:.1f}A{r:.1f} {r * FLAT:.1f} 0 0 0 {cx + r:.1f} {y:.1f}", colour, 3, opacity=0.75)


def _lid(cx: float, y: float, r: float, colour: str) -> str:
    """A domed lid with a ring-shaped knob."""
    dome: Profile = [
        (0, r),
        (r * 0.07, r * 0.985),
        (r * 0.24, r * 0.82),
        (r * 0.38, r * 0.54),
        (r * 0.44, r * 0.24),
    ]
    knob: Profile = [(0, r * 0.19), (r * 0.1, r * 0.2), (r * 0.17, r * 0.27)]
    top = y - r * 0.43
    edge = line(
        f"M{cx - r:.1f} {y:.1f}A{r:.1f} {r * FLAT:.1f} 0 0 0 {cx + r:.1f} {y:.1f}",
        shade(colour, 0.28),
        r * 0.02,
    )
    crown = clipped(
        silhouette(cx, y, dome),
        ellipse(cx - r * 0.2, y - r * 0.26, r * 0.5, r * 0.2, fill="#ffffff", opacity=0.7, filter=blur(10)),
    )
    return (
        turned(cx, y, dome, tint(colour, 0.3), 0.3, 0.16)
        + edge
        + crown
        + turned(cx, top, knob, colour, 0.3, 0.3)
        + opening(cx, top - r * 0.17, r * 0.27, colour, r * 0.05)
    )
