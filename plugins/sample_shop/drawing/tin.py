"""Tea tins, caddies and jars with their labels."""

from dataclasses import dataclass

from .hills import hills
from .palette import GOLD, SEAL, mix, shade, tint
from .seal import crest, rules, seal
from .svg import ellipse, group, line, linear, rect
from .vessel import FLAT, Profile, band, streak, turned


@dataclass(frozen=True)
class Label:
    """Paper around a tin: what is printed on it and in which colours."""

    art: str = "hills"
    paper: str = "#f4ecdc"
    ink: str = "#5d6b4c"
    low: float = 0.16
    high: float = 0.78


def tin(
    cx: float,
    base: float,
    width: float,
    height: float,
    colour: str,
    lid: str,
    label: Label,
    seed: str,
    gloss: float = 0.22,
) -> str:
    """A cylindrical tin with an overlapping lid."""
    r, cap = width / 2, height * 0.2
    wall: Profile = [(0, r), (height - cap, r)]
    cover: Profile = [(0, r * 1.035), (cap * 0.9, r * 1.035), (cap, r * 0.985)]
    body = turned(cx, base, wall, colour, gloss)
    wrap = _label(cx, base, wall, height - cap, label, seed)
    shadow = band(
        cx,
        base,
        wall,
        height - cap * 1.2,
        height - cap,
        rect(cx - r, base - height, width, height, fill="#1d100a", opacity=0.3),
    )
    top = base - height + cap
    hat = turned(cx, top, cover, lid, gloss + 0.05)
    return body + wrap + shadow + hat + _top(cx, base - height, r * 0.985, lid)


def jar(cx: float, base: float, profile: Profile, colour: str, lid: str, shine: float = 0.5) -> str:
    """A jar with a domed lid and a knob; shine is low for bare clay."""
    height, rim = profile[-1]
    body = turned(cx, base, profile, colour, 0.3, 0.34) + streak(cx, base, profile, power=shine)
    neck = base - height
    dome: Profile = [
        (0, rim * 1.12),
        (8, rim * 1.12),
        (rim * 0.3, rim * 0.86),
        (rim * 0.44, rim * 0.34),
        (rim * 0.46, 1),
    ]
    knob: Profile = [(0, rim * 0.14), (rim * 0.1, rim * 0.2), (rim * 0.22, rim * 0.18), (rim * 0.27, 1)]
    rest = ellipse(cx, neck, rim * 1.02, rim * FLAT, fill=shade(colour, 0.4))
    return body + rest + turned(cx, neck, dome, lid, 0.3, 0.3) + turned(cx, neck - rim * 0.43, knob, lid, 0.3)


def _top(cx: float, y: float, r: float, colour: str) -> str:
    """Lid from above with a pressed ring."""
    face = linear(
        (0, 0),
        (100, 90),
        (0, tint(colour, 0.42), 100),
        (55, tint(colour, 0.1), 100),
        (100, shade(colour, 0.1), 100),
    )
    ring = linear((0, 0), (100, 90), (0, shade(colour, 0.25), 100), (100, tint(colour, 0.35), 100))
    return ellipse(cx, y, r, r * FLAT, fill=face) + ellipse(
        cx, y, r * 0.78, r * 0.78 * FLAT, fill="none", stroke=ring, stroke_width=2.4
    )


def _label(cx: float, base: float, wall: Profile, height: float, label: Label, seed: str) -> str:
    """The label, bent around the tin and shaded with it."""
    r = wall[-1][1]
    low, high = height * label.low, height * label.high
    x, y, w, h = cx - r, base - high, r * 2, high - low + r * FLAT
    paper = rect(x, y - 2, w, h + 4, fill=label.paper)
    art = _art(label, cx, y + r * FLAT * 0.86, r, high - low, seed)
    light = rect(x, y - 2, w, h + 4, fill=_veil())
    return band(cx, base, wall, low, high, paper, art, light)


def _veil() -> str:
    """Shading laid over a round label."""
    return linear(
        (0, 0), (100, 0),
        (0, "#2a1712", 34), (12, "#2a1712", 12), (27, "#fffaee", 26), (50, "#2a1712", 0),
        (84, "#2a1712", 36), (100, "#2a1712", 26),
    )  # fmt: skip


def _art(label: Label, cx: float, top: float, r: float, height: float, seed: str) -> str:
    """What is printed: hills, crest, moon, stripe or plain lines."""
    pale = mix(label.paper, label.ink, 0.16)
    stamp = seal(cx + r * 0.12, top + height * 0.3, r * 0.2)
    if label.art == "hills":
        land = hills(seed, r * 2.2, 0, height * 0.72, label.ink, pale, 4, 2)
        return group(land, transform=f"translate({cx - r * 1.1:.1f} {top + height * 0.38:.1f})") + seal(
            cx - r * 0.15, top + height * 0.2, r * 0.24
        )
    if label.art == "crest":
        return crest(
            cx - r * 0.1, top + height * 0.4, min(r * 0.5, height * 0.34), label.ink, label.paper, seed
        ) + _hairlines(cx, top, r, height, label.ink)
    if label.art == "moon":
        disc = ellipse(cx - r * 0.1, top + height * 0.42, r * 0.46, r * 0.46, fill=mix(label.paper, GOLD, 0.55))
        land = group(
            hills(seed, r * 2.2, 0, height * 0.5, label.ink, pale, 3, 2),
            transform=f"translate({cx - r * 1.1:.1f} {top + height * 0.5:.1f})",
        )
        return disc + land
    if label.art == "strip":
        slip = rect(cx - r * 0.4, top - height * 0.3, r * 0.6, height * 1.6, fill=tint(label.paper, 0.5))
        lines = rules(cx - r * 0.28, top + height * 0.14, height * 0.42, 4, r * 0.12, label.ink)
        return slip + lines + seal(cx - r * 0.1, top + height * 0.74, r * 0.26)
    return _hairlines(cx, top, r, height, label.ink) + stamp


def _hairlines(cx: float, top: float, r: float, height: float, ink: str) -> str:
    """Two fine lines following the edge of the label."""
    data = "".join(
        (f"M{cx - r:.1f} {y - r * FLAT * 0.86:.1f}A{r:.1f} {r * FLAT:.1f} 0 0 0 {cx + r:.1f} {y - r * FLAT * 0.86:.1f}")
        for y in (top + height * 0.05, top + height * 0.93)
    )
    return line(data, ink, 1.6, opacity=0.7)


RED_SEAL = Label("strip", "#efe3cb", SEAL)
