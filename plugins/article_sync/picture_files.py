"""Pictures as bytes: what WeChat takes, the cover's cut-out, and what a download really is."""

import io
import re

from PIL import Image, ImageOps, UnidentifiedImageError

from plugins.shared.errors import WeizhanError

SQUARE_SIZE = (500, 500)
"""The 1:1 that WeChat shows in chats and beside other articles."""
COVER_SIZE = (900, 383)
"""The 2.35:1 that WeChat shows in its lists."""
BODY_WIDTH = 1080
LIMIT_BYTES = 1024 * 1024
"""https://developers.weixin.qq.com/doc/subscription/api/material/permanent/api_uploadimage.html"""
MATERIAL_LIMIT_BYTES = 10 * 1024 * 1024
"""https://developers.weixin.qq.com/doc/subscription/api/material/permanent/api_addmaterial.html"""
_MAGIC = ((b"\xff\xd8\xff", "jpg"), (b"\x89PNG\r\n\x1a\n", "png"), (b"GIF87a", "gif"), (b"GIF89a", "gif"))


class PictureUnreadable(WeizhanError):
    """A file that should be a picture is none, or is broken."""


def kind_of(data: bytes) -> str:
    """Return jpg, png, gif or webp by the first bytes, empty for anything else."""
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return "webp"
    return next((kind for magic, kind in _MAGIC if data.startswith(magic)), "")


def body_picture(name: str, data: bytes) -> tuple[str, bytes]:
    """Return format and bytes to upload: the file itself where WeChat takes it, else a JPEG that it takes.

    An animated GIF stays what it is; it goes up as a material. Raises PictureUnreadable.
    """
    kind = kind_of(data)
    if kind == "gif" and len(data) > MATERIAL_LIMIT_BYTES:
        text = f"{name}: 动图超过 10 MB，公众号不收。请裁短或缩小。/ the GIF is over 10 MB. Cut or shrink it."
        raise PictureUnreadable(text)
    if kind == "gif" or (kind in ("jpg", "png") and len(data) < LIMIT_BYTES):
        return kind, data
    image = _open(name, data)
    width = min(BODY_WIDTH, image.width)
    for quality in (85, 75, 60, 45):
        small = image.resize((width, max(1, round(image.height * width / image.width))), Image.Resampling.LANCZOS)
        found = _jpeg(small, quality)
        if len(found) < LIMIT_BYTES:
            return "jpg", found
        width = max(320, width * 3 // 4)
    raise PictureUnreadable(f"{name}: 压缩后仍超过 1 MB。请换一张小些的。/ still over 1 MB; use a smaller one.")


def cover_picture(name: str, data: bytes, focus: str = "", size: tuple[int, int] = COVER_SIZE) -> bytes:
    """Return a picture cut to a size as JPEG, the focus point kept in view. Raises PictureUnreadable.

    ``focus`` is two numbers from 0 to 1, right and down, such as ``0.5 0.3``; the middle when it is empty.
    """
    image = _open(name, data)
    centering = tuple(map(_share, focus_of(focus), image.size, _cut(image.size, size)))
    return _jpeg(ImageOps.fit(image, size, Image.Resampling.LANCZOS, centering=(centering[0], centering[1])), 88)


def focus_of(text: str) -> tuple[float, float]:
    """Return a focus point as numbers, the middle for anything that is none."""
    found = re.fullmatch(r"([01](?:\.\d+)?) ([01](?:\.\d+)?)", " ".join(text.split()))
    return (min(1.0, float(found[1])), min(1.0, float(found[2]))) if found else (0.5, 0.5)


def _cut(whole: tuple[int, int], size: tuple[int, int]) -> tuple[float, float]:
    """Return the largest part of a picture that has the shape of ``size``."""
    scale = min(whole[0] / size[0], whole[1] / size[1])
    return size[0] * scale, size[1] * scale


def _share(focus: float, whole: float, cut: float) -> float:
    """Return how much of what is cut off lies before, so that the focus comes as near to the middle as it can."""
    rest = whole - cut
    return min(1.0, max(0.0, (focus * whole - cut / 2) / rest)) if rest > 0 else 0.5


def _open(name: str, data: bytes) -> Image.Image:
    try:
        with Image.open(io.BytesIO(data)) as image:
            return opaque(ImageOps.exif_transpose(image))
    except (UnidentifiedImageError, OSError, ValueError, Image.DecompressionBombError) as error:
        raise PictureUnreadable(
            f"{name}: 不是能读的图片（{error}）。请换成 JPG 或 PNG。/ not a readable picture; use JPEG or PNG."
        ) from error


def opaque(image: Image.Image) -> Image.Image:
    """Return a picture that JPEG can hold: what one can see through becomes white, as on the page around it."""
    if not image.has_transparency_data:
        return image.convert("RGB")
    plate = Image.new("RGBA", image.size, "white")
    return Image.alpha_composite(plate, image.convert("RGBA")).convert("RGB")


def _jpeg(image: Image.Image, quality: int) -> bytes:
    out = io.BytesIO()
    image.save(out, "JPEG", quality=quality, optimize=True)
    return out.getvalue()
