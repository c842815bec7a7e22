"""wechatpy as it comes: only the address it talks to is changed."""

from pathlib import Path
from typing import Any

import pytest
import requests
from requests.adapters import HTTPAdapter
from wechatpy import WeChatClient
from wechatpy.exceptions import WeChatClientException

from plugins.wechat_emulator import DEMO_APPID, DEMO_SECRET, EmulatorServer

WECHAT = "https://api.weixin.qq.com"


class ElsewhereAdapter(HTTPAdapter):
    """Sends what is meant for WeChat's host to another one: wechatpy's token call has no setting for it."""

    def __init__(self, base: str) -> None:
        super().__init__()
        self._base = base

    def send(self, request: requests.PreparedRequest, *args: Any, **kwargs: Any) -> requests.Response:
        request.url = str(request.url).replace(WECHAT, self._base)
        return super().send(request, *args, **kwargs)


@pytest.fixture
def client(server: EmulatorServer) -> WeChatClient:
    """The published client, unchanged; only its base address is the emulator's."""
    client = WeChatClient(DEMO_APPID, DEMO_SECRET, timeout=10, auto_retry=False)
    client._http.mount(WECHAT, ElsewhereAdapter(server.url))
    return client


def test_drafts_from_first_to_last(client: WeChatClient, photo: Path) -> None:
    with photo.open("rb") as file:
        cover = client.material.add("image", file)["media_id"]
    with photo.open("rb") as file:
        shown = client.media.upload_image(file)
    article = {"title": "明前龙井", "content": f'<p>新茶</p><img src="{shown}">', "thumb_media_id": cover}
    media_id = client.draft.add([article | {"author": "店主", "digest": "好茶"}])["media_id"]
    assert client.draft.count() == {"total_count": 1}
    client.draft.update(media_id, 0, article | {"title": "雨前龙井"})
    (item,) = client.draft.get(media_id)["news_item"]
    assert item["title"] == "雨前龙井"
    assert 'data-src="https://mmbiz.qpic.cn/' in item["content"]
    assert client.draft.batchget(0, 20, 1)["item_count"] == 1
    client.draft.delete(media_id)
    assert client.draft.count() == {"total_count": 0}


def test_a_menu_made_and_deleted(client: WeChatClient) -> None:
    button = {"type": "view", "name": "看产品", "url": "https://tea.example.com/"}
    client.menu.create({"button": [button]})
    assert client.menu.get()["menu"]["button"] == [button | {"sub_button": []}]
    assert client.menu.get_menu_info()["is_menu_open"] == 1
    client.menu.delete()
    assert client.menu.get() is None


def test_its_errors_carry_the_errcode(client: WeChatClient) -> None:
    with pytest.raises(WeChatClientException) as caught:
        client.draft.get("nothing")
    assert caught.value.errcode == 40007
