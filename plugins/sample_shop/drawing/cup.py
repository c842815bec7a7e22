"""Cups, gaiwans, pitchers and glasses, empty or with tea in them."""

from .palette import PORCELAIN, mix, shade, tint
from .svg import ellipse, linear, path
from .vessel import Profile, dish, liquor, opening, streak, turned

BOWL: Profile = [(0, 0.42), (0.05, 0.44), (0.12, 0.5), (0.35, 0.76), (0.65, 0.92), (1, 1)]
STRAIGHT: Profile = [(0, 0.62), (0.06, 0.72), (0.2, 0.84), (0.5, 0.92), (1, 1)]
FLARED: Profile = [(0, 0.4), (0.1, 0.42), (0.25, 0.6), (0.55, 0.76), (0.85, 0.9), (1, 1.02)]


def sized(shape: Profile, r: float, height: float) -> Profile:
    """A unit profile brought to a radius and a height."""
    return [(h * height, w * r) for h, w in shape]


def cup(cx: float, base: float, r: float, height: float, colour: str, tea: str = "", shape: Profile = BOWL) -> str:
    """A small open cup, filled when `tea` is a colour."""
    profile = sized(shape, r, height)
    rim = profile[-1][1]
    wall = rim * 0.07
    body = turned(cx, base, profile, colour, 0.3, 0.24) + streak(cx, base, profile, -0.6, 0.07, 0.5)
    mouth = opening(cx, base - height, rim, colour, wall)
    full = liquor(cx, base - height, (rim - wall) * 0.97, height * 0.1, tea, rim - wall) if tea else ""
    return body + mouth + full


def saucer(cx: float, cy: float, r: float, colour: str = PORCELAIN) -> str:
    """A small plate below a cup."""
    return dish(cx, cy, r, colour, r * 0.1)


def brewed(cx: float, cy: float, r: float, tea: str, colour: str = PORCELAIN) -> str:
    """A cup of tea seen from straight above."""
    deep = mix(tea, shade(tea, 0.3), 0.5)
    rim = ellipse(
        cx,
        cy,
        r,
        r,
        fill=linear((0, 0), (100, 100), (0, tint(colour, 0.8), 100), (100, shade(colour, 0.14), 100)),
    )
    wall = ellipse(
        cx,
        cy,
        r * 0.94,
        r * 0.94,
        fill=linear((0, 0), (100, 100), (0, shade(colour, 0.22), 100), (100, tint(colour, 0.5), 100)),
    )
    tea_face = ellipse(cx, cy, r * 0.84, r * 0.84, fill=f"{_deep(tea, deep)}")
    ring = ellipse(cx, cy, r * 0.83, r * 0.83, fill="none", stroke=tint(tea, 0.6), stroke_width=r * 0.016, opacity=0.8)
    glint = path(
        (
            f"M{cx - r * 0.62:.1f} {cy - r * 0.3:.1f}"
            f"A{r * 0.7:.1f} {r * 0.7:.1f} 0 0 1 {cx - r * 0.1:.1f} {cy - r * 0.68:.1f}"
            f"Q{cx - r * 0.42:.1f} {cy - r * 0.52:.1f} {cx - r * 0.62:.1f} {cy - r * 0.3:.1f}"
            f"Z"
        ),
        fill="#fffdf6",
        opacity=0.5,
    )
    return rim + wall + tea_face + ring + glint


def _deep(tea: str, deep: str) -> str:
    return linear((0, 0), (100, 100), (0, deep, 100), (55, tea, 100), (100, tint(tea, 0.25), 100))
