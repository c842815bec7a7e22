"""Green tea on sage."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from plugins.sample_shop.drawing import teas
from plugins.sample_shop.drawing.cup import brewed, cup
from plugins.sample_shop.drawing.gaiwan import gaiwan
from plugins.sample_shop.drawing.glass import dancing, glass
from plugins.sample_shop.drawing.heap import flat_heap, heap, scattered, sheaf
from plugins.sample_shop.drawing.palette import CELADON, GOLD, GREEN, KRAFT, PORCELAIN, WOOD
from plugins.sample_shop.drawing.pouch import pouch
from plugins.sample_shop.drawing.props import board, plinth, scoop
from plugins.sample_shop.drawing.steam import steam
from plugins.sample_shop.drawing.still import flat_lay, lying, standing, still
from plugins.sample_shop.drawing.svg import moved, oval, rect
from plugins.sample_shop.drawing.tin import Label, tin
from plugins.sample_shop.drawing.vessel import dish

G = GREEN
LEAF_GREEN = "#6f8452"


def _longjing_mingqian(name: str) -> str:
    caddy = tin(360, 730, 270, 450, "#dfe2c8", "#6f8452", Label("hills", "#f6f1e2", "#5f7a4a"), name)
    plate = dish(640, 770, 230, PORCELAIN) + heap(teas.LONGJING, name, 640, 764, 172, 92, 250, 1.0)
    return still(
        G,
        name,
        standing(G, 360, 730, 140, caddy),
        standing(G, 640, 790, 200, plate),
        scattered(teas.LONGJING, name, 380, 880, 150, 34, 6),
    )


def _longjing_mingqian_2(name: str) -> str:
    bowl = lying(G, oval(340, 360, 230, 230), brewed(340, 360, 230, teas.GREEN_LIQUOR), 40)
    afloat = scattered(teas.LONGJING, f"{name} afloat", 350, 370, 120, 120, 9, 1.1)
    return flat_lay(
        G,
        name,
        bowl,
        afloat,
        flat_heap(teas.LONGJING, name, 660, 690, 220, 190, 330, 1.05),
        scattered(teas.LONGJING, name, 620, 700, 310, 260, 12),
    )


def _longjing_yuqian(name: str) -> str:
    leaves = dancing(teas.YUQIAN, name, 350, 790, 96, 280, 26)
    tall = glass(350, 790, 118, 400, teas.GREEN_LIQUOR, 0.84, leaves)
    pile = heap(teas.YUQIAN, name, 660, 806, 168, 84, 220)
    return still(
        G,
        name,
        standing(G, 350, 790, 100, tall),
        steam(350, 390, 210, name),
        standing(G, 660, 818, 170, pile),
        motif="branch",
    )


def _biluochun(name: str) -> str:
    top = plinth(520, 700, 300, 120, "#c3cfb6")
    pile = heap(teas.BILUOCHUN, name, 520, 692, 216, 150, 420, 1.0)
    return still(
        G,
        name,
        standing(G, 520, 830, 290, top),
        pile,
        scattered(teas.BILUOCHUN, name, 240, 880, 110, 24, 6),
        motif="moon",
    )


def _biluochun_2(name: str) -> str:
    leaves = dancing(teas.BILUOCHUN_WET, name, 520, 790, 130, 290, 54)
    low = glass(520, 810, 175, 380, teas.PALE_GREEN_LIQUOR, 0.8, leaves)
    return still(
        G,
        name,
        standing(G, 520, 812, 150, low),
        steam(520, 440, 240, name),
        scattered(teas.BILUOCHUN, name, 240, 850, 120, 30, 10),
        motif="arch",
    )


def _maofeng(name: str) -> str:
    pack = pouch(640, 740, 280, 430, KRAFT, "#f5efdf", "#5f7a4a", name)
    wood = scoop(380, 820, 420)
    pile = heap(teas.MAOFENG, name, 380, 818, 160, 70, 210)
    return still(G, name, standing(G, 640, 744, 150, pack), standing(G, 390, 850, 200, wood), pile, motif="branch")


def _anji_baicha(name: str) -> str:
    table = board(500, 776, 780, 380, WOOD)
    bowl = gaiwan(330, 770, 132, PORCELAIN, teas.PALE_GREEN_LIQUOR, "aside", "#7f9a86")
    pile = heap(teas.ANJI, name, 690, 778, 132, 76, 220)
    return still(
        G,
        name,
        table,
        standing(G, 330, 776, 130, bowl),
        steam(330, 640, 220, name),
        standing(G, 690, 790, 130, pile),
        motif="moon",
    )


def _enshi_yulu(name: str) -> str:
    bowl = cup(690, 740, 120, 118, CELADON, teas.GREEN_LIQUOR)
    plate = dish(390, 780, 250, "#4e5b54") + heap(teas.YULU, name, 390, 772, 186, 110, 460)
    return still(
        G,
        name,
        standing(G, 690, 742, 80, bowl),
        steam(690, 620, 230, name),
        standing(G, 390, 806, 220, plate),
        scattered(teas.YULU, name, 700, 860, 130, 30, 9),
        motif="arch",
        zoom=1.2,
    )


def _taiping_houkui(name: str) -> str:
    leaves = dancing(teas.HOUKUI, name, 500, 700, 90, 150, 22)
    tall = glass(500, 800, 140, 520, teas.PALE_GREEN_LIQUOR, 0.86, moved(leaves, 0, 0))
    rest = sheaf(teas.HOUKUI, name, 760, 850, 26, 14, -6)
    return still(
        G,
        name,
        standing(G, 500, 802, 116, tall),
        standing(G, 770, 864, 120, rest, 0.4),
        sheaf(teas.HOUKUI, f"{name} left", 240, 860, 16, 7, 12),
        motif="moon",
        zoom=1.04,
    )


def _taiping_houkui_2(name: str) -> str:
    paper = rect(180, 170, 640, 640, fill="#f3ecd9")
    bundle = sheaf(teas.HOUKUI, name, 500, 470, 150, 70, -38, 1.9)
    tie = rect(452, 360, 46, 250, fill=GOLD, opacity=0.0)
    return flat_lay(G, name, lying(G, "M180 170H820V810H180Z", paper, 8), bundle, tie)


SCENES: Mapping[str, Callable[[str], str]] = MappingProxyType(
    {
        "products/longjing-mingqian": _longjing_mingqian,
        "products/longjing-mingqian-2": _longjing_mingqian_2,
        "products/longjing-yuqian": _longjing_yuqian,
        "products/biluochun": _biluochun,
        "products/biluochun-2": _biluochun_2,
        "products/maofeng": _maofeng,
        "products/anji-baicha": _anji_baicha,
        "products/enshi-yulu": _enshi_yulu,
        "products/taiping-houkui": _taiping_houkui,
        "products/taiping-houkui-2": _taiping_houkui_2,
    }
)
