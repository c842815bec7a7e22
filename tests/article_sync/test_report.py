"""What people read after a run."""

import pytest

from plugins.article_sync import Line, Report, Status, render_report
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
