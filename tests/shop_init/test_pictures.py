"""The pictures that stand in until the owner's photographs come."""

from io import BytesIO

import pytest
from PIL import Image

from plugins.shop_init.colours import contrast_with_white, mix, parse_colour, render_colour
from plugins.shop_init.pictures import draw_goods, draw_hills

ACCENTS = [(0x2F, 0x6B, 0x4F), (0x7A, 0x3B, 0x2E), (0, 0, 0)]


@pytest.mark.parametrize(("draw", "size"), [(draw_hills, (1600, 1000)), (draw_goods, (1200, 1200))])
@pytest.mark.parametrize("accent", ACCENTS)
def test_a_picture_is_a_small_jpeg_in_the_shops_colour(draw, size, accent):
    data = draw(accent)
    assert len(data) <= 120_000
    with Image.open(BytesIO(data)) as picture:
        assert (picture.format, picture.size) == ("JPEG", size)
        colours = picture.convert("RGB").resize((100, 100)).getcolors(10_000)
    nearest = min(max(abs(a - b) for a, b in zip(colour, accent, strict=True)) for _, colour in colours)
    assert nearest <= 26
    assert len(colours) > 4


def test_equal_colours_give_equal_pictures():
    assert draw_hills(ACCENTS[0]) == draw_hills(ACCENTS[0])
    assert draw_hills(ACCENTS[0]) != draw_hills(ACCENTS[1])


def test_colours():
    assert parse_colour("#2f6b4f") == (47, 107, 79)
    assert render_colour((47, 107, 79)) == "#2f6b4f"
    assert mix((200, 100, 0), (0, 0, 0), 0.5) == (100, 50, 0)
    assert contrast_with_white((0, 0, 0)) == pytest.approx(21)
    assert contrast_with_white((255, 255, 255)) == pytest.approx(1)
    assert contrast_with_white(parse_colour("#767676")) == pytest.approx(4.54, abs=0.01)
