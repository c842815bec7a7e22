"""A cover's focus point stays in view in both cuts."""

import io

import pytest
from PIL import Image

from plugins.article_sync.picture_files import COVER_SIZE, SQUARE_SIZE, cover_picture, focus_of


@pytest.mark.parametrize("size", [COVER_SIZE, SQUARE_SIZE])
@pytest.mark.parametrize(("focus", "spot"), [("0.1 0.1", (60, 60)), ("0.9 0.9", (540, 540)), ("0.5 0.5", (300, 300))])
def test_the_focus_is_in_the_cut(focus: str, spot: tuple[int, int], size: tuple[int, int]) -> None:
    for shape in ((600, 600), (600, 2400), (2400, 600)):
        image = Image.new("RGB", shape, "white")
        at = (spot[0] * shape[0] // 600, spot[1] * shape[1] // 600)
        image.paste("red", (at[0] - 20, at[1] - 20, at[0] + 20, at[1] + 20))
        out = io.BytesIO()
        image.save(out, "PNG")
        cut = Image.open(io.BytesIO(cover_picture("a.png", out.getvalue(), focus, size)))
        assert cut.size == size
        small = cut.resize((90, 90)).tobytes()
        reds = sum(1 for red, green in zip(small[::3], small[1::3], strict=True) if red > 200 and green < 90)
        assert reds > 4


def test_anything_else_is_the_middle() -> None:
    assert focus_of("") == focus_of("left") == focus_of("7 7") == (0.5, 0.5)
    assert focus_of("1 0.25") == (1.0, 0.25)
