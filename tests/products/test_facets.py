"""What a list can be narrowed by."""

from datetime import date
from pathlib import Path

import pytest

from plugins.products.facets import facets_of
from plugins.products.model import Product
from plugins.products.pages import product_pages
from plugins.site.check import load_site
from tests.conftest import product_text

TODAY = date(2026, 11, 22)


def ware(number: int, **keys: object) -> Product:
    return Product.model_validate(
        {"slug": f"w{number}", "title": f"器 {number}", "model": f"W-{number}", "category": "ware"} | keys
    )


def names(products: list[Product], *named: str) -> dict[str, list[tuple[str, int]]]:
    facets = facets_of(products, TODAY, named)
    return {facet.name: [(value.name, len(value.products)) for value in facet.values] for facet in facets}


def test_what_holds_for_one_or_for_all_is_left_out() -> None:
    products = [
        ware(number, tags=("甲", *(["乙"] if number < 3 else []), *(["丙"] if number == 0 else [])))
        for number in range(5)
    ]
    assert names(products) == {"特点": [("乙", 3)]}


def test_specs_with_few_short_values_divide_a_list() -> None:
    products = [
        ware(number, specs={"材质": "玻璃" if number % 2 else "陶瓷", "编号": str(number), "说明": "很长的一句话" * 5})
        for number in range(8)
    ]
    assert names(products) == {"材质": [("玻璃", 4), ("陶瓷", 4)]}
    assert names(products, "编号") == {}


def test_prices_fall_into_three_bands_without_gaps() -> None:
    products = [ware(number, price=f"{20 * (number + 1)}.00") for number in range(12)]
    assert names(products) == {"价格": [("100 元以下", 4), ("100–200 元", 5), ("200 元以上", 3)]}
    assert sum(count for _, count in names(products)["价格"]) == len(products)


def test_prices_that_have_run_out_are_in_no_band() -> None:
    products = [ware(number, price=f"{20 * (number + 1)}.00", price_valid_until="2026-11-21") for number in range(12)]
    assert names(products) == {}


def test_stock_is_offered_where_some_are_gone() -> None:
    products = [ware(number, availability="out_of_stock" if number else "in_stock") for number in range(3)]
    assert names(products) == {}
    assert names([*products, ware(9)]) == {"库存": [("只看有货", 2)]}


@pytest.fixture
def pages(small_shop: Path) -> dict[str, object]:
    for number in range(90):
        tags = "[送礼]" if number < 80 else "[自用, 送礼啊]"
        text = product_text(f"器 {number}", f"W {number}", "ware", tags=tags, series="春" if number < 4 else "秋")
        (small_shop / f"products/w{number:02d}.md").write_text(text, encoding="utf-8")
    return {page.url: page for page in product_pages(load_site(small_shop))}


def test_narrowed_lists_have_addresses_and_an_end(pages: dict[str, object]) -> None:
    base = "/products/ware/f/song-li/"
    shown = [url for url in pages if url.startswith(base)]
    assert shown == [base, *(f"{base}page/{number}/" for number in range(2, 6))]
    assert pages[shown[-1]].values["more"] == 20  # type: ignore[attr-defined]
    assert pages[shown[0]].values["more"] == 0  # type: ignore[attr-defined]


def test_tags_and_series_have_whole_lists(pages: dict[str, object]) -> None:
    assert "/products/tag/song-li/page/7/" in pages
    assert "/products/tag/song-li/page/8/" not in pages
    assert pages["/products/series/chun/"].values["total"] == 4  # type: ignore[attr-defined]


def test_every_link_of_a_filter_leads_to_a_page(pages: dict[str, object]) -> None:
    urls = {
        chip.url
        for page in pages.values()
        for group in page.values.get("filters", ())  # type: ignore[attr-defined]
        for chip in group.chips
    }
    assert urls
    assert urls <= set(pages)
