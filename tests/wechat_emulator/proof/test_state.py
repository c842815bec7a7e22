"""Snapshots, reset, seeds and the flags of the command."""

import base64
import json
import re
from pathlib import Path

import pytest

from plugins.shared.errors import ContentProblems, UsageProblem
from plugins.wechat_emulator import DEMO_APPID, EmulatorServer, Fault, Store
from plugins.wechat_emulator.command import describe, prepare
from plugins.wechat_emulator.seed import load_seed, load_seed_file
from tests.wechat_emulator.conftest import NOW, Api, article, picture

SEED = {
    "clock": NOW,
    "accounts": [
        {
            "settings": {"links": "reject"},
            "materials": [{"name": "tea", "file": "tea.jpg"}],
            "drafts": [
                {"title": "龙井", "content": '<p>好茶</p><img src="material:tea">', "cover": "tea"},
                {"articles": [{"title": t, "content": "<p>x</p>", "cover": "tea"} for t in ("一", "二")]},
            ],
            "published": [{"title": "旧文", "content": "<p>旧</p>", "cover": "tea"}],
            "menu": {"button": [{"type": "click", "name": "好", "key": "K"}]},
        },
        {"profile": "personal"},
    ],
}


@pytest.fixture
def seed_file(tmp_path: Path) -> Path:
    (tmp_path / "tea.jpg").write_bytes(picture())
    path = tmp_path / "seed.json"
    path.write_text(json.dumps(SEED, ensure_ascii=False), encoding="utf-8")
    return path


def test_a_snapshot_brings_everything_back(api: Api) -> None:
    draft = api.post("draft/add", {"articles": [article(api.cover())]})["media_id"]
    api.store.faults.add("draft/count", Fault("errcode", -1), times=2)
    assert api.control("snapshots", {"name": "before"}) == {"snapshots": ["before"]}
    api.post("draft/delete", {"media_id": draft})
    other = api.store.new_account()
    api.control("snapshots/restore", {"name": "before"})
    assert api.post("draft/get", {"media_id": draft})["news_item"][0]["title"] == "明前龙井"
    assert [account.appid for account in api.store.accounts.all()] == [DEMO_APPID]
    assert [api.get("draft/count").get("errcode") for _ in range(3)] == [-1, -1, None]
    assert api.store.new_account().appid == other.appid


def test_snapshots_survive_a_reset_and_a_restart(tmp_path: Path) -> None:
    path = tmp_path / "account.sqlite"
    api = Api(Store(path))
    cover = api.cover()
    api.control("snapshots", {"name": "with-picture"})
    api.control("reset", {})
    assert api.store.materials.count(DEMO_APPID, "image") == 0
    api.store.close()
    store = Store(path)
    prepare(store, restore="with-picture")
    assert store.materials.get(DEMO_APPID, cover).data == picture()
    store.close()


@pytest.mark.parametrize("name", ["", "a b", "../x", "x" * 61])
def test_names_that_no_snapshot_has(api: Api, name: str) -> None:
    assert "error" in api.control("snapshots", {"name": name})
    assert "no snapshot" in str(api.control("snapshots/restore", {"name": name})["error"])


def test_a_snapshot_of_another_version_changes_nothing(api: Api) -> None:
    api.post("draft/add", {"articles": [article(api.cover())]})
    api.control("snapshots", {"name": "old"})
    api.store.database.run("alter table drafts add column colour text")
    assert "another version" in str(api.control("snapshots/restore", {"name": "old"})["error"])
    assert api.get("draft/count")["total_count"] == 1


def test_a_seed_fills_accounts_by_the_rules(store: Store, seed_file: Path) -> None:
    first, second = load_seed_file(store, seed_file)
    assert (first, store.accounts.get(second).profile_name) == (DEMO_APPID, "personal")
    assert store.accounts.get(first).settings.links == "reject"
    two, one = store.drafts.page(first, 0, 9)
    assert [article["title"] for article in two.articles] == ["一", "二"]
    assert 'data-src="https://mmbiz.qpic.cn/' in one.articles[0]["content"]
    assert one.articles[0]["digest"] == "好茶"
    assert store.published.count(first) == 1
    assert store.menus.buttons(first)[0]["key"] == "K"


