"""The catalogue: categories as a tree, products in shop order, mistakes in files."""

from pathlib import Path

from plugins.products.card import format_price, product_card
from plugins.products.reader import read_catalog
from plugins.shared.validation import SHANGHAI
from plugins.site.check import load_site
from tests.conftest import product_text


def problems_of(content: Path) -> list[str]:
    return [str(problem) for problem in read_catalog(content)[1]]


def test_products_of_children_belong_to_the_parent(small_shop: Path) -> None:
    catalog, problems = read_catalog(small_shop)
    assert not problems
    tea = catalog.category_by_slug["tea"]
    assert [product.slug for product in catalog.products_in(tea)] == ["longjing"]
    assert [each.slug for each in catalog.trail_to("green")] == ["tea", "green"]
    assert catalog.trail_to("nowhere") == ()


def test_hidden_products_and_drafts_are_checked_but_not_shown(small_shop: Path) -> None:
    (small_shop / "products/secret.md").write_text(
        product_text("内部", "S-1", "tea", status="hidden"), encoding="utf-8"
    )
    (small_shop / "products/next.md").write_text(product_text("明年", "N-1", "nope", status="draft"), encoding="utf-8")
    catalog, problems = read_catalog(small_shop)
    assert [product.slug for product in catalog.products] == ["longjing", "gaiwan"]
    assert [str(problem) for problem in problems] == [
        "products/next.md:4: no category 'nope'. Write one of tea, green, ware."
    ]


def test_a_model_belongs_to_one_product(small_shop: Path) -> None:
    (small_shop / "products/twin.md").write_text(product_text("双", "LJ-1", "tea"), encoding="utf-8")
    assert problems_of(small_shop) == ["products/twin.md:3: model LJ-1 is already used in products/longjing.md."]


def test_equal_weights_are_ordered_by_slug(small_shop: Path) -> None:
    for slug in ("b", "a", "c"):
        text = product_text(slug, f"M-{slug}", "ware", weight="-1" if slug == "c" else "0")
        (small_shop / f"products/{slug}.md").write_text(text, encoding="utf-8")
    catalog, _ = read_catalog(small_shop)
    assert [product.slug for product in catalog.products] == ["longjing", "c", "a", "b", "gaiwan"]


def test_related_products_are_named_first_then_neighbours(small_shop: Path) -> None:
    (small_shop / "products/other.md").write_text(product_text("别的", "O-1", "green"), encoding="utf-8")
    catalog, _ = read_catalog(small_shop)
    assert [each.slug for each in catalog.related_to(catalog.by_slug["longjing"])] == ["gaiwan", "other"]


def test_prices_are_shown_as_people_write_them() -> None:
    assert [format_price(fen) for fen in (26800, 1250, 123456700, 0, None)] == [
        "¥268",
        "¥12.50",
        "¥1,234,567",
        "¥0",
        "询价",
    ]


def test_a_price_that_has_run_out_becomes_price_on_request(small_shop: Path) -> None:
    text = product_text("龙井", "LJ-1", "green", price="268.00", list_price="300.00", price_valid_until="2026-11-21")
    (small_shop / "products/longjing.md").write_text(text, encoding="utf-8")
    site = load_site(small_shop)
    assert site.now.astimezone(SHANGHAI).date().isoformat() == "2026-11-22"
    card = product_card(site.catalog.by_slug["longjing"], site)
    assert (card.price, card.list_price) == ("询价", "")


def test_variants_of_several_prices_start_at_the_lowest(small_shop: Path) -> None:
    variants = "[{name: 小, price: 10.00}, {name: 大, price: 20.00, availability: out_of_stock}]"
    text = product_text("龙井", "LJ-1", "green", price="10.00", variants=variants)
    (small_shop / "products/longjing.md").write_text(text, encoding="utf-8")
    site = load_site(small_shop)
    product = site.catalog.by_slug["longjing"]
    assert product_card(product, site).price == "¥10 起"
    large = product_card(product, site, product.variants[1])
    assert (large.title, large.price, large.sold_out) == ("大", "¥20", True)
