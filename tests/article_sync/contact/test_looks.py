"""Pictures that look the same, and pictures that do not."""

import io

import pytest
from PIL import Image, ImageDraw

from plugins.article_sync.contact.looks import look_alike


def photo(kind: str = "JPEG", size: tuple[int, int] = (320, 240), quality: int = 90, spot: int = 60) -> bytes:
    """Return a picture with a gradient and a spot."""
    image = Image.linear_gradient("L").resize(size).convert("RGB")
    ImageDraw.Draw(image).ellipse([spot, 40, spot + 120, 160], fill=(200, 30, 30))
    data = io.BytesIO()
    image.save(data, kind, **({"quality": quality} if kind == "JPEG" else {}))
    return data.getvalue()


@pytest.mark.parametrize("other", [photo("PNG"), photo(quality=40)])
def test_another_format_or_quality_looks_the_same(other: bytes) -> None:
    assert look_alike(photo(), other)


def test_the_same_picture_at_another_size_looks_the_same() -> None:
    data = io.BytesIO()
    Image.open(io.BytesIO(photo("PNG"))).resize((160, 120)).save(data, "JPEG")
    assert look_alike(photo("PNG"), data.getvalue())


@pytest.mark.parametrize("other", [photo(spot=150), photo(size=(240, 320)), b"", b"GIF89a", b"<svg/>"])
def test_other_pictures_look_different(other: bytes) -> None:
    assert not look_alike(photo(), other)
