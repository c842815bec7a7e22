"""What people write in the console in the very moment of our write: it comes home like any other edit."""

from collections.abc import Callable
from typing import Any

import pytest

from plugins.wechat import Gateway
from tests.article_sync.world import World, quiet, rules


class Meanwhile:
    """A gateway beside which somebody acts right after the first call of a kind."""

    def __init__(self, gateway: Gateway, call: str, then: Callable[[], None]) -> None:
        self._gateway, self._call, self._then = gateway, call, then

    def __getattr__(self, name: str) -> Any:
        target = getattr(self._gateway, name)
        if name != self._call:
            return target

        def call(*args: Any, **kwargs: Any) -> Any:
            answer = target(*args, **kwargs)
            self._call = ""
            self._then()
            return answer

        return call


def told(world: World, call: str, then: Callable[[], None]) -> list[tuple[int, str]]:
    """Sync while somebody acts in the console; return what was told."""
    report = world.sync(gateway=Meanwhile(world.gateway, call, then))
    world.pause()
    return [(line.rule, line.action) for line in report.lines]


FINALLY = (0, "final comparison")


def test_an_edit_right_after_a_create_comes_home(world: World) -> None:
    world.write("one", "春天\n")
    assert told(world, "add_draft", lambda: world.console_edit("one", "春天", "秋天")) == [(1, "create"), FINALLY]
    assert rules(world.sync()) == [8]
    assert "秋天" in world.text("one")
    quiet(world)


@pytest.mark.parametrize("words", [{"title": "二月"}, {"author": "阿沈"}, {"digest": "夏天来了"}])
def test_every_field_edited_right_after_an_update_comes_home(world: World, words: dict[str, str]) -> None:
    world.write("one", "春天\n", digest="春天的事")
    world.settled()
    world.edit("one", "春天\n", "秋天\n")
    media_id = world.draft("one")["media_id"]
    assert told(world, "update_draft", lambda: world.console.save(media_id, **words)) == [(7, "push"), FINALLY]
    assert rules(world.sync()) == [8]
    ((key, value),) = words.items()
    assert f"{key}: {value}\n" in world.text("one")
    assert "秋天\n" in world.text("one")
    quiet(world)


def test_an_edit_right_after_a_regrouping_comes_home(world: World) -> None:
    for number in range(2):
        world.write(f"n{number}", "春天\n", post="一组", post_position=str(number + 1))
    assert told(world, "add_draft", lambda: world.console_edit("n0", "春天", "秋天")) == [(1, "regroup"), FINALLY]
    assert rules(world.sync()) == [8]
    assert "秋天" in world.text("n0")
    quiet(world)
