"""Oolong on amber ochre."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from plugins.sample_shop.drawing import teas
from plugins.sample_shop.drawing.cup import brewed, cup
from plugins.sample_shop.drawing.gaiwan import gaiwan
from plugins.sample_shop.drawing.glass import pitcher
from plugins.sample_shop.drawing.heap import flat_heap, heap, scattered
from plugins.sample_shop.drawing.palette import CELADON, OOLONG, PORCELAIN, WALNUT
from plugins.sample_shop.drawing.pot import xishi
from plugins.sample_shop.drawing.pouch import parcel
from plugins.sample_shop.drawing.props import board, stone
from plugins.sample_shop.drawing.steam import steam
from plugins.sample_shop.drawing.still import flat_lay, lying, plate_above, standing, still
from plugins.sample_shop.drawing.svg import oval
from plugins.sample_shop.drawing.tin import Label, jar, tin
from plugins.sample_shop.drawing.vessel import dish

G = OOLONG


def _qingxiang(name: str) -> str:
    bowl = gaiwan(620, 720, 150, PORCELAIN, "", "on", "#6d8f6a")
    plate = dish(370, 800, 230, CELADON) + heap(teas.QINGXIANG, name, 370, 792, 166, 84, 190)
    return still(
        G,
        name,
        standing(G, 620, 726, 150, bowl),
        standing(G, 370, 822, 200, plate),
        scattered(teas.QINGXIANG, name, 690, 870, 120, 30, 7),
        motif="hills",
    )


def _qingxiang_2(name: str) -> str:
    bowl = lying(G, oval(640, 350, 220, 220), brewed(640, 350, 220, teas.JADE_LIQUOR), 40)
    return flat_lay(
        G,
        name,
        bowl,
        flat_heap(teas.QINGXIANG, name, 350, 660, 230, 210, 260, 1.1),
        scattered(teas.QINGXIANG, name, 370, 650, 320, 280, 12),
    )


def _nongxiang(name: str) -> str:
    caddy = tin(630, 730, 290, 320, "#7a4a22", "#5a3416", Label("moon", "#f3e2bd", "#7a4a22"), name)
    bowl = cup(330, 790, 120, 116, "#efe6d6", teas.AMBER_LIQUOR)
    return still(
        G,
        name,
        standing(G, 630, 730, 150, caddy),
        standing(G, 330, 792, 80, bowl),
        steam(330, 676, 230, name),
        standing(G, 560, 862, 130, heap(teas.NONGXIANG, name, 570, 856, 136, 56, 130)),
        motif="branch",
    )


def _dahongpao(name: str) -> str:
    rock = stone(500, 770, 360, 60, name, "#8f8375")
    pile = heap(teas.DAHONGPAO, name, 480, 762, 240, 140, 260, 1.1)
    bowl = cup(770, 880, 84, 84, PORCELAIN, teas.ROCK_LIQUOR)
    return still(
        G,
        name,
        standing(G, 500, 850, 350, rock),
        pile,
        standing(G, 770, 882, 58, bowl),
        steam(770, 800, 180, name),
        motif="moon",
        zoom=1.02,
    )


def _dahongpao_2(name: str) -> str:
    pot = xishi(470, 700, 140)
    bowls = standing(G, 720, 800, 56, cup(720, 800, 76, 78, PORCELAIN, teas.ROCK_LIQUOR)) + standing(
        G, 560, 850, 56, cup(560, 850, 76, 78, PORCELAIN, teas.ROCK_LIQUOR)
    )
    return still(
        G,
        name,
        board(510, 780, 780, 520, WALNUT),
        standing(G, 470, 704, 110, pot),
        bowls,
        steam(720, 720, 190, name),
        heap(teas.DAHONGPAO, name, 300, 836, 104, 44, 100, 0.8),
        motif="arch",
    )


def _dancong(name: str) -> str:
    pack = parcel(630, 740, 230, 300, 200, "#efe0bd", name, 26, "#b5532f")
    plate = dish(360, 800, 240, PORCELAIN) + heap(teas.DANCONG, name, 360, 792, 168, 80, 170, 1.05)
    return still(
        G,
        name,
        standing(G, 640, 750, 170, pack),
        standing(G, 360, 824, 210, plate),
        scattered(teas.DANCONG, name, 660, 880, 140, 26, 4),
        motif="hills",
    )


def _dancong_2(name: str) -> str:
    plate = plate_above(G, 500, 450, 310, "#efe4cc") + flat_heap(teas.DANCONG, name, 500, 450, 210, 205, 240, 1.1)
    bowls = "".join(
        lying(G, oval(x, y, 92, 92), brewed(x, y, 92, teas.GOLD_LIQUOR), 24)
        for x, y in ((250, 850), (500, 880), (750, 850))
    )
    return flat_lay(G, name, plate, bowls)


def _dongding(name: str) -> str:
    pot = jar(340, 740, [(0, 100), (20, 120), (110, 156), (210, 140), (262, 92), (280, 88)], "#8da58c", "#8da58c")
    jug = pitcher(660, 800, 130, 230, teas.GOLD_LIQUOR, 0.6)
    pile = heap(teas.DONGDING, name, 430, 876, 128, 56, 130)
    return still(
        G,
        name,
        standing(G, 340, 742, 130, pot),
        standing(G, 660, 802, 106, jug),
        standing(G, 430, 886, 120, pile),
        motif="branch",
    )


def _rougui(name: str) -> str:
    tall = tin(380, 740, 230, 440, "#9c4a26", "#3a2a22", Label("hills", "#f2dfb9", "#7a3a1e"), name)
    plate = dish(660, 790, 210, "#3f3631") + heap(teas.ROUGUI, name, 660, 782, 152, 86, 180)
    return still(G, name, standing(G, 380, 740, 120, tall), standing(G, 660, 812, 190, plate), motif="arch")


SCENES: Mapping[str, Callable[[str], str]] = MappingProxyType(
    {
        "products/tieguanyin-qingxiang": _qingxiang,
        "products/tieguanyin-qingxiang-2": _qingxiang_2,
        "products/tieguanyin-nongxiang": _nongxiang,
        "products/dahongpao": _dahongpao,
        "products/dahongpao-2": _dahongpao_2,
        "products/yashixiang-dancong": _dancong,
        "products/yashixiang-dancong-2": _dancong_2,
        "products/dongding-wulong": _dongding,
        "products/wuyi-rougui": _rougui,
    }
)
