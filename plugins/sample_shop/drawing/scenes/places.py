"""Stores, landing pages, the home page and the shop's own story."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from plugins.sample_shop.drawing import teas
from plugins.sample_shop.drawing.backdrop import backdrop, moon, ridges
from plugins.sample_shop.drawing.box import Box, base_shadow, box
from plugins.sample_shop.drawing.cup import cup
from plugins.sample_shop.drawing.gaiwan import gaiwan
from plugins.sample_shop.drawing.glass import pitcher
from plugins.sample_shop.drawing.hills import hills
from plugins.sample_shop.drawing.lantern import lantern
from plugins.sample_shop.drawing.palette import GIFT, GOLD, OOLONG, PAPER, PORCELAIN, WALNUT, shade
from plugins.sample_shop.drawing.pot import xishi
from plugins.sample_shop.drawing.pouch import pouch
from plugins.sample_shop.drawing.props import board
from plugins.sample_shop.drawing.snow import snow
from plugins.sample_shop.drawing.steam import steam
from plugins.sample_shop.drawing.still import standing
from plugins.sample_shop.drawing.svg import document, group, moved
from plugins.sample_shop.drawing.terraces import far_hills, mist, sky, terrace
from plugins.sample_shop.drawing.tin import Label, tin
from plugins.sample_shop.drawing.village import birds, cottage, pine
from plugins.sample_shop.drawing.wide import LOW, WIDE
from plugins.sample_shop.drawing.wrapping import bow, foil_frame, landscape, ribbon_band


def _home(name: str) -> str:
    return document(
        WIDE,
        LOW,
        sky(WIDE, LOW, "#e6d6c2", "#f9ead0", (1010, 280), "#ffdc98"),
        far_hills(name, WIDE, 230, 700, "#86a08c", "#f3e4cb"),
        mist(WIDE, 520, 200, "#fff3df", 80),
        birds(690, 220, 22, "#5d5a4a"),
        far_hills(f"{name} near", WIDE, 430, 760, "#7d9a74", "#e9e2c4", 2),
        mist(WIDE, 600, 140, "#fff3df", 70),
        terrace(f"{name} c", 1180, 520, 1300, 900, "#6f8f4c", "#a9bd88", 11),
        cottage(850, 590, 104),
        pine(780, 596, 104, "#557049", "a"),
        pine(925, 598, 84, "#5f7a50", "b"),
        mist(WIDE, 640, 110, "#fff0d4", 60),
        terrace(f"{name} a", 260, 540, 1250, 960, "#4d7139", "#8ca670", 10),
        mist(WIDE, 760, 90, "#fff0d4", 30),
        terrace(f"{name} b", 1120, 700, 1900, 1080, "#3d602d", "#779455", 8),
    )


def _about(name: str) -> str:
    return document(
        WIDE,
        LOW,
        sky(WIDE, LOW, "#d5dcd0", "#f3ecdc", (420, 250), "#fff0c9"),
        far_hills(name, WIDE, 210, 740, "#7d968e", "#e9e8da"),
        mist(WIDE, 560, 200, "#fbf5e8", 85),
        terrace(f"{name} c", 1330, 500, 1000, 860, "#66875a", "#a5bb95", 10),
        mist(WIDE, 620, 120, "#fbf5e8", 60),
        cottage(760, 650, 230),
        cottage(960, 664, 140),
        pine(590, 664, 200, "#47624f", "a"),
        pine(1080, 664, 160, "#52705a", "b"),
        pine(530, 670, 130, "#5d7a63", "c"),
        mist(WIDE, 675, 90, "#fbf5e8", 75),
        terrace(f"{name} a", 200, 600, 1100, 960, "#4f7440", "#8ba873", 9),
        terrace(f"{name} b", 1000, 720, 1900, 1060, "#42652f", "#7b9859", 7),
    )


def _nianhuo(name: str) -> str:
    big, tall, small = (
        Box(800, 740, 420, 200, 280, 28),
        Box(430, 760, 190, 260, 190, 34),
        Box(1150, 780, 260, 110, 220, 24),
    )
    gold = [
        ribbon_band(big.width, big.height, 34, GOLD),
        ribbon_band(big.depth, big.height, 34, GOLD),
        ribbon_band(420, 280, 34, GOLD) + ribbon_band(420, 280, 34, GOLD, 0.5, True),
    ]
    return document(
        WIDE,
        LOW,
        backdrop(GIFT, name, WIDE, LOW, 0.66),
        group(hills(name, WIDE, 250, 640, "#8f3a2f", "#c46a55", 4, 3), opacity=0.7),
        base_shadow(tall, GIFT.shadow),
        box(
            tall,
            "#efe2c8",
            landscape(190, 260, "#9c4a38", "#e8cdb0", name, "#b5402f"),
            "",
            ribbon_band(190, 190, 20, "#b5402f"),
        ),
        base_shadow(big, GIFT.shadow),
        box(
            big,
            "#8d2a22",
            landscape(420, 200, "#6a1c18", "#a9503f", f"{name}b") + gold[0],
            gold[1],
            gold[2] + foil_frame(420, 280, 14),
        ),
        moved(bow(0, 0, 110, GOLD), 800, 536, -6, 1, 0.75),
        base_shadow(small, GIFT.shadow),
        box(
            small,
            "#3f4a3c",
            foil_frame(260, 110, 10),
            "",
            foil_frame(260, 220, 12) + ribbon_band(260, 220, 22, GOLD),
        ),
        standing(
            GIFT,
            1010,
            800,
            60,
            tin(1010, 800, 120, 190, "#d9ad58", "#a87a2f", Label("crest", "#f8efd8", "#7a3a1e"), name),
        ),
        lantern(250, 60, 120),
        lantern(1380, 0, 100),
        snow(name, WIDE, LOW, 90),
    )


def _xinke(name: str) -> str:
    packs = "".join(
        standing(
            PAPER,
            x,
            690,
            86,
            pouch(x, 690, 170, 270, colour, "#f8f2e4", shade(colour, 0.4), f"{name}{x}", art),
        )
        for x, colour, art in (
            (430, "#93a674", "hills"),
            (640, "#c98566", "crest"),
            (850, "#d6ad5f", "sun"),
            (1060, "#6b4f49", "hills"),
        )
    )
    bowls = "".join(
        standing(PAPER, x, 790, 50, cup(x, 790, 70, 70, PORCELAIN, tea))
        for x, tea in (
            (520, teas.GREEN_LIQUOR),
            (730, teas.RED_LIQUOR),
            (940, teas.GOLD_LIQUOR),
            (1150, teas.RIPE_LIQUOR),
        )
    )
    return document(
        WIDE,
        LOW,
        backdrop(PAPER, name, WIDE, LOW, 0.62),
        moon(PAPER, 800, 400, 300),
        ridges(PAPER, name, WIDE, 300, 600),
        group(
            packs,
            bowls,
            steam(730, 720, 160, name),
            transform="translate(800 750) scale(1.2) translate(-800 -750)",
        ),
    )


def _qiucha(name: str) -> str:
    bowls = "".join(
        standing(OOLONG, 470 + i * 165, 770, 52, cup(470 + i * 165, 770, 72, 70, PORCELAIN, tea))
        for i, tea in enumerate(
            (teas.JADE_LIQUOR, teas.GOLD_LIQUOR, teas.AMBER_LIQUOR, teas.ROCK_LIQUOR, teas.RED_LIQUOR)
        )
    )
    return document(
        WIDE,
        LOW,
        backdrop(OOLONG, name, WIDE, LOW, 0.6),
        moon(OOLONG, 800, 380, 280),
        ridges(OOLONG, name, WIDE, 280, 580),
        board(800, 710, 1180, 480, WALNUT),
        standing(OOLONG, 520, 650, 90, gaiwan(520, 650, 92, PORCELAIN)),
        standing(OOLONG, 800, 640, 100, xishi(800, 640, 96)),
        standing(OOLONG, 1080, 660, 90, pitcher(1080, 660, 90, 160, teas.AMBER_LIQUOR, 0.6)),
        bowls,
        steam(800, 700, 150, name),
    )


SCENES: Mapping[str, Callable[[str], str]] = MappingProxyType(
    {
        "home/hero": _home,
        "pages/about": _about,
        "landing/nianhuo-chali": _nianhuo,
        "landing/xinke-shiyin": _xinke,
        "landing/qiucha-pinjian": _qiucha,
    }
)
