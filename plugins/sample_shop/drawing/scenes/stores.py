"""The three stores at dusk."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from plugins.sample_shop.drawing import shopfront as front
from plugins.sample_shop.drawing import street
from plugins.sample_shop.drawing.hills import hills
from plugins.sample_shop.drawing.lantern import lantern, paper_lamp
from plugins.sample_shop.drawing.palette import mix, shade, tint
from plugins.sample_shop.drawing.svg import blur, clipped, document, ellipse, group, line, linear, rect
from plugins.sample_shop.drawing.wide import TALL, WIDE


def _dusk(name: str, high: str, low: str, horizon: float) -> str:
    wash = rect(
        0,
        0,
        WIDE,
        TALL,
        fill=linear((0, 0), (0, 100), (0, high, 100), (48, mix(high, low, 0.75), 100), (66, low, 100), (100, low, 100)),
    )
    land = hills(name, WIDE, horizon - 340, horizon + 200, mix(high, "#2b3444", 0.3), mix(high, low, 0.62), 4, 3)
    return wash + group(land, opacity=0.85)


def _hefang(name: str) -> str:
    wood, roof = "#6a3a26", "#4a4b4f"
    upper = "".join(front.lit_window(x, 330, 150, 140, wood, 4, 3, f"{name}{x}", False) for x in (430, 630, 830, 1030))
    lower = "".join(front.lit_window(x, 610, 190, 260, wood, 4, 5, f"{name}{x}") for x in (370, 1050))
    door = front.lit_window(640, 600, 330, 330, wood, 4, 4, f"{name}d")
    pillars = "".join(front.pillar(x, 580, 30, 360, "#7d3a26") for x in (320, 590, 990, 1260))
    return document(
        WIDE,
        TALL,
        _dusk(name, "#56657f", "#e9b98d", 520),
        street.neighbour(-90, 935, 400, 480, "#8a7a70", "#43454a"),
        street.neighbour(1320, 935, 420, 440, "#85766e", "#43454a"),
        front.planks(340, 300, 930, 230, "#7a452c", 16),
        upper,
        front.tiled_roof(270, 310, 1070, 150, roof),
        front.planks(320, 560, 970, 370, "#6d3d28", 18),
        lower,
        door,
        pillars,
        front.tiled_roof(230, 580, 1150, 96, roof, 22),
        front.plaque(805, 625, 330, 92),
        street.paving(WIDE, 925, TALL, "#8b857c"),
        street.spill(805, 985, 620, 90),
        lantern(470, 560, 92),
        lantern(1140, 560, 92),
        lantern(600, 566, 70),
        lantern(1010, 566, 70),
        front.banner(1290, 640, 64, 190),
        street.potted(270, 965, 170, "#5d6a63", "#5f7a48", "a"),
        street.potted(1345, 965, 170, "#5d6a63", "#5f7a48", "b"),
    )


def _wulin(name: str) -> str:
    wall, wood = "#e6dccb", "#8a5a3a"
    facade = rect(
        260,
        200,
        1080,
        740,
        fill=linear((0, 0), (100, 60), (0, tint(wall, 0.2), 100), (100, shade(wall, 0.28), 100)),
    )
    cornice = rect(244, 184, 1112, 26, rx=3, fill=shade(wall, 0.3))
    upstairs = "".join(front.lit_window(x, 256, 130, 130, "#4a3a30", 2, 2, f"{name}{x}", False) for x in (1040, 1190))
    glass = front.lit_window(330, 470, 560, 460, "#3b2f29", 3, 1, name)
    door = front.lit_window(960, 470, 200, 460, "#3b2f29", 1, 1, f"{name}d")
    slats = front.planks(1180, 470, 130, 470, wood, 8)
    canopy = rect(280, 424, 1040, 34, fill=linear((0, 0), (0, 100), (0, "#6a5040", 100), (100, "#33261f", 100)))
    drop = rect(280, 458, 1040, 26, fill=linear((0, 0), (0, 100), (0, "#1d1310", 45), (100, "#1d1310", 0)))
    lamps = "".join(
        ellipse(x, 560, 15, 15, fill="#fff6dc") + line(f"M{x} 470V546", "#4a3426", 3) for x in (420, 610, 800)
    )
    return document(
        WIDE,
        TALL,
        _dusk(name, "#5f7088", "#efc59c", 560),
        street.neighbour(-140, 940, 430, 560, "#8f8a88", "#4a4d54"),
        street.neighbour(1330, 940, 420, 520, "#8a8583", "#4a4d54"),
        facade,
        cornice,
        upstairs,
        front.plaque(610, 316, 440, 120, "#33402f", "#e6cf94"),
        glass,
        lamps,
        door,
        slats,
        canopy,
        drop,
        paper_lamp(925, 560, 44, 110),
        paper_lamp(1245, 600, 40, 96),
        street.paving(WIDE, 935, TALL, "#94908a"),
        street.spill(620, 990, 520, 80),
        street.spill(1060, 985, 240, 60),
        street.bench(610, 968, 300, wood),
        street.potted(300, 965, 180, "#b8b0a2", "#5f7a48", "a"),
        street.potted(925, 955, 120, "#b8b0a2", "#6a8450", "b"),
        street.bare_tree(1460, 1000, 800, "#4a3a30", name, "#c99a4a"),
    )


def _pingjiang(name: str) -> str:
    wall, roof = "#efe8da", "#3f4245"
    house = rect(
        330,
        330,
        820,
        430,
        fill=linear((0, 0), (100, 70), (0, tint(wall, 0.3), 100), (100, shade(wall, 0.26), 100)),
    )
    windows = front.lit_window(400, 480, 190, 190, "#4a2f22", 4, 4, name, False) + front.lit_window(
        860, 480, 220, 230, "#4a2f22", 4, 4, f"{name}b"
    )
    door = front.lit_window(650, 450, 150, 310, "#4a2f22", 2, 4, f"{name}d", False)
    row = (
        street.neighbour(-160, 765, 480, 370, "#d8d0c4", roof)
        + street.neighbour(1170, 765, 520, 390, "#cfc8bd", roof)
        + house
        + front.tiled_roof(290, 340, 900, 120, roof)
        + windows
        + door
        + front.plaque(725, 410, 240, 70)
        + lantern(625, 440, 70)
        + lantern(830, 440, 70)
        + front.banner(1100, 430, 58, 180)
    )
    quay = rect(
        0,
        760,
        WIDE,
        78,
        fill=linear((0, 0), (0, 100), (0, "#a39c90", 100), (30, "#857f75", 100), (100, "#5f5a53", 100)),
    )
    stones = line("".join(f"M{x} 774v62" for x in range(40, WIDE, 130)) + f"M0 800H{WIDE}", "#4a463f", 3, opacity=0.35)
    bridge = street.stone_bridge(1290, 900, 640)
    return document(
        WIDE,
        TALL,
        _dusk(name, "#64748a", "#f0c8a2", 560),
        street.bare_tree(170, 780, 700, "#4a4038", name, "#7d8f52"),
        row,
        quay,
        stones,
        street.potted(360, 782, 140, "#6d5a4c", "#5f7a48", "a"),
        street.potted(1120, 782, 130, "#6d5a4c", "#6a8450", "b"),
        _canal(row + bridge),
        bridge,
    )


def _canal(above: str) -> str:
    """Water with what stands above it, mirrored and dim, and slow ripples."""
    water = rect(
        0,
        836,
        WIDE,
        240,
        fill=linear((0, 0), (0, 100), (0, "#6f7f80", 100), (40, "#526669", 100), (100, "#35454c", 100)),
    )
    mirror = clipped(
        f"M0 836H{WIDE}V{TALL}H0Z",
        group(group(above, transform="translate(0 1500) scale(1 -.86)"), opacity=0.4, filter=blur(3)),
    )
    ripples = "".join(f"M{(i * 397) % 1500} {852 + i * 9}h{90 + (i * 53) % 120}" for i in range(22))
    return water + mirror + line(ripples, "#dfe6e0", 2.4, opacity=0.2)


SCENES: Mapping[str, Callable[[str], str]] = MappingProxyType(
    {
        "stores/hefang-jie": _hefang,
        "stores/wulin-lu": _wulin,
        "stores/pingjiang-lu": _pingjiang,
    }
)
