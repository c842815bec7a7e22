"""A picture as pages need it: its size, its colour, and the address of every variant."""

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import quote

WIDTHS_PX = (360, 750, 1125)
EXTENSIONS = {".jpg": "JPEG", ".jpeg": "JPEG", ".png": "PNG", ".webp": "WEBP"}
OTHER_EXTENSIONS = {".heic", ".heif", ".gif", ".bmp", ".tif", ".tiff", ".avif", ".psd", ".jfif", ".raw", ".dng"}


@dataclass(frozen=True)
class Picture:
    """One original and its variants; ``key`` is the digest its variants are cached under.

    ``colour`` stands in its place until it arrives; ``focus`` is the point that a cut keeps, as CSS (``50% 30%``).
    """

    path: str
    width_px: int
    height_px: int
    key: str
    colour: str = "#e8e4da"
    focus: str = ""
    avif: bool = False

    @property
    def formats(self) -> tuple[str, ...]:
        """The file endings that exist, the smallest first."""
        return ("avif", "webp", "jpg") if self.avif else ("webp", "jpg")

    @property
    def sources(self) -> tuple[tuple[str, str], ...]:
        """MIME type and ``srcset`` of everything before the JPEG, in the order in which browsers should choose."""
        return tuple((f"image/{extension}", self.srcset(extension)) for extension in self.formats[:-1])

    @property
    def style(self) -> str:
        """The CSS of its ``<img>``: the colour behind it, and where a cut is taken."""
        return f"background:{self.colour}" + (f";object-position:{self.focus}" if self.focus else "")

    @property
    def widths_px(self) -> tuple[int, ...]:
        """The widths that exist: never wider than the original."""
        return tuple(width for width in WIDTHS_PX if width <= self.width_px) or (self.width_px,)

    def file_name(self, width_px: int, extension: str) -> str:
        """Return where one variant lies below output/."""
        stem = self.path.rsplit(".", 1)[0]
        return f"images/{stem}-{width_px}.{self.key[:8]}.{extension}"

    def url(self, width_px: int, extension: str) -> str:
        """Return the root-relative address of one variant."""
        return "/" + quote(self.file_name(width_px, extension))

    def srcset(self, extension: str) -> str:
        """Return the variants of one format as a ``srcset`` value."""
        return ", ".join(f"{self.url(width, extension)} {width}w" for width in self.widths_px)

    @property
    def src(self) -> str:
        """The JPEG for browsers that choose nothing better."""
        return self.url(self.widths_px[min(1, len(self.widths_px) - 1)], "jpg")

    @property
    def largest(self) -> str:
        """The widest JPEG: for zooming and for share cards."""
        return self.url(self.widths_px[-1], "jpg")


Pictures = Mapping[str, Picture]
"""Pictures by their path below content/images/."""
