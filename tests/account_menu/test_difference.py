"""Two menus as one tree with marks."""

from plugins.account_menu.difference import compare
from plugins.account_menu.shown import read_entries


def view(name: str, path: str = "") -> dict:
    return {"type": "view", "name": name, "url": f"https://a.cn/{path}"}


def tree(before: list[dict], after: list[dict]) -> list[str]:
    return [str(line) for line in compare(read_entries(before), read_entries(after))]


def test_equal_menus_have_no_marks():
    menu = [{"name": "茶", "sub_button": [view("绿茶")]}, view("店")]
    assert tree(menu, menu) == ["  茶", "    绿茶  https://a.cn/", "  店  https://a.cn/"]


def test_what_comes_goes_and_leads_elsewhere():
    before = [{"name": "茶", "sub_button": [view("绿茶", "old"), view("旧"), view("红茶")]}]
    after = [{"name": "茶", "sub_button": [view("绿茶", "new"), view("红茶"), view("新")]}, view("店")]
    assert tree(before, after) == [
        "  茶",
        "~   绿茶  https://a.cn/old → https://a.cn/new",
        "-   旧  https://a.cn/",
        "    红茶  https://a.cn/",
        "+   新  https://a.cn/",
        "+ 店  https://a.cn/",
    ]


def test_a_button_that_gets_children():
    assert tree([view("茶")], [{"name": "茶", "sub_button": [view("绿茶")]}]) == [
        "~ 茶  https://a.cn/ → …",
        "+   绿茶  https://a.cn/",
    ]


def test_a_first_menu_is_all_new_with_its_children():
    assert tree([], [{"name": "茶", "sub_button": [view("绿茶")]}]) == ["+ 茶", "+   绿茶  https://a.cn/"]


def test_a_changed_order_is_a_change():
    assert [line[0] for line in tree([view("一"), view("二")], [view("二"), view("一")])].count(" ") == 1
