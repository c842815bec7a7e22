"""A report says the same in the terminal, in a spreadsheet and on its page."""

import csv
import io

from plugins.report_page import Chart, Report, Series, Table, render_csv, render_page, render_terminal

REPORT = Report(
    "小店 · 渠道",
    "2026-11-01 – 2026-11-02",
    [("浏览", 12345), ("核销率", 0.125)],
    [
        Chart("图", ["一店 <b>", "二店"], [Series("发出", [10, 0]), Series("核销", [3, 0])]),
        Table("按渠道", ["渠道", "浏览", "比率"], [["店内[s1]", 1200, 0.5], ["=1+1", 3, 0.0]], "说明"),
        Chart("每天", ["11-01", "11-02"], [Series("核销", [3, 4]), Series("重复", [0, 1])], "columns"),
    ],
    ["a.csv:3: <script>alert(1)</script>"],
)


def test_the_terminal_shows_figures_tables_and_problems() -> None:
    text = render_terminal(REPORT, 80, colour=False)
    for part in ("12,345", "12.5%", "店内[s1]", "1,200", "a.csv:3"):
        assert part in text
    assert "\x1b" not in text
    assert "\x1b" in render_terminal(REPORT, 80, colour=True)


def test_more_problems_than_a_person_reads_are_counted() -> None:
    many = Report("x", "", [], [], [f"a:{number}" for number in range(50)])
    assert "30 more" in render_terminal(many, 80, colour=False)


def test_the_spreadsheet_cannot_be_made_to_calculate() -> None:
    rows = list(csv.reader(io.StringIO(render_csv(REPORT).decode("utf-8-sig"))))
    assert rows == [
        ["按渠道", "渠道", "浏览", "比率"],
        ["按渠道", "店内[s1]", "1200", "0.5"],
        ["按渠道", "'=1+1", "3", "0.0"],
    ]


def test_the_page_carries_everything_and_runs_nothing() -> None:
    page = render_page(REPORT).decode()
    assert "<script" not in page
    assert "http" not in page
    assert "&lt;b&gt;" in page
    assert page.count("<svg") == 2
    assert page.count("<rect") == 4 + 3


def test_empty_charts_and_tables_can_be_shown() -> None:
    for kind in ("bars", "columns"):
        empty = Report("x", "", [], [Chart("c", [], [Series("s", [])], kind), Table("t", ["a"], [])])
        assert b"<svg" in render_page(empty)
        render_terminal(empty, 80, colour=False)
