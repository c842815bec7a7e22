"""Two quiet pictures in the shop's colour, to stand where the owner's photographs will be."""

import math
from io import BytesIO

from PIL import Image, ImageDraw

from plugins.shop_init.colours import BLACK, WHITE, mix

_RGB = tuple[int, int, int]
_SMOOTH = 2  # drawn larger, then made smaller: soft edges


def draw_hills(accent: _RGB) -> bytes:
    """Return a wide JPEG: a pale sky, a sun, and hills that grow darker as they come near."""
    picture, draw, width, height = _canvas(1600, 1000, mix(accent, WHITE, 0.06))
    _disc(draw, width * 0.72, height * 0.27, height * 0.09, mix(accent, WHITE, 0.16))
    for layer, share in enumerate((0.18, 0.34, 0.58, 0.9)):
        top = height * (0.42 + 0.14 * layer)
        swing, wave = height * (0.1 - 0.012 * layer), 1.3 + 0.45 * layer
        ridge = [(x, top + swing * math.sin(wave * math.tau * x / width + 1.9 * layer)) for x in range(0, width + 1, 8)]
        draw.polygon([*ridge, (width, height), (0, height)], fill=mix(accent, WHITE, share))
    return _jpeg(picture, 1600, 1000)


def draw_goods(accent: _RGB) -> bytes:
    """Return a square JPEG: a box with a lid and its shadow on a pale ground."""
    picture, draw, width, height = _canvas(1200, 1200, mix(accent, WHITE, 0.08))
    draw.rectangle((0, height * 0.7, width, height), fill=mix(accent, WHITE, 0.14))
    draw.ellipse((width * 0.24, height * 0.74, width * 0.8, height * 0.82), fill=mix(accent, WHITE, 0.26))
    radius = width // 50
    draw.rounded_rectangle((width * 0.3, height * 0.36, width * 0.7, height * 0.78), radius, fill=accent)
    draw.rounded_rectangle(
        (width * 0.28, height * 0.28, width * 0.72, height * 0.38), radius, fill=mix(accent, BLACK, 0.8)
    )
    _disc(draw, width * 0.5, height * 0.58, width * 0.085, mix(accent, WHITE, 0.12))
    return _jpeg(picture, 1200, 1200)


def _canvas(width: int, height: int, ground: _RGB) -> tuple[Image.Image, ImageDraw.ImageDraw, int, int]:
    picture = Image.new("RGB", (width * _SMOOTH, height * _SMOOTH), ground)
    return picture, ImageDraw.Draw(picture), picture.width, picture.height


def _disc(draw: ImageDraw.ImageDraw, x: float, y: float, radius: float, colour: _RGB) -> None:
    draw.ellipse((x - radius, y - radius, x + radius, y + radius), fill=colour)


def _jpeg(picture: Image.Image, width: int, height: int) -> bytes:
    data = BytesIO()
    picture.resize((width, height), Image.Resampling.LANCZOS).save(data, "JPEG", quality=82, optimize=True)
    return data.getvalue()
