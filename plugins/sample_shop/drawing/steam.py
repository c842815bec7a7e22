"""Steam over a cup."""

from math import sin
from random import Random

from .svg import blur, group, linear, path, smooth


def steam(cx: float, base: float, height: float, seed: str, strength: float = 0.5) -> str:
    """Two or three soft wisps rising."""
    rng = Random(f"steam {seed}")
    parts = []
    for i in range(3):
        x, sway, phase = cx + (i - 1) * height * 0.13, height * rng.uniform(0.05, 0.09), rng.uniform(0, 6.28)
        points = [
            (x + sway * sin(k * 0.75 + phase) * k / 5, base - height * (0.62 + 0.2 * i) * k / 8) for k in range(9)
        ]
        fade = linear(
            (0, 100), (0, 0), (0, "#fffdf8", 0), (22, "#fffdf8", 75), (60, "#fffdf8", 42), (100, "#fffdf8", 0)
        )
        parts.append(path(_wisp(points, height * 0.035), fill=fade, filter=blur(6)))
    return group("".join(parts), opacity=strength)


def _wisp(points: list[tuple[float, float]], width: float) -> str:
    left = [(x - width * (0.4 + 0.12 * i), y) for i, (x, y) in enumerate(points)]
    right = [(x + width * (0.4 + 0.12 * i), y) for i, (x, y) in enumerate(points)]
    return smooth(left + right[::-1], closed=True)
