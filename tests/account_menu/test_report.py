"""What a person reads after a push."""

from pathlib import Path
from typing import get_args

import pytest

from plugins.account_menu.difference import Line
from plugins.account_menu.report import MenuReport, Status
from plugins.shared.errors import Problem


@pytest.mark.parametrize(
    ("status", "code"),
    [("unchanged", 0), ("planned", 0), ("pushed", 0), ("mismatch", 1), ("guarded", 4), ("unsupported", 5)],
)
def test_exit_codes(status, code):
    assert MenuReport(status).exit_code == code


def test_every_status_has_a_sentence_in_both_languages():
    for status in get_args(Status):
        zh, en = MenuReport(status).render("zh"), MenuReport(status).render("en")
        assert not zh.isascii()
        assert zh != en
    assert "--take-over" in MenuReport("guarded").render("zh")
    assert "--take-over" in MenuReport("guarded").render("en")


def test_the_tree_comes_first_then_warnings_backup_and_outcome():
    lines = (Line("+", 0, "茶"), Line("~", 1, "绿茶", "a → b"))
    report = MenuReport("pushed", lines, (Problem("menu.yaml", 2, "太长。"),), Path("trash/menu-1.json"))
    assert report.render().splitlines() == [
        "+ 茶",
        "~   绿茶  a → b",
        "提醒: menu.yaml:2: 太长。",
        "原来的菜单已备份到 trash/menu-1.json",
        "菜单已发布。粉丝重新进入公众号后看到，最多约 5 分钟。",
    ]
    assert report.render("en").splitlines()[-1].startswith("Menu pushed.")
