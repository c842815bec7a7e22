"""The pages that look things up without a script: every product is reached from the A–Z."""

from collections import Counter

from plugins.search.pages import PER_PAGE, search_pages
from plugins.search.pinyin import first_letter, readings
from plugins.site.site import Site


def test_letters_of_names_and_models() -> None:
    assert [first_letter(text) for text in ("龙井", "LJ-1", "重庆", "3 匹", "“安”", "")] == [
        "L",
        "L",
        "C",
        "0-9",
        "A",
        "0-9",
    ]


def test_a_character_is_spelled_as_its_phrase_is() -> None:
    assert readings(["银行", "行走", "A茶"]) == "cha茶,hang行,xing行,yin银,zou走"


def test_every_product_is_in_the_index_under_its_name_and_its_model(thousand: Site) -> None:
    pages = [page for page in search_pages(thousand) if page.template == "letter"]
    listed = Counter(url for page in pages for _, _, url in page.values["entries"])
    assert set(listed) == {product.url for product in thousand.catalog.products}
    assert set(listed.values()) == {2}
    assert max(len(page.values["entries"]) for page in pages) <= PER_PAGE


def test_every_letter_that_is_offered_has_a_page(thousand: Site) -> None:
    pages = {page.url: page for page in search_pages(thousand)}
    assert {url for _, url in pages["/search/"].values["letters"]} <= set(pages)
