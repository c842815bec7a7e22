"""Records that can be read whenever a run was killed, and that are believed only under their own name."""

import json
from dataclasses import replace

import pytest

from plugins.article_sync.base import BaseFolder
from plugins.shared.errors import StateUntrusted
from plugins.wechat import account_name
from tests.article_sync.proof.dying import Fate
from tests.article_sync.world import Killed, World, rules


@pytest.fixture
def states(world: World) -> BaseFolder:
    """The records of two articles."""
    for name in ("one", "two"):
        world.write(name, "春天\n")
    world.settled()
    return BaseFolder(world.content, account_name(world.account.appid))


@pytest.mark.parametrize("nth", [1, 2])
def test_a_new_record_can_be_read_wherever_its_writing_ended(world: World, states: BaseFolder, nth: int) -> None:
    with pytest.raises(Killed), Fate().strike(world.root, nth):
        states.write(replace(states.read()[0], id="a" * 10))
    assert len(states.read()) == 2


@pytest.mark.parametrize("nth", [1, 2])
def test_the_others_can_be_read_wherever_a_removal_ended(world: World, states: BaseFolder, nth: int) -> None:
    with pytest.raises(Killed), Fate().strike(world.root, nth):
        states.remove(states.read()[0].id)
    assert len(states.read()) == (2 if nth == 1 else 1)


def test_a_record_under_another_name_is_not_believed(states: BaseFolder) -> None:
    article_id = states.read()[0].id
    for suffix in (".json", ".md"):
        (states.folder / (article_id + suffix)).rename(states.folder / ("a" * 10 + suffix))
    with pytest.raises(StateUntrusted):
        states.read()


def test_state_copied_from_another_account_is_not_believed(world: World) -> None:
    world.write("one", "文字\n")
    world.settled()
    other = world.store.new_account()
    ours = BaseFolder(world.content, account_name(world.account.appid)).folder
    ours.rename(ours.parent / account_name(other.appid))
    with pytest.raises(StateUntrusted) as caught:
        world.sync(gateway=world.open(other.appid, other.secret))
    assert caught.value.exit_code == 7


def test_another_account_is_not_taken_for_a_new_one(world: World) -> None:
    world.write("one", "文字\n")
    world.settled()
    other = world.store.new_account()
    gateway = world.open(other.appid, other.secret)
    with pytest.raises(StateUntrusted):
        world.sync(gateway=gateway)
    assert gateway.count_drafts() == 0
    report = world.sync(gateway=gateway, settings=replace(world.settings, new_account=True))
    assert rules(report) == [1]


@pytest.mark.parametrize("text", ["{", "[]", '{"format": 99}', '{"format": 1}'])
def test_unreadable_or_newer_state_stops_the_run(world: World, text: str) -> None:
    world.write("one", "文字\n")
    world.settled()
    path = next((world.content / ".sync").rglob(f"{world.id_of('one')}.json"))
    path.write_text(text, encoding="utf-8")
    with pytest.raises(StateUntrusted):
        world.sync()


def test_the_appid_stands_in_no_file_of_the_state(world: World) -> None:
    world.write("one", "文字\n")
    world.settled()
    for name, data in world.content_files().items():
        assert world.account.appid.encode() not in data + name.encode(), name


def test_state_files_are_sorted_and_end_with_a_line(world: World) -> None:
    world.write("one", "文字\n")
    world.settled()
    for path in (world.content / ".sync").rglob("*.json"):
        text = path.read_text(encoding="utf-8")
        assert text == json.dumps(json.loads(text), ensure_ascii=False, indent=2, sort_keys=True) + "\n"
