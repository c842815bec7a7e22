"""What survives a restart, what is the same every time, and what writers at once leave behind."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
import requests

from plugins.wechat_emulator import DEMO_APPID, ConsoleEditor, EmulatorServer, Store
from plugins.wechat_emulator.state.refusal import Refusal
from plugins.wechat_emulator.state.settings import SettingUnknown
from tests.wechat_emulator.conftest import NOW, Api, article, credentials, picture


def fill(api: Api) -> list[str]:
    """Make one of everything and return what the account answered."""
    cover = api.cover()
    draft = api.post("draft/add", {"articles": [article(cover)]})["media_id"]
    url = api.upload("media/uploadimg", "a.jpg", picture())["url"]
    api.post("menu/create", {"button": [{"type": "click", "name": "好", "key": "K"}]})
    return [api.token, cover, draft, url]


def test_a_fresh_store_always_gives_the_same_ids() -> None:
    assert fill(Api(Store(wall=lambda: NOW))) == fill(Api(Store(wall=lambda: NOW)))
    assert fill(Api(Store(wall=lambda: NOW))) != fill(Api(Store(wall=lambda: NOW, seed="another")))


def test_everything_survives_a_restart(tmp_path: Path) -> None:
    path = tmp_path / "account.sqlite"
    first = Store(path, wall=lambda: NOW)
    token, cover, draft, url = fill(Api(first))
    other = first.new_account("personal")
    first.close()
    api = Api(Store(path, wall=lambda: NOW))
    assert api.token == token
    assert api.post("draft/get", {"media_id": draft})["news_item"][0]["thumb_media_id"] == cover
    assert api.get("menu/get")["menu"]["button"][0]["key"] == "K"
    assert [account.appid for account in api.store.accounts.all()] == [DEMO_APPID, other.appid]
    assert api.http.get(url.replace("mmbiz.qpic.cn", "emulator.invalid")).content == picture()
    assert api.post("draft/add", {"articles": [article(cover)]})["media_id"] != draft
    api.store.close()


def test_reset_leaves_a_fresh_account(api: Api) -> None:
    made = fill(api)
    api.control("reset", {})
    assert api.get("draft/count")["errcode"] == 40001
    assert fill(Api(api.store)) == made


def test_accounts_share_nothing(api: Api) -> None:
    _, cover, draft, _ = fill(api)
    other = api.store.new_account()
    api.token = api.post("stable_token", credentials(other.secret, appid=other.appid))["access_token"]
    assert api.get("draft/count")["total_count"] == 0
    assert api.post("draft/get", {"media_id": draft})["errcode"] == 40007
    assert api.post("draft/delete", {"media_id": draft})["errcode"] == 40007
    assert api.post("draft/add", {"articles": [article(cover)]})["errcode"] == 40007
    assert api.get("menu/get")["errcode"] == 46003


def test_writers_at_once_lose_nothing(tmp_path: Path) -> None:
    store = Store(tmp_path / "account.sqlite")
    cover = Api(store).cover()
    body = {"articles": [article(cover)]}
    with ThreadPoolExecutor(8) as pool:
        made = list(pool.map(lambda _: Api(store).post("draft/add", body)["media_id"], range(64)))
    assert len(set(made)) == 64
    assert store.drafts.count(DEMO_APPID) == 64
    assert store.quota.used(DEMO_APPID, "draft/add") == 64
    store.close()


def test_a_failed_call_leaves_no_trace(store: Store) -> None:
    def fail() -> None:
        with store.transaction():
            store.drafts.add(DEMO_APPID, [])
            raise Refusal(-1)

    with pytest.raises(Refusal):
        fail()
    assert store.drafts.count(DEMO_APPID) == 0


def test_settings_are_checked(store: Store) -> None:
    for wrong in ({"colour": "red"}, {"links": "keep"}, {"plain_text": "yes"}):
        with pytest.raises(SettingUnknown):
            store.accounts.change(DEMO_APPID, wrong)
    with pytest.raises(SettingUnknown):
        store.new_account("royal")


def test_the_secret_is_not_in_the_repr(store: Store) -> None:
    account = store.new_account()
    assert account.secret not in repr(account)


def test_the_server_takes_a_free_port_and_gives_it_back() -> None:
    store = Store()
    with EmulatorServer(store) as server:
        url = server.url
        assert requests.get(f"{url}/_emulator/health", timeout=5).json()["ok"] is True
        ConsoleEditor(url).new("题", "<p>字</p>")
    with pytest.raises(requests.ConnectionError):
        requests.get(f"{url}/_emulator/health", timeout=5)
    assert store.drafts.count(DEMO_APPID) == 1
    with EmulatorServer(store, port=int(url.rpartition(":")[2])) as again:
        assert again.url == url
