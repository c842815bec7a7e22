"""The travel set: a pot that sits on its own cup, and its quilted case."""

from .cup import STRAIGHT, cup, sized
from .palette import shade, tint
from .seal import seal
from .svg import ellipse, line, path
from .vessel import Profile, streak, turned

GLAZE = "#d7ddd2"
SLEEVE = "#7c8f84"


def travel_cup(cx: float, base: float, r: float, tea: str = "") -> str:
    """The cup of the set with its silicone sleeve."""
    profile = sized(STRAIGHT, r, r)
    bowl = cup(cx, base, r, r, GLAZE, tea, STRAIGHT)
    ring: Profile = [(h, w * 1.03) for h, w in profile if 0.2 * r <= h <= 0.55 * r]
    sleeve = turned(cx, base - r * 0.2, [(h - r * 0.2, w) for h, w in ring], SLEEVE, 0.2, 0.3)
    return bowl + sleeve + seal(cx - r * 0.1, base - r * 0.28, r * 0.17)


def travel_pot(cx: float, base: float, r: float) -> str:
    """Pot, sleeve and lid stacked as they travel."""
    body: Profile = [
        (0, r * 0.62),
        (r * 0.06, r * 0.74),
        (r * 0.3, r * 0.94),
        (r * 0.8, r),
        (r * 1.15, r * 0.96),
    ]
    cap: Profile = [
        (0, r * 1.02),
        (r * 0.34, r * 0.98),
        (r * 0.62, r * 0.84),
        (r * 0.78, r * 0.6),
        (r * 0.82, r * 0.5),
    ]
    sleeve: Profile = [(0, r * 0.98), (r * 0.34, r * 1.03)]
    top = base - r * 1.15
    beak = path(
        (
            f"M{cx - r * 0.9:.1f} {top + r * 0.3:.1f}L{cx - r * 1.16:.1f} {top + r * 0.04:.1f}"
            f"L{cx - r * 0.8:.1f} {top + r * 0.02:.1f}Z"
        ),
        fill=GLAZE,
    )
    return (
        beak
        + turned(cx, base, body, GLAZE, 0.3, 0.26)
        + streak(cx, base, body, -0.6, 0.07, 0.5)
        + turned(cx, base - r * 0.46, sleeve, SLEEVE, 0.2, 0.3)
        + turned(cx, top, cap, GLAZE, 0.3, 0.26)
        + streak(cx, top, cap, -0.6, 0.07, 0.45)
        + ellipse(cx, top - r * 0.82, r * 0.5, r * 0.15, fill=tint(GLAZE, 0.5))
        + ellipse(cx, top - r * 0.815, r * 0.43, r * 0.115, fill=shade(GLAZE, 0.14))
        + line(
            f"M{cx - r:.1f} {top:.1f}A{r:.1f} {r * 0.3:.1f} 0 0 0 {cx + r:.1f} {top:.1f}",
            shade(GLAZE, 0.4),
            3,
            opacity=0.6,
        )
    )
