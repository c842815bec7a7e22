"""What the doctor says to each kind of account, over the emulator's socket."""

import json
from collections.abc import Iterator
from typing import Any

import pytest

from plugins.doctor import examine_account
from plugins.shared.errors import UsageProblem
from plugins.wechat_emulator import DEMO_APPID, DEMO_SECRET, EmulatorServer, Fault, Store
from plugins.wechat_emulator.state.profile_switch import switch_profile

VIEW = {"type": "view", "name": "官网", "url": "https://tea.example.com/"}


class Patient:
    """An account behind a socket, and what the doctor says about it."""

    def __init__(self, store: Store, url: str) -> None:
        self.store = store
        self.environ = {"WECHAT_APPID": DEMO_APPID, "WECHAT_APPSECRET": DEMO_SECRET, "WECHAT_API_BASE": url}

    def examine(self) -> dict[str, Any]:
        text, code = examine_account(self.environ, "json")
        found: dict[str, Any] = json.loads(text)
        assert found["exit_code"] == code
        return found

    def check(self, name: str) -> dict[str, str]:
        return next(one for one in self.examine()["checks"] if one["name"] == name)

    def commands(self) -> dict[str, str]:
        return {one["name"]: one["state"] for one in self.examine()["commands"]}

    def change(self, **settings: object) -> None:
        self.store.accounts.change(DEMO_APPID, settings)


@pytest.fixture
def patient(monkeypatch: pytest.MonkeyPatch) -> Iterator[Patient]:
    monkeypatch.setenv("LANG", "zh_CN.UTF-8")
    store = Store()
    with EmulatorServer(store) as server:
        yield Patient(store, server.url)
    store.close()


CLOSED = {"published": "bad", "publish": "bad", "menu": "bad", "qr_codes": "limited", "statistics": "limited"}


@pytest.mark.parametrize(
    ("profile", "expected", "exit_code"),
    [
        ("verified_service", {}, 0),
        ("verified_subscription", {"qr_codes": "limited"}, 0),
        ("test", {}, 0),
        ("unverified", CLOSED, 5),
        ("personal", CLOSED, 5),
    ],
)
def test_every_kind_of_account(patient: Patient, profile: str, expected: dict[str, str], exit_code: int) -> None:
    switch_profile(patient.store, DEMO_APPID, profile)
    found = patient.examine()
    assert {one["name"]: one["state"] for one in found["checks"] if one["state"] != "good"} == expected
    assert found["exit_code"] == exit_code
    assert all("认证" in one["click"] for one in found["checks"] if one["state"] == "bad")


def test_what_an_unverified_account_can_still_do(patient: Patient) -> None:
    switch_profile(patient.store, DEMO_APPID, "unverified")
    assert patient.commands() == {
        "sync, push, pull": "limited",
        "adopt, resync": "limited",
        "publish": "bad",
        "menu": "bad",
        "qr --account": "bad",
        "build, serve, check, preview, copy, convert": "good",
    }
    text, _ = examine_account(patient.environ)
    assert "copy --paired ID" in text
    assert "发表草稿: 没有权限（errcode 76022）\n    → 同上" in text


def test_an_account_whose_drafts_are_closed_falls_back_to_copy_and_paste(patient: Patient) -> None:
    patient.store.faults.add("draft/batchget", Fault("errcode", 48001), times=9)
    found = patient.examine()
    sync = next(one for one in found["commands"] if one["name"].startswith("sync"))
    assert (sync["state"], found["exit_code"]) == ("bad", 5)
    assert "复制粘贴" in sync["about"]


def test_a_refused_address_is_shown_with_what_to_click(patient: Patient) -> None:
    patient.change(ip_refused="203.0.113.7")
    text, code = examine_account(patient.environ)
    assert code == 5
    ip = text.splitlines().index("✗ 出口 IP: 微信看到的是 203.0.113.7，不在白名单里")
    assert "IP白名单 → 修改 → 另起一行填 203.0.113.7" in text.splitlines()[ip + 1]
    assert "? AppID 和 AppSecret" in text  # nothing is said against the secret
    assert set(patient.commands().values()) == {"bad", "good"}


def test_the_address_that_wechat_saw(patient: Patient) -> None:
    assert patient.check("ip")["found"] == "微信看到的是 127.0.0.1"
    patient.store.faults.add("openapi/rid/get", Fault("errcode", 76001), times=9)
    assert patient.check("ip")["state"] == "unknown"


@pytest.mark.parametrize(
    ("errcode", "click"),
    [
        (40013, "开发者ID(AppID)"),
        (40125, "重置"),
        (40243, "解冻"),
        (50007, "通知中心"),
        (89503, "公众平台安全助手"),
        (45009, "清零"),
    ],
)
def test_tokens_that_are_refused(patient: Patient, errcode: int, click: str) -> None:
    patient.store.faults.add("stable_token", Fault("errcode", errcode), times=9)
    found = patient.examine()
    assert found["exit_code"] == (3 if errcode == 45009 else 5)
    assert [one["state"] for one in found["checks"]] == ["bad", "unknown"]
    assert click in found["checks"][0]["click"]


def test_no_credentials_at_all(patient: Patient) -> None:
    text, code = examine_account({})
    assert code == 5
    assert "没有设置 WECHAT_APPID 和 WECHAT_APPSECRET" in text
    with pytest.raises(UsageProblem):
        examine_account({}, "yaml")


def test_a_secret_is_never_printed(patient: Patient) -> None:
    for output in ("text", "json"):
        assert DEMO_SECRET not in examine_account(patient.environ, output)[0]


def test_quotas_that_are_used_up(patient: Patient) -> None:
    patient.store.quota.use(DEMO_APPID, "draft/add", 1000)
    found = patient.examine()
    assert found["quotas"]["draft/add"] == {"limit": 1000, "used": 1000, "remain": 0}
    assert "清零" in next(one for one in found["checks"] if one["name"] == "quota draft/add")["click"]
    assert found["exit_code"] == 1


def test_who_made_the_menu(patient: Patient) -> None:
    from plugins.wechat import open_gateway

    assert patient.check("menu_mode")["found"] == "还没有菜单"
    open_gateway(patient.environ, None).create_menu([VIEW])
    assert "接口创建" in patient.check("menu_mode")["found"]
    patient.store.menus.set_by_console(DEMO_APPID, [VIEW])
    assert "--take-over" in patient.check("menu_mode")["found"]
    patient.store.menus.set_by_console(DEMO_APPID, [VIEW], is_open=False)
    assert "停用" in patient.check("menu_mode")["found"]


def test_it_changes_nothing_and_asks_little(patient: Patient) -> None:
    patient.examine()
    counters = patient.store.quota.counters(DEMO_APPID)
    assert sum(counters.values()) <= 25
    assert set(counters) <= {
        "stable_token",
        "get_api_domain_ip",
        "draft/batchget",
        "draft/get",
        "freepublish/batchget",
        "menu/get",
        "get_current_selfmenu_info",
        "openapi/quota/get",
        "openapi/rid/get",
    }
