"""Covers and body pictures of the articles."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from plugins.sample_shop.drawing import shopfront as front
from plugins.sample_shop.drawing import street, teas
from plugins.sample_shop.drawing.backdrop import backdrop
from plugins.sample_shop.drawing.box import Box, base_shadow, box
from plugins.sample_shop.drawing.brazier import brazier, persimmon, window_with_snow
from plugins.sample_shop.drawing.cliff import cliff
from plugins.sample_shop.drawing.cup import cup
from plugins.sample_shop.drawing.gaiwan import gaiwan
from plugins.sample_shop.drawing.glass import dancing, glass
from plugins.sample_shop.drawing.heap import heap
from plugins.sample_shop.drawing.lantern import lantern
from plugins.sample_shop.drawing.palette import (
    GIFT,
    GOLD,
    GREEN,
    KRAFT,
    OOLONG,
    PAPER,
    PORCELAIN,
    PUER,
    WHITE_TEA,
)
from plugins.sample_shop.drawing.pot import iron_kettle
from plugins.sample_shop.drawing.steam import steam
from plugins.sample_shop.drawing.still import standing
from plugins.sample_shop.drawing.svg import document, group, linear, moved, rect
from plugins.sample_shop.drawing.terraces import far_hills, mist, sky, terrace
from plugins.sample_shop.drawing.tin import Label, tin
from plugins.sample_shop.drawing.vessel import dish
from plugins.sample_shop.drawing.village import birds, path_steps, pine
from plugins.sample_shop.drawing.wide import LOW, WIDE, wide
from plugins.sample_shop.drawing.wrapping import bow, foil_frame, landscape, ribbon_band


def _longjing(name: str) -> str:
    leaves = dancing(teas.LONGJING, name, 800, 740, 96, 250, 30)
    tall = glass(800, 750, 126, 400, teas.GREEN_LIQUOR, 0.78, leaves)
    plate = dish(1130, 740, 170, PORCELAIN) + heap(teas.LONGJING, name, 1130, 734, 124, 62, 170, 0.9)
    return wide(
        GREEN,
        name,
        standing(GREEN, 800, 752, 106, tall),
        steam(800, 350, 200, name),
        standing(GREEN, 1130, 756, 150, plate),
        standing(GREEN, 470, 730, 110, gaiwan(470, 726, 110, PORCELAIN)),
    )


def _nianfen(name: str) -> str:
    rows = (
        (teas.PALE_LIQUOR, teas.MUDAN),
        (teas.APRICOT_LIQUOR, teas.GONGMEI),
        (teas.AGED_LIQUOR, teas.SHOUMEI),
    )
    parts = []
    for i, (tea, leaf) in enumerate(rows):
        x = 430 + i * 370
        plate = dish(x, 640, 150, PORCELAIN) + heap(leaf, f"{name}{i}", x, 634, 108, 62, 80, 0.8)
        parts.append(
            standing(WHITE_TEA, x, 656, 130, plate)
            + standing(WHITE_TEA, x + 30, 790, 60, cup(x + 30, 790, 84, 80, PORCELAIN, tea))
        )
    return wide(WHITE_TEA, name, *parts)


def _songcha(name: str) -> str:
    big, small = Box(760, 740, 420, 190, 280, 28), Box(1130, 760, 220, 220, 200, 30)
    gold = ribbon_band(420, 280, 32, GOLD) + ribbon_band(420, 280, 32, GOLD, 0.5, True) + foil_frame(420, 280, 14)
    drawn = base_shadow(big, GIFT.shadow) + box(
        big,
        "#efe2c8",
        landscape(420, 190, "#9c4a38", "#ead2b4", name, "#b5402f") + ribbon_band(420, 190, 32, GOLD),
        ribbon_band(280, 190, 32, GOLD),
        gold,
    )
    other = base_shadow(small, GIFT.shadow) + box(
        small, "#7d2420", foil_frame(220, 220, 12), foil_frame(200, 220, 12), ribbon_band(220, 200, 24, GOLD)
    )
    caddies = standing(
        GIFT,
        430,
        740,
        80,
        tin(430, 740, 150, 250, "#8fa36f", "#5d7a48", Label("hills", "#f7f0e0", "#5d7a48"), name),
    )
    return wide(GIFT, name, drawn, moved(bow(0, 0, 108, GOLD), 760, 548, -6, 1, 0.75), other, caddies)


def _yunlan(name: str) -> str:
    return document(
        WIDE,
        LOW,
        sky(WIDE, LOW, "#cfdad2", "#f1ecdb", (1180, 240), "#fff0c4"),
        far_hills(name, WIDE, 200, 720, "#6f8f88", "#e4e6d8"),
        mist(WIDE, 520, 200, "#fbf7ea", 80),
        birds(980, 210, 22, "#4d5a50"),
        far_hills(f"{name} near", WIDE, 460, 800, "#5d7f5a", "#dfe2c8", 2),
        mist(WIDE, 640, 120, "#fbf7ea", 65),
        terrace(f"{name} c", 1250, 480, 1100, 900, "#688a58", "#a8bd98", 11),
        mist(WIDE, 660, 110, "#fbf7ea", 55),
        pine(560, 660, 220, "#3f5c48", "a"),
        pine(490, 670, 160, "#4a6852", "b"),
        terrace(f"{name} a", 180, 590, 1150, 980, "#4c7139", "#8aa76c", 9),
        terrace(f"{name} b", 960, 650, 1700, 1060, "#446a33", "#7f9d5c", 8),
        path_steps(860, 640, 900, 230, "#b7b0a2"),
    )


def _yancha(name: str) -> str:
    bowl = standing(OOLONG, 800, 800, 110, gaiwan(800, 770, 120, PORCELAIN, teas.ROCK_LIQUOR, "off"), 0.8)
    return document(
        WIDE,
        LOW,
        sky(WIDE, LOW, "#e3c99a", "#f6e5c2", (1240, 230), "#fff0c4"),
        far_hills(name, WIDE, 240, 700, "#b89a6a", "#f1dfba"),
        cliff(f"{name} a", 330, 720, 380, 540, "#9a7a5c"),
        cliff(f"{name} b", 1290, 730, 420, 430, "#a5866a"),
        cliff(f"{name} c", 640, 700, 230, 330, "#b59877"),
        mist(WIDE, 650, 260, "#f8e9cb", 90),
        rect(
            0,
            690,
            WIDE,
            210,
            fill=linear((0, 0), (0, 100), (0, "#8f8375", 0), (22, "#a5988a", 100), (100, "#6d6258", 100)),
        ),
        bowl,
        steam(800, 650, 230, name),
        standing(OOLONG, 1090, 800, 110, heap(teas.DAHONGPAO, name, 1090, 790, 130, 56, 130, 0.9)),
        standing(OOLONG, 560, 800, 50, cup(560, 796, 70, 68, PORCELAIN, teas.ROCK_LIQUOR)),
    )


def _weilu(name: str) -> str:
    stove = standing(PUER, 800, 770, 200, brazier(800, 760, 210))
    kettle = iron_kettle(800, 590, 150)
    fruit = persimmon(1130, 740, 62) + persimmon(1240, 760, 56, "#d97f2e")
    bowls = standing(PUER, 480, 770, 56, cup(480, 770, 78, 76, PORCELAIN, teas.AGED_LIQUOR))
    return document(
        WIDE,
        LOW,
        backdrop(PUER, name, WIDE, LOW, 0.66),
        window_with_snow(400, 90, 800, 430, name),
        stove,
        kettle,
        steam(605, 410, 200, name, 0.6),
        bowls,
        steam(480, 690, 150, f"{name}c"),
        standing(PUER, 1190, 790, 100, fruit),
    )


def _xindian(name: str) -> str:
    wood, roof = "#6a3a26", "#4a4b4f"
    lower = "".join(front.lit_window(x, 380, 230, 300, wood, 4, 5, f"{name}{x}") for x in (300, 1070))
    door = front.lit_window(610, 360, 380, 370, wood, 4, 4, f"{name}d")
    pillars = "".join(front.pillar(x, 330, 34, 410, "#7d3a26") for x in (240, 550, 1016, 1330))
    return document(
        WIDE,
        LOW,
        rect(
            0,
            0,
            WIDE,
            LOW,
            fill=linear((0, 0), (0, 100), (0, "#6b7890", 100), (60, "#e9b98d", 100), (100, "#e9b98d", 100)),
        ),
        front.planks(120, 250, 1360, 480, "#6d3d28", 26),
        lower,
        door,
        pillars,
        front.tiled_roof(120, 310, 1360, 190, roof),
        front.plaque(800, 400, 380, 104),
        street.paving(WIDE, 728, LOW, "#8b857c"),
        street.spill(800, 790, 600, 80),
        lantern(470, 300, 100),
        lantern(1130, 300, 100),
        street.potted(240, 760, 130, "#5d6a63", "#5f7a48", "a"),
        street.potted(1360, 760, 130, "#5d6a63", "#5f7a48", "b"),
    )


def _tuihuan(name: str) -> str:
    carton = Box(860, 760, 420, 240, 300, 26)
    tape = rect(0, 130, 420, 40, fill="#e8d3ab", opacity=0.8)
    drawn = base_shadow(carton, PAPER.shadow) + box(
        carton,
        KRAFT,
        rect(190, 0, 40, 70, fill="#e8d3ab", opacity=0.8) + moved(group(_mark()), 330, 170),
        "",
        tape,
    )
    caddy = tin(480, 760, 190, 300, "#7f9367", "#5d7a48", Label("hills", "#f6f1e2", "#5f7a4a"), name)
    return wide(
        PAPER,
        name,
        standing(PAPER, 480, 760, 100, caddy),
        drawn,
        standing(PAPER, 1210, 770, 60, cup(1210, 770, 84, 82, PORCELAIN, teas.GREEN_LIQUOR)),
        steam(1210, 690, 170, name),
    )


def _mark() -> str:
    from plugins.sample_shop.drawing.seal import seal

    return seal(0, 0, 74)


SCENES: Mapping[str, Callable[[str], str]] = MappingProxyType(
    {
        "articles/longjing-chongpao": _longjing,
        "articles/laobaicha-nianfen": _nianfen,
        "articles/songcha-zhinan": _songcha,
        "articles/yunlan-shan-xing": _yunlan,
        "articles/yancha-yanyun": _yancha,
        "articles/dongri-weilu": _weilu,
        "articles/hefang-jie-xindian": _xindian,
        "articles/tuihuan-huo-shuoming": _tuihuan,
    }
)
