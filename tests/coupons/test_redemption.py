"""Lists as staff really write them, and as nobody ever should."""

import io
from datetime import date, datetime
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.coupons.redemption import parse_day, read_redemptions

HEAD = "券码,日期,门店,小票号\n"


def read(tmp_path: Path, data: bytes, name: str = "a.csv") -> tuple[list[tuple[str, str, str, str]], list[str]]:
    path = tmp_path / name
    path.write_bytes(data)
    rows, problems = read_redemptions(path, name)
    return [(each.code, each.day.isoformat(), each.store, each.receipt) for each in rows], list(map(str, problems))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
@pytest.mark.parametrize("delimiter", [",", "\t", ";"])
def test_every_encoding_and_delimiter_of_the_trade(tmp_path: Path, encoding: str, delimiter: str) -> None:
    text = (HEAD + "k7m-4qx-9ra,2026/11/2,河坊街,0012\r\n\r\n").replace(",", delimiter)
    assert read(tmp_path, text.encode(encoding)) == ([("K7M4QX9RA", "2026-11-02", "河坊街", "0012")], [])


def test_columns_are_found_by_name_in_any_order(tmp_path: Path) -> None:
    text = "备注,Store,Date,CODE\n好,一店,20261102,k7m4qx9ra\n"
    assert read(tmp_path, text.encode()) == ([("K7M4QX9RA", "2026-11-02", "一店", "")], [])


def test_a_workbook_with_dates_numbers_and_several_sheets(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.active.append(["券码", "日期", "门店", "小票号"])
    book.active.append(["K7M-4QX-9RA", datetime(2026, 11, 2, 15, 30), "一店", 12])
    book.active.append([None, None, None, None])
    book.active.append([2026, 46328, "一店", 12.0])
    second = book.create_sheet("十二月")
    second.append(["日期", "券码"])
    second.append([date(2026, 12, 1), "A"])
    target = io.BytesIO()
    book.save(target)
    assert read(tmp_path, target.getvalue(), "a.xlsx") == (
        [
            ("K7M4QX9RA", "2026-11-02", "一店", "12"),
            ("2026", "2026-11-02", "一店", "12"),
            ("A", "2026-12-01", "", ""),
        ],
        [],
    )


def test_each_row_that_cannot_be_used_is_told_with_its_number(tmp_path: Path) -> None:
    rows, problems = read(tmp_path, (HEAD + "A,gestern\n,2026-11-02\nB,2026-02-30\nC,2026-11-02\n").encode())
    assert rows == [("C", "2026-11-02", "", "")]
    assert [problem.split(" ")[0] for problem in problems] == ["a.csv:2:", "a.csv:3:", "a.csv:4:"]
    assert "2026-11-22" in problems[0]


@pytest.mark.parametrize("data", [b"", b"\n\n", "随便写的\n".encode()])
def test_a_file_without_headings_says_which_are_wanted(tmp_path: Path, data: bytes) -> None:
    rows, problems = read(tmp_path, data)
    assert rows == []
    assert problems == [] or "code, date, store, receipt" in problems[0]


@pytest.mark.parametrize("name", ["a.xlsx", "a.csv"])
def test_a_file_that_is_no_sheet_is_a_problem_not_a_crash(tmp_path: Path, name: str) -> None:
    for data in (b"PK\x03\x04garbage", b"\xff\xfe\x00\xd8\xff", b"PK", b'"' + b"a" * 200_000):
        rows, problems = read(tmp_path, data, name)
        assert rows == []
        assert problems


def test_a_missing_file_is_a_problem(tmp_path: Path) -> None:
    assert "a.csv:1" in str(read_redemptions(tmp_path / "a.csv", "a.csv")[1][0])


@settings(deadline=None)
@given(st.binary(max_size=300), st.booleans())
def test_any_bytes_can_be_read(tmp_path_factory: pytest.TempPathFactory, data: bytes, headed: bool) -> None:
    path = tmp_path_factory.getbasetemp() / "fuzzed.csv"
    path.write_bytes(HEAD.encode() + data if headed else data)
    rows, problems = read_redemptions(path, "f")
    assert all(problem.path == "f" and problem.line >= 1 for problem in problems)
    assert all(row.where.startswith("f:") for row in rows)


CELLS = st.one_of(st.text(max_size=12), st.integers(-(10**9), 10**9), st.floats(allow_nan=False), st.none(), st.dates())


@settings(deadline=None)
@given(st.lists(st.lists(CELLS, max_size=6), max_size=6))
def test_any_workbook_can_be_read(tmp_path_factory: pytest.TempPathFactory, cells: list[list[object]]) -> None:
    from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE

    book = openpyxl.Workbook()
    book.active.append(["券码", "日期", "门店", "小票号"])
    for row in cells:
        book.active.append([ILLEGAL_CHARACTERS_RE.sub("", cell) if isinstance(cell, str) else cell for cell in row])
    path = tmp_path_factory.getbasetemp() / "fuzzed.xlsx"
    book.save(path)
    rows, problems = read_redemptions(path, "f")
    assert len(rows) + len(problems) <= len(cells) + 1


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2026-11-02", "2026-11-02"),
        ("2026年11月2日", "2026-11-02"),
        ("2026.11.2 15:30", "2026-11-02"),
        ("20261102", "2026-11-02"),
        ("46328", "2026-11-02"),
        ("2026-13-01", None),
        ("11-02", None),
        ("", None),
    ],
)
def test_days_as_they_are_written(text: str, day: str | None) -> None:
    assert parse_day(text) == (date.fromisoformat(day) if day else None)
