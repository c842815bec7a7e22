"""The sample shop's pictures come from their scenes, repeatably, in the promised size."""

import io
import os
import subprocess
import sys
from hashlib import sha256
from pathlib import Path
from xml.etree import ElementTree

import pytest
from PIL import Image

from plugins.sample_shop.drawing import __main__ as script
from plugins.sample_shop.drawing.hills import hills
from plugins.sample_shop.drawing.palette import mix, shade, tint
from plugins.sample_shop.drawing.render import LONG_SIDE_PX, rasterise, render_jpeg
from plugins.sample_shop.drawing.scenes import SCENES, draw
from plugins.sample_shop.drawing.svg import blur, document, linear, rect, smooth

ROOT = Path(__file__).resolve().parents[2]
IMAGES = ROOT / "content" / "images"
PICTURES = sorted(SCENES)
LIMIT_BYTES = 120_000
TOTAL_BYTES = 8_000_000
SHAPES = {"products": 1.0, "categories": 1.0, "stores": 1600 / 1067}
"""Width by height per folder; everything else is 16 : 9."""
QUICK = ["products/gaiwan-baici", "products/xiaotuo", "categories/chaqi", "stores/wulin-lu"]
"""One light picture of several families; drawing all of them would take longer than a test should."""


pytestmark = pytest.mark.skipif(
    not (IMAGES / "products/longjing-mingqian.jpg").exists(),
    reason="content/ holds a shop of your own; these tests look at the sample shop's pictures",
)


def test_every_scene_has_its_picture_and_every_product_a_scene() -> None:
    drawn = {path.relative_to(IMAGES).with_suffix("").as_posix() for path in IMAGES.rglob("*.jpg")}
    assert drawn >= set(SCENES)
    assert {name for name in drawn if name.startswith("products/")} <= set(SCENES)


@pytest.mark.parametrize("name", PICTURES)
def test_picture_has_the_promised_size_and_no_metadata(name: str) -> None:
    path = IMAGES / f"{name}.jpg"
    with Image.open(path) as picture:
        assert picture.format == "JPEG"
        assert max(picture.size) == LONG_SIDE_PX
        assert picture.width / picture.height == pytest.approx(SHAPES.get(name.split("/")[0], 16 / 9), abs=0.01)
        assert not picture.getexif()
        assert "comment" not in picture.info
    assert path.stat().st_size <= LIMIT_BYTES


def test_all_pictures_together_stay_small() -> None:
    assert sum((IMAGES / f"{name}.jpg").stat().st_size for name in PICTURES) <= TOTAL_BYTES


def test_no_two_pictures_are_the_same() -> None:
    digests = [sha256((IMAGES / f"{name}.jpg").read_bytes()).hexdigest() for name in PICTURES]
    assert len(set(digests)) == len(digests)


@pytest.mark.parametrize("name", QUICK)
def test_drawing_twice_gives_the_same_svg(name: str) -> None:
    first = draw(name)
    assert first == draw(name)
    assert ElementTree.fromstring(first).tag.endswith("svg")


def test_drawing_does_not_depend_on_the_process() -> None:
    """Hash randomisation differs between processes; the picture must not."""
    code = f"from plugins.sample_shop.drawing.scenes import draw; print(draw({QUICK[0]!r}), end='')"
    environment = {**os.environ, "PYTHONHASHSEED": "4711"}
    result = subprocess.run([sys.executable, "-c", code], cwd=ROOT, env=environment, capture_output=True, check=True)
    assert result.stdout.decode() == draw(QUICK[0])


def test_picture_has_no_text_that_would_need_a_font() -> None:
    assert not any("<text" in draw(name) for name in QUICK)


def test_rendering_twice_gives_the_same_bytes() -> None:
    paint = linear((0, 0), (100, 100), (0, "#aabbcc", 100), (100, "#332211", 60))
    svg = document(400, 300, rect(0, 0, 400, 300, fill=paint))
    first = render_jpeg(svg)
    assert first == render_jpeg(svg)
    assert Image.open(io.BytesIO(first)).size == (1600, 1200)


def test_committed_picture_is_what_its_scene_draws() -> None:
    """Libraries may round differently elsewhere: a little is allowed, another picture is not."""
    name = QUICK[0]
    with Image.open(IMAGES / f"{name}.jpg") as committed:
        small = committed.convert("RGB").resize((40, 40)).tobytes()
    drawn = rasterise(draw(name)).resize((40, 40)).tobytes()
    assert max(abs(a - b) for a, b in zip(small, drawn, strict=True)) <= 6


def test_unknown_name_is_refused_with_an_example(capsys: pytest.CaptureFixture[str]) -> None:
    assert script.main(["products/coffee"]) == 1
    message = capsys.readouterr().err
    assert "products/coffee" in message
    assert sorted(SCENES)[0] in message


def test_another_seed_gives_other_hills() -> None:
    def land(seed: str) -> str:
        return hills(seed, 100, 0, 50, "#000000", "#ffffff")

    assert land("a") == land("a") != land("b")


def test_document_defines_each_paint_once() -> None:
    paint = linear((0, 0), (100, 0), (0, "#ffffff", 100), (100, "#000000", 0))
    svg = document(10, 10, rect(0, 0, 5, 5, fill=paint), rect(5, 0, 5, 5, fill=paint, filter=blur(2)))
    assert svg.count("<linearGradient") == 1
    assert svg.count("<filter") == 1
    assert 'stop-opacity="0"' in svg


def test_smooth_curve_passes_through_its_points() -> None:
    data = smooth([(0, 0), (10, 5), (20, 0)])
    assert data.startswith("M0 0C")
    assert " 10 5C" in data
    assert data.endswith(" 20 0")


def test_colours_mix_towards_their_second() -> None:
    assert mix("#000000", "#ffffff", 0.5) == "#808080"
    assert mix("#123456", "#ffffff", -1) == "#123456"
    assert shade("#ffffff", 1) != tint("#000000", 1)
