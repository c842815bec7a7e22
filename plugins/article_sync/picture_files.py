"""Pictures as bytes: what WeChat takes, the cover's cut-out, and what a download really is."""

import io

from PIL import Image, ImageOps, UnidentifiedImageError

from plugins.shared.errors import WeizhanError

COVER_SIZE = (900, 383)
"""The 2.35:1 that WeChat shows in its lists."""
BODY_WIDTH = 1080
LIMIT_BYTES = 1024 * 1024
"""https://developers.weixin.qq.com/doc/subscription/api/material/permanent/api_uploadimage.html"""
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


def cover_picture(name: str, data: bytes) -> bytes:
    """Return the middle of a picture as a 900 x 383 JPEG. Raises PictureUnreadable."""
    return _jpeg(ImageOps.fit(_open(name, data), COVER_SIZE, Image.Resampling.LANCZOS), 88)


def _open(name: str, data: bytes) -> Image.Image:
    try:
        with Image.open(io.BytesIO(data)) as image:
            return ImageOps.exif_transpose(image).convert("RGB")
    except (UnidentifiedImageError, OSError, ValueError, Image.DecompressionBombError) as error:
        raise PictureUnreadable(
            f"{name}: 不是能读的图片（{error}）。请换成 JPG 或 PNG。/ not a readable picture; use JPEG or PNG."
        ) from error


def _jpeg(image: Image.Image, quality: int) -> bytes:
    out = io.BytesIO()
    image.save(out, "JPEG", quality=quality, optimize=True)
    return out.getvalue()
