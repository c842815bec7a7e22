from pathlib import Path

import pytest

from tests.article_sync.world import World

BODY = "春天买的龙井。\n\n水温 *85℃*，见[明前龙井](product:longjing)。\n\n第三段。\n"


@pytest.fixture
def world(tmp_path: Path) -> World:
    """An account without drafts and a shop without articles."""
    return World(tmp_path)


@pytest.fixture
def clash(world: World) -> World:
    """An article whose first paragraph both sides have edited."""
    world.write("one", BODY)
    world.write("two", BODY)
    world.settled()
    world.edit("one", "春天", "秋天")
    world.console_edit("one", "春天", "冬天")
    return world


@pytest.fixture
def disjoint(world: World) -> World:
    """An article of which the file has a new first, the account a new third paragraph and a new author."""
    world.write("one", BODY, tags="[茶]")
    world.write("two", BODY)
    world.settled()
    world.edit("one", "春天", "秋天")
    world.console_edit("one", "第三段", "后台第三段", author="老沈")
    return world
