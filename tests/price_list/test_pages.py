"""The price list: every published product once, with every variant, and how old it all is."""

from datetime import date
from pathlib import Path

from plugins.price_list.pages import PER_PAGE, price_list_pages
from plugins.price_list.rows import freshness, price_entry
from plugins.site.check import load_site
from tests.conftest import product_text


def write(shop: Path, slug: str, **keys: str) -> None:
    text = product_text(keys.pop("title", slug), f"M-{slug}", "green", **keys)
    (shop / f"products/{slug}.md").write_text(text, encoding="utf-8")


def test_variants_are_rows_of_their_product(small_shop: Path) -> None:
    variants = "[{name: 小, model: S, price: 10.00}, {name: 大, price: 20.00, availability: out_of_stock}]"
    write(small_shop, "longjing", price="10.00", variants=variants, unit="罐")
    site = load_site(small_shop)
    entry = price_entry(site.catalog.by_slug["longjing"], site)
    assert [(row.title, row.model, row.price, row.sold_out) for row in entry.rows] == [
        ("小", "S", "¥10", False),
        ("大", "M-longjing", "¥20", True),
    ]


def test_old_prices_and_stocks_are_remarked_on(small_shop: Path) -> None:
    write(small_shop, "longjing", price="10.00", price_valid_until="2026-11-21", stock_checked="2026-11-07")
    write(small_shop, "gaiwan", price="10.00", price_valid_until="2026-11-22", stock_checked="2026-11-08")
    site = load_site(small_shop)
    old, new = (price_entry(site.catalog.by_slug[slug], site) for slug in ("longjing", "gaiwan"))
    assert (old.remark, old.rows[0].price) == ("价格已过有效期；库存是 11-07 核对的", "询价")
    assert (new.remark, new.rows[0].price) == ("", "¥10")


def test_a_list_is_as_fresh_as_its_newest_check(small_shop: Path) -> None:
    write(small_shop, "longjing", stock_checked="2026-11-01")
    write(small_shop, "gaiwan", stock_checked="2026-10-01")
    products = load_site(small_shop).catalog.products
    fresh = freshness(products, date(2026, 11, 15), 14)
    assert (fresh.checked, fresh.fresh_until, fresh.is_stale) == (date(2026, 11, 1), date(2026, 11, 15), False)
    assert freshness(products, date(2026, 11, 16), 14).is_stale
    assert freshness([], date(2026, 11, 16), 14).is_stale


def test_a_long_list_is_paged_and_loses_nothing(small_shop: Path) -> None:
    for number in range(PER_PAGE + 3):
        write(small_shop, f"t{number:03d}")
    site = load_site(small_shop)
    pages = list(price_list_pages(site))
    assert [page.url for page in pages] == ["/prices/", "/prices/page/2/"]
    shown = [entry.url for page in pages for _, _, entries in page.values["groups"] for entry in entries]
    assert shown == [product.url for product in site.catalog.products]


def test_a_shop_may_do_without(small_shop: Path) -> None:
    shop = small_shop / "shop.yaml"
    shop.write_text(shop.read_text(encoding="utf-8") + "price_list: off\n", encoding="utf-8")
    site = load_site(small_shop)
    assert list(price_list_pages(site)) == []
    assert "prices" not in site.references
