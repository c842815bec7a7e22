"""A Chinese font of this computer, for the outputs that carry their own letters."""

import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from fontTools.ttLib import TTCollection, TTFont, TTLibError

from plugins.shared.errors import WeizhanError
from plugins.shared.language import say

_SANS = (
    "/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc",
    "/usr/share/fonts/google-noto-sans-cjk-fonts/NotoSansCJK-Regular.ttc",
    "/usr/share/fonts/google-noto-cjk/NotoSansCJK-Regular.ttc",
    "/usr/share/fonts/noto-cjk/NotoSansCJK-Regular.ttc",
    "/usr/share/fonts/truetype/wqy/wqy-microhei.ttc",
    "/usr/share/fonts/truetype/wqy/wqy-zenhei.ttc",
    "/usr/share/fonts/truetype/droid/DroidSansFallbackFull.ttf",
    "/System/Library/Fonts/Hiragino Sans GB.ttc",
    "/System/Library/Fonts/STHeiti Light.ttc",
    "/System/Library/Fonts/PingFang.ttc",
    "C:/Windows/Fonts/msyh.ttc",
    "C:/Windows/Fonts/Deng.ttf",
    "C:/Windows/Fonts/simhei.ttf",
)
_SERIF = (
    "/usr/share/fonts/opentype/noto/NotoSerifCJK-Bold.ttc",
    "/usr/share/fonts/google-noto-serif-cjk-fonts/NotoSerifCJK-Bold.ttc",
    "/usr/share/fonts/google-noto-cjk/NotoSerifCJK-Bold.ttc",
    "/usr/share/fonts/noto-cjk/NotoSerifCJK-Bold.ttc",
    "/System/Library/Fonts/Supplemental/Songti.ttc",
    "C:/Windows/Fonts/simsun.ttc",
    "C:/Windows/Fonts/simkai.ttf",
)


class FontMissing(WeizhanError):
    """No Chinese font is on this computer, or the one that was named cannot be used."""


@dataclass(frozen=True)
class Face:
    """One face of a font file."""

    path: Path
    index: int

    @cached_property
    def font(self) -> Any:
        """The face as fontTools reads it, tables on demand."""
        return TTFont(self.path, fontNumber=self.index, lazy=True)

    @cached_property
    def glyphs(self) -> Any:
        """Outlines by glyph name."""
        return self.font.getGlyphSet()

    @cached_property
    def names(self) -> Mapping[int, str]:
        """Glyph names by code point."""
        return dict(self.font.getBestCmap())

    @cached_property
    def units(self) -> int:
        """Font units to an em."""
        return int(self.font["head"].unitsPerEm)


@dataclass(frozen=True)
class Fonts:
    """The two faces that sheets are set in; they may be the same."""

    sans: Face
    serif: Face

    def face(self, serif: bool) -> Face:
        """Return one of the two."""
        return self.serif if serif else self.sans


def find_fonts(environ: Mapping[str, str], sans: Iterable[str] = _SANS, serif: Iterable[str] = _SERIF) -> Fonts:
    """Return the font that WEIZHAN_FONT names, else the first of the well-known ones that is there.

    Raises:
        FontMissing: with what to install.
    """
    if named := environ.get("WEIZHAN_FONT"):
        face = _face(Path(named))
        if face is None:
            raise FontMissing(
                say(
                    f"WEIZHAN_FONT={named} 不是能用的中文字体文件（.ttf .otf .ttc）。",
                    f"WEIZHAN_FONT={named} is not a font file with Chinese in it (.ttf, .otf, .ttc).",
                )
            )
        return Fonts(face, face)
    found = _first(sans) or _first(serif)
    if found is None:
        raise FontMissing(_nothing())
    return Fonts(found, _first(serif) or found)


def _first(paths: Iterable[str]) -> Face | None:
    return next((face for path in paths if os.path.isfile(path) and (face := _face(Path(path)))), None)


def _face(path: Path) -> Face | None:
    """Return the simplified Chinese face of a file, None where it has no Chinese or is no font."""
    try:
        index = _simplified(path) if path.suffix.lower() in (".ttc", ".otc") else 0
        face = Face(path, index)
        return face if {0x7B, 0x5FAE, 0x4FE1} <= face.names.keys() else None
    except (OSError, TTLibError, KeyError, AssertionError):
        return None


def _simplified(path: Path) -> int:
    with TTCollection(path, lazy=True) as collection:
        names = [str(font["name"].getDebugName(1) or "") for font in collection.fonts]
    return next((place for place, name in enumerate(names) if name.endswith((" SC", " GB"))), 0)


def _nothing() -> str:
    return say(
        "这台电脑上没有找到中文字体，做不了 PDF 和海报图。Debian/Ubuntu：sudo apt install fonts-noto-cjk；"
        "或在 .env 里写 WEIZHAN_FONT=字体文件路径。网页版（.html）不需要字体，可以直接用浏览器打印。",
        "no Chinese font on this computer, so no PDF and no poster. Debian/Ubuntu: sudo apt install fonts-noto-cjk; "
        "or name a font file in .env as WEIZHAN_FONT=path. The .html kit needs none: print it from a browser.",
    )
