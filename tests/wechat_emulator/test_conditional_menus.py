"""Other menus for some followers, and menus made by hand."""

from typing import Any

import pytest

from tests.wechat_emulator.conftest import Api

VIEW = {"type": "view", "name": "官网", "url": "https://tea.example.com/"}
CLICK = {"type": "click", "name": "你好", "key": "HELLO"}


def view(host: str) -> dict[str, str]:
    return {**VIEW, "url": f"https://{host}/"}


def add(api: Api, button: object = (CLICK,), rule: object = None) -> dict[str, Any]:
    sent = list(button) if isinstance(button, tuple) else button
    return api.post("menu/addconditional", {"button": sent, "matchrule": rule or {"client_platform_type": "1"}})


@pytest.fixture
def menu(api: Api) -> Api:
    api.post("menu/create", {"button": [VIEW]})
    return api


@pytest.mark.parametrize(
    ("button", "rule", "errcode"),
    [
        ([], None, 65307),
        (None, None, 65307),
        ([{"name": "空"}], None, 65308),
        ([{"name": "更多", "sub_button": [{"name": "空"}]}], None, 65308),
        ([{**VIEW, "url": "tea.example.com"}], None, 65317),
        ([VIEW] * 4, None, 40016),
        ([CLICK], {"client_platform_type": ""}, 65304),
        ([CLICK], ["x"], 65304),
        ([CLICK], {"sex": "1"}, 65320),
        ([CLICK], {"client_platform_type": "9"}, 40015),
        ([view("a.cn"), view("b.cn"), {"name": "更多", "sub_button": [view("c.cn"), view("d.cn")]}], None, 65316),
    ],
)
def test_menus_that_are_refused(menu: Api, button: object, rule: object, errcode: int) -> None:
    assert add(menu, button, rule)["errcode"] == errcode
    assert "conditionalmenu" not in menu.get("menu/get")


@pytest.mark.parametrize(
    ("rule", "errcode"),
    [
        ({"country": "中国", "province": "浙江", "city": "杭州"}, None),
        ({"sex": "1"}, None),
        ({"province": "浙江"}, 65310),
        ({"country": "中国", "city": "杭州"}, 65311),
        ({"country": "茶国"}, 65312),
        ({"country": "中国", "province": "茶省"}, 65313),
        ({"country": "中国", "province": "浙江", "city": "茶市"}, 65314),
    ],
)
def test_regions_where_they_are_still_known(menu: Api, rule: dict[str, str], errcode: int | None) -> None:
    menu.settings(menu_regions=True)
    assert add(menu, [CLICK], rule).get("errcode") == errcode


def test_there_must_be_a_menu_for_everybody_first(api: Api) -> None:
    assert add(api)["errcode"] == 65303


def test_three_domains_for_all_of_them_together(menu: Api) -> None:
    assert [add(menu, [view(f"{host}.cn")]).get("errcode") for host in "abcad"] == [None, None, None, None, 65316]


def test_fifty_menus(menu: Api) -> None:
    made = [add(menu).get("errcode") for _ in range(51)]
    assert made == [None] * 50 + [65305]


def test_names_must_not_be_escaped(menu: Api) -> None:
    assert menu.post_raw("menu/addconditional", '{"button": [{"name": "\\u8336"}]}')["errcode"] == 40033


def test_menu_get_shows_them_and_deleting_one_leaves_the_rest(menu: Api) -> None:
    first, second = add(menu)["menuid"], add(menu, [VIEW], {"tag_id": 2})["menuid"]
    shown = menu.get("menu/get")["conditionalmenu"]
    assert [one["menuid"] for one in shown] == [int(second), int(first)]
    assert shown[0]["matchrule"] == {"tag_id": "2"}
    assert shown[1]["button"] == [{**CLICK, "sub_button": []}]
    assert menu.post("menu/delconditional", {"menuid": first})["errcode"] == 0
    assert menu.post("menu/delconditional", {"menuid": first})["errcode"] == 65301
    assert len(menu.get("menu/get")["conditionalmenu"]) == 1


def test_deleting_the_menu_deletes_them_all(menu: Api) -> None:
    add(menu)
    assert menu.get("menu/delete")["errcode"] == 0
    menu.post("menu/create", {"button": [VIEW]})
    assert "conditionalmenu" not in menu.get("menu/get")


def test_who_sees_what(menu: Api) -> None:
    people = {person.platform: person for person in menu.store.followers.all("wxdemo000000000001")}
    ios, android = people[1], people[2]
    tag = menu.post("tags/create", {"tag": {"name": "老茶客"}})["tag"]["id"]
    menu.post("tags/members/batchtagging", {"tagid": tag, "openid_list": [android.openid]})
    add(menu, [CLICK], {"client_platform_type": 1})
    add(menu, [{**CLICK, "key": "OLD"}], {"tag_id": str(tag)})

    def seen(user: str) -> object:
        button = menu.post("menu/trymatch", {"user_id": user})["button"][0]
        return button.get("key") or button["url"]

    assert (seen(ios.openid), seen(android.wechat_id), seen(people[3].openid)) == ("HELLO", "OLD", VIEW["url"])
    assert menu.post("menu/trymatch", {"user_id": "nobody"})["errcode"] == 65302


def test_a_material_in_a_conditional_menu_cannot_be_deleted(menu: Api) -> None:
    cover = menu.cover()
    add(menu, [{"type": "media_id", "name": "图", "media_id": cover}])
    assert menu.post("material/del_material", {"media_id": cover})["errcode"] == 48005


def test_a_menu_made_by_hand_is_not_the_apis(menu: Api) -> None:
    news = {"type": "news", "name": "文章", "value": "MEDIA", "news_info": {"list": [{"title": "题"}]}}
    menu.control("callback/console_menu", {"button": [news, {"name": "更多", "sub_button": [VIEW]}]})
    assert menu.get("menu/get")["errcode"] == 46003
    assert add(menu)["errcode"] == 65303
    assert menu.get("get_current_selfmenu_info") == {
        "is_menu_open": 1,
        "selfmenu_info": {"button": [news, {"name": "更多", "sub_button": {"list": [VIEW]}}]},
    }
    menu.control("callback/console_menu", {"button": [VIEW], "is_open": False})
    assert menu.get("get_current_selfmenu_info")["is_menu_open"] == 0
    menu.post("menu/create", {"button": [CLICK]})
    assert menu.get("menu/get")["menu"]["button"][0]["key"] == "HELLO"
