"""A sheet becomes product files: oddities of Excel are read, mistakes are told by cell, and nothing is half done."""

from datetime import date
from pathlib import Path

import pytest
from PIL import Image

from plugins.product_import import export_sheet, import_sheet
from plugins.product_import.sheet import SheetRefused
from plugins.shared.errors import UsageProblem
from tests.conftest import product_text
from tests.product_import.sheets import empty_shop, products, write_csv, write_xlsx


@pytest.fixture
def shop(tmp_path: Path) -> Path:
    return empty_shop(tmp_path / "content")


def picture(path: Path, colour: tuple[int, int, int] = (90, 120, 80)) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    Image.new("RGB", (40, 40), colour).save(path)
    return path


def test_what_excel_does_to_cells_is_undone(shop: Path, tmp_path: Path) -> None:
    sheet = write_xlsx(
        tmp_path / "p.xlsx",
        [
            ["产品资料 2026", "", "", "", "", "", ""],
            ["名称*", "货号", "分类", "售价（元）", "价格有效期", "核对日期", "库存"],
            ["  明前龙井\u3000", "ＬＪ－０１ ", "绿茶", 268.0, 46096, date(2026, 11, 18), 12],
            ["盖碗 ", 1001.0, "ware", "¥１，２８０．５", "2027/3/5", "2026年11月8日", 0],
            ["", "", "", "", "", "", ""],
            ["茶盘", "007", "器", "面议", "", "", "有货"],
        ],
        merged=["A1:G1"],
    )
    report, code = import_sheet(shop, sheet)
    assert code == 0, report
    found = products(shop)
    assert list(found) == ["cha-pan", "gai-wan", "ming-qian-long-jing"]
    tea = found["ming-qian-long-jing"]
    assert (tea.title, tea.model, tea.category, tea.price) == ("明前龙井", "LJ-01", "green", 26800)
    assert (tea.price_valid_until, tea.stock_checked, tea.availability) == (
        date(2026, 3, 15),
        date(2026, 11, 18),
        "in_stock",
    )
    bowl = found["gai-wan"]
    assert (bowl.model, bowl.price, bowl.price_valid_until, bowl.availability) == (
        "1001",
        128050,
        date(2027, 3, 5),
        "out_of_stock",
    )
    assert (found["cha-pan"].model, found["cha-pan"].price) == ("007", None)


def test_headings_of_two_merged_rows_are_read_together(shop: Path, tmp_path: Path) -> None:
    rows = [
        ["名称", "型号", "分类", "款式", "", "参数"],
        ["", "", "", "名称", "价格", ""],
        ["龙井", "LJ", "茶", "50 g", 88, "产地: 杭州\n年份：2026"],
        ["", "", "", "100 g", 168, ""],
    ]
    sheet = write_xlsx(tmp_path / "p.xlsx", rows, merged=["A1:A2", "B1:B2", "C1:C2", "D1:E1", "F1:F2"])
    report, code = import_sheet(shop, sheet)
    assert code == 0, report
    tea = products(shop)["long-jing"]
    assert [(each.name, each.price) for each in tea.variants] == [("50 g", 8800), ("100 g", 16800)]
    assert tea.specs == {"产地": "杭州", "年份": "2026"}


@pytest.mark.parametrize(("encoding", "separator"), [("utf-8-sig", ","), ("gb18030", ";"), ("utf-16", "\t")])
def test_csv_of_every_encoding(shop: Path, tmp_path: Path, encoding: str, separator: str) -> None:
    lines = ["名称,型号,分类,参数:产地,标签", "龙井茶,'-1,茶,杭州,新茶、送礼", '"白,毫",B2,茶,,']
    text = "\r\n".join(line.replace(",", separator) for line in lines)
    _, code = import_sheet(shop, write_csv(tmp_path / "p.csv", text.replace(f'"白{separator}毫"', "白毫"), encoding))
    assert code == 0
    tea = products(shop)["long-jing-cha"]
    assert (tea.model, tea.specs, tea.tags) == ("-1", {"产地": "杭州"}, ("新茶", "送礼"))


