"""What is deleted in the console is reported again and again without reading again all that was ever published."""

import json
from collections import Counter
from math import ceil
from pathlib import Path

import pytest

from tests.article_sync.world import World, only_line, rules

MESSAGES = 21
DAY_S = 24 * 3600


@pytest.fixture
def gone(world: World) -> World:
    """Two articles, one of them deleted in the console, on an account that has published two pages."""
    for number in range(MESSAGES):
        world.console.publish(world.console.new(f"旧文 {number}", f"<p>旧文 {number}</p>"))
    for name in ("one", "two"):
        world.write(name, "春天\n")
    world.settled()
    world.delete_there("one")
    return world


def calls(world: World, rule: int, **options: object) -> Counter[str]:
    """Sync, expect one line, and return the calls that it took."""
    before = world.calls()
    assert only_line(world.sync(**options)).rule == rule
    return world.calls() - before


def publish_one(world: World) -> None:
    """Publish what carries our link, in the console."""
    url = world.settings.source_url("one", world.id_of("one"))
    world.console.publish(world.console.new("one", "<p>春天</p>", content_source_url=url))


def memory(world: World) -> Path:
    return next((world.root / "state").glob("absent-*.json"))


def remember_too_much(world: World) -> None:
    """Let the memory say that what was published since belongs to the list that was searched."""
    data = json.loads(memory(world).read_bytes())
    memory(world).write_text(json.dumps({**data, "total": data["total"] + 1}), encoding="utf-8")


def test_a_standing_report_costs_one_call_more_than_a_run_without_changes(gone: World) -> None:
    assert calls(gone, 16)["freepublish/batchget"] == ceil(MESSAGES / 20)
    files = gone.files()
    assert calls(gone, 16) == {"draft/count": 2, "draft/batchget": 1, "freepublish/batchget": 1}
    gone.edit("one", "春天", "秋天")
    assert calls(gone, 17)["freepublish/batchget"] == 1
    gone.edit("one", "秋天", "春天")
    assert gone.files() == files


def test_what_was_published_comes_with_its_page(gone: World) -> None:
    for name in ("three", "four"):
        gone.write(name, "夏天\n")
    gone.sync()
    for name in ("three", "four"):
        gone.publish(name)
    before = gone.calls()
    assert sorted(rules(gone.sync())) == [14, 14, 16]
    spent = gone.calls() - before
    assert (spent["freepublish/batchget"], spent["freepublish/getarticle"]) == (ceil((MESSAGES + 2) / 20), 0)


@pytest.mark.parametrize("order", ["newest", "oldest"])
def test_what_is_published_after_all_is_found(gone: World, order: str) -> None:
    gone.store.accounts.change(gone.account.appid, {"list_order": order})
    assert rules(gone.sync()) == [16]
    publish_one(gone)
    assert rules(gone.sync()) == [14]


@pytest.fixture
def misled(gone: World) -> World:
    """A memory that is wrong: the article is published, where the first page does not show it."""
    gone.store.accounts.change(gone.account.appid, {"list_order": "oldest"})
    assert rules(gone.sync()) == [16]
    publish_one(gone)
    remember_too_much(gone)
    assert calls(gone, 16)["freepublish/batchget"] == 1
    return gone


@pytest.mark.parametrize("resolve", ["keep-local", "keep-account"])
def test_nothing_is_decided_from_memory(misled: World, resolve: str) -> None:
    assert only_line(misled.sync(resolve=resolve)).rule == 14
    assert [one["news_item"][0]["title"] for one in misled.drafts()] == ["two"]
    assert "detached" not in misled.text("one")


def test_nothing_is_forgotten_from_memory(misled: World) -> None:
    misled.delete_here("one")
    assert only_line(misled.sync()).action == "tombstone"


def test_another_article_that_is_gone_is_searched_for(misled: World) -> None:
    misled.delete_there("two")
    misled.write("three", "夏天\n")
    assert rules(misled.sync()) == [14, 1, 16]


def test_a_memory_lasts_a_day(misled: World) -> None:
    misled.store.clock.advance(DAY_S)
    assert only_line(misled.sync()).rule == 14


def test_a_clock_that_was_set_back_ends_it_too(misled: World) -> None:
    data = json.loads(memory(misled).read_bytes())
    memory(misled).write_text(json.dumps({**data, "at": data["at"] + DAY_S}), encoding="utf-8")
    assert only_line(misled.sync()).rule == 14


@pytest.mark.parametrize("text", ["", "[]", "{}", '{"ids": 1, "total": 1, "first": [], "at": 0}'])
def test_an_unreadable_memory_is_none(gone: World, text: str) -> None:
    assert rules(gone.sync()) == [16]
    memory(gone).write_text(text, encoding="utf-8")
    assert calls(gone, 16)["freepublish/batchget"] == ceil(MESSAGES / 20)


def test_a_dry_run_remembers_nothing(gone: World) -> None:
    files = gone.files()
    assert rules(gone.sync(dry_run=True)) == [16]
    assert gone.files() == files


def test_a_memory_that_cannot_be_written_stops_nothing(gone: World) -> None:
    assert rules(gone.sync()) == [16]
    path = memory(gone)
    path.unlink()
    path.mkdir()
    assert calls(gone, 16)["freepublish/batchget"] == ceil(MESSAGES / 20)
    assert path.is_dir()


def test_a_search_that_finds_what_is_known_writes_nothing(gone: World) -> None:
    gone.delete_here("one")
    gone.write("one", "春天\n", wechat="off")
    assert rules(gone.sync()) == [23]
    files = gone.files()
    gone.pause()
    assert rules(gone.sync()) == [23]
    assert gone.files() == files
