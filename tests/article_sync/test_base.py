"""Records that can be read whenever a run was killed, and that are believed only under their own name."""

from dataclasses import replace

import pytest

from plugins.article_sync.base import BaseFolder
from plugins.shared.errors import StateUntrusted
from plugins.wechat import account_name
from tests.article_sync.proof.dying import Fate
from tests.article_sync.world import Killed, World


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
