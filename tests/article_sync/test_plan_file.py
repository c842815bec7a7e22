"""A plan written by one run and carried out by another."""

import json
from pathlib import Path

import pytest

from plugins.article_sync import Status
from plugins.article_sync.command import Request
from plugins.article_sync.options import Options
from plugins.shared.errors import UsageProblem
from tests.article_sync.world import Counting, World, only_line, rules

BODY = "春天买的龙井。\n\n第二段。\n"


@pytest.fixture
def plan(world: World, tmp_path: Path) -> Path:
    """A plan over a world with a create, a push, a pull and a conflict waiting."""
    for name in ("push", "pull", "clash", "same"):
        world.write(name, BODY)
    world.settled()
    world.write("create", BODY)
    world.edit("push", "春天", "秋天")
    world.console_edit("pull", "春天", "冬天")
    world.edit("clash", "春天", "秋天")
    world.console_edit("clash", "春天", "冬天")
    path = tmp_path / "elsewhere" / "plan.json"
    files, drafts = world.files(), world.drafts()
    report = world.sync(plan=path)
    assert report.dry_run
    assert sorted(rules(report)) == [1, 7, 8, 11]
    kept = {name: data for name, data in world.files().items() if not name.startswith("elsewhere")}
    assert (kept, world.drafts()) == (files, drafts)
    return path


def test_a_plan_is_carried_out_as_it_was_made(world: World, plan: Path) -> None:
    done = world.sync(apply=plan)
    assert sorted((line.rule, line.status.value) for line in done.lines) == [
        (1, "done"),
        (7, "done"),
        (8, "done"),
        (11, "attention"),
    ]
    assert "秋天" in world.html("push")
    assert "冬天" in world.text("pull")


@pytest.mark.parametrize("side", ["file", "console"])
def test_a_stale_item_is_skipped_and_the_rest_goes_on(world: World, plan: Path, side: str) -> None:
    if side == "file":
        world.edit("push", "秋天", "夏天")
    else:
        world.console_edit("push", "第二段", "后台第二段")
    done = {line.path: line for line in world.sync(apply=plan).lines}
    assert (done["articles/push.md"].status, done["articles/push.md"].action) == (Status.ATTENTION, "stale")
    assert done["articles/pull.md"].status is Status.DONE
    assert "秋天" not in world.html("push")
    assert "夏天" not in world.html("push")


def test_what_is_new_since_the_plan_waits(world: World, plan: Path) -> None:
    world.edit("same", "春天", "秋天")
    done = {line.path: line for line in world.sync(apply=plan).lines}
    assert done["articles/same.md"].status is Status.ATTENTION
    assert "秋天" not in world.html("same")


def test_a_plan_carries_its_own_flags(world: World, tmp_path: Path) -> None:
    for name in ("one", "two"):
        world.write(name, BODY)
    world.settled()
    world.delete_here("one")
    path = tmp_path / "plan.json"
    world.sync(plan=path, delete_drafts=True)
    assert len(world.drafts()) == 2
    assert only_line(world.sync(apply=path)).action == "delete draft"
    assert len(world.drafts()) == 1


def test_a_plan_holds_no_text_and_no_appid(world: World, plan: Path) -> None:
    text = plan.read_text(encoding="utf-8")
    assert "龙井" not in text
    assert world.account.appid not in text


@pytest.mark.parametrize("text", ["", "{", "[]", '{"format": 9}', '{"format": 1, "account": "x"}'])
def test_what_is_no_plan_is_refused_before_any_call(world: World, tmp_path: Path, text: str) -> None:
    path = tmp_path / "plan.json"
    path.write_text(text, encoding="utf-8")
    counting = Counting(world.gateway)
    with pytest.raises(UsageProblem):
        world.sync(apply=path, gateway=counting)
    assert counting.calls == []


def test_a_plan_for_another_account_is_refused(world: World, plan: Path) -> None:
    data = json.loads(plan.read_text(encoding="utf-8"))
    plan.write_text(json.dumps({**data, "account": "other"}), encoding="utf-8")
    with pytest.raises(UsageProblem):
        world.sync(apply=plan)


@pytest.mark.parametrize(
    "request_values",
    [
        {"options": Options(), "plan": "a", "apply": "a"},
        {"options": Options(dry_run=True), "plan": "a"},
        {"options": Options(only="x"), "apply": "a"},
        {"options": Options(force_delete=3), "apply": "a"},
        {"options": Options(), "output": "xml"},
    ],
)
def test_what_does_not_go_with_a_plan_is_refused(request_values: dict[str, object]) -> None:
    with pytest.raises(UsageProblem):
        Request(**request_values)


@pytest.mark.parametrize("text", [None, "{}", "["])
def test_a_file_that_is_no_plan_gets_one_clear_sentence(world: World, tmp_path: Path, text: str | None) -> None:
    path = tmp_path / "plan.json"
    if text is not None:
        path.write_text(text, encoding="utf-8")
    reason = "the file cannot be opened" if text is None else "no plan for this account"
    with pytest.raises(UsageProblem) as caught:
        world.sync(apply=path)
    assert str(caught.value) == f"{path}: {reason}. Write one with python3 tasks.py sync --plan {path}."