@pytest.mark.parametrize(
    ("change", "says"),
    [
        ({"profile": "royal"}, "no profile 'royal'"),
        ({"settings": {"colour": 1}}, "no setting 'colour'"),
        ({"materials": [{"name": "x", "file": "missing.jpg"}]}, "accounts.0.materials.0"),
        ({"materials": [{"name": "x.jpg", "base64": base64.b64encode(b"GIF89a").decode()}]}, "40113"),
        ({"drafts": [{"title": "茶" * 33, "content": "x", "cover": "tea"}]}, "accounts.0.drafts.0: 45003"),
        ({"drafts": [{"title": "茶", "content": "x", "cover": "nothing"}]}, "no material 'nothing'"),
        ({"menu": {"button": []}}, "accounts.0.menu: 40016"),
        ({"colour": "red"}, "accounts.0.colour"),
    ],
)
def test_a_seed_that_breaks_a_rule_leaves_nothing(tmp_path: Path, change: dict[str, object], says: str) -> None:
    (tmp_path / "tea.jpg").write_bytes(picture())
    account = {"materials": [{"name": "tea", "file": "tea.jpg"}]} | change
    store = Store()
    with pytest.raises(ContentProblems, match=re.escape(says)):
        load_seed(store, {"accounts": [account]}, "seed.json", tmp_path)
    assert store.materials.count(DEMO_APPID, "image") == 0
    store.close()


def test_a_seed_by_the_api_reads_no_files(api: Api, seed_file: Path) -> None:
    sent = {"accounts": [{"materials": [{"name": "tea", "file": str(seed_file.parent / "tea.jpg")}]}]}
    assert "base64" in str(api.control("seed", sent)["error"])
    data = base64.b64encode(picture()).decode()
    sent = {"accounts": [{"materials": [{"name": "tea.jpg", "base64": data}]}]}
    assert api.control("seed", sent) == {"accounts": [DEMO_APPID]}


def test_the_flags_of_the_command(store: Store, seed_file: Path, tmp_path: Path) -> None:
    script = tmp_path / "faults.jsonl"
    script.write_text('# a comment\n\n{"endpoint": "draft/add", "call": 2, "kind": "truncate"}\n', encoding="utf-8")
    prepare(store, seed=str(seed_file), profile="test", faults=str(script), snapshot="start")
    prepare(store, seed=str(seed_file))  # a second start adds nothing
    assert store.drafts.count(DEMO_APPID) == 2
    assert store.accounts.get(DEMO_APPID).profile_name == "test"
    assert [planned.call for planned in store.faults.waiting()] == [2]
    prepare(store, reset=True)
    assert store.drafts.count(DEMO_APPID) == 0
    prepare(store, restore="start")
    assert store.drafts.count(DEMO_APPID) == 2


def test_flags_that_make_no_sense(store: Store, tmp_path: Path) -> None:
    with pytest.raises(UsageProblem, match="royal"):
        prepare(store, profile="royal")
    with pytest.raises(UsageProblem, match="no snapshot"):
        prepare(store, restore="nothing")
    for missing in ({"seed": "nothing.json"}, {"faults": "nothing.jsonl"}):
        with pytest.raises(ContentProblems, match="cannot be read"):
            prepare(store, **missing)
    script = tmp_path / "faults.jsonl"
    script.write_text('{"endpoint": "a", "kind": "truncate"}\n{"kind": "fire"}\n[]\n{\n', encoding="utf-8")
    with pytest.raises(ContentProblems) as caught:
        prepare(store, faults=str(script))
    assert [problem.line for problem in caught.value.problems] == [2, 3, 4]
    assert store.faults.waiting() == []


def test_the_console_address_is_printed() -> None:
    with EmulatorServer() as server:
        assert describe(server).splitlines()[-1].endswith(f"{server.url}/console/")


def test_the_clock_is_stopped_moved_and_let_go(api: Api) -> None:
    assert api.control("clock", {"set": NOW + 50, "advance": 10})["now"] == NOW + 60
    assert api.control("clock", {"run": True})["now"] == NOW


def test_an_account_becomes_another_kind(api: Api) -> None:
    assert api.control("profile", {"profile": "personal"})["profile"] == "personal"
    assert api.get("menu/get")["errcode"] == 48001
    assert "no profile" in str(api.control("profile", {"profile": "royal"})["error"])
