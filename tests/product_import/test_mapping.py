"""Sheets of other shops: Shopify and WooCommerce are recognised, any other is explained in a file."""

from pathlib import Path

import pytest

from plugins.product_import import import_sheet
from plugins.product_import.mapping import presets
from plugins.shared.errors import ContentProblems
from plugins.site.body import BodyRenderer
from plugins.site.references import References
from tests.product_import.sheets import empty_shop, products, write_csv


@pytest.fixture
def shop(tmp_path: Path) -> Path:
    return empty_shop(tmp_path / "content")


SHOPIFY = """Handle,Title,Body (HTML),Vendor,Type,Tags,Published,Option1 Name,Option1 Value,Option2 Name,Option2 Value,\
Variant SKU,Variant Inventory Tracker,Variant Inventory Qty,Variant Price,Variant Compare At Price,Image Src,Status
gift_box,Gift box,"<p>Two <b>tins</b>.</p><script>x()</script><a href=""/collections/x"">more</a><img src=""a.png"">",\
Hill,Gifts > Tea,"tea, gift",true,Size,S,Colour,Red,GB-S,shopify,0,88.00,99.00,https://cdn.example/a.jpg?v=1,active
gift_box,,,,,,,,L,,Red,GB-L,shopify,7,108.00,,https://cdn.example/b.jpg,
cup,Cup,,Hill,绿茶,,false,Title,Default Title,,,CUP-1,,0,12.00,10.00,,
"""


def test_shopify_rows_become_products_with_variants(shop: Path, tmp_path: Path) -> None:
    photos = tmp_path / "photos"
    photos.mkdir()
    from PIL import Image

    Image.new("RGB", (9, 9)).save(photos / "a.jpg")
    report, code = import_sheet(shop, write_csv(tmp_path / "shopify.csv", SHOPIFY), photos)
    assert code == 0, report
    found = products(shop)
    box = found["gift-box"]
    assert (box.title, box.model, box.category, box.price, box.list_price) == (
        "Gift box",
        "gift-box",
        "tea",
        8800,
        9900,
    )
    assert [(each.name, each.model, each.price, each.availability) for each in box.variants] == [
        ("S / Red", "GB-S", 8800, "out_of_stock"),
        ("L / Red", "GB-L", 10800, "in_stock"),
    ]
    assert (box.tags, box.specs, box.images) == (("tea", "gift"), {"品牌": "Hill"}, ("products/gift-box.jpg",))
    assert box.body == "Two **tins**.\n\nmore"
    assert BodyRenderer(References({}), {}).render(box.body).problems == []
    assert "row 2: no picture https://cdn.example/b.jpg" in report
    cup = found["cup"]
    assert (cup.model, cup.price, cup.list_price, cup.variants, cup.availability) == (
        "CUP-1",
        1200,
        None,
        (),
        "in_stock",
    )
    assert (cup.category, cup.status) == ("green", "hidden")


def test_a_category_that_is_missing_is_added(shop: Path, tmp_path: Path) -> None:
    text = "Handle,Title,Type,Variant Price\na,A,手办 & 周边,1\nb,B,手办 & 周边,2\nc,C,,3\n"
    report, code = import_sheet(shop, write_csv(tmp_path / "p.csv", text))
    assert code == 0, report
    assert "New categories: 手办 & 周边、其他" in report
    assert [each.category for each in products(shop).values()] == ["shou-ban-zhou-bian", "shou-ban-zhou-bian", "qi-ta"]
    lines = (shop / "products/categories.yaml").read_text(encoding="utf-8").splitlines()
    assert lines[-4:] == ["- slug: shou-ban-zhou-bian", "  title: 手办 & 周边", "- slug: qi-ta", "  title: 其他"]


def test_woocommerce_variations_belong_to_their_parents(shop: Path, tmp_path: Path) -> None:
    text = (
        "ID,Type,SKU,Name,Published,In stock?,Sale price,Regular price,Categories,Tags,Images,Parent,"
        "Attribute 1 name,Attribute 1 value(s),Stock\n"
        '7,variable,HD,Hoodie,1,1,,,"Clothing > Hoodies, Sale",,,,Colour,"Red, Blue",\n'
        "8,simple,,Cap,0,0,9.5,16,Clothing,a,,,Colour,Yellow,3\n"
        "9,variation,HD-R,Hoodie - Red,1,1,,42,,,,HD,Colour,Red,\n"
        "10,variation,,Hoodie - Blue,1,0,40,45,,,,id:7,Colour,Blue,\n"
    )
    report, code = import_sheet(shop, write_csv(tmp_path / "p.csv", text))
    assert code == 0, report
    hoodie = products(shop)["hoodie"]
    assert (hoodie.model, hoodie.category, hoodie.price, hoodie.specs) == (
        "HD",
        "hoodies",
        4000,
        {"Colour": "Red, Blue"},
    )
    assert [(each.name, each.model, each.price, each.availability) for each in hoodie.variants] == [
        ("Red", "HD-R", 4200, "in_stock"),
        ("Blue", None, 4000, "out_of_stock"),
    ]
    cap = products(shop)["cap"]
    assert (cap.model, cap.price, cap.status, cap.availability) == ("Cap", 950, "hidden", "out_of_stock")


def test_a_mapping_explains_any_other_sheet(shop: Path, tmp_path: Path) -> None:
    mapping = tmp_path / "map.yaml"
    mapping.write_text(
        "columns: {宝贝标题: title, 商家码: model, 一口价: price, 口味: variants.name, 库存: '-'}\ngroup: 商家码\n"
        "values: {category: {茶叶: tea}}\ndefaults: {unit: 罐}\n",
        encoding="utf-8",
    )
    text = "宝贝标题,商家码,一口价,口味,类目,库存\n龙井,LJ,88,清香,茶叶,很多\n,LJ,,浓香,,\n"
    report, code = import_sheet(shop, write_csv(tmp_path / "p.csv", text), mapping=mapping)
    assert code == 0, report
    tea = products(shop)["long-jing"]
    assert (tea.model, tea.price, tea.category, tea.unit) == ("LJ", 8800, "tea", "罐")
    assert [each.name for each in tea.variants] == ["清香", "浓香"]


def test_mistakes_in_a_mapping_are_told(shop: Path, tmp_path: Path) -> None:
    mapping = tmp_path / "map.yaml"
    mapping.write_text("columns: {价: cost}\ncolums: {}\n", encoding="utf-8")
    with pytest.raises(ContentProblems) as caught:
        import_sheet(shop, write_csv(tmp_path / "p.csv", "价\n"), mapping=mapping)
    assert "map.yaml" in str(caught.value)


def test_presets_read_and_name_keys_of_ours() -> None:
    assert set(presets()) == {"shopify", "shopify_2025", "woocommerce"}
