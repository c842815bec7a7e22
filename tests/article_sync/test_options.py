"""Flags that only look safe together are refused before anything is read."""

import re
from dataclasses import fields
from pathlib import Path

import pytest

from plugins.article_sync import Options
from plugins.shared.errors import UsageProblem


@pytest.mark.parametrize(
    "flags",
    [
        {"merge": True, "resolve": "keep-local"},
        {"merge": True, "direction": "push"},
        {"merge": True, "direction": "pull"},
        {"resolve": "keep-both", "direction": "push"},
        {"resolve": "keep-both", "direction": "pull"},
        {"resolve": "keep-local", "direction": "pull"},
        {"resolve": "keep-account", "direction": "push"},
        {"restyle": True, "direction": "pull"},
        {"delete_drafts": True, "direction": "pull"},
        {"delete_drafts": True, "resolve": "keep-local"},
        {"resolve": "mine"},
        {"direction": "sideways"},
        {"force_delete": -1},
    ],
)
def test_what_does_not_go_together_is_refused(flags: dict[str, object]) -> None:
    with pytest.raises(UsageProblem) as caught:
        Options(**flags)
    assert caught.value.exit_code == 2


@pytest.mark.parametrize(
    "flags",
    [
        {},
        {"dry_run": True, "only": "a*", "merge": True},
        {"resolve": "keep-local", "direction": "push"},
        {"resolve": "keep-account", "direction": "pull"},
        {"resolve": "keep-both"},
        {"resolve": "keep-local", "delete_drafts": True, "only": "one"},
        {"delete_drafts": True, "force_delete": 9, "direction": "push"},
    ],
)
def test_what_goes_together_is_taken(flags: dict[str, object]) -> None:
    assert Options(**flags).changes == flags


def test_every_flag_and_every_rule_stand_in_the_readme() -> None:
    text = (Path(__file__).resolve().parents[2] / "plugins/article_sync/README.md").read_text(encoding="utf-8")
    flags = {"--" + each.name.replace("_", "-") for each in fields(Options)} - {"--direction"}
    assert [flag for flag in flags if flag not in text] == []
    rows = [part for row in re.findall(r"^\| ([0-9 /]+) \|", text, re.MULTILINE) for part in row.split(" / ")]
    assert {int(part) for part in rows} >= set(range(1, 27))
