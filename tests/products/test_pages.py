"""Lists are bounded and paged with real addresses."""

from pathlib import Path

from plugins.products.lists import PER_PAGE
from plugins.products.pages import product_pages
from plugins.site.check import load_site
from tests.conftest import product_text


def test_lists_are_paged_and_hold_every_product_once(small_shop: Path) -> None:
    for number in range(30):
        text = product_text(f"器 {number}", f"W-{number}", "ware")
        (small_shop / f"products/w{number:02d}.md").write_text(text, encoding="utf-8")
    site = load_site(small_shop)
    pages = {page.url: page for page in product_pages(site)}
    urls = ["/products/ware/", "/products/ware/page/2/", "/products/ware/page/3/"]
    shown = [card.slug for url in urls for card in pages[url].values["cards"]]
    ware = site.catalog.products_in(site.catalog.category_by_slug["ware"])
    assert shown == [product.slug for product in ware]
    assert max(len(pages[url].values["cards"]) for url in urls) == PER_PAGE
    assert pages[urls[1]].values["paging"].previous == urls[0]
    assert pages[urls[1]].values["paging"].next == urls[2]
    assert pages[urls[2]].values["paging"].next == ""
    assert "/products/ware/page/4/" not in pages


def test_an_empty_category_still_has_its_page(small_shop: Path) -> None:
    categories = small_shop / "products/categories.yaml"
    categories.write_text(categories.read_text(encoding="utf-8") + "- {slug: none, title: 空}\n", encoding="utf-8")
    pages = {page.url: page for page in product_pages(load_site(small_shop))}
    assert pages["/products/none/"].values["total"] == 0


def test_structured_data_has_no_offer_without_a_price(small_shop: Path) -> None:
    (small_shop / "products/gaiwan.md").write_text(product_text("盖碗", "GW-1", "ware"), encoding="utf-8")
    pages = {page.url: page for page in product_pages(load_site(small_shop))}
    assert "offers" not in pages["/p/gaiwan/"].values["structured_data"]
    assert pages["/p/longjing/"].values["structured_data"]["offers"]["price"] == "268.00"


def test_variants_of_several_prices_are_offered_as_a_range(small_shop: Path) -> None:
    variants = "[{name: 小, price: 128.50}, {name: 大, price: 268.00}]"
    text = product_text("盖碗", "GW-1", "ware", price="128.50", variants=variants)
    (small_shop / "products/gaiwan.md").write_text(text, encoding="utf-8")
    pages = {page.url: page for page in product_pages(load_site(small_shop))}
    offers = pages["/p/gaiwan/"].values["structured_data"]["offers"]
    assert offers["@type"] == "AggregateOffer"
    assert (offers["lowPrice"], offers["highPrice"], offers["offerCount"]) == ("128.50", "268.00", 2)
    assert "price" not in offers
