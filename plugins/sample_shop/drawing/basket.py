"""A woven bamboo basket."""

from plugins.sample_shop.drawing.palette import (
    BAMBOO,
    shade,
)


def basket(cx: float, base: float, r: float) -> str:
    """A woven bamboo basket, open at the top."""
    from plugins.sample_shop.drawing.svg import clipped, line
    from plugins.sample_shop.drawing.vessel import FLAT, Profile, opening, silhouette, turned

    profile: Profile = [(0, r * 0.72), (r * 0.2, r * 0.86), (r * 0.62, r)]
    data = silhouette(cx, base, profile)
    weave = "".join(
        (
            f"M{cx - r:.1f} {base - r * 0.62 + k * r * 0.085:.1f}"
            f"A{r:.1f} {r * FLAT:.1f} 0 0 0 {cx + r:.1f} {base - r * 0.62 + k * r * 0.085:.1f}"
        )
        for k in range(0, 9)
    )
    cross = "".join(
        f"M{cx + k * r * 0.11:.1f} {base - r * 0.66:.1f}L{cx + k * r * 0.084:.1f} {base + r * 0.24:.1f}"
        for k in range(-9, 10)
    )
    lines = clipped(
        data,
        line(weave, shade(BAMBOO, 0.35), 7, opacity=0.5),
        line(cross, shade(BAMBOO, 0.4), 5, opacity=0.4),
        line(weave, "#fff4d8", 3, opacity=0.4, transform="translate(0 -5)"),
    )
    return (
        turned(cx, base, profile, BAMBOO, 0.2, 0.4) + lines + opening(cx, base - r * 0.62, r * 1.03, BAMBOO, r * 0.07)
    )
