"""SVG text to JPEG bytes of a bounded size."""

import io

import resvg_py
from PIL import Image

LONG_SIDE_PX = 1600
LIMIT_BYTES = 92_000
QUALITIES = range(85, 58, -3)


def render_jpeg(svg: str) -> bytes:
    """A JPEG without metadata, at the best quality that stays within the limit."""
    picture = rasterise(svg)
    data = b""
    for quality in QUALITIES:
        data = _encode(picture, quality)
        if len(data) <= LIMIT_BYTES:
            break
    return data


def rasterise(svg: str) -> Image.Image:
    """The picture in RGB, its long side LONG_SIDE_PX."""
    box = svg.split('viewBox="', 1)[1].split('"', 1)[0]
    width, height = (int(side) for side in box.split()[2:])
    zoom = LONG_SIDE_PX / max(width, height)
    size = (round(width * zoom), round(height * zoom))
    png = resvg_py.svg_to_bytes(svg_string=svg, width=size[0], height=size[1], skip_system_fonts=True)
    return Image.open(io.BytesIO(png)).convert("RGB")


def _encode(picture: Image.Image, quality: int) -> bytes:
    out = io.BytesIO()
    picture.save(out, "JPEG", quality=quality, subsampling="4:2:0", optimize=True, progressive=True)
    return out.getvalue()
