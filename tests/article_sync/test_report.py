"""What people read after a run."""

import json
import re
from pathlib import Path

import pytest

from plugins.article_sync import Line, Report, Status, layout, plan, render_report, report_json
from plugins.article_sync.report_json import ReportedRun, render_json_report, render_schema
from plugins.article_sync.words import NEXT_STEPS, RULE_WORDS

LINES = (
    Line(7, "push", "articles/a.md", "泡茶", Status.DONE, ("title", "body"), 2),
    Line(8, "pull", "articles/b.md", "", Status.DONE, ("body",), diff="-旧\n+新"),
    Line(11, "conflict", "articles/c.md", "岩茶", Status.ATTENTION),
)


def test_chinese() -> None:
    text = render_report(Report(LINES, in_sync=3), language="zh")
    assert "✓ #7  推送  articles/a.md《泡茶》（标题、正文；图片 2 张） → 公众号草稿已更新" in text
    assert "      +新" in text
    assert text.endswith("已处理 2 · 需要您看 1 · 一致 3")


def test_english() -> None:
    text = render_report(Report(LINES, in_sync=3, dry_run=True), language="en")
    assert 'push  articles/a.md "泡茶" (title, text; 2 picture(s)) → ' in text
    assert "Dry run, nothing written: done 2 · need a person 1 · in sync 3" in text


def test_colour_only_when_asked() -> None:
    assert "\x1b" not in render_report(Report(LINES))
    assert "\x1b[32m+新\x1b[0m" in render_report(Report(LINES), colour=True)


@pytest.mark.parametrize(
    ("statuses", "code"),
    [
        ([], 0),
        ([Status.DONE, Status.PLANNED, Status.WAITING], 0),
        ([Status.DONE, Status.ATTENTION], 1),
        ([Status.ATTENTION, Status.FAILED], 3),
    ],
)
def test_exit_codes(statuses: list[Status], code: int) -> None:
    assert Report(tuple(Line(7, "push", "a", "", status) for status in statuses)).exit_code == code
    assert Report((), stopped_with=5).exit_code == 5


def test_every_action_has_words_and_every_line_a_next_step() -> None:
    names = {name for name, _ in NEXT_STEPS if name} | set(RULE_WORDS)
    assert names == set(RULE_WORDS)
    assert {("", status.value) for status in Status} <= set(NEXT_STEPS)


def test_costs_stand_in_the_line() -> None:
    line = Line(7, "push", "articles/a.md", "泡茶", Status.PLANNED, ("body",), pictures=2, calls=5)
    assert "（正文；图片 2 张；5 次调用）" in render_report(Report((line,)))


def test_a_conflict_shows_both_paragraphs_and_the_commands_that_end_it() -> None:
    commands = ("invoke sync --only 'articles/c.md' --resolve keep-local",)
    line = Line(11, "conflict", "articles/c.md", "岩茶", Status.ATTENTION, versions=(("秋天", ""),), commands=commands)
    rows = render_report(Report((line,))).split("\n")[1:-1]
    assert rows == ["      文件：", "        | 秋天", "      公众号：", "        | ∅", f"      $ {commands[0]}"]


def test_a_report_for_programs_keeps_to_its_schema() -> None:
    report = Report(LINES, in_sync=3)
    again = ReportedRun.model_validate_json(render_json_report(report))
    assert [one.action for one in again.articles] == ["push", "pull", "conflict"]
    assert (again.exit_code, again.in_sync, again.articles[1].diff) == (1, 3, "-旧\n+新")
    schema = Path(report_json.__file__).with_name("report.schema.json").read_text(encoding="utf-8")
    assert schema == render_schema(), "write it anew with render_schema"
    assert set(json.loads(schema)["required"]) == set(json.loads(render_json_report(report)))


def test_every_decision_has_words_and_a_next_step() -> None:
    source = Path(plan.__file__).read_text(encoding="utf-8") + Path(layout.__file__).read_text(encoding="utf-8")
    names = set(re.findall(r'Decision\(\S+, "([^"]+)"', source)) | set(re.findall(r'_waiting\(.*, "([^"]+)"', source))
    assert len(names) > 25
    assert names - {"none"} <= set(RULE_WORDS)


def test_names_and_texts_of_others_cannot_steer_the_terminal() -> None:
    line = Line(8, "pull", "articles/a\nb.md", "茶\x1b[31m\u202e", Status.DONE, diff="+新\x1b]0;x\x07\n\t👨\u200d🌾")
    text = render_report(Report((line,)))
    assert not re.search("[\x1b\x07\u202e]", text)
    assert "articles/a b.md《茶�[31m�》" in text
    assert "      \t👨\u200d🌾" in text
