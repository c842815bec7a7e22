"""Pictures as bytes."""

import io

import pytest
from PIL import Image

from plugins.article_sync.picture_files import (
    LIMIT_BYTES,
    MATERIAL_LIMIT_BYTES,
    PictureUnreadable,
    body_picture,
    cover_picture,
    kind_of,
)


def _picture(kind: str, size: tuple[int, int] = (400, 300), mode: str = "RGB") -> bytes:
    data = io.BytesIO()
    Image.effect_noise(size, 90).convert(mode).save(data, kind)
    return data.getvalue()


def test_jpeg_and_png_below_the_limit_go_up_byte_for_byte() -> None:
    for kind, name in (("JPEG", "jpg"), ("PNG", "png")):
        data = _picture(kind)
        assert body_picture("a", data) == (name, data)


def test_a_gif_stays_a_gif() -> None:
    data = _picture("GIF")
    assert body_picture("a", data) == ("gif", data)


@pytest.mark.parametrize(("kind", "size", "mode"), [("WEBP", (300, 200), "RGBA"), ("PNG", (2400, 1600), "RGB")])
def test_anything_else_becomes_a_jpeg_that_wechat_takes(kind: str, size: tuple[int, int], mode: str) -> None:
    name, data = body_picture("a", _picture(kind, size, mode))
    assert name == kind_of(data) == "jpg"
    assert len(data) < LIMIT_BYTES


def test_the_cover_is_cut_to_900_by_383_and_is_always_the_same() -> None:
    source = _picture("PNG", (500, 900))
    first = cover_picture("a", source)
    assert Image.open(io.BytesIO(first)).size == (900, 383)
    assert cover_picture("a", source) == first


@pytest.mark.parametrize("data", [b"", b"no picture", b"\xff\xd8\xff broken"])
def test_a_file_that_is_no_picture_is_said(data: bytes) -> None:
    with pytest.raises(PictureUnreadable):
        cover_picture("articles/x.jpg", data)


@pytest.mark.parametrize("mode", ["RGBA", "LA", "P"])
def test_what_one_can_see_through_becomes_white(mode: str) -> None:
    clear = Image.new("RGBA", (300, 200), (0, 0, 0, 0)).convert(mode)
    out = io.BytesIO()
    clear.save(out, "WEBP" if mode == "RGBA" else "PNG", transparency=0 if mode == "P" else None)
    cover = Image.open(io.BytesIO(cover_picture("a", out.getvalue())))
    corner = cover.getpixel((5, 5))
    assert isinstance(corner, tuple)
    assert min(corner) > 250


def test_a_gif_that_no_endpoint_takes_is_said() -> None:
    with pytest.raises(PictureUnreadable, match="10 MB"):
        body_picture("articles/long.gif", _picture("GIF") + b"\0" * MATERIAL_LIMIT_BYTES)
