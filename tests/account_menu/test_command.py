"""The tasks ``menu`` and ``check``: the site's own pages are the menu's targets."""

import pytest

from plugins.account_menu.command import check_menu, push_account_menu, resolver
from plugins.shared.errors import ContentProblems, CredentialsRefused
from plugins.site.check import load_site
from plugins.wechat_emulator import DEMO_APPID, DEMO_SECRET, EmulatorServer

MENU = """\
buttons:
- name: 茶
  children:
  - {name: 龙井, target: product:longjing}
  - {name: 绿茶, target: category:green}
  - {name: 茶事, target: column:茶事}
- {name: 服务, target: service}
"""


def test_references_lead_to_the_sites_own_pages(small_shop):
    resolve = resolver(load_site(small_shop))
    assert resolve("product:longjing") == "https://shop.example.com/p/longjing/"
    assert resolve("home") == "https://shop.example.com/"
    assert resolve("product:gone") is None
    assert resolver(load_site(small_shop), "https://other.cn/")("stores") == "https://other.cn/stores/"


def test_a_promotion_leads_to_the_copy_of_the_menus_own_channel(small_shop):
    channels = "channels:\n- {code: s1, name: 店内, kind: store}\n- {code: cd, name: 菜单, kind: menu}\n"
    (small_shop / "channels.yaml").write_text(channels, encoding="utf-8")
    assert resolver(load_site(small_shop))("landing:spring") == "https://shop.example.com/c/cd/spring/"
    (small_shop / "channels.yaml").write_text(
        channels.replace("kind: menu", "kind: menu, retired: 2020-01-01"), "utf-8"
    )
    assert resolver(load_site(small_shop))("landing:spring") == "https://shop.example.com/landing/spring/"


def test_check_finds_a_menu_that_leads_nowhere(small_shop):
    site = load_site(small_shop)
    check_menu(small_shop, site)  # a shop may have no menu
    (small_shop / "menu.yaml").write_text(MENU, encoding="utf-8")
    check_menu(small_shop, site)
    (small_shop / "menu.yaml").write_text(MENU.replace("category:green", "category:red"), encoding="utf-8")
    with pytest.raises(ContentProblems, match="menu.yaml:5: 'category:red' leads to no page"):
        check_menu(small_shop, site)


def test_the_task_pushes_over_http(small_shop, tmp_path, monkeypatch):
    (small_shop / "menu.yaml").write_text(MENU, encoding="utf-8")
    state = tmp_path / ".wechat"
    with EmulatorServer() as server:
        environ = {"WECHAT_APPID": DEMO_APPID, "WECHAT_APPSECRET": DEMO_SECRET, "WECHAT_API_BASE": server.url}
        text, code = push_account_menu(small_shop, state, environ, dry_run=True)
        assert (text.splitlines()[-1], code) == ("Dry run: nothing was changed.", 0)
        assert not state.exists()
        assert not (small_shop / ".sync").exists()
        monkeypatch.setenv("LC_ALL", "zh_CN.UTF-8")
        text, code = push_account_menu(small_shop, state, environ)
        assert (text.splitlines()[-1][:6], code) == ("菜单已发布。", 0)
        assert "+   龙井  https://shop.example.com/p/longjing/" in text
        assert push_account_menu(small_shop, state, environ) == (text_without_marks(text), 0)


def text_without_marks(text: str) -> str:
    lines = text.splitlines()[:-1]
    return "\n".join([*(line.replace("+", " ", 1) for line in lines), "菜单没有变化。"])


def test_without_credentials_it_says_what_to_do(small_shop, tmp_path):
    (small_shop / "menu.yaml").write_text(MENU, encoding="utf-8")
    with pytest.raises(CredentialsRefused, match="WECHAT_APPID"):
        push_account_menu(small_shop, tmp_path, {})
