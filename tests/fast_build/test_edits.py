"""One edit of each kind: the build after it gives what a clean build gives."""

from pathlib import Path

import pytest
from PIL import Image

from tests.fast_build.shop import Shop

EDITS = {
    "stores.yaml": ("一店", "新店"),
    "shop.yaml": ("小店有限公司", "大店有限公司"),
    "products/categories.yaml": ("title: 绿茶", "title: 好绿茶"),
    "products/longjing.md": ("title: 龙井", "title: 新龙井"),
    "landing_pages/spring.md": ("title: 开春", "title: 入夏"),
    "articles/hello.md": ("title: 你好", "title: 您好"),
    "../theme/templates/partials/price.html": ("<b>", '<b class="x">'),
    "../theme/templates/macros/icon.html": ("wz-icon", "wz-sign"),
    "../theme/static/css/base.css": (":root", "i{top:0}:root"),
    "../pelicanconf.py": ('"%Y-%m-%d"', '"%Y-%m-%d"  # edited'),
}


@pytest.mark.parametrize("name", EDITS)
def test_an_edit_gives_what_a_clean_build_gives(tmp_path: Path, name: str) -> None:
    shop = Shop(tmp_path)
    assert shop.build() == ""
    path = shop.content / name
    text = path.read_text(encoding="utf-8")
    assert EDITS[name][0] in text
    path.write_text(text.replace(*EDITS[name]), encoding="utf-8")
    assert (shop.build(), shop.build_clean()) == ("", "")
    assert shop.tree() == shop.tree("clean")


@pytest.mark.parametrize("name", ["stores.yaml", "landing_pages/spring.md", "articles/hello.md", "pages/service.md"])
def test_what_is_gone_is_gone_everywhere(tmp_path: Path, name: str) -> None:
    shop = Shop(tmp_path)
    assert shop.build() == ""
    (shop.content / name).unlink()
    assert (shop.build(), shop.build_clean()) == ("", "")
    assert shop.tree() == shop.tree("clean")


def test_a_new_picture_of_the_same_name_is_shown(tmp_path: Path) -> None:
    shop = Shop(tmp_path)
    assert shop.build() == ""
    Image.new("RGB", (700, 500), (10, 20, 30)).save(shop.content / "images/a.jpg")
    assert (shop.build(), shop.build_clean()) == ("", "")
    assert shop.tree() == shop.tree("clean")
