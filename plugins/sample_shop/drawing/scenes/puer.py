"""Puer on deep brown plum."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from plugins.sample_shop.drawing import teas
from plugins.sample_shop.drawing.cake import cake, on_easel
from plugins.sample_shop.drawing.citrus import citrus, lid, opened, slice_
from plugins.sample_shop.drawing.cup import cup
from plugins.sample_shop.drawing.glass import glass
from plugins.sample_shop.drawing.heap import heap, scattered
from plugins.sample_shop.drawing.palette import CLAY, PORCELAIN, PUER, WALNUT
from plugins.sample_shop.drawing.props import board, pick
from plugins.sample_shop.drawing.steam import steam
from plugins.sample_shop.drawing.still import standing, still
from plugins.sample_shop.drawing.tin import jar
from plugins.sample_shop.drawing.tuo import nest, twisted_paper
from plugins.sample_shop.drawing.vessel import dish
from plugins.sample_shop.drawing.wrapper import open_paper, wrapper

G = PUER


def _gongting(name: str) -> str:
    caddy = jar(350, 730, [(0, 110), (30, 140), (130, 172), (240, 150), (300, 100), (320, 96)], CLAY, CLAY, 0.1)
    plate = dish(650, 790, 220, "#e4d6bf") + heap(teas.GONGTING, name, 650, 782, 160, 92, 380)
    return still(G, name, standing(G, 350, 732, 140, caddy), standing(G, 650, 812, 200, plate), motif="hills")


def _shupu(name: str) -> str:
    back = wrapper(620, 500, 225, 0.95, "#e9dcc0", "#8f3a28", name, "sun")
    front = cake(teas.SHUPU, name, 380, 610, 215)
    bowl = cup(730, 850, 92, 90, PORCELAIN, teas.RIPE_LIQUOR)
    return still(
        G,
        name,
        standing(G, 640, 724, 190, back),
        standing(G, 400, 836, 170, on_easel(380, 610, 215, front)),
        standing(G, 730, 852, 64, bowl),
        steam(730, 760, 190, name),
        motif="moon",
    )


def _shupu_2(name: str) -> str:
    table = board(500, 796, 780, 380, WALNUT)
    jug = glass(340, 800, 150, 270, teas.RIPE_LIQUOR, 0.7)
    bowl = cup(650, 790, 110, 108, PORCELAIN, teas.RIPE_LIQUOR)
    return still(
        G,
        name,
        table,
        standing(G, 340, 802, 110, jug),
        standing(G, 650, 792, 76, bowl),
        steam(650, 680, 230, name),
        motif="arch",
    )


def _yiwu(name: str) -> str:
    paper = open_paper(500, 790, 380, "#e7dbc0", name, 0.36)
    disc = cake(teas.SHENGPU, name, 480, 560, 250, count=520)
    return still(
        G,
        name,
        paper,
        standing(G, 500, 816, 190, on_easel(480, 560, 250, disc)),
        pick(620, 870, 270, -10),
        scattered(teas.SHENGPU, name, 300, 880, 110, 24, 6),
        motif="moon",
    )


def _yiwu_2(name: str) -> str:
    seven = "".join(wrapper(460, 800 - i * 62, 240, 0.4, "#e9dec6", "#5d6b3c", f"{name}{i}", "crest") for i in range(5))
    bowl = cup(790, 890, 76, 76, PORCELAIN, teas.RAW_LIQUOR)
    return still(G, name, standing(G, 470, 850, 260, seven), standing(G, 790, 892, 56, bowl), motif="branch")


def _xiaoqinggan(name: str) -> str:
    back = standing(G, 640, 700, 100, citrus(640, 610, 120, f"{name} a")) + standing(
        G, 330, 720, 100, citrus(330, 630, 112, f"{name} b")
    )
    front = standing(G, 480, 830, 130, opened(480, 720, 146, teas.GONGTING, name))
    cap = standing(G, 730, 850, 84, lid(740, 826, 140, name, 18), 0.6)
    return still(G, name, back, front, cap, scattered(teas.GONGTING, name, 330, 880, 130, 24, 10), motif="moon")


def _xiaoqinggan_2(name: str) -> str:
    jug = glass(600, 790, 150, 290, "#8f3315", 0.72)
    fruit = (
        standing(G, 320, 820, 110, opened(320, 730, 120, teas.GONGTING, name))
        + slice_(800, 860, 70)
        + slice_(460, 880, 60)
    )
    return still(G, name, standing(G, 600, 792, 110, jug), steam(600, 500, 230, name), fruit, motif="hills")


def _xiaotuo(name: str) -> str:
    row = standing(G, 300, 740, 100, twisted_paper(300, 740, 110, "#eee3cd", f"{name}1")) + standing(
        G, 560, 720, 100, twisted_paper(560, 720, 110, "#e6c9b0", f"{name}2")
    )
    bare = standing(G, 470, 850, 100, nest(teas.SHUPU, f"{name} open", 470, 850, 118)) + standing(
        G, 750, 830, 90, nest(teas.SHENGPU, f"{name}3", 750, 830, 104)
    )
    return still(G, name, row, bare, motif="hills", zoom=1.2)


def _laochatou(name: str) -> str:
    plate = dish(520, 760, 310, "#d9c9ae", 22) + heap(teas.CHATOU, name, 520, 746, 224, 130, 120, 1.0)
    return still(
        G,
        name,
        standing(G, 520, 790, 280, plate),
        scattered(teas.CHATOU, name, 290, 880, 120, 20, 3, 0.8),
        motif="arch",
        zoom=1.22,
    )


SCENES: Mapping[str, Callable[[str], str]] = MappingProxyType(
    {
        "products/gongting-shupu": _gongting,
        "products/shupu-2018": _shupu,
        "products/shupu-2018-2": _shupu_2,
        "products/yiwu-shengpu": _yiwu,
        "products/yiwu-shengpu-2": _yiwu_2,
        "products/xiaoqinggan": _xiaoqinggan,
        "products/xiaoqinggan-2": _xiaoqinggan_2,
        "products/xiaotuo": _xiaotuo,
        "products/laochatou": _laochatou,
    }
)
