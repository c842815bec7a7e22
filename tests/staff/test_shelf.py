"""The shelf: what staff may sell, found by whatever they remember of it."""

import json
from dataclasses import replace
from pathlib import Path

import zxingcpp
from PIL import Image

from plugins.products.reader import read_catalog
from plugins.search.text_index import shard_of
from plugins.site.check import load_site
from plugins.staff import build_staff
from plugins.staff.pages import FIRST, PER_PAGE, facts_files
from plugins.staff.shelf import make_shelf
from plugins.staff.words import search_text
from tests.conftest import ROOT, product_text


def test_hidden_products_are_on_the_shelf_and_drafts_are_not(small_shop: Path) -> None:
    for status in ("hidden", "draft"):
        text = product_text(status, status, "tea", status=status)
        (small_shop / f"products/{status}.md").write_text(text, encoding="utf-8")
    site = load_site(small_shop)
    from plugins.products.model import Product
    from plugins.shared.folder import read_folder

    shelf = make_shelf(site, read_folder(Product, small_shop, "products")[0])
    assert [item.product.slug for item in shelf] == ["hidden", "longjing", "gaiwan"]
    assert [(item.is_public, item.qr) for item in shelf][:2] == [(False, ""), (True, "qr/longjing.png")]


def test_a_product_is_found_by_fragments_pinyin_and_initials(small_shop: Path) -> None:
    path = small_shop / "products/longjing.md"
    text = product_text("明前西湖龙井", "LJ-2601/50", "green", keywords="[Dragon Well]")
    path.write_text(text, encoding="utf-8")
    catalog, _ = read_catalog(small_shop)
    found = search_text(catalog.by_slug["longjing"], "绿茶")
    for typed in ("龙井", "lj260150", "mqxhlj", "longjing", "dragonwell", "lvcha", "lc"):
        assert typed in found, typed


def test_the_folder_holds_notes_codes_and_data_for_every_product(small_shop: Path, tmp_path: Path) -> None:
    built = build_staff(ROOT, small_shop, tmp_path / "staff")
    folder = tmp_path / "staff"
    assert built.products == 2
    assert "内部：毛利 45%" in (folder / "p/longjing/index.html").read_text(encoding="utf-8")
    codes = zxingcpp.read_barcodes(Image.open(folder / "qr/longjing.png"))
    assert [code.text for code in codes] == ["https://shop.example.com/p/longjing/"]
    data = json.loads((folder / "facts/0.json").read_text(encoding="utf-8"))
    assert data["longjing"]["rows"]["价格"] == "¥268"
    assert "noindex" in (folder / "index.html").read_text(encoding="utf-8")
    assert "Disallow: /" in (folder / "robots.txt").read_text(encoding="ascii")


def test_what_is_gone_is_removed_and_the_rest_left_alone(small_shop: Path, tmp_path: Path) -> None:
    folder = tmp_path / "staff"
    build_staff(ROOT, small_shop, folder)
    before = {path: path.stat().st_mtime_ns for path in folder.rglob("*.webp")}
    worker = (folder / "sw.js").read_bytes()
    build_staff(ROOT, small_shop, folder)
    assert (folder / "sw.js").read_bytes() == worker
    (small_shop / "products/gaiwan.md").unlink()
    (small_shop / "products/longjing.md").write_text(
        product_text("龙井", "LJ-1", "green", images="[a.jpg]"), encoding="utf-8"
    )
    build_staff(ROOT, small_shop, folder)
    assert not (folder / "p/gaiwan").exists()
    assert not (folder / "qr/gaiwan.png").exists()
    assert {path: path.stat().st_mtime_ns for path in folder.rglob("*.webp")} == before
    assert (folder / "sw.js").read_bytes() != worker


def test_a_stale_stock_is_marked(small_shop: Path, tmp_path: Path) -> None:
    for slug, day in (("longjing", "2026-11-08"), ("gaiwan", "2026-11-07")):
        text = product_text(slug, slug, "green", stock_checked=day, price="9.00", price_valid_until=day)
        (small_shop / f"products/{slug}.md").write_text(text, encoding="utf-8")
    build_staff(ROOT, small_shop, tmp_path / "staff")
    pages = {
        slug: (tmp_path / f"staff/p/{slug}/index.html").read_text(encoding="utf-8") for slug in ("longjing", "gaiwan")
    }
    assert '<li class="" data-checked="2026-11-08">' in pages["longjing"]
    assert '<li class="ws-stamps__old" data-checked="2026-11-07">' in pages["gaiwan"]
    assert "已过期，请先问店长" in pages["longjing"]
    assert "询价" in pages["longjing"]


def test_a_large_shop_is_spread_over_pages_and_files(small_shop: Path, tmp_path: Path) -> None:
    many = FIRST + PER_PAGE
    for number in range(many):
        text = product_text(f"茶 {number}", f"M-{number}", "green", specs=f"{{产地: 杭州 {number}}}")
        (small_shop / f"products/m-{number}.md").write_text(text, encoding="utf-8")
    build_staff(ROOT, small_shop, tmp_path / "staff")
    folder = tmp_path / "staff"
    pages = [folder / "index.html", *sorted(folder.glob("c/**/index.html"))]
    cards = [path.read_text(encoding="utf-8").count('<li class="ws-card') for path in pages]
    assert [path.relative_to(folder).as_posix() for path in pages[1:]] == [
        "c/tea/index.html",
        "c/tea/page-2/index.html",
    ]
    assert cards == [FIRST + 1, PER_PAGE, many + 1 - PER_PAGE]
    rows = json.loads((folder / "shelf.json").read_text(encoding="utf-8"))
    assert sorted(row[0] for row in rows) == sorted(["gaiwan", "longjing", *(f"m-{number}" for number in range(many))])
    assert {row[7] for row in rows} == {"tea", "ware"}


def test_every_product_has_its_facts_in_the_file_that_is_told_by_its_slug(small_shop: Path) -> None:
    site = load_site(small_shop)
    shelf = make_shelf(site, site.catalog.products)
    many = [replace(shelf[0], product=shelf[0].product.model_copy(update={"slug": f"a-{n}"})) for n in range(1001)]
    files = facts_files(many)
    assert len(files) == 5
    assert max(len(json.loads(data)) for data in files.values()) < 300
    for each in many[::100]:
        slug = each.product.slug
        assert slug in json.loads(files[f"facts/{shard_of(slug, 5)}.json"])
