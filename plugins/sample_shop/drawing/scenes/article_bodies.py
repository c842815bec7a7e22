"""Pictures inside the articles."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from plugins.sample_shop.drawing import shopfront as front
from plugins.sample_shop.drawing import teas
from plugins.sample_shop.drawing.basket import basket
from plugins.sample_shop.drawing.brazier import persimmon
from plugins.sample_shop.drawing.cake import cake, on_easel
from plugins.sample_shop.drawing.cup import cup
from plugins.sample_shop.drawing.gaiwan import gaiwan
from plugins.sample_shop.drawing.glass import dancing, glass
from plugins.sample_shop.drawing.heap import heap
from plugins.sample_shop.drawing.lantern import lantern
from plugins.sample_shop.drawing.palette import (
    GIFT,
    GREEN,
    OOLONG,
    PAPER,
    PORCELAIN,
    PUER,
    WHITE_TEA,
)
from plugins.sample_shop.drawing.pot import xishi
from plugins.sample_shop.drawing.props import pick
from plugins.sample_shop.drawing.steam import steam
from plugins.sample_shop.drawing.still import standing
from plugins.sample_shop.drawing.svg import document, linear, rect
from plugins.sample_shop.drawing.terraces import far_hills, mist, sky, terrace
from plugins.sample_shop.drawing.tin import Label, tin
from plugins.sample_shop.drawing.vessel import dish
from plugins.sample_shop.drawing.village import cottage, pine
from plugins.sample_shop.drawing.wide import LOW, WIDE, wide
from plugins.sample_shop.drawing.wrapper import wrapper


def _longjing_1(name: str) -> str:
    parts = []
    for i, (fill, count) in enumerate(((0.3, 16), (0.55, 20), (0.84, 24))):
        x = 440 + i * 360
        leaves = dancing(teas.LONGJING, f"{name}{i}", x, 736, 86, 330 * fill * 0.8, count)
        parts.append(
            standing(
                GREEN,
                x,
                752,
                100,
                glass(x, 750, 118, 360, teas.PALE_GREEN_LIQUOR if i < 2 else teas.GREEN_LIQUOR, fill, leaves),
            )
        )
    return wide(GREEN, name, *parts, steam(1160, 400, 180, name), disc=False)


def _nianfen_1(name: str) -> str:
    back = wrapper(1000, 480, 210, 0.95, "#efe6d2", "#7a5a3c", name)
    front_ = cake(teas.SHOUMEI, name, 690, 530, 220, count=520)
    return wide(
        WHITE_TEA,
        name,
        standing(WHITE_TEA, 1010, 690, 170, back),
        standing(WHITE_TEA, 710, 760, 170, on_easel(690, 530, 220, front_)),
        pick(940, 770, 280, -8),
        disc=False,
    )


def _songcha_1(name: str) -> str:
    trio = "".join(
        standing(GIFT, x, 740, 90, tin(x, 740, 170, h, c, lid, Label(art, "#f7f0e0", lid), f"{name}{x}"))
        for x, h, c, lid, art in (
            (560, 250, "#d59a7c", "#8c4a32", "crest"),
            (800, 320, "#d9ad58", "#8f6526", "moon"),
            (1040, 250, "#e3dac8", "#7f745e", "hills"),
        )
    )
    return wide(GIFT, name, trio, disc=False)


def _yunlan_1(name: str) -> str:
    fresh = basket(800, 730, 260)
    leaf = heap(teas.ANJI, name, 800, 560, 226, 120, 360, 1.25)
    return wide(GREEN, name, standing(GREEN, 800, 740, 230, fresh), leaf, disc=False)


def _yunlan_2(name: str) -> str:
    return document(
        WIDE,
        LOW,
        sky(WIDE, LOW, "#e8dcc6", "#f8efdb", (480, 260), "#ffe6ad"),
        far_hills(name, WIDE, 240, 720, "#8aa08a", "#f0e6cf"),
        mist(WIDE, 560, 180, "#fff6e2", 80),
        cottage(1010, 640, 260),
        cottage(760, 650, 150),
        pine(620, 660, 210, "#4a664c", "a"),
        pine(1230, 650, 180, "#55714f", "b"),
        mist(WIDE, 670, 90, "#fff6e2", 70),
        terrace(f"{name} a", 420, 680, 1700, 1020, "#5f8040", "#a2b686", 7),
        terrace(f"{name} b", 1380, 740, 1300, 1040, "#557a3a", "#95ad72", 6),
    )


def _yancha_1(name: str) -> str:
    bowls = "".join(
        standing(OOLONG, x, 740, 64, cup(x, 740, 90, 88, PORCELAIN, tea))
        for x, tea in ((520, teas.GOLD_LIQUOR), (800, teas.ROCK_LIQUOR), (1080, teas.AMBER_LIQUOR))
    )
    plate = dish(800, 560, 190, "#3f3631") + heap(teas.ROUGUI, name, 800, 554, 140, 76, 170)
    return wide(OOLONG, name, standing(OOLONG, 800, 580, 170, plate), bowls)


def _weilu_1(name: str) -> str:
    disc = cake(teas.SHOUMEI, name, 590, 520, 200, count=440)
    jug = glass(960, 740, 140, 270, teas.AGED_LIQUOR, 0.7)
    return wide(
        PUER,
        name,
        standing(PUER, 605, 730, 160, on_easel(590, 520, 200, disc)),
        standing(PUER, 960, 742, 110, jug),
        steam(960, 470, 190, name),
        standing(PUER, 1210, 760, 54, persimmon(1210, 730, 58)),
    )


def _xindian_1(name: str) -> str:
    shelves = front.lit_window(180, 90, 1240, 420, "#5a3826", 5, 1, name)
    counter = rect(
        0,
        600,
        WIDE,
        300,
        fill=linear((0, 0), (0, 100), (0, "#a9764b", 100), (12, "#8f5f3a", 100), (100, "#5f3d27", 100)),
    )
    wall = rect(0, 0, WIDE, LOW, fill=linear((0, 0), (100, 100), (0, "#e9d6b6", 100), (100, "#c9a780", 100)))
    things = (
        standing(PAPER, 560, 700, 100, gaiwan(560, 690, 96, PORCELAIN))
        + standing(PAPER, 800, 710, 100, xishi(800, 700, 100))
        + standing(PAPER, 1050, 710, 90, tin(1050, 710, 150, 220, "#7f9367", "#5d7a48", Label(), name))
    )
    return document(WIDE, LOW, wall, shelves, counter, things, lantern(300, 0, 110), lantern(1300, 0, 110))


SCENES: Mapping[str, Callable[[str], str]] = MappingProxyType(
    {
        "articles/longjing-chongpao-1": _longjing_1,
        "articles/laobaicha-nianfen-1": _nianfen_1,
        "articles/songcha-zhinan-1": _songcha_1,
        "articles/yunlan-shan-xing-1": _yunlan_1,
        "articles/yunlan-shan-xing-2": _yunlan_2,
        "articles/yancha-yanyun-1": _yancha_1,
        "articles/dongri-weilu-1": _weilu_1,
        "articles/hefang-jie-xindian-1": _xindian_1,
    }
)
