"""The leaves of the shop's teas and the colours of their liquor."""

from .leaves import Leaf

LONGJING = Leaf("spear", 66, 7.5, "#56602a", "#93993f", "#c9c876", "#dcd39a", 0.25)
YUQIAN = Leaf("spear", 76, 9.5, "#434f25", "#758237", "#acb463", "#c6c07e", 0.12)
BILUOCHUN = Leaf("hook", 46, 5.2, "#3c4a2c", "#71804f", "#b3bf92", "#eef0e2", 0.75)
BILUOCHUN_WET = Leaf("sprig", 44, 5.2, "#5b7038", "#94aa5c", "#cfdaa0", "#eef0e2", 0.3)
MAOFENG = Leaf("sprig", 58, 6.4, "#4b5a2b", "#8a9a4a", "#c3c987", "#e7d98f", 0.5)
ANJI = Leaf("sprig", 72, 5.0, "#55702f", "#8aa653", "#cbd796", "#e4e8ae", 0.3)
YULU = Leaf("needle", 58, 3.9, "#243a22", "#45623c", "#8ea879", "#dfe8d8", 0.3)
HOUKUI = Leaf("blade", 190, 13, "#38481f", "#5f7136", "#9caa62", "#9db06a", 0.0)
XIAOZHONG = Leaf("twist", 58, 5.4, "#1c130f", "#463229", "#937560", "#b98546", 0.14)
JINJUNMEI = Leaf("twist", 46, 4.0, "#2a1a10", "#5d4023", "#a87c3d", "#e0ac4f", 0.62)
QIMEN = Leaf("twist", 44, 3.6, "#191312", "#40312c", "#857064", "#c39a5b", 0.2)
DIANHONG = Leaf("bud", 62, 7.4, "#8a5418", "#c98a2f", "#efc56c", "#f6dc94", 0.6)
JIUQU = Leaf("hook", 50, 4.2, "#1e1412", "#4a332b", "#97745d", "#d1a262", 0.4)
YINGHONG = Leaf("twist", 72, 6.6, "#1d120f", "#4a2d22", "#8a5d45", "#cc8f49", 0.22)
QINGXIANG = Leaf("ball", 36, 6, "#36481f", "#6c803a", "#b4be70", "#c6d195", 0.35)
NONGXIANG = Leaf("ball", 35, 6, "#2b1d10", "#5d4422", "#a07f46", "#c99f58", 0.3)
DAHONGPAO = Leaf("twist", 82, 7.0, "#1d1512", "#4a3930", "#937a69", "#8d5b3c", 0.2)
DANCONG = Leaf("twist", 98, 6.4, "#2a1d11", "#5c432a", "#a07e53", "#b98f4c", 0.15)
DONGDING = Leaf("ball", 33, 6, "#3f4a20", "#767f38", "#b9bb70", "#c6b06a", 0.4)
ROUGUI = Leaf("twist", 76, 7.6, "#1c110d", "#4b2e22", "#906750", "#a5623d", 0.3)
YINZHEN = Leaf("bud", 80, 6.9, "#8f9079", "#cfcebb", "#fbf9ef", "#ffffff", 0.8)
MUDAN = Leaf("open", 78, 12, "#3c4128", "#74764c", "#b1ae7c", "#e6e6d8", 0.34)
SHOUMEI = Leaf("open", 84, 13, "#35241a", "#6f5138", "#a9855f", "#cfc3a8", 0.12)
GONGMEI = Leaf("open", 66, 11, "#39351f", "#706a41", "#a9a06c", "#dcdac6", 0.2)
YUEGUANG = Leaf("open", 80, 11, "#15161a", "#33343a", "#6d6d70", "#f1efe4", 0.5)
GONGTING = Leaf("twist", 38, 3.8, "#1d100b", "#492c1e", "#8a5c3d", "#c48a4a", 0.42)
SHUPU = Leaf("twist", 54, 5.4, "#1d100b", "#4a2d1f", "#8a5d43", "#a8713f", 0.16)
SHENGPU = Leaf("twist", 74, 7.0, "#2a2a18", "#5f5a37", "#a0986a", "#d9d5bd", 0.28)
CHATOU = Leaf("nugget", 74, 5.2, "#21120b", "#553424", "#98694a", "#b98045", 0.12)

GREEN_LIQUOR = "#cfd67a"
PALE_GREEN_LIQUOR = "#dfe3a0"
RED_LIQUOR = "#b2431b"
AMBER_LIQUOR = "#c8691f"
GOLD_LIQUOR = "#e0a83c"
JADE_LIQUOR = "#d8d472"
ROCK_LIQUOR = "#b9581c"
PALE_LIQUOR = "#ecd9a0"
APRICOT_LIQUOR = "#dfae5c"
AGED_LIQUOR = "#b8692b"
RIPE_LIQUOR = "#5e1d10"
RAW_LIQUOR = "#d9a441"
