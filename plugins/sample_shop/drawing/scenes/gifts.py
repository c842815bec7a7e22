"""Gift boxes on muted cinnabar."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from plugins.sample_shop.drawing import teas
from plugins.sample_shop.drawing.box import Box, base_shadow, box
from plugins.sample_shop.drawing.cup import brewed, cup
from plugins.sample_shop.drawing.gift import lid_above, open_box, packet, tin_above
from plugins.sample_shop.drawing.heap import flat_heap, heap
from plugins.sample_shop.drawing.palette import GIFT, GOLD, PORCELAIN
from plugins.sample_shop.drawing.steam import steam
from plugins.sample_shop.drawing.still import flat_lay, lying, standing, still
from plugins.sample_shop.drawing.svg import moved, oval
from plugins.sample_shop.drawing.tin import Label, tin
from plugins.sample_shop.drawing.wrapper import wrapper
from plugins.sample_shop.drawing.wrapping import bow, emblem, foil_frame, landscape, ribbon_band, slip

G = GIFT


def _boxed(ground_shadow: str, shape: Box, colour: str, front: str, side: str, top: str) -> str:
    return base_shadow(shape, ground_shadow, 0.5) + box(shape, colour, front, side, top)


def _siji(name: str) -> str:
    colours = (("#8fa36f", "#5d7a48"), ("#d59a7c", "#9c5a40"), ("#d9ad58", "#a87a2f"), ("#e9e1d0", "#a89b84"))
    tins = [
        standing(
            G,
            260 + i * 165,
            770 + (i % 2) * 46,
            76,
            tin(
                260 + i * 165,
                770 + (i % 2) * 46,
                146,
                250,
                body,
                lid,
                Label("hills", "#f7f0e0", lid),
                f"{name}{i}",
            ),
        )
        for i, (body, lid) in enumerate(colours)
    ]
    shape = Box(490, 700, 600, 360, 110, 10)
    front = landscape(600, 360, "#a4563f", "#ecd7b6", name, "#b5402f") + foil_frame(600, 360, 16)
    return still(
        G,
        name,
        _boxed(G.shadow, shape, "#f0e3c8", front, foil_frame(110, 360, 12), ""),
        *tins,
        motif="plain",
        zoom=1.2,
    )


def _siji_2(name: str) -> str:
    case = lying(G, "M120 330H880V900H120Z", open_box(120, 330, 760, 570, "#9c3b2e", "#efe3cb"), 36)
    lids = [
        tin_above(x, y, 120, colour, "#f7f0e0", ink, f"{name}{x}{y}")
        for x, y, colour, ink in (
            (310, 475, "#8fa36f", "#5d7a48"),
            (690, 475, "#d59a7c", "#9c5a40"),
            (310, 755, "#d9ad58", "#a87a2f"),
            (690, 755, "#e3dac8", "#8f846e"),
        )
    ]
    cover = lying(G, "M180 40H820V290H180Z", lid_above(180, 40, 640, 250, "#a8402f", name), 24)
    return flat_lay(G, name, case, *lids, cover, hint="none")


def _longjing(name: str) -> str:
    shape = Box(430, 740, 420, 190, 280, 30)
    top = foil_frame(420, 280, 16) + ribbon_band(420, 280, 34, GOLD)
    front = landscape(420, 190, "#3f5a36", "#a9bd8c", name) + ribbon_band(420, 190, 34, GOLD)
    caddy = tin(770, 810, 150, 250, "#dfe2c8", "#5f7a4a", Label("hills", "#f6f1e2", "#5f7a4a"), name)
    return still(
        G,
        name,
        _boxed(G.shadow, shape, "#6f8858", front, "", top),
        moved(bow(0, 0, 100, GOLD), 430, 556, -8, 1, 0.7),
        standing(G, 770, 810, 80, caddy),
        motif="moon",
    )


def _longjing_2(name: str) -> str:
    case = lying(G, "M110 200H890V660H110Z", open_box(110, 200, 780, 460, "#6f8858", "#f1ead6"), 36)
    lids = "".join(tin_above(x, 430, 120, "#7f9763", "#f6f1e2", "#4f6a3c", f"{name}{x}") for x in (285, 715))
    slots = packet(440, 290, 120, 280, "#a9bd84", name)
    return flat_lay(G, name, case, lids, slots, flat_heap(teas.LONGJING, name, 500, 830, 190, 90, 220), hint="none")


def _hongcha(name: str) -> str:
    shape = Box(500, 760, 400, 340, 230, -28)
    art = emblem(400, 340, 96, "#8d2f22", "#f5e2c4", name) + foil_frame(400, 340, 16)
    shape = Box(470, 760, 400, 340, 230, 28)
    bowl = cup(790, 850, 90, 90, PORCELAIN, teas.RED_LIQUOR)
    return still(
        G,
        name,
        _boxed(G.shadow, shape, "#7d2420", art, foil_frame(230, 340, 14), foil_frame(400, 230, 14)),
        standing(G, 790, 852, 62, bowl),
        steam(790, 760, 200, name),
        standing(G, 600, 900, 90, heap(teas.QIMEN, name, 610, 898, 96, 40, 130)),
        motif="arch",
    )


def _laobai(name: str) -> str:
    shape = Box(470, 740, 430, 120, 430, 34)
    top = emblem(430, 430, 130, "#6a5a44", "#f3ead6", name) + foil_frame(430, 430, 20) + foil_frame(430, 430, 29)
    disc = wrapper(740, 700, 150, 0.95, "#f3ead6", "#6a5a44", name)
    return still(
        G,
        name,
        _boxed(G.shadow, shape, "#d9c9a8", slip(430, 120, 0.1), "", top),
        standing(G, 760, 848, 120, disc),
        motif="hills",
    )


def _qiye(name: str) -> str:
    stack = (
        Box(500, 820, 520, 140, 300, 26),
        Box(500, 690, 430, 130, 250, 26),
        Box(500, 570, 340, 110, 200, 26),
    )
    colours = ("#3b3a44", "#efe4cf", "#a9813f")
    drawn = [
        _boxed(
            G.shadow,
            s,
            c,
            ribbon_band(s.width, s.height, 26, "#b5402f"),
            ribbon_band(s.depth, s.height, 26, "#b5402f"),
            ribbon_band(s.width, s.depth, 26, "#b5402f") + ribbon_band(s.width, s.depth, 26, "#b5402f", 0.5, True),
        )
        for s, c in zip(stack, colours, strict=True)
    ]
    return still(G, name, *drawn, moved(bow(0, 0, 92, "#c2503c"), 500, 456, -6, 1, 0.75), motif="moon")


def _rumen(name: str) -> str:
    case = lying(G, "M110 150H890V850H110Z", open_box(110, 150, 780, 700, "#c79f72", "#f3ead6"), 36)
    bowl = lying(G, oval(330, 390, 130, 130), brewed(330, 390, 130, teas.GOLD_LIQUOR), 20)
    packs = "".join(
        packet(500 + i * 120, 240, 104, 270, colour, f"{name}{i}")
        for i, colour in enumerate(("#8fa36f", "#c9795a", "#d0a24c"))
    )
    more = packet(500, 550, 164, 230, "#d9cfb8", f"{name}w") + packet(684, 550, 164, 230, "#6b4b44", f"{name}p")
    return flat_lay(
        G,
        name,
        case,
        bowl,
        packs,
        more,
        tin_above(330, 690, 110, "#7c8f84", "#f7f0e0", "#4f6a5c", name),
        hint="none",
    )


SCENES: Mapping[str, Callable[[str], str]] = MappingProxyType(
    {
        "products/lihe-siji": _siji,
        "products/lihe-siji-2": _siji_2,
        "products/lihe-longjing": _longjing,
        "products/lihe-longjing-2": _longjing_2,
        "products/lihe-hongcha": _hongcha,
        "products/lihe-laobai": _laobai,
        "products/lihe-qiye": _qiye,
        "products/lihe-rumen": _rumen,
    }
)
