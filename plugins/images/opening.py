"""An original as plain sRGB pixels, upright and on white; nothing that a camera wrote beside them comes along.

Whatever a file says it is, only JPEG, PNG and WebP are decoded, and never more pixels than a build can carry.
"""

import io
import struct
import warnings
import zlib
from collections import Counter
from pathlib import Path

from PIL import Image, ImageCms, ImageOps

from plugins.shared.language import say

MAX_PIXELS = 60_000_000
_BROKEN = (
    OSError,
    ValueError,
    SyntaxError,
    EOFError,
    struct.error,
    zlib.error,
    LookupError,
    TypeError,
    ArithmeticError,
    MemoryError,
)
"""What Pillow raises over damaged files, depending on where the damage is."""
_KINDS = (
    (b"ftyphei", "HEIC"),
    (b"ftypmif1", "HEIC"),
    (b"ftypavif", "AVIF"),
    (b"ftyp", "MP4"),
    (b"GIF8", "GIF"),
    (b"BM", "BMP"),
    (b"II*\0", "TIFF"),
    (b"MM\0*", "TIFF"),
    (b"8BPS", "Photoshop"),
    (b"%PDF", "PDF"),
    (b"<", "HTML/SVG"),
    (b"PK", "ZIP"),
)


class PictureFlaw(Exception):
    """Why a file cannot be used as a picture, in words for the person who put it there."""


def open_picture(path: Path, least_px: int) -> tuple[Image.Image, str]:
    """Return the pixels and the format that the file really has; at least ``least_px`` wide where that saves work.

    Raises:
        PictureFlaw: damaged, too large, or no picture of a kind that is used here.
    """
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", UserWarning)  # damaged EXIF, of which nothing is kept anyway
            return _opened(path, least_px)
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        raise PictureFlaw(_too_large("")) from None
    except _BROKEN as error:
        raise PictureFlaw(_unreadable(path, type(error).__name__)) from None


def _opened(path: Path, least_px: int) -> tuple[Image.Image, str]:
    with Image.open(path, formats=["JPEG", "PNG", "WEBP"]) as original:
        if original.width * original.height > MAX_PIXELS:
            raise PictureFlaw(_too_large(f"{original.width}x{original.height} px. "))
        kind = "JPEG" if original.format == "MPO" else str(original.format)
        original.draft("RGB", (least_px, least_px))
        return _plain(ImageOps.exif_transpose(original)), kind


def main_colour(picture: Image.Image) -> str:
    """Return the colour that most of a picture has, ``#rrggbb``: what stands in its place until it arrives."""
    data = picture.resize((24, 24), Image.Resampling.BOX).tobytes()
    pixels = list(zip(data[::3], data[1::3], data[2::3], strict=True))
    near = Counter(tuple(part >> 5 for part in pixel) for pixel in pixels).most_common(1)[0][0]
    chosen = [pixel for pixel in pixels if tuple(part >> 5 for part in pixel) == near]
    return "#" + "".join(f"{round(sum(parts) / len(chosen)):02x}" for parts in zip(*chosen, strict=True))


def _plain(picture: Image.Image) -> Image.Image:
    profile = picture.info.get("icc_profile")
    if picture.mode.startswith("I"):  # 16 bits of grey
        picture = picture.convert("I").point(lambda value: value * (1 / 256)).convert("L")
    if profile and picture.mode in ("RGB", "CMYK", "L"):
        picture = _in_srgb(picture, profile)
    if picture.has_transparency_data:
        plate = Image.new("RGBA", picture.size, "white")
        picture = Image.alpha_composite(plate, picture.convert("RGBA"))
    picture = picture.convert("RGB")
    picture.info = {}  # EXIF, XMP, comments and profiles would be written again
    return picture


def _in_srgb(picture: Image.Image, profile: bytes) -> Image.Image:
    """Phones and cameras have wider colours than browsers expect of a picture without a profile."""
    try:
        source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        converted = ImageCms.profileToProfile(picture, source, ImageCms.createProfile("sRGB"), outputMode="RGB")
    except (ImageCms.PyCMSError, *_BROKEN):
        return picture
    return converted or picture


def _too_large(size: str) -> str:
    return size + say("像素太多，请先缩小到 6000 万像素以内。", "Too many pixels; shrink it below 60 megapixels.")


def _unreadable(path: Path, reason: str) -> str:
    with path.open("rb") as file:
        head = file.read(64)
    kind = next((name for mark, name in _KINDS if mark in head[:16]), "")
    if not head:
        return say("文件是空的，不是图片，请重新拷贝。", "this is not a picture but an empty file. Copy it again.")
    if kind:
        return say(f"其实是 {kind} 文件，请导出成 JPEG。", f"it really is {kind}. Export it as JPEG.")
    hint = say("这不是能打开的图片，请重新导出。", "this is not a picture that can be opened. Export it again.")
    return f"{hint} ({reason})"
