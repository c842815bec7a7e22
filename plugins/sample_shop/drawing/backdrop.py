"""Wall, table and light behind a still life."""

from random import Random

from .hills import hills
from .palette import Ground, mix, tint
from .svg import blur, ellipse, group, linear, moved, path, radial, rect


def backdrop(ground: Ground, seed: str, width: int = 1000, height: int = 1000, horizon: float = 0.6) -> str:
    """Wall with light from the top left, running softly into the table."""
    edge = round(horizon * 100)
    wash = linear(
        (0, 0), (0, 100),
        (0, mix(ground.wall, ground.glow, 0.12), 100), (edge - 14, ground.wall, 100),
        (edge + 10, ground.table, 100), (100, mix(ground.table, ground.wall, 0.45), 100),
    )  # fmt: skip
    light = radial((24, 14), 78, (0, ground.glow, 78), (55, ground.glow, 22), (100, ground.glow, 0))
    corner = radial((38, 40), 80, (55, ground.shadow, 0), (100, ground.shadow, 26))
    whole = (0, 0, width, height)
    return rect(*whole, fill=wash) + rect(*whole, fill=light) + rect(*whole, fill=corner)


def ridges(ground: Ground, seed: str, width: int = 1000, top: float = 340, bottom: float = 690) -> str:
    """The hills of the shop, pale behind the subject."""
    far = mix(ground.wall, ground.glow, 0.4)
    return group(hills(seed, width, top, bottom, mix(ground.hill, ground.wall, 0.15), far), opacity=0.8)


def moon(ground: Ground, cx: float = 500, cy: float = 420, r: float = 290) -> str:
    """A large pale disc behind the subject."""
    fill = linear((20, 0), (70, 100), (0, tint(ground.glow, 0.35), 85), (100, ground.glow, 10))
    return ellipse(cx, cy, r, r, fill=fill)


def arch(ground: Ground, cx: float, base: float, width: float, height: float) -> str:
    """Light through an arched window, lying on the wall."""
    r = width / 2
    top = base - height + r
    data = f"M{cx - r} {base}V{top}A{r} {r} 0 0 1 {cx + r} {top}V{base}Z"
    fill = linear((0, 0), (0, 100), (0, tint(ground.glow, 0.3), 75), (80, ground.glow, 45), (100, ground.glow, 0))
    return path(data, fill=fill)


def foliage_shadow(ground: Ground, seed: str, x: float = 760, y: float = 120, strength: float = 0.2) -> str:
    """Blurred shadow of a leafy branch on the wall."""
    rng = Random(f"foliage {seed}")
    parts = []
    for stem in range(3):
        angle = 112 + stem * 24 + rng.uniform(-6, 6)
        for i in range(9):
            side = 1 if i % 2 else -1
            leaf = path("M0 0Q42 -24 108 0Q42 22 0 0Z", fill=ground.shadow)
            parts.append(
                moved(
                    moved(leaf, 60 + i * 44, 0, side * rng.uniform(24, 44), rng.uniform(0.7, 1.1)),
                    0,
                    0,
                    angle,
                )
            )
    return group(moved("".join(parts), x, y - 160), opacity=strength, filter=blur(9))


def cast(ground: Ground, cx: float, cy: float, rx: float, ry: float, reach: float = 1.0) -> str:
    """Shadow of a thing on the table: dark at the contact, soft to the lower right."""
    soft = radial(
        (50, 50),
        50,
        (0, ground.shadow, ground.depth + 20),
        (55, ground.shadow, ground.depth // 2),
        (100, ground.shadow, 0),
    )
    wide = radial(
        (50, 50),
        50,
        (0, ground.shadow, ground.depth),
        (60, ground.shadow, ground.depth // 3),
        (100, ground.shadow, 0),
    )
    long = ellipse(cx + rx * 0.42 * reach, cy + ry * 0.12, rx * (1.15 + 0.35 * reach), ry * 1.25, fill=wide)
    return long + ellipse(cx + rx * 0.06, cy + ry * 0.1, rx * 1.18, ry * 1.3, fill=soft)
