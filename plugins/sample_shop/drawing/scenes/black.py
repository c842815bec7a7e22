"""Black tea on terracotta rose."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from plugins.sample_shop.drawing import teas
from plugins.sample_shop.drawing.cup import brewed, cup, saucer
from plugins.sample_shop.drawing.glass import pitcher
from plugins.sample_shop.drawing.heap import flat_heap, heap, scattered
from plugins.sample_shop.drawing.palette import BLACK, PORCELAIN, WALNUT
from plugins.sample_shop.drawing.pouch import parcel, pouch
from plugins.sample_shop.drawing.props import board, plinth, stone
from plugins.sample_shop.drawing.steam import steam
from plugins.sample_shop.drawing.still import flat_lay, lying, plate_above, standing, still
from plugins.sample_shop.drawing.svg import oval
from plugins.sample_shop.drawing.tin import RED_SEAL, Label, tin
from plugins.sample_shop.drawing.vessel import dish

G = BLACK


def _zhengshan_xiaozhong(name: str) -> str:
    tall = tin(650, 730, 230, 430, "#3b2a24", "#2b1e1a", RED_SEAL, name)
    bowl = cup(350, 790, 136, 130, PORCELAIN, teas.AMBER_LIQUOR)
    plate = saucer(350, 800, 176)
    return still(
        G,
        name,
        standing(G, 650, 730, 120, tall),
        standing(G, 350, 812, 150, plate + bowl),
        steam(350, 660, 240, name),
        standing(G, 640, 856, 110, heap(teas.XIAOZHONG, name, 630, 850, 120, 54, 150)),
        motif="branch",
    )


def _zhengshan_xiaozhong_2(name: str) -> str:
    plate = plate_above(G, 420, 440, 300, "#e9dccb") + flat_heap(teas.XIAOZHONG, name, 420, 440, 220, 215, 420)
    bowl = lying(G, oval(790, 770, 140, 140), brewed(790, 770, 140, teas.AMBER_LIQUOR), 30)
    return flat_lay(G, name, plate, bowl, scattered(teas.XIAOZHONG, name, 420, 830, 240, 60, 9))


def _jinjunmei(name: str) -> str:
    caddy = tin(330, 720, 220, 300, "#c79a4a", "#a87a2f", Label("crest", "#f8efd8", "#6b3a22"), name, 0.34)
    top = plinth(600, 740, 250, 80, "#e2bda9")
    pile = heap(teas.JINJUNMEI, name, 600, 732, 182, 120, 420, 1.0)
    return still(G, name, standing(G, 330, 720, 116, caddy), standing(G, 600, 830, 240, top), pile, motif="moon")


def _jinjunmei_2(name: str) -> str:
    jug = standing(G, 400, 770, 130, pitcher(400, 770, 160, 300, teas.GOLD_LIQUOR, 0.66))
    bowls = standing(G, 690, 780, 60, cup(690, 780, 84, 82, PORCELAIN, teas.GOLD_LIQUOR)) + standing(
        G, 590, 860, 60, cup(590, 860, 84, 82, PORCELAIN, teas.GOLD_LIQUOR)
    )
    return still(
        G,
        name,
        jug,
        bowls,
        steam(690, 700, 200, name),
        scattered(teas.JINJUNMEI, name, 330, 880, 130, 24, 12),
        motif="arch",
    )


def _qimen_hongcha(name: str) -> str:
    pack = parcel(360, 760, 240, 220, 240, "#ead9bd", name, 30)
    bowl = cup(690, 790, 112, 112, "#e9dfd2", teas.RED_LIQUOR)
    return still(
        G,
        name,
        standing(G, 370, 770, 190, pack),
        standing(G, 690, 792, 74, bowl),
        steam(690, 680, 220, name),
        standing(G, 450, 884, 120, heap(teas.QIMEN, name, 470, 880, 126, 50, 200)),
        motif="hills",
        zoom=1.24,
    )


def _dianhong_jinya(name: str) -> str:
    plate = dish(500, 740, 330, "#5b3a30", 24) + heap(teas.DIANHONG, name, 500, 728, 240, 150, 330, 1.1)
    return still(
        G,
        name,
        standing(G, 500, 770, 300, plate),
        scattered(teas.DIANHONG, name, 280, 890, 130, 26, 5),
        motif="moon",
    )


def _jiuqu_hongmei(name: str) -> str:
    table = board(500, 780, 780, 400, WALNUT)
    jug = pitcher(330, 780, 136, 250, teas.RED_LIQUOR, 0.62)
    bowls = cup(600, 764, 74, 76, PORCELAIN, teas.RED_LIQUOR) + cup(750, 764, 74, 76, PORCELAIN, teas.RED_LIQUOR)
    pile = heap(teas.JIUQU, name, 650, 830, 96, 42, 170, 0.8)
    return still(
        G,
        name,
        table,
        standing(G, 330, 782, 110, jug),
        standing(G, 600, 764, 52, "") + standing(G, 750, 764, 52, bowls),
        pile,
        motif="branch",
    )


def _yinghong_jiuhao(name: str) -> str:
    pack = pouch(400, 740, 280, 420, "#8f3f2c", "#f5e6d2", "#8f3f2c", name, "crest")
    rock = stone(680, 800, 200, 34, name, "#b99a8c")
    pile = heap(teas.YINGHONG, name, 680, 796, 142, 84, 190)
    return still(G, name, standing(G, 400, 744, 150, pack), standing(G, 690, 850, 190, rock), pile, motif="arch")


SCENES: Mapping[str, Callable[[str], str]] = MappingProxyType(
    {
        "products/zhengshan-xiaozhong": _zhengshan_xiaozhong,
        "products/zhengshan-xiaozhong-2": _zhengshan_xiaozhong_2,
        "products/jinjunmei": _jinjunmei,
        "products/jinjunmei-2": _jinjunmei_2,
        "products/qimen-hongcha": _qimen_hongcha,
        "products/dianhong-jinya": _dianhong_jinya,
        "products/jiuqu-hongmei": _jiuqu_hongmei,
        "products/yinghong-jiuhao": _yinghong_jiuhao,
    }
)
