"""Values get their types from the model, and mistakes get a sentence with file and line."""

import subprocess
import sys
from datetime import date, datetime
from typing import Literal

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from plugins.shared.front_matter import parse_document
from plugins.shared.validation import SHANGHAI, ContentModel, Day, EndMoment, Fen, Moment, Slug, Switch, Text, validate
from tests.conftest import ROOT


class Inner(ContentModel):
    name: Text
    price: Fen | None = None


class Sample(ContentModel):
    title: Text
    price: Fen | None = None
    on: Day | None = None
    starts_at: Moment | None = None
    ends_at: EndMoment | None = None
    wechat: Switch = True
    slug: Slug = "a"
    kind: Literal["one", "two"] = "one"
    parts: tuple[Inner, ...] = ()


def read(*lines: str) -> tuple[Sample | None, list[str]]:
    document, problems = parse_document("a.md", "\n".join(["---", *lines, "---", ""]))
    assert not problems
    value, found = validate(Sample, document)
    return value, [str(problem) for problem in found]


def test_values_mean_what_was_typed() -> None:
    value, problems = read("title: 007", "price: 12.50", "on: 2026-11-22", "starts_at: 2026-11-22 20:00", "wechat: off")
    assert not problems
    assert value is not None
    assert (value.title, value.price, value.on) == ("007", 1250, date(2026, 11, 22))
    assert (value.starts_at, value.wechat) == (datetime(2026, 11, 22, 20, tzinfo=SHANGHAI), False)


@given(st.integers(0, 10**10 - 1))
@example(0)
@example(10**10 - 1)
def test_an_amount_means_the_same_however_it_is_written(fen: int) -> None:
    text = f"{fen // 100}.{fen % 100:02d}"
    written = [text, f"¥{text}", f"￥{text}", f"0{text}", f"{text}0", text.removesuffix("0"), text.removesuffix(".00")]
    values = [read("title: t", f"price: {each}")[0] for each in written]
    assert [value and value.price for value in values] == [fen] * len(values)


def test_a_bare_end_date_means_the_end_of_that_day() -> None:
    value, _ = read("title: t", "ends_at: 2027-02-05")
    assert value is not None
    assert value.ends_at == datetime(2027, 2, 5, 23, 59, 59, tzinfo=SHANGHAI)


def test_an_empty_value_counts_as_absent() -> None:
    value, problems = read("title: t", "price:")
    assert (value and value.price, problems) == (None, [])


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("price: 12,5", 'a.md:3: price: "12,5" is not an amount. Write it as 12.50.'),
        ("price: 1.234", 'a.md:3: price: "1.234" is not an amount. Write it as 12.50.'),
        ("price: -1", 'a.md:3: price: "-1" is not an amount. Write it as 12.50.'),
        ("price: 100000000.00", 'a.md:3: price: "100000000.00" is not an amount. Write it as 12.50.'),
        ("price: NaN", 'a.md:3: price: "NaN" is not an amount. Write it as 12.50.'),
        ("on: 22.11.2026", 'a.md:3: on: "22.11.2026" is not a date. Write it as 2026-11-22.'),
        ("wechat: maybe", 'a.md:3: wechat: "maybe" is no switch. Write on or off.'),
        ("kind: three", "a.md:3: kind cannot be \"three\". Write one of 'one' or 'two'."),
        ("pirce: 3", "a.md:3: 'pirce' is not a known key. Did you mean 'price'?"),
        ("parts: [{name: x, pirce: 1}]", "a.md:3: 'pirce' is not a known key. Did you mean 'price'?"),
        ("parts: [{price: 1}]", "a.md:3: parts.0.name is missing. Add a line 'name: …'."),
    ],
)
def test_each_mistake_gets_file_line_and_remedy(line: str, message: str) -> None:
    value, problems = read("title: t", line)
    assert value is None
    assert problems == [message]


def test_all_mistakes_show_at_once() -> None:
    _, problems = read("price: x", "on: y")
    assert [problem.split(":")[1] for problem in problems] == ["2", "2", "3"]


def test_messages_are_chinese_for_chinese_readers(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LANG", "zh_CN.UTF-8")
    _, problems = read("title: t", "price: x")
    assert problems == ["a.md:3: price: “x”不是金额。请写成 12.50。"]


def test_installed_packages_are_not_searched_for_plugins_of_pydantic() -> None:
    code = (
        "from plugins.channels.model import Channel; from pydantic.plugin import _loader; "
        "print(Channel(code='s1', name='店', kind='store').code, _loader._plugins)"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=True, capture_output=True, text=True)
    assert done.stdout == "s1 None\n"
