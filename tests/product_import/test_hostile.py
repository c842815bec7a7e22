"""Sheets made in bad faith: a clear error, or no harm."""

import zipfile
from pathlib import Path

import pytest

from plugins.product_import import export_sheet, import_sheet
from plugins.product_import.cells import guard, unguard
from plugins.product_import.sheet import SheetRefused
from tests.conftest import product_text
from tests.product_import.sheets import empty_shop, products, write_csv, write_xlsx

SHEET = "xl/worksheets/sheet1.xml"


@pytest.fixture
def shop(tmp_path: Path) -> Path:
    return empty_shop(tmp_path / "content")


def rewritten(path: Path, part: str, change: tuple[str, str]) -> Path:
    """A workbook with one part's text changed."""
    with zipfile.ZipFile(path) as file:
        parts = {name: file.read(name) for name in file.namelist()}
    parts[part] = parts[part].decode().replace(*change, 1).encode()
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as file:
        for name, data in parts.items():
            file.writestr(name, data)
    return path


@pytest.fixture
def workbook(tmp_path: Path) -> Path:
    return write_xlsx(tmp_path / "p.xlsx", [["名称", "型号", "分类", "价格"], ["甲", "A", "茶", 12.5]])


def test_a_cell_in_the_last_corner_asks_for_no_memory(shop: Path, workbook: Path) -> None:
    rewritten(workbook, SHEET, ("</sheetData>", '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'))
    with pytest.raises(SheetRefused, match="1048576 rows x 16384 columns"):
        import_sheet(shop, workbook)


def test_a_million_columns_without_addresses(shop: Path, workbook: Path) -> None:
    rewritten(workbook, SHEET, ("</sheetData>", f'<row r="40">{"<c/>" * 1_000_000}</row></sheetData>'))
    with pytest.raises(SheetRefused, match="x 1000000 columns"):
        import_sheet(shop, workbook)
    with pytest.raises(SheetRefused, match="1000000 columns"):
        import_sheet(shop, write_csv(workbook.with_name("p.csv"), "名称,型号\n" + "," * 999_999))


def test_a_zip_bomb_is_not_unpacked(shop: Path, workbook: Path) -> None:
    with zipfile.ZipFile(workbook, "a", zipfile.ZIP_DEFLATED) as file, file.open("xl/bomb.xml", "w") as part:
        for _ in range(410):
            part.write(b"\0" * 1_000_000)
    with pytest.raises(SheetRefused, match="unpacks to more than 400 MB"):
        import_sheet(shop, workbook)


def test_entities_are_not_expanded(shop: Path, workbook: Path) -> None:
    laughs = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>\n<worksheet'
    rewritten(workbook, SHEET, ("<worksheet", laughs))
    with pytest.raises(SheetRefused, match="what no sheet writes"):
        import_sheet(shop, workbook)


@pytest.mark.parametrize("data", [b"PK\x03\x04 not a zip", b"\xd0\xcf\x11\xe0 old", b"<html><table>", b"%PDF-1.7"])
def test_other_files_under_the_name_of_a_sheet(shop: Path, tmp_path: Path, data: bytes) -> None:
    (tmp_path / "p.xlsx").write_bytes(data)
    with pytest.raises(SheetRefused, match=r"xlsx"):
        import_sheet(shop, tmp_path / "p.xlsx")


def test_a_truncated_workbook(shop: Path, workbook: Path) -> None:
    data = workbook.read_bytes()
    for length in range(0, len(data), 97):
        workbook.write_bytes(data[:length])
        with pytest.raises(SheetRefused):
            import_sheet(shop, workbook)
    assert products(shop) == {}


def test_a_formula_counts_as_what_it_showed_and_its_error_is_told(shop: Path, workbook: Path) -> None:
    rewritten(workbook, SHEET, ('<c r="D2"><v>12.5</v></c>', '<c r="D2"><f>6+6</f><v>12</v></c>'))
    assert import_sheet(shop, workbook)[1] == 0
    assert products(shop)["jia"].price == 1200
    rewritten(workbook, SHEET, ('<c r="D2"><f>6+6</f><v>12</v></c>', '<c r="D2" t="e"><f>1/0</f><v>#DIV/0!</v></c>'))
    report, code = import_sheet(shop, workbook)
    assert code == 1
    assert "row 2, D 价格: the formula shows an error." in report


def test_no_cell_of_an_export_is_a_formula(shop: Path, tmp_path: Path) -> None:
    evil = '=HYPERLINK("https://evil.example","x")'
    text = product_text('"@SUM(A1)"', "-1+1", "tea", unit='"+1"', staff_notes=f"'{evil}'")
    (shop / "products/evil.md").write_text(text, encoding="utf-8")
    export_sheet(shop, tmp_path / "p.csv")
    cells = (tmp_path / "p.csv").read_text(encoding="utf-8-sig")
    assert all(f"{start}" not in cells for start in (",=", ",@", ",+", ",-", '"=', '"@'))
    export_sheet(shop, tmp_path / "p.xlsx")
    with zipfile.ZipFile(tmp_path / "p.xlsx") as file:
        parts = b"".join(file.read(name) for name in file.namelist())
        assert b"<f>" not in parts
        assert b"hyperlink" not in file.read(SHEET).lower()
    for name in ("p.csv", "p.xlsx"):
        assert "1 unchanged" in import_sheet(shop, tmp_path / name)[0]


def test_guarded_cells_come_back_as_they_were() -> None:
    for text in ("=1", "'=1", "''@x", "+86 571", "-", "-12.50", "a=b", "'", "", "\tx"):
        assert unguard(guard(text)) == text
        assert guard(text)[:1] not in tuple("=+@\t\r") or not text


def test_an_enormous_cell_is_no_crash(shop: Path, tmp_path: Path) -> None:
    with pytest.raises(SheetRefused, match="not CSV"):
        import_sheet(shop, write_csv(tmp_path / "p.csv", f"名称,型号,分类\n{'甲' * 3_000_000},A,茶\n"))
    report, code = import_sheet(
        shop, write_csv(tmp_path / "q.csv", f"名称,型号,分类\n{'-' * 300_000},{'9' * 9_000},茶\n")
    )
    assert code == 0, report[:500]
    assert len(next(iter(products(shop)))) <= 60
