"""Who may change the emulator's state: programs and the console, no other page."""

import pytest

from plugins.wechat_emulator import DEMO_APPID, EmulatorServer, Store
from tests.wechat_emulator.console.conftest import HERE, Visitor

NEW = {"title": "题", "html": "<p>字</p>"}


def test_the_console_may(visitor: Visitor, shop: Store) -> None:
    assert "media_id" in visitor.post("console/new", NEW)
    assert shop.drafts.count(DEMO_APPID) == 1


def test_a_program_may(visitor: Visitor, shop: Store) -> None:
    assert visitor.send("POST", "console/new", NEW).status_code == 200
    assert shop.drafts.count(DEMO_APPID) == 1


@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "https://evil.example"},
        {"Origin": "null"},
        {"Origin": "https://evil.example", "X_Emulator_Console": "TOKEN"},
        {"Origin": "http://127.0.0.1:9999", "X_Emulator_Console": "TOKEN"},
        {"Sec_Fetch_Site": "cross-site"},
        {"Sec_Fetch_Site": "same-site", "X_Emulator_Console": "TOKEN"},
        {"Referer": "https://evil.example/page"},
        {"Origin": "http://[", "X_Emulator_Console": "TOKEN"},
        {"Origin": HERE},
        {"Origin": HERE, "X_Emulator_Console": "guess"},
        {"Origin": HERE, "Sec_Fetch_Site": "same-origin", "X_Emulator_Console": "é"},
    ],
)
def test_another_page_may_not(visitor: Visitor, shop: Store, headers: dict[str, str]) -> None:
    sent = {name: value.replace("TOKEN", visitor.token) for name, value in headers.items()}
    for method, name in (("POST", "console/new"), ("POST", "reset"), ("DELETE", "faults"), ("POST", "faults/replay")):
        assert visitor.send(method, name, NEW, **sent).status_code == 403
    assert shop.drafts.count(DEMO_APPID) == 0


@pytest.mark.parametrize("host", ["evil.example:8090", "127.0.0.1.evil.example", "emulator.test", "[::g]"])
def test_a_name_that_somebody_else_points_here_is_refused(visitor: Visitor, host: str) -> None:
    """A page of that name would have the same origin as the console (DNS rebinding)."""
    assert visitor.client.get("/_emulator/accounts", headers={"Host": host}).status_code == 403
    assert visitor.client.get("/console/", headers={"Host": host}).status_code == 403


@pytest.mark.parametrize("host", ["127.0.0.1:8090", "localhost:1", "[::1]:8090", "192.168.1.20:8090"])
def test_addresses_and_localhost_are_the_emulator(visitor: Visitor, host: str) -> None:
    assert visitor.client.get("/_emulator/health", headers={"Host": host}).status_code == 200


def test_each_start_has_a_token_of_its_own(visitor: Visitor, shop: Store) -> None:
    assert Visitor(shop).token != visitor.token


def test_it_listens_on_this_machine_only_unless_told() -> None:
    with EmulatorServer() as server:
        assert server.url.startswith("http://127.0.0.1:")
