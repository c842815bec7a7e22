"""The stage of a still life: square pictures of things on a table, from the front or from straight above."""

from .backdrop import arch, backdrop, cast, foliage_shadow, moon, ridges
from .hills import hills
from .palette import Ground, mix, shade, tint
from .svg import blur, document, ellipse, group, linear, oval, path, radial, rect

SIDE = 1000


def still(ground: Ground, name: str, *parts: str, motif: str = "hills", zoom: float = 1.14) -> str:
    """A square picture seen from slightly above; motif is the quiet thing on the wall."""
    near = group(*parts, transform=f"translate(500 810) scale({zoom}) translate(-500 -830)")
    return document(SIDE, SIDE, backdrop(ground, name), _motif(ground, name, motif), near)


def flat_lay(ground: Ground, name: str, *parts: str, hint: str = "branch") -> str:
    """A square picture seen from straight above."""
    plane = linear(
        (0, 0),
        (100, 100),
        (0, mix(ground.table, ground.glow, 0.5), 100),
        (100, mix(ground.wall, ground.table, 0.4), 100),
    )
    corner = radial((36, 34), 82, (50, ground.shadow, 0), (100, ground.shadow, 30))
    sheet = rect(0, 0, SIDE, SIDE, fill=plane)
    shade_ = foliage_shadow(ground, name, 900, 60, 0.16) if hint == "branch" else ""
    land = (
        group(
            hills(name, SIDE, 760, 1000, mix(ground.hill, ground.table, 0.45), ground.table, 3, 2),
            opacity=0.6,
        )
        if hint == "hills"
        else ""
    )
    return document(SIDE, SIDE, sheet, land, shade_, rect(0, 0, SIDE, SIDE, fill=corner), *parts)


def standing(ground: Ground, cx: float, base: float, r: float, content: str, reach: float = 1.0) -> str:
    """Content with its shadow on the table; r is the radius where it touches."""
    return cast(ground, cx, base, r, r * 0.34, reach) + content


def lying(ground: Ground, data: str, content: str, height: float = 14) -> str:
    """Content seen from above with the shadow of its outline; height is how far it stands up."""
    far = path(
        data,
        fill=ground.shadow,
        opacity=0.3,
        transform=f"translate({height * 1.1:.0f} {height * 1.3:.0f})",
        filter=blur(max(6, round(height * 0.8))),
    )
    near = path(data, fill=ground.shadow, opacity=0.4, transform="translate(4 5)", filter=blur(5))
    return far + near + content


def plate_above(ground: Ground, cx: float, cy: float, r: float, colour: str) -> str:
    """A round plate from straight above."""
    rim = ellipse(
        cx,
        cy,
        r,
        r,
        fill=linear((0, 0), (100, 100), (0, tint(colour, 0.7), 100), (100, shade(colour, 0.1), 100)),
    )
    well = ellipse(
        cx,
        cy,
        r * 0.86,
        r * 0.86,
        fill=linear(
            (0, 0),
            (100, 100),
            (0, shade(colour, 0.15), 100),
            (40, colour, 100),
            (100, tint(colour, 0.5), 100),
        ),
    )
    return lying(ground, oval(cx, cy, r, r), rim + well, 18)


def _motif(ground: Ground, name: str, motif: str) -> str:
    if motif == "moon":
        return moon(ground) + ridges(ground, name, SIDE, 420, 690)
    if motif == "branch":
        return ridges(ground, name, SIDE, 430, 700) + foliage_shadow(ground, name)
    if motif == "arch":
        return arch(ground, 520, 640, 460, 520) + ridges(ground, name, SIDE, 470, 690)
    if motif == "plain":
        return foliage_shadow(ground, name, 860, 90, 0.16)
    return ridges(ground, name)
