"""Lanterns: the red one of the festival and the plain paper one."""

from .palette import shade, tint
from .svg import ellipse, group, line, linear, radial, rect


def lantern(cx: float, top: float, size: float, colour: str = "#c0402c", glow: str = "#ffcf7d") -> str:
    """A round lantern on its cord, lit from within, with a tassel."""
    cy = top + size * 0.95
    halo = ellipse(cx, cy, size * 2.2, size * 2.0, fill=radial((50, 50), 50, (0, glow, 50), (100, glow, 0)))
    body = ellipse(
        cx,
        cy,
        size * 0.62,
        size * 0.52,
        fill=radial(
            (46, 55),
            62,
            (0, tint(glow, 0.4), 100),
            (34, glow, 100),
            (80, colour, 100),
            (100, shade(colour, 0.3), 100),
        ),
    )
    ribs = "".join(
        ellipse(
            cx,
            cy,
            size * 0.62 * k,
            size * 0.52,
            fill="none",
            stroke=shade(colour, 0.3),
            stroke_width=1.6,
            opacity=0.45,
        )
        for k in (0.3, 0.62, 0.88)
    )
    caps = rect(cx - size * 0.24, cy - size * 0.6, size * 0.48, size * 0.13, rx=3, fill="#4a2b1a") + rect(
        cx - size * 0.24, cy + size * 0.47, size * 0.48, size * 0.13, rx=3, fill="#4a2b1a"
    )
    cord = line(f"M{cx:.1f} {top:.1f}V{cy - size * 0.58:.1f}", "#3a2418", 3)
    tassel = line(
        "".join(
            f"M{cx + k * size * 0.05:.1f} {cy + size * 0.6:.1f}l{k * size * 0.02:.1f} {size * 0.42:.1f}"
            for k in (-2, -1, 0, 1, 2)
        ),
        colour,
        2.4,
    )
    return group(halo, cord, body, ribs, caps, tassel)


def paper_lamp(cx: float, cy: float, width: float, height: float, glow: str = "#ffd991") -> str:
    """A plain upright paper lamp."""
    halo = ellipse(cx, cy, width * 2.4, height * 1.6, fill=radial((50, 50), 50, (0, glow, 55), (100, glow, 0)))
    shade_ = rect(
        cx - width / 2,
        cy - height / 2,
        width,
        height,
        rx=4,
        fill=linear(
            (0, 0),
            (100, 0),
            (0, shade(glow, 0.12), 100),
            (40, tint(glow, 0.6), 100),
            (100, shade(glow, 0.2), 100),
        ),
    )
    bars = line(
        (
            f"M{cx - width / 2:.1f} {cy - height * 0.2:.1f}h{width:.1f}"
            f"M{cx - width / 2:.1f} {cy + height * 0.2:.1f}h{width:.1f}"
            f"M{cx:.1f} {cy - height / 2:.1f}v{height:.1f}"
        ),
        "#6b4a2e",
        2.4,
        opacity=0.6,
    )
    return halo + shade_ + bars
