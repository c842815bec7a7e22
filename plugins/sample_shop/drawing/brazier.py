"""Winter by the fire: a clay stove, persimmons, a window with snow."""

from .hills import hills
from .palette import shade, tint
from .snow import snow
from .svg import blur, clipped, ellipse, group, line, linear, path, polygon, radial, rect
from .vessel import FLAT, Profile, opening, turned


def brazier(cx: float, base: float, r: float, colour: str = "#a8694a") -> str:
    """A clay stove with a glowing mouth and coals on top."""
    body: Profile = [(0, r * 0.66), (r * 0.08, r * 0.74), (r * 0.4, r * 0.9), (r * 0.72, r), (r * 0.8, r)]
    door = (
        f"M{cx - r * 0.26:.1f} {base + r * 0.02:.1f}V{base - r * 0.2:.1f}"
        f"A{r * 0.26:.1f} {r * 0.22:.1f} 0 0 1 {cx + r * 0.26:.1f} {base - r * 0.2:.1f}"
        f"V{base + r * 0.04:.1f}Z"
    )
    fire = path(door, fill=radial((50, 80), 80, (0, "#ffe08a", 100), (40, "#f08a3a", 100), (100, "#7a2a16", 100)))
    top = base - r * 0.8
    embers = ellipse(
        cx,
        top + r * 0.03,
        r * 0.8,
        r * 0.8 * FLAT,
        fill=radial((50, 50), 50, (0, "#ffd27a", 100), (50, "#e8703a", 100), (100, "#5a1f14", 100)),
    )
    halo = ellipse(cx, top, r * 1.6, r * 0.9, fill=radial((50, 50), 50, (0, "#ffb45e", 42), (100, "#ffb45e", 0)))
    return turned(cx, base, body, colour, 0.18, 0.4) + opening(cx, top, r, colour, r * 0.14) + embers + fire + halo


def persimmon(cx: float, cy: float, r: float, colour: str = "#e2682c") -> str:
    """A ripe persimmon with its four-leaved cap."""
    fruit = ellipse(
        cx,
        cy,
        r,
        r * 0.84,
        fill=radial((36, 30), 74, (0, tint(colour, 0.5), 100), (45, colour, 100), (100, shade(colour, 0.42), 100)),
    )
    cap = "".join(
        ellipse(
            0,
            -r * 0.2,
            r * 0.13,
            r * 0.26,
            fill="#7a6a3a",
            transform=f"translate({cx:.1f} {cy - r * 0.66:.1f}) scale(1 .55) rotate({a})",
        )
        for a in (45, 135, 225, 315)
    )
    return fruit + cap + line(f"M{cx:.1f} {cy - r * 0.68:.1f}v{-r * 0.14:.1f}", "#5a4426", r * 0.09)


def window_with_snow(x: float, y: float, width: float, height: float, seed: str) -> str:
    """A wooden lattice window onto snowy hills at dusk."""
    frame = polygon([(x, y), (x + width, y), (x + width, y + height), (x, y + height)])
    dusk = path(frame, fill=linear((0, 0), (0, 100), (0, "#7f90a4", 100), (100, "#dfd9d2", 100)))
    land = group(
        hills(seed, width, 0, height * 0.8, "#8d9cab", "#e4e4e4", 4, 2),
        transform=f"translate({x:.0f} {y + height * 0.3:.0f})",
    )
    flakes = group(snow(seed, width, height, 110), transform=f"translate({x:.0f} {y:.0f})")
    bars = (
        "".join(f"M{x + width * i / 4:.1f} {y}v{height}" for i in range(1, 4)) + f"M{x} {y + height * 0.34:.1f}h{width}"
    )
    wood = line(bars, "#4a2f22", 10) + rect(x, y, width, height, fill="none", stroke="#4a2f22", stroke_width=22)
    sill = rect(
        x - 30,
        y + height,
        width + 60,
        26,
        rx=4,
        fill=linear((0, 0), (0, 100), (0, "#7a5238", 100), (100, "#3d271b", 100)),
    )
    glow = rect(x, y, width, height, fill="#f0c090", opacity=0.12, filter=blur(8))
    return clipped(frame, dusk, land, flakes) + glow + wood + sill
