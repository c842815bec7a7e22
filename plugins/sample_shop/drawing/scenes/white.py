"""White tea on oatmeal."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from plugins.sample_shop.drawing import teas
from plugins.sample_shop.drawing.cake import cake, on_easel
from plugins.sample_shop.drawing.cup import brewed, cup
from plugins.sample_shop.drawing.gaiwan import gaiwan
from plugins.sample_shop.drawing.glass import dancing, glass, pitcher
from plugins.sample_shop.drawing.heap import heap, scattered
from plugins.sample_shop.drawing.palette import PORCELAIN, WHITE_TEA, WOOD
from plugins.sample_shop.drawing.pouch import pouch
from plugins.sample_shop.drawing.props import board, cloth, pick, plinth
from plugins.sample_shop.drawing.steam import steam
from plugins.sample_shop.drawing.still import flat_lay, lying, standing, still
from plugins.sample_shop.drawing.svg import oval
from plugins.sample_shop.drawing.tin import Label, tin
from plugins.sample_shop.drawing.tuo import square
from plugins.sample_shop.drawing.vessel import dish
from plugins.sample_shop.drawing.wrapper import open_paper, wrapper

G = WHITE_TEA


def _yinzhen(name: str) -> str:
    plate = dish(560, 770, 270, "#6b6459", 20) + heap(teas.YINZHEN, name, 560, 760, 196, 120, 210, 1.1)
    caddy = tin(280, 690, 190, 330, "#e9e4d6", "#b8b09c", Label("hills", "#fbf7ee", "#9a9482"), name)
    return still(
        G,
        name,
        standing(G, 280, 690, 100, caddy),
        standing(G, 560, 796, 240, plate),
        scattered(teas.YINZHEN, name, 340, 886, 120, 22, 4),
        motif="moon",
    )


def _yinzhen_2(name: str) -> str:
    leaves = dancing(teas.YINZHEN, name, 500, 780, 110, 300, 26)
    tall = glass(500, 800, 146, 470, teas.PALE_LIQUOR, 0.84, leaves)
    return still(
        G,
        name,
        standing(G, 500, 802, 124, tall),
        steam(500, 350, 210, name),
        scattered(teas.YINZHEN, name, 760, 850, 120, 30, 6),
        motif="branch",
    )


def _mudan(name: str) -> str:
    linen = cloth(500, 790, 360, 140, "#d9cdb8", name)
    pile = heap(teas.MUDAN, name, 390, 776, 190, 116, 170, 1.1)
    bowl = gaiwan(690, 766, 112, PORCELAIN, teas.PALE_LIQUOR, "off")
    return still(G, name, linen, pile, standing(G, 690, 772, 110, bowl), steam(690, 656, 220, name), motif="branch")


def _shoumei(name: str) -> str:
    back = wrapper(640, 520, 220, 0.95, "#efe6d2", "#7a5a3c", name, "crest")
    front = cake(teas.SHOUMEI, name, 370, 610, 215)
    return still(
        G,
        name,
        standing(G, 660, 738, 180, back),
        standing(G, 390, 836, 170, on_easel(370, 610, 215, front)),
        standing(G, 690, 850, 90, heap(teas.SHOUMEI, name, 700, 852, 100, 40, 40, 0.8)),
        motif="hills",
    )


def _shoumei_2(name: str) -> str:
    paper = open_paper(470, 480, 400, "#eee4cf", name, 0.95)
    disc = lying(G, oval(450, 460, 280, 280), cake(teas.SHOUMEI, name, 450, 460, 280, 1.0, 620), 30)
    bowl = lying(G, oval(800, 810, 130, 130), brewed(800, 810, 130, teas.AGED_LIQUOR), 30)
    return flat_lay(G, name, paper, disc, bowl, pick(180, 860, 330, -16))


def _gongmei(name: str) -> str:
    pack = pouch(370, 730, 270, 410, "#cfc6ae", "#fbf6ea", "#7d7650", name, "sun")
    plate = dish(660, 800, 220, PORCELAIN) + heap(teas.GONGMEI, name, 660, 792, 160, 84, 130)
    return still(G, name, standing(G, 370, 734, 146, pack), standing(G, 660, 822, 200, plate), motif="arch")


def _fangpian(name: str) -> str:
    pieces = [
        square(teas.SHOUMEI, f"{name}{i}", x, y, 150, a)
        for i, (x, y, a) in enumerate(((420, 720, 14), (440, 640, 32), (620, 800, -20)))
    ]
    shade_ = standing(G, 440, 770, 130, "") + standing(G, 630, 846, 110, "")
    bowl = cup(770, 690, 92, 92, PORCELAIN, teas.APRICOT_LIQUOR)
    return still(
        G,
        name,
        board(520, 770, 720, 460, WOOD),
        standing(G, 770, 692, 64, bowl),
        steam(770, 600, 190, name),
        shade_,
        *pieces,
        motif="moon",
    )


def _yueguangbai(name: str) -> str:
    top = plinth(560, 720, 270, 100, "#d9d0bf")
    pile = heap(teas.YUEGUANG, name, 560, 712, 196, 124, 170, 1.05)
    jug = pitcher(250, 850, 104, 190, teas.APRICOT_LIQUOR, 0.58)
    return still(G, name, standing(G, 560, 830, 260, top), pile, standing(G, 250, 852, 86, jug), motif="moon")


SCENES: Mapping[str, Callable[[str], str]] = MappingProxyType(
    {
        "products/baihao-yinzhen": _yinzhen,
        "products/baihao-yinzhen-2": _yinzhen_2,
        "products/bai-mudan": _mudan,
        "products/shoumei-2019": _shoumei,
        "products/shoumei-2019-2": _shoumei_2,
        "products/gongmei": _gongmei,
        "products/laobaicha-fangpian": _fangpian,
        "products/yueguangbai": _yueguangbai,
    }
)
