"""The PNG is read back by an independent decoder."""

import pytest
import zxingcpp
from PIL import Image

from plugins.qr_codes.picture import write_png
from plugins.shared.errors import UsageProblem

ADDRESSES = [
    "http://192.168.1.23:8000/",
    "https://tea.example.com/p/longjing-mingqian/?from=poster#price",
    "https://tea.example.com/landing/" + "nianhuo-" * 40,
]


def decode(path) -> str:
    with Image.open(path) as picture:
        return zxingcpp.read_barcode(picture.convert("L")).text


@pytest.mark.parametrize("url", ADDRESSES)
@pytest.mark.parametrize("scale", [2, 8])
def test_a_reader_finds_the_address(tmp_path, url, scale):
    write_png(url, tmp_path / "codes" / "code.png", scale)
    assert decode(tmp_path / "codes" / "code.png") == url


def test_chinese_is_percent_encoded(tmp_path):
    write_png("https://茶.cn/columns/选茶指南/", tmp_path / "code.png")
    path = "%E9%80%89%E8%8C%B6%E6%8C%87%E5%8D%97"
    assert decode(tmp_path / "code.png") == f"https://xn--cl1a.cn/columns/{path}/"


def test_the_quiet_zone_is_four_modules_of_white(tmp_path):
    write_png(ADDRESSES[0], tmp_path / "code.png", 5)
    with Image.open(tmp_path / "code.png") as picture:
        grey = picture.convert("L")
    assert grey.point(lambda value: 255 - value).getbbox() == (20, 20, grey.width - 20, grey.height - 20)


def test_equal_input_gives_equal_bytes(tmp_path):
    write_png(ADDRESSES[1], tmp_path / "one.png", 3)
    write_png(ADDRESSES[1], tmp_path / "two.png", 3)
    assert (tmp_path / "one.png").read_bytes() == (tmp_path / "two.png").read_bytes()


@pytest.mark.parametrize("scale", [0, -1, 101])
def test_a_useless_scale_is_refused_before_anything_is_written(tmp_path, scale):
    with pytest.raises(UsageProblem, match="100"):
        write_png(ADDRESSES[0], tmp_path / "code.png", scale)
    assert list(tmp_path.iterdir()) == []
