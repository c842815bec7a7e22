"""The menu end to end: our client, real requests, and the emulator behind them."""

from pathlib import Path

import pytest

from plugins.account_menu import push_menu
from plugins.shared.errors import AccountError
from plugins.wechat import Gateway, open_gateway
from plugins.wechat_emulator import Account, EmulatorTransport, Fault, Store
from tests.account_menu.account import resolve

MENU = """\
buttons:
- name: 选茶 🍵
  children:
  - {name: 龙井, target: product:longjing}
  - {name: 开春, target: landing:spring}
- {name: 人工, target: {keyword: 人工}}
- {name: 小程序, target: {miniprogram: {appid: wx0123456789abcdef, pagepath: pages/index, url: https://a.cn/}}}
"""


@pytest.fixture
def store():
    opened = Store()
    yield opened
    opened.close()


@pytest.fixture
def content(tmp_path) -> Path:
    folder = tmp_path / "content"
    folder.mkdir()
    (folder / "menu.yaml").write_text(MENU, encoding="utf-8")
    return folder


def gateway_to(store: Store, account: Account | None = None) -> Gateway:
    chosen = account or store.accounts.all()[0]
    environ = {"WECHAT_APPID": chosen.appid, "WECHAT_APPSECRET": chosen.secret}
    return open_gateway(environ, None, EmulatorTransport(store), sleep=lambda _: None)


def test_a_menu_is_pushed_read_back_and_left_alone(content, store, tmp_path):
    gateway = gateway_to(store)
    assert push_menu(content, gateway, resolve, tmp_path, dry_run=True).status == "planned"
    assert gateway.get_menu() == ()
    assert push_menu(content, gateway, resolve, tmp_path).status == "pushed"
    assert [button["name"] for button in gateway.get_menu()] == ["选茶 🍵", "人工", "小程序"]
    assert push_menu(content, gateway, resolve, tmp_path).status == "unchanged"


def test_a_change_is_shown_and_pushed(content, store, tmp_path):
    gateway = gateway_to(store)
    push_menu(content, gateway, resolve, tmp_path)
    (content / "menu.yaml").write_text(MENU.replace("landing:spring", "stores"), encoding="utf-8")
    report = push_menu(content, gateway, resolve, tmp_path, dry_run=True)
    assert [str(line) for line in report.lines if line.mark != " "] == [
        "~   开春  https://shop.example.com/landing/spring/ → https://shop.example.com/stores/"
    ]
    assert push_menu(content, gateway, resolve, tmp_path).status == "pushed"
    assert gateway.get_menu()[0]["sub_button"][1]["url"] == "https://shop.example.com/stores/"


def test_a_menu_from_elsewhere_is_guarded_and_taken_over_with_a_backup(content, store, tmp_path):
    gateway = gateway_to(store)
    gateway.create_menu([{"type": "click", "name": "别处", "key": "k"}])
    assert push_menu(content, gateway, resolve, tmp_path).status == "guarded"
    report = push_menu(content, gateway, resolve, tmp_path, take_over=True)
    assert report.status == "pushed"
    assert "别处" in report.backup.read_text(encoding="utf-8")


@pytest.mark.parametrize("profile", ["personal", "unverified"])
def test_an_unverified_account_gets_the_plan_to_copy(content, store, tmp_path, profile):
    report = push_menu(content, gateway_to(store, store.new_account(profile)), resolve, tmp_path)
    assert (report.status, report.exit_code) == ("unsupported", 5)


def test_an_answer_lost_after_the_effect_is_no_failure(content, store, tmp_path):
    for _ in range(3):
        store.faults.add("menu/create", Fault(kind="drop_after"))
    assert push_menu(content, gateway_to(store), resolve, tmp_path).status == "pushed"


def test_a_refused_menu_is_an_error_and_nothing_is_recorded(content, store, tmp_path):
    store.accounts.change(store.accounts.all()[0].appid, {"unlinked_miniprogram": "wx0123456789abcdef"})
    with pytest.raises(AccountError) as refused:
        push_menu(content, gateway_to(store), resolve, tmp_path)
    assert refused.value.errcode == 45064
    assert list(content.rglob("menu.json")) == []
