"""Teaware on celadon grey."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from plugins.sample_shop.drawing import teas
from plugins.sample_shop.drawing.cup import cup
from plugins.sample_shop.drawing.gaiwan import gaiwan
from plugins.sample_shop.drawing.glass import pitcher
from plugins.sample_shop.drawing.palette import CELADON, PORCELAIN, WALNUT, WARE, mix
from plugins.sample_shop.drawing.pot import iron_kettle, xishi
from plugins.sample_shop.drawing.props import bamboo_tray, board, plinth
from plugins.sample_shop.drawing.steam import steam
from plugins.sample_shop.drawing.still import standing, still
from plugins.sample_shop.drawing.tin import jar
from plugins.sample_shop.drawing.travel import travel_cup, travel_pot

G = WARE


def _gaiwan(name: str) -> str:
    top = plinth(500, 740, 300, 90, "#b3c1bb")
    return still(
        G,
        name,
        standing(G, 500, 850, 290, top),
        standing(G, 500, 730, 180, gaiwan(500, 728, 190, PORCELAIN), 0.6),
        motif="moon",
    )


def _gaiwan_2(name: str) -> str:
    bowl = gaiwan(420, 740, 190, PORCELAIN, teas.GOLD_LIQUOR, "aside")
    return still(G, name, standing(G, 420, 750, 190, bowl), steam(420, 550, 260, name), motif="branch")


def _xishi(name: str) -> str:
    return still(G, name, standing(G, 500, 770, 190, xishi(490, 760, 220)), motif="moon")


def _xishi_2(name: str) -> str:
    table = board(500, 780, 780, 440, WALNUT)
    bowls = standing(G, 680, 820, 50, cup(680, 820, 70, 70, PORCELAIN, teas.ROCK_LIQUOR)) + standing(
        G, 800, 770, 50, cup(800, 770, 70, 70, PORCELAIN, teas.ROCK_LIQUOR)
    )
    return still(
        G,
        name,
        table,
        standing(G, 400, 760, 120, xishi(400, 756, 150)),
        bowls,
        steam(690, 740, 190, name),
        motif="branch",
    )


def _tiehu(name: str) -> str:
    return still(
        G,
        name,
        standing(G, 510, 810, 210, iron_kettle(520, 800, 230)),
        steam(215, 540, 240, name, 0.6),
        motif="hills",
    )


def _gongdao(name: str) -> str:
    return still(G, name, standing(G, 490, 790, 190, pitcher(480, 786, 230, 420, teas.AMBER_LIQUOR, 0.6)), motif="arch")


def _pinming(name: str) -> str:
    spots = (
        (310, 690, CELADON),
        (600, 670, mix(CELADON, "#7fa6a0", 0.5)),
        (440, 830, mix(CELADON, "#e8ead8", 0.5)),
        (720, 810, CELADON),
    )
    bowls = [
        standing(G, x, y, 90, cup(x, y, 120, 116, colour, teas.JADE_LIQUOR if i % 2 == 0 else ""))
        for i, (x, y, colour) in enumerate(spots)
    ]
    return still(G, name, *bowls, motif="hills", zoom=1.26)


def _kuaike(name: str) -> str:
    return still(
        G,
        name,
        standing(G, 360, 780, 130, travel_pot(360, 780, 150)),
        standing(G, 680, 800, 110, travel_cup(680, 800, 120)),
        motif="arch",
        zoom=1.3,
    )


def _kuaike_2(name: str) -> str:
    return still(
        G,
        name,
        standing(G, 500, 800, 150, travel_cup(500, 800, 190, teas.GOLD_LIQUOR)),
        steam(500, 610, 230, name),
        motif="branch",
    )


def _chapan(name: str) -> str:
    tray = bamboo_tray(500, 730, 640, 400, 23, 24)
    things = (
        standing(G, 430, 720, 80, xishi(430, 720, 100))
        + standing(G, 600, 790, 40, cup(600, 790, 54, 54, PORCELAIN, teas.AMBER_LIQUOR))
        + standing(G, 690, 730, 40, cup(690, 730, 54, 54, PORCELAIN, teas.AMBER_LIQUOR))
    )
    return still(G, name, tray, things, motif="moon", zoom=1.24)


def _chaguan(name: str) -> str:
    profile = [(0.0, 130.0), (24.0, 150.0), (160.0, 214.0), (300.0, 190.0), (372.0, 124.0), (396.0, 118.0)]
    return still(G, name, standing(G, 500, 800, 180, jar(500, 790, profile, CELADON, CELADON)), motif="moon")


SCENES: Mapping[str, Callable[[str], str]] = MappingProxyType(
    {
        "products/gaiwan-baici": _gaiwan,
        "products/gaiwan-baici-2": _gaiwan_2,
        "products/zisha-xishi": _xishi,
        "products/zisha-xishi-2": _xishi_2,
        "products/tiehu-laotie": _tiehu,
        "products/gongdao-boli": _gongdao,
        "products/pinming-bei": _pinming,
        "products/kuaike-bei": _kuaike,
        "products/kuaike-bei-2": _kuaike_2,
        "products/chapan-zhu": _chapan,
        "products/chaguan-ci": _chaguan,
    }
)
