"""Small pressed shapes: nests (Tuo), their twisted paper, squares."""

from random import Random

from .cake import pressed
from .leaves import Leaf
from .palette import SEAL, shade, tint
from .seal import seal
from .svg import clipped, ellipse, line, linear, moved, path, radial, smooth


def nest(kind: Leaf, seed: str, cx: float, base: float, r: float) -> str:
    """A small bowl-shaped Tuo seen from above its shoulder."""
    height = r * 0.86
    ring = [
        (cx - r, base - height * 0.3),
        (cx - r * 0.8, base - height * 0.86),
        (cx, base - height * 1.08),
        (cx + r * 0.8, base - height * 0.86),
        (cx + r, base - height * 0.3),
        (cx + r * 0.7, base),
        (cx, base + height * 0.1),
        (cx - r * 0.7, base),
    ]
    data = smooth(ring, closed=True)
    body = path(
        data,
        fill=linear(
            (0, 0),
            (100, 90),
            (0, kind.tone(0.7), 100),
            (45, kind.middle, 100),
            (100, shade(kind.dark, 0.4), 100),
        ),
    )
    strips = moved(pressed(kind, seed, r * 1.05, 120), cx, base - height * 0.5, 0, 1, 0.9)
    hollow = _hollow(cx, base - height * 0.66, r * 0.6, kind) if seed.endswith("open") else ""
    veil = path(
        data,
        fill=radial((34, 26), 74, (0, "#fff2d8", 22), (45, "#fff2d8", 0), (60, "#1a0c06", 0), (100, "#1a0c06", 60)),
    )
    return clipped(data, body, strips, veil) + hollow


def _hollow(cx: float, cy: float, r: float, kind: Leaf) -> str:
    """The dent of a Tuo turned upside down."""
    dent = linear(
        (0, 0),
        (60, 100),
        (0, shade(kind.dark, 0.7), 100),
        (60, shade(kind.dark, 0.25), 100),
        (100, kind.middle, 100),
    )
    rim = ellipse(cx, cy, r * 1.06, r * 0.5, fill=kind.tone(0.62), opacity=0.55)
    return rim + ellipse(cx, cy + r * 0.02, r, r * 0.44, fill=dent)


def twisted_paper(cx: float, base: float, r: float, paper: str, seed: str) -> str:
    """A Tuo in its paper, twisted shut at the top."""
    rng = Random(f"twisted {seed}")
    body = [
        (cx - r, base - r * 0.4),
        (cx - r * 0.72, base - r * 0.95),
        (cx - r * 0.2, base - r * 1.2),
        (cx + r * 0.2, base - r * 1.2),
        (cx + r * 0.72, base - r * 0.95),
        (cx + r, base - r * 0.4),
        (cx + r * 0.72, base + r * 0.02),
        (cx, base + r * 0.12),
        (cx - r * 0.72, base + r * 0.02),
    ]
    tuft = [
        (cx - r * 0.16, base - r * 1.12),
        (cx - r * 0.42, base - r * 1.6),
        (cx - r * 0.1, base - r * 1.52),
        (cx + r * 0.12, base - r * 1.7),
        (cx + r * 0.38, base - r * 1.5),
        (cx + r * 0.16, base - r * 1.12),
    ]
    fill = linear((0, 0), (100, 80), (0, tint(paper, 0.5), 100), (45, paper, 100), (100, shade(paper, 0.36), 100))
    top = base - r * 1.14
    folds = "".join(
        (
            f"M{cx + r * 0.1 * k:.1f} {top:.1f}Q{cx + r * 0.3 * k:.1f} {base - r * 0.8:.1f}"
            f" {cx + r * 0.36 * k + rng.uniform(-3, 3):.1f} {base - r * 0.3:.1f}"
        )
        for k in (-2, -1, 0, 1, 2)
    )
    tie = line(f"M{cx - r * 0.2:.1f} {top:.1f}h{r * 0.4:.1f}", SEAL, r * 0.09)
    stamp = moved(seal(0, 0, r * 0.42), cx - r * 0.12, base - r * 0.42, -4)
    return (
        path(smooth(tuft, closed=True), fill=fill)
        + path(smooth(body, closed=True), fill=fill)
        + line(folds, shade(paper, 0.45), 1.8, opacity=0.45)
        + tie
        + stamp
    )


def square(kind: Leaf, seed: str, cx: float, cy: float, size: float, angle: float) -> str:
    """A small pressed square, seen from above at a slant."""
    half = size / 2
    plate = f"M{-half} {-half}H{half}V{half}H{-half}Z"
    side = path(
        plate,
        fill=shade(kind.dark, 0.3),
        stroke=shade(kind.dark, 0.3),
        stroke_width=8,
        stroke_linejoin="round",
        transform=f"translate({size * 0.02:.1f} {size * 0.05:.1f})",
    )
    body = path(plate, fill=kind.tone(0.45), stroke=kind.tone(0.45), stroke_width=8, stroke_linejoin="round")
    strips = clipped(plate, pressed(kind, seed, size * 0.72, 110))
    light = path(plate, fill=linear((0, 0), (100, 100), (0, "#fff2d8", 30), (50, "#fff2d8", 0), (100, "#1a0c06", 40)))
    bite = line(f"M{-half} 0H{half}M0 {-half}V{half}", shade(kind.dark, 0.35), 2.5, opacity=0.45)
    thick = "".join(moved(side, cx, cy + size * 0.2 * t, angle, 1, 0.62) for t in (1.0, 0.66, 0.33))
    return thick + moved(body + strips + bite + light, cx, cy, angle, 1, 0.62)
