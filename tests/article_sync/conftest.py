from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest

from plugins.wechat_emulator import EmulatorServer, Store
from tests.article_sync.world import World
from tests.conftest import write_small_shop

BODY = "春天买的龙井。\n\n水温 *85℃*，见[明前龙井](product:longjing)。\n\n第三段。\n"


@pytest.fixture
def world(tmp_path: Path) -> World:
    """An account without drafts and a shop without articles."""
    return World(tmp_path)


class Shop(NamedTuple):
    """What the tasks are called with, and the account behind the socket that the environment names."""

    content: Path
    state: Path
    environ: dict[str, str]
    store: Store


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[Shop]:
    """A whole shop with one article, and an account that it reaches over HTTP."""
    store = Store()
    server = EmulatorServer(store).start()
    account = store.accounts.all()[0]
    environ = {
        "WECHAT_APPID": account.appid,
        "WECHAT_APPSECRET": account.secret,
        "WECHAT_API_BASE": server.url,
    }
    content = write_small_shop(tmp_path / "content")
    path = content / "articles" / "hello.md"
    path.write_text(path.read_text(encoding="utf-8").replace("category:", "cover: a.jpg\ncategory:"), encoding="utf-8")
    yield Shop(content, tmp_path / "state", environ, store)
    server.stop()
    store.close()


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
