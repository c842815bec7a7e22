"""Exports hold every answer, and nothing that a spreadsheet would compute."""

import csv
import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.forms.answers import check_answers
from plugins.forms.export import csv_bytes, xlsx_bytes
from plugins.forms.store import Answer, AnswerStore
from tests.conftest import NOW
from tests.forms.test_answers import FORM, GOOD

EVIL = ["=1+1", "+86 138", "-2", "@SUM(A1)", "\tx", "＝1", '=HYPERLINK("http://evil.example","x")']


def answers(*names: str) -> list[Answer]:
    return [
        Answer(number, "visit", NOW.isoformat(), "hfj", {"name": [name], "kinds": ["绿茶", "红茶"]})
        for number, name in enumerate(names, start=1)
    ]


def test_a_sheet_has_a_column_for_each_question() -> None:
    rows = list(csv.reader(io.StringIO(csv_bytes(FORM, answers("沈山")).decode("utf-8-sig"))))
    assert rows[0] == ["编号", "时间", "渠道", *(field.label for field in FORM.fields)]
    assert rows[1][:4] == ["1", NOW.isoformat(), "hfj", "沈山"]
    assert "绿茶、红茶" in rows[1]


@pytest.mark.parametrize("evil", EVIL)
def test_nothing_is_taken_for_a_formula(evil: str) -> None:
    import openpyxl

    text = csv_bytes(FORM, answers(evil)).decode("utf-8-sig")
    assert f"'{evil}" in next(row for row in csv.reader(io.StringIO(text)) if row[0] == "1")
    sheet = openpyxl.load_workbook(io.BytesIO(xlsx_bytes(FORM, answers(evil)))).active
    cell = sheet.cell(2, 4)
    assert (cell.data_type, cell.value) == ("s", f"'{evil}")


@given(st.lists(st.text(st.characters(blacklist_categories=("Cs", "Cc"))), max_size=5))
def test_a_csv_keeps_every_answer(names: list[str]) -> None:
    rows = list(csv.reader(io.StringIO(csv_bytes(FORM, answers(*names)).decode("utf-8-sig"))))
    assert [row[3].removeprefix("'") for row in rows[1:]] == [name.removeprefix("'") for name in names]


def test_one_answer_is_deleted_when_its_writer_asks(tmp_path: Path) -> None:
    store = AnswerStore(tmp_path / "forms.sqlite")
    values = check_answers(FORM, GOOD).values
    assert store.add(FORM, NOW, "", "a", values)
    assert store.add(FORM, NOW, "", "b", {**values, "name": ("小周",)})
    assert store.counts() == {"visit": 2}
    assert store.delete(store.all("visit")[0].id)
    assert not store.delete(99)
    assert [answer.values["name"] for answer in store.all("visit")] == [["小周"]]
