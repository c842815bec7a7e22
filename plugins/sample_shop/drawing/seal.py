"""The mark of the shop: three peaks in a red seal, and a round crest of hills."""

from .hills import hills
from .palette import SEAL, mix
from .svg import clipped, ellipse, group, line, oval, rect


def seal(cx: float, cy: float, size: float, colour: str = SEAL, ink: str = "#fff3e6") -> str:
    """A carved seal: a mountain in four strokes."""
    half, w = size / 2, size * 0.11
    plate = rect(cx - half, cy - half, size, size, rx=size * 0.12, fill=colour)
    strokes = (
        f"M{cx:.1f} {cy - size * 0.28:.1f}V{cy + size * 0.24:.1f}"
        f"M{cx - size * 0.26:.1f} {cy - size * 0.06:.1f}V{cy + size * 0.24:.1f}"
        f"M{cx + size * 0.26:.1f} {cy - size * 0.06:.1f}V{cy + size * 0.24:.1f}"
        f"M{cx - size * 0.26:.1f} {cy + size * 0.24:.1f}H{cx + size * 0.26:.1f}"
    )
    return plate + line(strokes, ink, w)


def crest(cx: float, cy: float, r: float, ink: str, paper: str, seed: str) -> str:
    """Hills under a sun inside a thin ring."""
    land = group(
        hills(seed, r * 2, 0, r * 1.35, ink, mix(ink, paper, 0.75), 3, 1),
        transform=f"translate({cx - r:.1f} {cy - r * 0.3:.1f})",
    )
    sun = ellipse(cx + r * 0.3, cy - r * 0.38, r * 0.2, r * 0.2, fill=SEAL, opacity=0.85)
    ring = ellipse(cx, cy, r, r, fill="none", stroke=ink, stroke_width=max(1.2, r * 0.035))
    return clipped(oval(cx, cy, r, r), sun, land) + ring


def rules(x: float, y: float, length: float, count: int, gap: float, colour: str, width: float = 1.4) -> str:
    """Fine upright lines, as on a ruled letter."""
    return line("".join(f"M{x + i * gap:.1f} {y:.1f}v{length:.1f}" for i in range(count)), colour, width, opacity=0.7)
