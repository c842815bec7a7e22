"""Round things seen slightly from above: bodies turned on a wheel, rims, liquor."""

from math import pi, sin

from .heap import TILT
from .palette import mix, shade, tint
from .svg import Point, clipped, ellipse, group, linear, number, oval, path, radial, smooth

Profile = list[Point]
"""(height above the base, radius) from the base to the rim."""

FLAT = TILT * 0.72
"""How flat the rim of a standing vessel looks."""


def side_light(colour: str, gloss: float = 0.2, depth: float = 0.3) -> str:
    """Paint of a round wall: light from the left, core shadow at the right, a little light thrown back."""
    return linear(
        (0, 0), (100, 0),
        (0, shade(colour, depth * 0.55), 100), (9, shade(colour, depth * 0.2), 100),
        (27, tint(colour, gloss), 100), (48, colour, 100), (84, shade(colour, depth), 100),
        (100, shade(colour, depth * 0.7), 100),
    )  # fmt: skip


def silhouette(cx: float, base: float, profile: Profile, flat: float = FLAT) -> str:
    """Outline of the turned body, its foot and rim rounded as ellipses."""
    left = [(cx - r, base - h) for h, r in reversed(profile)]
    right = [(cx + r, base - h) for h, r in profile]
    (_, foot), (height, rim) = profile[0], profile[-1]
    arc = f"A{number(foot)} {number(foot * flat)} 0 0 0 {number(cx + foot)} {number(base)}"
    back = f"A{number(rim)} {number(rim * flat)} 0 0 0 {number(cx - rim)} {number(base - height)}"
    tail = smooth(right)
    return f"{smooth(left)}{arc}{tail[tail.index('C') :] if 'C' in tail else ''}{back}Z"


def turned(
    cx: float,
    base: float,
    profile: Profile,
    colour: str,
    gloss: float = 0.2,
    depth: float = 0.3,
    flat: float = FLAT,
) -> str:
    """A solid turned body with shading; no opening."""
    data = silhouette(cx, base, profile, flat)
    foot = linear((0, 0), (0, 100), (0, "#fffaee", 12), (35, "#fffaee", 0), (62, "#2a1712", 0), (100, "#2a1712", 26))
    return path(data, fill=side_light(colour, gloss, depth)) + path(data, fill=foot)


def opening(cx: float, y: float, r: float, colour: str, wall: float, flat: float = FLAT) -> str:
    """The rim and the hollow inside; `wall` is the thickness of the rim."""
    inner = linear(
        (0, 0),
        (100, 20),
        (0, shade(colour, 0.3), 100),
        (45, shade(colour, 0.1), 100),
        (100, tint(colour, 0.35), 100),
    )
    lip = linear(
        (0, 0),
        (100, 60),
        (0, tint(colour, 0.75), 100),
        (60, tint(colour, 0.25), 100),
        (100, shade(colour, 0.06), 100),
    )
    return ellipse(cx, y, r, r * flat, fill=lip) + ellipse(cx, y + wall * 0.25, r - wall, (r - wall) * flat, fill=inner)


def liquor(cx: float, y: float, r: float, drop: float, colour: str, hole: float, flat: float = FLAT) -> str:
    """Tea standing `drop` below the rim of a hole with radius `hole`, seen through that hole."""
    top = y + drop
    tea = radial((40, 62), 62, (0, tint(colour, 0.22), 100), (70, colour, 100), (100, shade(colour, 0.16), 100))
    edge = ellipse(cx, top, r, r * flat, fill=tea)
    ring = ellipse(
        cx, top, r - 2, (r - 2) * flat, fill="none", stroke=tint(colour, 0.55), stroke_width=2.2, opacity=0.65
    )
    glint = ellipse(cx - r * 0.38, top - r * flat * 0.34, r * 0.3, r * flat * 0.16, fill="#fffdf6", opacity=0.55)
    return clipped(oval(cx, y + 1.5, hole, hole * flat), edge, ring, glint)


def streak(
    cx: float, base: float, profile: Profile, share: float = -0.58, width: float = 0.12, power: float = 0.55
) -> str:
    """A soft window light running down the left side of a glazed body."""
    steps = [i / 8 for i in range(9)]
    height = profile[-1][0]
    points = [(cx + share * radius_at(profile, t * height), base - t * height) for t in steps if 0.14 < t < 0.9]
    swell = [sin(pi * i / (len(points) - 1)) * width * profile[-1][1] for i in range(len(points))]
    left = [(x - w, y) for (x, y), w in zip(points, swell, strict=True)]
    right = [(x + w * 0.5, y) for (x, y), w in zip(points, swell, strict=True)]
    return path(smooth(left + right[::-1], closed=True), fill="#fffdf8", opacity=power)


def radius_at(profile: Profile, height: float) -> float:
    """Radius of the body at a height, between two points of the profile."""
    for (h0, r0), (h1, r1) in zip(profile, profile[1:], strict=False):
        if h0 <= height <= h1 and h1 > h0:
            return r0 + (r1 - r0) * (height - h0) / (h1 - h0)
    return profile[-1][1]


def band(cx: float, base: float, profile: Profile, low: float, high: float, *content: str) -> str:
    """Content on the body between two heights, cut to its round edge."""
    r0, r1 = radius_at(profile, low), radius_at(profile, high)
    data = (
        f"M{number(cx - r1)} {number(base - high)}"
        f"A{number(r1)} {number(r1 * FLAT)} 0 0 0 {number(cx + r1)} {number(base - high)}"
        f"L{number(cx + r0)} {number(base - low)}"
        f"A{number(r0)} {number(r0 * FLAT)} 0 0 1 {number(cx - r0)} {number(base - low)}"
        f"Z"
    )
    return clipped(data, *content)


def dish(cx: float, cy: float, r: float, colour: str, depth: float = 16) -> str:
    """A shallow plate: outer wall, rim and well."""
    flat = TILT
    under = path(oval(cx, cy + depth, r * 0.8, r * 0.8 * flat), fill=shade(colour, 0.4))
    wall = path(oval(cx, cy + depth * 0.5, r * 0.95, r * 0.95 * flat), fill=side_light(shade(colour, 0.1), 0.05, 0.3))
    rim = ellipse(
        cx,
        cy,
        r,
        r * flat,
        fill=linear((0, 0), (100, 80), (0, tint(colour, 0.6), 100), (100, shade(colour, 0.06), 100)),
    )
    well = ellipse(
        cx,
        cy + 4,
        r * 0.86,
        r * 0.86 * flat,
        fill=linear(
            (0, 0),
            (100, 100),
            (0, shade(colour, 0.16), 100),
            (50, mix(colour, "#ffffff", 0.05), 100),
            (100, tint(colour, 0.45), 100),
        ),
    )
    return group(under, wall, rim, well)