def test_every_mistake_is_told_by_row_and_column_and_nothing_is_written(shop: Path, tmp_path: Path) -> None:
    text = (
        "名称,型号,分类,价格,供货,图片,相关产品,购买方式\n"
        "甲,A,茶,12.5.0,有货,,,\n乙,A,茶,1,,,,\n,C,茶,1,,,,\n丁,D,茶,9,,,,\n"
    )
    report, code = import_sheet(shop, write_csv(tmp_path / "p.csv", text))
    told = [line.split(": ", 1)[1] for line in report.splitlines() if line.startswith("p.csv: row")]
    assert code == 1
    assert told == [
        'row 2, D 价格: "12.5.0" is not an amount. Write it as 12.50.',
        "row 3, B 型号: row 2 is this product already. Delete one, or give the row a variant's name.",
        "row 4, A 名称: this must be filled in.",
    ]
    assert products(shop) == {}


def test_mistakes_name_what_to_write_instead(shop: Path, tmp_path: Path) -> None:
    text = (
        "名称,型号,分类,供货,图片,相关产品,购买方式,文件名\n"
        "乙,B,茗,有些,../../etc/passwd,nobody,打电话,\n丙,C,茶,,,,,../c\n丁,D,茶,,,,,\n"
    )
    report, code = import_sheet(shop, write_csv(tmp_path / "p.csv", text))
    assert code == 1
    for words in (
        "row 2, C 分类: no category '茗'. Write one of tea、green、ware.",
        'row 2, D 供货: cannot be "有些". Write one of 有货、暂时缺货、预订、已停售.',
        "row 2, E 图片: no picture '../../etc/passwd'. Put it into",
        'row 2, G 购买方式: "打电话" has the wrong form. Write 0571-8700 1234.',
        'row 3, H 文件名: "../c" has the wrong form. Write longjing-2026.',
    ):
        assert words in report
    report, code = import_sheet(shop, tmp_path / "p.csv", partial=True)
    assert (code, list(products(shop))) == (3, ["ding"])


def test_a_product_that_names_one_left_out_is_left_out_too(shop: Path, tmp_path: Path) -> None:
    text = "名称,型号,分类,价格,相关产品\n甲,A,茶,x,\n乙,B,茶,1,甲\n丙,C,茶,1,B\n丁,D,茶,1,\n"
    report, code = import_sheet(shop, write_csv(tmp_path / "p.csv", text), partial=True)
    assert (code, list(products(shop))) == (3, ["ding"])
    assert "row 3, E 相关产品: no product 'jia'." in report


def test_an_update_keeps_comments_keys_and_text_that_the_sheet_does_not_hold(shop: Path, tmp_path: Path) -> None:
    path = shop / "products/longjing.md"
    source = (
        "---\r\n# 春天的茶\r\ntitle: 龙井   # 名字\r\nmodel: LJ-1\r\ncategory: tea\r\nprice: 268\r\nspecs:\r\n"
        "  产地: 杭州\r\n  年份: '2025'\r\n"
        "faq:\r\n  - {q: 好吗, a: 好}\r\nunit: 罐\r\n---\r\n\r\n好茶。\r\n\r\n再来。\r\n"
    )
    path.write_bytes(source.encode("utf-8-sig"))
    text = "型号,价格,参数:年份,单位\nLJ-1,298,2026,\n"
    report, code = import_sheet(shop, write_csv(tmp_path / "p.csv", text))
    assert code == 0, report
    assert path.read_bytes().decode("utf-8-sig") == (
        source.replace("price: 268", "price: 298.00")
        .replace("specs:\r\n  产地: 杭州\r\n  年份: '2025'", "specs:\r\n  产地: 杭州\r\n  年份: 2026")
        .replace("unit: 罐\r\n", "")
    )
    assert "1 changed" in report
    assert "products/longjing.md 龙井 (row 2): 价格、单位、参数" in report


def test_a_model_of_a_product_that_the_sheet_leaves_alone_is_taken(shop: Path, tmp_path: Path) -> None:
    (shop / "products/one.md").write_text(product_text("一", "M-1", "tea"), encoding="utf-8")
    report, code = import_sheet(shop, write_csv(tmp_path / "p.csv", "文件名,名称,型号,分类\ntwo,二,M-1,茶\n"))
    assert code == 1
    assert "row 2, C 型号: model M-1 is already used in products/one.md." in report


