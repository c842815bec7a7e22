"""One emblem-like picture per category: the leaf or thing itself, large and calm."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from plugins.sample_shop.drawing import teas
from plugins.sample_shop.drawing.box import Box, base_shadow, box
from plugins.sample_shop.drawing.cake import cake, on_easel
from plugins.sample_shop.drawing.cup import cup
from plugins.sample_shop.drawing.gaiwan import gaiwan
from plugins.sample_shop.drawing.heap import heap
from plugins.sample_shop.drawing.leaves import Leaf
from plugins.sample_shop.drawing.palette import (
    BLACK,
    CELADON,
    GIFT,
    GOLD,
    GREEN,
    OOLONG,
    PORCELAIN,
    PUER,
    WARE,
    WHITE_TEA,
    Ground,
)
from plugins.sample_shop.drawing.props import plinth
from plugins.sample_shop.drawing.steam import steam
from plugins.sample_shop.drawing.still import standing, still
from plugins.sample_shop.drawing.svg import moved
from plugins.sample_shop.drawing.wrapping import bow, foil_frame, landscape, ribbon_band


def _mound(ground: Ground, kind: Leaf, colour: str, count: int, scale: float = 1.15) -> Callable[[str], str]:
    def scene(name: str) -> str:
        top = plinth(500, 720, 330, 120, colour)
        return still(
            ground,
            name,
            standing(ground, 500, 850, 320, top),
            heap(kind, name, 500, 710, 250, 170, count, scale),
            motif="moon",
        )

    return scene


def _puer(name: str) -> str:
    disc = cake(teas.SHUPU, name, 500, 510, 262, count=620)
    return still(
        PUER,
        name,
        standing(PUER, 500, 850, 330, plinth(500, 760, 330, 90, "#6b534c")),
        standing(PUER, 510, 786, 190, on_easel(500, 510, 262, disc)),
        motif="moon",
        zoom=1.0,
    )


def _ware(name: str) -> str:
    bowl = standing(WARE, 710, 780, 80, cup(710, 780, 100, 98, CELADON, teas.JADE_LIQUOR))
    return still(
        WARE,
        name,
        standing(WARE, 430, 750, 180, gaiwan(430, 740, 190, PORCELAIN)),
        bowl,
        steam(710, 680, 220, name),
        motif="moon",
    )


def _gifts(name: str) -> str:
    shape = Box(500, 770, 460, 230, 300, 30)
    band = ribbon_band(460, 230, 36, GOLD)
    top = ribbon_band(460, 300, 36, GOLD) + ribbon_band(460, 300, 36, GOLD, 0.5, True) + foil_frame(460, 300, 14)
    body = box(
        shape,
        "#8d2f27",
        landscape(460, 230, "#6a1f1a", "#b5604c", name) + band,
        ribbon_band(300, 230, 36, GOLD),
        top,
    )
    return still(
        GIFT,
        name,
        base_shadow(shape, GIFT.shadow, 0.5),
        body,
        moved(bow(0, 0, 120, GOLD), 500, 540, -6, 1, 0.75),
        motif="moon",
    )


SCENES: Mapping[str, Callable[[str], str]] = MappingProxyType(
    {
        "categories/lvcha": _mound(GREEN, teas.LONGJING, "#bccaae", 420),
        "categories/hongcha": _mound(BLACK, teas.JINJUNMEI, "#d9a893", 560),
        "categories/wulong": _mound(OOLONG, teas.NONGXIANG, "#d6b677", 330),
        "categories/baicha": _mound(WHITE_TEA, teas.YINZHEN, "#d3c8b5", 360),
        "categories/puer": _puer,
        "categories/chaqi": _ware,
        "categories/lihe": _gifts,
    }
)
