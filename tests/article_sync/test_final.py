"""The last look at what a run wrote: few pages, and nothing unnoticed."""

import json
from pathlib import Path

import pytest

from plugins.article_sync import Status
from plugins.wechat_emulator import Fault
from tests.article_sync.world import World, only_line, quiet, rules


@pytest.fixture
def two_pages(world: World) -> World:
    """25 drafts."""
    for number in range(25):
        world.write(f"n{number}", "春天\n")
    return world.settled()


def list_from(world: World, order: str) -> None:
    world.store.accounts.change(world.account.appid, {"list_order": order})


def pages(world: World, **options: object) -> int:
    """Sync, and return how many pages of drafts were asked for beside the two of the listing."""
    before = world.calls()
    world.sync(**options)
    return (world.calls() - before)["draft/batchget"] - 2


@pytest.mark.parametrize(("order", "needed"), [("newest", 1), ("oldest", 2)])
def test_what_was_written_is_looked_for_until_it_is_found(two_pages: World, order: str, needed: int) -> None:
    list_from(two_pages, order)
    two_pages.edit("n7", "春天", "秋天")
    assert pages(two_pages) == needed
    assert two_pages.state(two_pages.id_of("n7"))["update_time"] > 0
    quiet(two_pages)


@pytest.mark.parametrize("order", ["newest", "oldest"])
def test_an_edit_during_the_run_is_told_and_comes_home_with_the_next(two_pages: World, order: str) -> None:
    list_from(two_pages, order)
    two_pages.edit("n7", "春天", "秋天")

    def somebody_edits(_seconds: float) -> None:
        two_pages.console_edit("n7", "秋天", "冬天")

    report = two_pages.sync(sleep=somebody_edits)
    assert [(line.rule, line.action, line.path) for line in report.lines] == [
        (7, "push", "articles/n7.md"),
        (0, "final comparison", "articles/n7.md"),
    ]
    assert report.exit_code == 1
    two_pages.pause()
    assert rules(two_pages.sync()) == [8]
    assert "冬天" in two_pages.text("n7")
    quiet(two_pages)


def test_what_goes_during_the_run_costs_one_listing_and_is_noticed_by_the_next(two_pages: World) -> None:
    two_pages.edit("n7", "春天", "秋天")
    assert pages(two_pages, sleep=lambda _seconds: two_pages.delete_there("n7")) == 2
    two_pages.pause()
    assert rules(two_pages.sync()) == [16]


def test_a_draft_that_went_long_ago_is_not_looked_for(two_pages: World) -> None:
    forget_time(two_pages, "n3")
    two_pages.delete_there("n3")
    two_pages.edit("n7", "春天", "秋天")
    assert pages(two_pages) == 1


def test_a_conflict_whose_time_nobody_knows_is_not_looked_for(two_pages: World) -> None:
    list_from(two_pages, "oldest")
    two_pages.edit("n24", "春天", "夏天")
    two_pages.console_edit("n24", "春天", "冬天")
    assert rules(two_pages.sync()) == [11]
    forget_time(two_pages, "n24")
    two_pages.write("n0", "秋天\n")
    list_from(two_pages, "newest")
    two_pages.pause()
    before = two_pages.calls()["draft/batchget"]
    assert rules(two_pages.sync()) == [7, 11]
    used = two_pages.calls()["draft/batchget"] - before
    assert used == 2 + 1 + 1, "the listing, the page of the conflict, the page of what was written"


def test_an_article_that_is_kept_out_of_wechat_is_nothing_to_look_at(world: World) -> None:
    for name in ("one", "two"):
        world.write(name, "春天\n")
    world.settled()
    forget_time(world, "one")
    world.edit("one", "---\n\n", "wechat: off\n---\n\n")
    world.console_edit("one", "春天", "冬天")
    world.edit("two", "春天", "秋天")
    assert rules(world.sync()) == [7]
    assert world.state(world.id_of("one"))["update_time"] == 0


def test_a_last_look_that_fails_is_told_and_nothing_is_lost(world: World) -> None:
    world.write("one", "春天\n")
    world.settled()
    world.edit("one", "春天", "秋天")

    def wechat_breaks(_seconds: float) -> None:
        world.store.faults.add("draft/batchget", Fault("errcode", 45009), times=9)

    report = world.sync(sleep=wechat_breaks)
    assert [(line.rule, line.status) for line in report.lines] == [(7, Status.DONE), (0, Status.FAILED)]
    world.store.faults.clear()
    world.pause()
    assert world.sync().lines == ()
    assert "秋天" in world.html("one")


def test_a_create_without_an_answer_is_looked_for_no_further_than_it_stands(two_pages: World) -> None:
    two_pages.write("new", "夏天\n")
    two_pages.store.faults.add("draft/add", Fault("drop_after"))
    assert pages(two_pages) == 1 + 1, "to find it, and to look at it at the end"
    assert len(two_pages.drafts()) == 26
    quiet(two_pages)


def test_neighbours_in_a_draft_get_its_new_time_too(world: World) -> None:
    for number in range(2):
        world.write(f"n{number}", "春天\n", post="一组", post_position=str(number + 1))
    world.settled()
    world.edit("n1", "春天", "秋天")
    assert only_line(world.sync()).rule == 7
    times = {world.state(world.id_of(f"n{number}"))["update_time"] for number in range(2)}
    assert len(times) == 1
    assert 0 not in times
    quiet(world)


def forget_time(world: World, name: str) -> None:
    """Write down that nobody knows the time of a draft, as after a kill."""
    path = _state_file(world, name)
    state = json.loads(path.read_bytes())
    path.write_text(json.dumps({**state, "update_time": 0}), encoding="utf-8")


def _state_file(world: World, name: str) -> Path:
    return next((world.content / ".sync").rglob(f"{world.id_of(name)}.json"))
