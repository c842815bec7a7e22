"""Falling snow."""

from random import Random

from .svg import (
    blur,
    line,
)


def snow(seed: str, width: float, height: float, count: int) -> str:
    """Quiet snowflakes, the nearer the larger and softer."""
    rng = Random(f"snow {seed}")
    small = "".join(f"M{rng.uniform(0, width):.1f} {rng.uniform(0, height):.1f}h.1" for _ in range(count))
    large = "".join(f"M{rng.uniform(0, width):.1f} {rng.uniform(0, height):.1f}h.1" for _ in range(count // 3))
    return line(small, "#ffffff", 4, opacity=0.6) + line(large, "#ffffff", 9, opacity=0.5, filter=blur(2))
