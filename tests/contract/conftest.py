"""The account in three guises: emulated in process, emulated over HTTP, and by choice a real test account."""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from plugins.wechat import DraftArticle, Gateway, open_gateway
from plugins.wechat_emulator import (
    DEMO_APPID,
    DEMO_SECRET,
    ConsoleEditor,
    EmulatorServer,
    EmulatorTransport,
    Store,
)
from tests.wechat_emulator.conftest import picture

BASE = "http://emulator.invalid"
WHY_NOT = "a real account: set WEIZHAN_TEST_ACCOUNT=1, WECHAT_APPID and WECHAT_APPSECRET of a test account to run it"


@dataclass
class Account:
    """An emulated account: the gateway under test, the person in the console, and what the server holds."""

    gateway: Gateway
    editor: ConsoleEditor
    store: Store
    slept: list[float]

    def cover(self) -> str:
        return self.gateway.add_material("image", "cover.jpg", picture()).media_id

    def article(self, **changes: Any) -> DraftArticle:
        fields: dict[str, Any] = {"title": "明前龙井", "content": "<p>新茶到了</p>"}
        if "thumb_media_id" not in changes:
            fields["thumb_media_id"] = self.cover()
        return DraftArticle(**{**fields, **changes})

    def draft(self, **changes: Any) -> str:
        return self.gateway.add_draft([self.article(**changes)])


def environ(base: str) -> dict[str, str]:
    """Return the settings that lead to the demo account."""
    return {"WECHAT_APPID": DEMO_APPID, "WECHAT_APPSECRET": DEMO_SECRET, "WECHAT_API_BASE": base}


@pytest.fixture(params=["in process", "over HTTP"])
def account(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Account]:
    """A fresh emulated account."""
    store, slept = Store(), list[float]()
    if request.param == "in process":
        transport = EmulatorTransport(store)
        gateway = open_gateway(environ(BASE), tmp_path, transport, sleep=slept.append)
        yield Account(gateway, ConsoleEditor(BASE, transport=transport), store, slept)
    else:
        with EmulatorServer(store) as server:
            gateway = open_gateway(environ(server.url), tmp_path, sleep=slept.append)
            yield Account(gateway, ConsoleEditor(server.url), store, slept)
    store.close()


@pytest.fixture(params=["emulated", "real"])
def any_account(request: pytest.FixtureRequest) -> Iterator[Gateway]:
    """An account for tests that change nothing."""
    if request.param == "emulated":
        store = Store()
        yield open_gateway(environ(BASE), None, EmulatorTransport(store))
        store.close()
    elif os.environ.get("WEIZHAN_TEST_ACCOUNT") == "1":
        yield open_gateway(os.environ, None)
    else:
        pytest.skip(WHY_NOT)
