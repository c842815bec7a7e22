"""The token file: who may read it, how long an entry lasts, and that two processes fetch once."""

import stat
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from plugins.wechat import Credentials, open_gateway
from plugins.wechat.tokens import FileTokens, MemoryTokens, TokenSession, token_file
from plugins.wechat_emulator import DEMO_APPID, EmulatorTransport, Store
from tests.contract.conftest import BASE, environ


class Clock:
    """A clock that stands until it is moved."""

    now = 1_000_000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture(params=["file", "memory"])
def opened(request: pytest.FixtureRequest, tmp_path: Path) -> tuple[TokenSession, Clock]:
    clock = Clock()
    return (FileTokens(tmp_path / "t.json", clock) if request.param == "file" else MemoryTokens(clock)), clock


def test_an_entry_ends_a_minute_before_its_time(opened: tuple[TokenSession, Clock]) -> None:
    session, clock = opened
    session.set("a", "1", 7200)
    session.set("short", "2", 30)
    clock.now += 14
    assert (session.get("a"), session.get("short"), session.get("none", "default")) == ("1", "2", "default")
    clock.now += 2
    assert session.get("short") is None
    clock.now += 7200 - 60 - 17
    assert session.get("a") == "1"
    clock.now += 2
    assert session.get("a") is None


def test_an_entry_can_be_forgotten(opened: tuple[TokenSession, Clock]) -> None:
    session, _ = opened
    session.set("a", "1", 7200)
    session.delete("a")
    session.delete("never")
    assert session.get("a") is None


def test_only_the_owner_reads_the_file(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "t.json"
    FileTokens(path, Clock()).set("a", "1", 7200)
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert FileTokens(path, Clock()).get("a") == "1"


@pytest.mark.parametrize(
    "text", ["", "{", "[]", '{"entries": 1}', '{"entries": {"a": 1}}', '{"entries": {"a": {}}}', "\\xff"]
)
def test_an_unreadable_file_counts_as_empty(tmp_path: Path, text: str) -> None:
    path = tmp_path / "t.json"
    path.write_bytes(text.encode().decode("unicode_escape").encode("latin-1"))
    session = FileTokens(path, Clock())
    assert session.get("a") is None
    session.set("a", "1", 7200)
    assert session.get("a") == "1"


def test_every_account_and_server_has_its_own_file(tmp_path: Path) -> None:
    names = {
        token_file(tmp_path, Credentials(appid, "s", base)).name
        for appid in ("wx1", "wx2")
        for base in ("https://a", "https://b")
    }
    assert len(names) == 4
    assert not any("wx" in name for name in names)


def test_a_lock_is_held_by_one(tmp_path: Path) -> None:
    inside, most = 0, 0
    guard = threading.Lock()

    def enter(_: int) -> None:
        nonlocal inside, most
        with FileTokens(tmp_path / "t.json", Clock()).locked():
            with guard:
                inside += 1
                most = max(most, inside)
            threading.Event().wait(0.002)
            with guard:
                inside -= 1

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(enter, range(16)))
    assert most == 1


def fetches(store: Store) -> int:
    return store.quota.used(DEMO_APPID, "stable_token")


def test_gateways_that_share_a_folder_share_a_token(tmp_path: Path) -> None:
    store = Store()
    for _ in range(3):
        open_gateway(environ(BASE), tmp_path, EmulatorTransport(store)).count_drafts()
    assert fetches(store) == 1


def test_gateways_at_once_fetch_once(tmp_path: Path) -> None:
    store = Store()
    gateways = [open_gateway(environ(BASE), tmp_path, EmulatorTransport(store)) for _ in range(8)]
    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(lambda gateway: gateway.count_drafts(), gateways)) == [0] * 8
    assert fetches(store) == 1
    store.tokens.expire_all(DEMO_APPID)
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda gateway: gateway.count_drafts(), gateways))
    assert fetches(store) == 2


def test_a_token_about_to_end_is_replaced_before_the_call(tmp_path: Path) -> None:
    store, clock = Store(wall=lambda: Clock.now), Clock()
    gateway = open_gateway(environ(BASE), tmp_path, EmulatorTransport(store), clock=clock)
    gateway.count_drafts()
    clock.now += 7150
    gateway.count_drafts()
    assert fetches(store) == 2


def test_without_a_folder_nothing_is_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    open_gateway(environ(BASE), None, EmulatorTransport(Store())).count_drafts()
    assert list(tmp_path.iterdir()) == []


def test_opening_makes_no_call(tmp_path: Path) -> None:
    store = Store()
    gateway = open_gateway(environ(BASE), tmp_path, EmulatorTransport(store))
    assert (gateway.appid, fetches(store)) == (DEMO_APPID, 0)