def test_a_dry_run_writes_nothing(shop: Path, tmp_path: Path) -> None:
    report, code = import_sheet(shop, write_csv(tmp_path / "p.csv", "名称,型号,分类,备忘\n甲,A,茶,x\n"), dry_run=True)
    assert (code, products(shop)) == (0, {})
    assert "Columns left out: 备忘" in report


def test_equal_titles_get_different_file_names(shop: Path, tmp_path: Path) -> None:
    import_sheet(
        shop, write_csv(tmp_path / "p.csv", "名称,型号,分类\n重庆沱茶,A,茶\n重庆沱茶,B,茶\nCON,C,茶\n☕,D,茶\n")
    )
    assert set(products(shop)) == {"chong-qing-tuo-cha", "chong-qing-tuo-cha-2", "con-1", "p"}


def test_pictures_are_found_by_cell_model_title_and_folder(shop: Path, tmp_path: Path) -> None:
    photos = tmp_path / "photos"
    for number, name in enumerate(
        ["LJ-1-2.jpg", "LJ-1.jpg", "lj-1 (3).JPG", "盖碗1.png", "杯子/b.jpg", "杯子/a.jpg", "x.webp"]
    ):
        picture(photos / name, (number * 20, 90, 90))
    text = "名称,型号,分类,图片\n龙井,LJ-1,茶,\n盖碗,G-1,器,\n杯子,B-1,器,\n壶,H-1,器,X\n"
    report, code = import_sheet(shop, write_csv(tmp_path / "p.csv", text), photos)
    assert code == 0, report
    found = products(shop)
    assert found["long-jing"].images == tuple(f"products/long-jing{end}.jpg" for end in ("", "-2", "-3"))
    originals = [photos / "LJ-1.jpg", photos / "LJ-1-2.jpg", photos / "lj-1 (3).JPG"]
    assert [(shop / "images" / name).read_bytes() for name in found["long-jing"].images] == [
        path.read_bytes() for path in originals
    ]
    assert (shop / "images" / found["bei-zi"].images[0]).read_bytes() == (photos / "杯子/a.jpg").read_bytes()
    assert (found["gai-wan"].images, found["hu"].images) == (("products/gai-wan.png",), ("products/hu.webp",))
    again, code = import_sheet(shop, tmp_path / "p.csv", photos)
    assert (code, "4 unchanged" in again, "0 new pictures" in again) == (0, True, True)


def test_pictures_in_order_are_told(shop: Path, tmp_path: Path) -> None:
    for number in (1, 2, 10):
        picture(tmp_path / f"photos/IMG_{number}.jpg", (number, 0, 0))
    sheet = write_csv(tmp_path / "p.csv", "名称,型号,分类\n甲,A,茶\n乙,B,茶\n丙,C,茶\n")
    report, _ = import_sheet(shop, sheet, tmp_path / "photos")
    assert "matched by order; please check" in report
    last = products(shop)["bing"].images[0]
    assert (shop / "images" / last).read_bytes() == (tmp_path / "photos/IMG_10.jpg").read_bytes()


def test_a_picture_that_cannot_be_opened_is_a_mistake_of_its_row(shop: Path, tmp_path: Path) -> None:
    (tmp_path / "photos").mkdir()
    (tmp_path / "photos/A.jpg").write_text("<html>", encoding="utf-8")
    (tmp_path / "photos/B.jpg").symlink_to("/etc/hostname")
    sheet = write_csv(tmp_path / "p.csv", "名称,型号,分类\n甲,A,茶\n乙,B,茶\n")
    report, code = import_sheet(shop, sheet, tmp_path / "photos")
    assert code == 1
    assert "A.jpg: it really is HTML/SVG. Export it as JPEG." in report
    assert "B.jpg" not in report


def test_an_unusual_request_is_explained(shop: Path, tmp_path: Path) -> None:
    with pytest.raises(UsageProblem, match="there is no file"):
        import_sheet(shop, tmp_path / "none.xlsx")
    with pytest.raises(UsageProblem, match="there is no folder"):
        import_sheet(shop, write_csv(tmp_path / "p.csv", "名称,型号\n"), tmp_path / "nowhere")
    with pytest.raises(UsageProblem, match=r"\.xlsx or \.csv"):
        export_sheet(shop, tmp_path / "p.pdf")
    with pytest.raises(SheetRefused, match="no headings were recognised"):
        import_sheet(shop, write_csv(tmp_path / "q.csv", "姓名,年龄\n张三,9\n"))
