"""The menu: its limits in bytes, and its two shapes."""

import json
from typing import Any

import pytest

from tests.wechat_emulator.conftest import Api

VIEW = {"type": "view", "name": "官网", "url": "https://tea.example.com/"}
CLICK = {"type": "click", "name": "你好", "key": "HELLO"}
PROGRAM = {"type": "miniprogram", "name": "程", "appid": "wx1", "pagepath": "p", "url": "https://tea.example.com"}


def create(api: Api, *buttons: object) -> int:
    body = json.dumps({"button": list(buttons)}, ensure_ascii=False)
    return int(api.post_raw("menu/create", body)["errcode"])


def sub(*buttons: object) -> dict[str, Any]:
    return {"name": "更多", "sub_button": list(buttons)}


@pytest.mark.parametrize(
    ("buttons", "errcode"),
    [
        ([VIEW, CLICK, sub(VIEW, CLICK)], 0),
        ([], 40016),
        ([VIEW] * 4, 40016),
        ([sub(*[VIEW] * 6)], 40023),
        ([sub({**VIEW, "sub_button": [VIEW]})], 40022),
        ([{**sub(VIEW), "type": "click"}], 40119),
        ([{**VIEW, "type": "dance"}], 40017),
        ([{**VIEW, "type": ["view"]}], 40017),
        ([sub({**VIEW, "type": "dance"})], 40024),
        ([{**VIEW, "name": "十六字节最多的"}], 40018),
        ([{**VIEW, "name": "五个汉字啊"}], 0),
        ([{**VIEW, "name": ""}], 40018),
        ([sub({**VIEW, "name": "二" * 20})], 0),
        ([sub({**VIEW, "name": "二" * 21})], 40025),
        ([{**CLICK, "key": "k" * 129}], 40019),
        ([sub({**CLICK, "key": ""})], 40026),
        ([{**VIEW, "url": "https://tea.example.com/" + "a" * 1001}], 40020),
        ([sub({**VIEW, "url": "https://tea.example.com/" + "a" * 1001})], 40027),
        ([{**VIEW, "url": "tea.example.com"}], 40054),
        ([sub({**VIEW, "url": "ftp://tea.example.com"})], 40055),
        ([{"type": "media_id", "name": "图", "media_id": "nothing"}], 40007),
        ([{"type": "article_id", "name": "文", "article_id": "nothing"}], 53600),
        ([PROGRAM], 0),
        ([{**PROGRAM, "appid": ""}], 40013),
        (["x"], 47001),
    ],
)
def test_limits_of_a_menu(api: Api, buttons: list[Any], errcode: int) -> None:
    assert create(api, *buttons) == errcode


def test_names_must_not_be_escaped(api: Api) -> None:
    body = json.dumps({"button": [VIEW]})
    assert "\\u" in body
    assert api.post_raw("menu/create", body)["errcode"] == 40033


def test_a_mini_program_must_be_linked(api: Api) -> None:
    api.settings(unlinked_miniprogram="wx1")
    assert create(api, PROGRAM) == 45064


def test_the_menu_in_its_two_shapes(api: Api) -> None:
    create(api, CLICK, sub(VIEW))
    assert api.get("menu/get") == {
        "menu": {"button": [{**CLICK, "sub_button": []}, {"name": "更多", "sub_button": [{**VIEW, "sub_button": []}]}]}
    }
    assert api.get("get_current_selfmenu_info") == {
        "is_menu_open": 1,
        "selfmenu_info": {"button": [CLICK, {"name": "更多", "sub_button": {"list": [VIEW]}}]},
    }


def test_a_refused_menu_leaves_the_old_one(api: Api) -> None:
    create(api, CLICK)
    create(api)
    assert api.get("menu/get")["menu"]["button"] == [{**CLICK, "sub_button": []}]


def test_no_menu(api: Api) -> None:
    assert api.get("menu/get")["errcode"] == 46003
    create(api, CLICK)
    assert api.get("menu/delete")["errcode"] == 0
    assert api.get("menu/get")["errcode"] == 46003
