"""Menus for followers with a tag, end to end: pushed, read back, guarded, replaced after a backup."""

import json
from pathlib import Path

import pytest

from plugins.account_menu.apply import checked_plan
from plugins.account_menu.conditional import TagMenus, push_conditional
from plugins.shared.errors import ContentProblems
from plugins.wechat import Gateway, open_gateway
from plugins.wechat_emulator import EmulatorTransport, Store
from tests.account_menu.account import resolve

MENU = """\
buttons:
- {name: 选茶, target: products}
conditional:
- tag: 老客
  buttons:
  - {name: 老客选茶, target: product:longjing}
- tag: 企业
  buttons:
  - {name: 定制, target: landing:spring}
"""


class Shop:
    """A shop with a menu for two tags, and an emulated account that has them."""

    def __init__(self, root: Path, store: Store) -> None:
        self.content, self.state, self.store = root / "content", root / "state", store
        self.content.mkdir()
        self.account = store.accounts.all()[0]
        environ = {"WECHAT_APPID": self.account.appid, "WECHAT_APPSECRET": self.account.secret}
        self.gateway: Gateway = open_gateway(environ, None, EmulatorTransport(store), sleep=lambda _: None)
        self.tags = {name: store.tags.create(self.account.appid, name).id for name in ("老客", "企业")}
        self.write(MENU)
        self.gateway.create_menu(checked_plan(self.content, resolve).buttons)

    def write(self, text: str) -> None:
        (self.content / "menu.yaml").write_text(text, encoding="utf-8")

    def push(self, **flags: bool) -> TagMenus:
        plans = checked_plan(self.content, resolve).conditional
        return push_conditional(self.content, self.gateway, plans, self.state, **flags)

    @property
    def names(self) -> dict[int, str]:
        menus = reversed(self.gateway.list_conditional_menus())
        return {menu.tag_id: str(menu.buttons[0]["name"]) for menu in menus}


@pytest.fixture
def shop(tmp_path: Path):
    store = Store()
    yield Shop(tmp_path, store)
    store.close()


def test_each_tag_gets_its_menu_and_a_second_push_does_nothing(shop: Shop) -> None:
    assert shop.push(dry_run=True).status == "planned"
    assert shop.names == {}
    report = shop.push()
    assert (report.status, report.exit_code, report.backup) == ("pushed", 0, None)
    assert shop.names == {shop.tags["老客"]: "老客选茶", shop.tags["企业"]: "定制"}
    assert "followers with the tag '老客':" in report.render()
    before = [menu.menu_id for menu in shop.gateway.list_conditional_menus()]
    assert shop.push().status == "unchanged"
    assert [menu.menu_id for menu in shop.gateway.list_conditional_menus()] == before


def test_the_first_of_the_file_is_the_one_that_fits_first(shop: Shop) -> None:
    shop.push()
    assert [menu.tag_id for menu in shop.gateway.list_conditional_menus()] == [shop.tags["老客"], shop.tags["企业"]]


def test_a_change_replaces_only_the_changed_one_and_keeps_the_old(shop: Shop) -> None:
    shop.push()
    kept = next(menu.menu_id for menu in shop.gateway.list_conditional_menus() if menu.tag_id == shop.tags["企业"])
    shop.write(MENU.replace("老客选茶", "老客专区"))
    report = shop.push()
    assert report.status == "pushed"
    assert shop.names[shop.tags["老客"]] == "老客专区"
    assert kept in {menu.menu_id for menu in shop.gateway.list_conditional_menus()}
    assert report.backup is not None
    assert json.loads(report.backup.read_text("utf-8"))[0]["button"][0]["name"] == "老客选茶"


def test_a_menu_from_elsewhere_is_guarded_until_it_is_taken_over(shop: Shop) -> None:
    shop.gateway.add_conditional_menu([{"type": "click", "name": "别处", "key": "k"}], shop.tags["老客"])
    report = shop.push()
    assert (report.status, report.exit_code) == ("guarded", 4)
    assert shop.names == {shop.tags["老客"]: "别处"}
    assert shop.push(take_over=True).status == "pushed"
    assert "别处" not in shop.names.values()


def test_a_file_without_them_removes_ours_and_leaves_an_account_without_them_alone(shop: Shop) -> None:
    shop.push()
    shop.write(MENU.split("conditional:")[0])
    assert shop.push().status == "pushed"
    assert shop.names == {}
    assert shop.push() == TagMenus("unchanged")


def test_a_tag_that_the_account_does_not_have_is_named_with_its_line(shop: Shop) -> None:
    shop.write(MENU.replace("tag: 企业", "tag: 团购"))
    with pytest.raises(ContentProblems) as caught:
        shop.push()
    assert str(caught.value).startswith("menu.yaml:7: the account has no tag '团购'.")
    assert shop.names == {}


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("tag: 企业", "tag: 老客", "tag '老客' is given twice"),
        ("landing:spring", "landing:autumn", "'landing:autumn' leads to no page"),
        ("name: 定制", "name: 定制礼盒与企业采购服务", "at most 16"),
    ],
)
def test_mistakes_are_found_before_anything_is_sent(shop: Shop, old: str, new: str, words: str) -> None:
    shop.write(MENU.replace(old, new))
    with pytest.raises(ContentProblems, match=words):
        checked_plan(shop.content, resolve)


def test_together_they_point_to_three_domains_at_most(shop: Shop) -> None:
    pages = "\n".join(f"  - {{name: 页{n}, target: 'https://a{n}.example.com/'}}" for n in range(3))
    shop.write(MENU.replace("  - {name: 定制, target: landing:spring}", pages))
    with pytest.raises(ContentProblems, match="3 domains"):
        checked_plan(shop.content, resolve)
