"""What every call has in common: HTTP 200, methods, bodies, tails, permissions, quotas."""

import re

import pytest
import requests

from plugins.wechat_emulator import DEMO_APPID, DEMO_SECRET, Fault
from tests.wechat_emulator.conftest import BASE, Api, article, credentials, picture


def test_refusals_carry_hint_and_rid(api: Api) -> None:
    errmsg = api.post("draft/get", {"media_id": "nothing"})["errmsg"]
    assert re.fullmatch(r"invalid media_id hint: \[\w{6}\] rid: [0-9a-f]{8}-[0-9a-f]{8}-[0-9a-f]{8}", errmsg)


def test_reads_and_creates_succeed_without_errcode(api: Api) -> None:
    cover = api.cover()
    made = api.post("draft/add", {"articles": [article(cover)]})
    for answer in (
        made,
        api.post("draft/get", {"media_id": made["media_id"]}),
        api.post("draft/batchget", {"offset": 0, "count": 20}),
        api.get("draft/count"),
        api.get("material/get_materialcount"),
    ):
        assert "errcode" not in answer


def test_writes_say_ok(api: Api) -> None:
    draft = api.post("draft/add", {"articles": [article(api.cover())]})["media_id"]
    assert api.post("draft/delete", {"media_id": draft}) == {"errcode": 0, "errmsg": "ok"}


@pytest.mark.parametrize("body", ["media_id=1", "[1]", "{", "null", '{"media_id": "\\ud800"}', '{"a": 1e999}', b"\xff"])
def test_bodies_that_are_not_a_json_object(api: Api, body: str | bytes) -> None:
    assert api.post_raw("draft/get", body)["errcode"] == 47001


def test_an_empty_body(api: Api) -> None:
    assert api.post_raw("draft/get", "")["errcode"] == 44002


@pytest.mark.parametrize("content_type", ["", "text/plain", "application/x-www-form-urlencoded"])
def test_json_is_read_whatever_it_is_called(api: Api, content_type: str) -> None:
    headers = {"Content-Type": content_type} if content_type else {}
    assert api.post_raw("draft/batchget", '{"offset":0,"count":1}', **headers)["total_count"] == 0


def test_methods_and_paths(api: Api) -> None:
    assert api.get("draft/batchget")["errcode"] == 43002
    assert api.post("draft/count", {})["errcode"] == 43001
    assert api.get("draft/nothing")["errcode"] == 40066


def test_json_can_be_labelled_as_text(api: Api) -> None:
    url = f"{BASE}/cgi-bin/draft/count?access_token={api.token}"
    assert api.http.get(url).headers["Content-Type"] == "application/json; encoding=utf-8"
    api.settings(plain_text=True)
    assert api.http.get(url).headers["Content-Type"] == "text/plain"


def test_answers_are_raw_utf8(api: Api) -> None:
    draft = api.post("draft/add", {"articles": [article(api.cover())]})["media_id"]
    response = api.http.post(f"{BASE}/cgi-bin/draft/get?access_token={api.token}", json={"media_id": draft})
    assert "明前龙井".encode() in response.content


@pytest.mark.parametrize("profile", ["unverified", "personal"])
def test_menus_are_for_verified_accounts(api: Api, profile: str) -> None:
    account = api.store.new_account(profile)
    api.token = api.post("stable_token", credentials(account.secret, appid=account.appid))["access_token"]
    assert api.get("menu/get")["errcode"] == 48001
    assert api.get("get_current_selfmenu_info")["is_menu_open"] == 0
    assert api.get("draft/count")["total_count"] == 0


def test_daily_calls_end_and_start_again_at_midnight_in_shanghai(api: Api) -> None:
    api.store.clock.set(1_790_000_000 - 1_790_000_000 % 86400 + 15 * 3600)  # 23:00
    api.token = api.post("stable_token", credentials())["access_token"]
    api.control("quota", {"endpoint": "draft/get", "calls": 499})
    assert api.post("draft/get", {"media_id": "x"})["errcode"] == 40007
    assert api.post("draft/get", {"media_id": "x"})["errcode"] == 45009
    assert api.get("draft/count")["total_count"] == 0
    api.store.clock.advance(3600)
    assert api.post("draft/get", {"media_id": "x"})["errcode"] == 40007


def test_quotas_are_cleared_ten_times_a_month(api: Api) -> None:
    api.control("quota", {"endpoint": "draft/count", "calls": 1000})
    assert api.get("draft/count")["errcode"] == 45009
    assert api.post("clear_quota", {"appid": DEMO_APPID})["errcode"] == 0
    assert api.get("draft/count")["total_count"] == 0
    secret = {"appid": DEMO_APPID, "appsecret": DEMO_SECRET}
    assert [api.post("clear_quota/v2", secret)["errcode"] for _ in range(10)] == [0] * 9 + [48006]
    assert api.post("clear_quota", {"appid": "wxother"})["errcode"] == 40013


def test_a_test_account_has_fewer_calls(api: Api) -> None:
    account = api.store.new_account("test")
    body = credentials(account.secret, appid=account.appid)
    api.token = api.post("stable_token", body)["access_token"]
    api.control("quota", {"appid": account.appid, "endpoint": "menu/delete", "calls": 100})
    assert api.get("menu/delete")["errcode"] == 45009


def test_a_fault_happens_as_often_as_asked(api: Api) -> None:
    api.control("faults", {"endpoint": "draft/count", "kind": "errcode", "errcode": -1, "times": 2})
    assert [api.get("draft/count").get("errcode") for _ in range(3)] == [-1, -1, None]


def test_dropped_connections_come_before_or_after_the_effect(api: Api) -> None:
    cover = api.cover()
    for kind, drafts in (("drop_before", 0), ("drop_after", 1)):
        api.store.faults.add("draft/add", Fault(kind))
        with pytest.raises(requests.ConnectionError):
            api.post("draft/add", {"articles": [article(cover)]})
        assert api.get("draft/count")["total_count"] == drafts


def test_a_truncated_answer(api: Api) -> None:
    api.store.faults.add("draft/count", Fault("truncate"))
    with pytest.raises(ValueError, match="Expecting|Unterminated|delimiter"):
        api.get("draft/count")


def test_pictures_are_for_pages_of_wechat(api: Api) -> None:
    data = picture()
    shown = api.upload("media/uploadimg", "a.jpg", data)["url"]
    assert shown.startswith("http://mmbiz.qpic.cn/mmbiz_jpg/")
    url = shown.replace("http://mmbiz.qpic.cn", BASE)
    for referer, status in (("https://mp.weixin.qq.com/s/x", 200), ("", 200), ("https://evil.example/", 403)):
        assert api.http.get(url, headers={"Referer": referer}).status_code == status
    assert api.http.get(url).content == data
    api.settings(empty_referer=False)
    assert api.http.get(url).status_code == 403
    assert api.http.get(f"{BASE}/mmbiz_jpg/nothing/0").status_code == 404
