"""Points on which real accounts differ, each a switch."""

from plugins.wechat_emulator import DEMO_APPID
from plugins.wechat_emulator.state.settings import CHOICES, Settings
from tests.wechat_emulator.conftest import Api


def content_of(api: Api, media_id: str) -> str:
    return str(api.post("draft/get", {"media_id": media_id})["news_item"][0]["content"])


def test_classes_survive_or_not(api: Api) -> None:
    html = '<section class="a b" style="color:#333"><p class="c">茶</p></section>'
    assert 'class="a b"' in content_of(api, api.draft(content=html))
    api.settings(keep_class=False)
    kept = content_of(api, api.draft(content=html))
    assert ("class" in kept, "color:#333" in kept) == (False, True)


def test_drafts_are_listed_in_either_order(api: Api) -> None:
    made = [api.draft() for _ in range(3)]
    newest = [item["media_id"] for item in api.post("draft/batchget", {})["item"]]
    api.settings(list_order="oldest")
    oldest = [item["media_id"] for item in api.post("draft/batchget", {})["item"]]
    assert (newest, oldest) == (made[::-1], made)


def test_goods_come_back(api: Api) -> None:
    goods = {"footer_product_info": {"product_key": "longjing-250g"}}
    api.settings(goods="on")
    item = api.post("draft/get", {"media_id": api.draft(product_info=goods)})["news_item"][0]
    assert item["product_info"] == goods


def test_choices_are_checked(api: Api) -> None:
    for name, choices in CHOICES.items():
        for value in choices:
            api.settings(**{name: value})
        wrong = 1 if isinstance(choices[0], int) else "dance"
        assert f"{name}: use one of" in api.control("settings", {"settings": {name: wrong}})["error"]
    assert api.store.accounts.get(DEMO_APPID).settings != Settings()
