"""Addresses made from words: ASCII, distinct, the same each time; short and former ones lead to the product."""

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from plugins.products.addresses import ascii_slug, short_addresses, slugs_for
from plugins.products.pages import product_pages
from plugins.products.reader import read_catalog
from plugins.site.check import load_site
from plugins.site.columns import column_slug
from tests.conftest import product_text


def test_names_that_sound_alike_are_numbered() -> None:
    assert slugs_for(["送礼", "宋里", "送礼", "新茶"]) == {"送礼": "song-li", "宋里": "song-li-2", "新茶": "xin-cha"}
    assert slugs_for(["!!", "??"]) == {"!!": "x", "??": "x-2"}


def test_models_become_short_addresses() -> None:
    assert short_addresses({"LJ-2601": "/p/a/", "LJ 2601": "/p/b/", "龙1": "/p/c/", "###": "/p/d/"}) == {
        "/m/lj-2601/": "/p/a/",
        "/m/long-1/": "/p/c/",
    }


def test_short_and_former_addresses_lead_to_the_product(small_shop: Path) -> None:
    text = product_text("盖碗", "GW-1", "ware", aliases="[old-name]", variants="[{name: 大, model: GW/1 L}]")
    (small_shop / "products/gaiwan.md").write_text(text, encoding="utf-8")
    pages = {page.url: page for page in product_pages(load_site(small_shop))}
    for url in ("/m/gw-1/", "/m/gw1-l/", "/p/old-name/"):
        assert pages[url].values["target"] == "/p/gaiwan/", url


def test_a_former_address_that_is_taken_is_a_problem(small_shop: Path) -> None:
    text = product_text("盖碗", "GW-1", "ware", aliases="[longjing]")
    (small_shop / "products/gaiwan.md").write_text(text, encoding="utf-8")
    assert [str(problem) for problem in read_catalog(small_shop)[1]] == [
        "products/gaiwan.md:5: the former address longjing belongs to products/longjing.md. Delete this line."
    ]


def test_a_category_cannot_take_an_address_of_the_site(small_shop: Path) -> None:
    path = small_shop / "products/categories.yaml"
    path.write_text(path.read_text(encoding="utf-8") + "- {slug: tag, title: 标签}\n", encoding="utf-8")
    assert [str(problem) for problem in read_catalog(small_shop)[1]] == [
        "products/categories.yaml:1: the site itself uses /products/tag/. Choose another."
    ]


@given(st.text("aZ0-_ .", max_size=8))
def test_the_quick_way_gives_what_the_long_one_gives(text: str) -> None:
    assert ascii_slug(text) == column_slug(text).replace("_", "-").strip("-")
