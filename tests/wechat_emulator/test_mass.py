"""Mass sending: quotas, doubles, the administrator, and what becomes of the draft."""

from typing import Any

import pytest

from plugins.wechat_emulator import DEMO_APPID
from tests.wechat_emulator.conftest import Api, picture

TEXT = {"msgtype": "text", "text": {"content": "新茶到了"}}
DAY_S = 86400


def send(api: Api, message: dict[str, Any] | None = None, **more: object) -> dict[str, Any]:
    return api.post("message/mass/sendall", {"filter": {"is_to_all": True}, **(message or TEXT), **more})


def news(draft: str) -> dict[str, Any]:
    return {"msgtype": "mpnews", "mpnews": {"media_id": draft}, "send_ignore_reprint": 0}


def status(api: Api, msg_id: object) -> str:
    return str(api.post("message/mass/get", {"msg_id": msg_id})["msg_status"])


def test_a_draft_goes_out_and_leaves_the_box(api: Api) -> None:
    draft = api.draft()
    sent = send(api, news(draft))
    assert (sent["errcode"], type(sent["msg_id"]), type(sent["msg_data_id"])) == (0, int, int)
    assert api.post("message/mass/get", {"msg_id": sent["msg_id"]}) == {
        "msg_id": sent["msg_id"],
        "msg_status": "SEND_SUCCESS",
    }
    assert api.post("draft/get", {"media_id": draft})["errcode"] == 40007
    assert send(api, news(draft))["errcode"] == 40007


def test_whether_sent_articles_are_listed_is_a_setting(api: Api) -> None:
    send(api, news(api.draft()))
    assert api.post("freepublish/batchget", {})["total_count"] == 0
    api.settings(mass_listed=True)
    assert api.post("freepublish/batchget", {})["total_count"] == 1


@pytest.mark.parametrize(
    ("message", "errcode"),
    [
        ({"msgtype": "mpnews", "mpnews": {"media_id": "x"}}, 40007),
        ({"msgtype": "mpnews"}, 40007),
        ({"msgtype": "text", "text": {"content": ""}}, 44004),
        ({"msgtype": "image", "images": {"media_ids": ["x"]}}, 40007),
        ({"msgtype": "image", "images": {"media_ids": []}}, 40007),
        ({"msgtype": "voice", "voice": {"media_id": "x"}}, 40007),
        ({"msgtype": "mpvideo", "mpvideo": {"media_id": "x"}}, 48022),
        ({"msgtype": "wxcard", "wxcard": {"card_id": "x"}}, 45113),
        ({"msgtype": "dance"}, 40008),
        ({**TEXT, "filter": {"is_to_all": False, "tag_id": 99}}, 40152),
        ({**TEXT, "filter": None}, 40152),
        ({**TEXT, "clientmsgid": "x" * 33}, 45067),
        ({**TEXT, "clientmsgid": "x" * 32}, 0),
        (TEXT, 0),
    ],
)
def test_what_may_be_sent(api: Api, message: dict[str, Any], errcode: int) -> None:
    assert send(api, message)["errcode"] == errcode


def test_pictures_and_voices(api: Api) -> None:
    cover = api.cover()
    voice = api.upload("material/add_material", "a.mp3", b"ID3" + bytes(9), type="voice")["media_id"]
    assert send(api, {"msgtype": "image", "images": {"media_ids": [cover]}})["errcode"] == 0
    assert send(api, {"msgtype": "image", "image": {"media_id": cover}})["errcode"] == 0
    assert send(api, {"msgtype": "voice", "voice": {"media_id": voice}})["errcode"] == 0


def test_a_clientmsgid_blocks_doubles_for_a_day(api: Api) -> None:
    first = send(api, clientmsgid="spring")
    assert send(api, clientmsgid="spring")["errcode"] == 45066
    api.store.clock.advance(60)
    again = send(api, clientmsgid="spring")
    assert (again["errcode"], again["msg_id"]) == (45065, first["msg_id"])
    assert send(api, clientmsgid="summer")["errcode"] == 0
    api.store.clock.advance(DAY_S)
    api.renew_token()
    assert send(api, clientmsgid="spring")["errcode"] == 0


def test_subscriptions_send_once_a_day(api: Api) -> None:
    api.become("verified_subscription")
    assert [send(api)["errcode"] for _ in range(2)] == [0, 45028]
    api.store.clock.advance(DAY_S)
    api.renew_token()
    assert [send(api)["errcode"] for _ in range(2)] == [0, 45028]


def test_a_failed_send_does_not_count(api: Api) -> None:
    api.become("verified_subscription")
    other = api.store.accounts.all()[-1].appid
    api.control("settings", {"appid": other, "settings": {"mass_fails": True}})
    draft = api.draft()
    assert [status(api, send(api, news(draft))["msg_id"]) for _ in range(2)] == ["SEND_FAIL"] * 2
    assert "news_item" in api.post("draft/get", {"media_id": draft})


def test_followers_of_a_service_account_get_four_a_month(api: Api) -> None:
    first, second = api.openids()[:2]
    both = {**TEXT, "touser": [first, second]}
    assert [api.post("message/mass/send", both)["errcode"] for _ in range(5)] == [0] * 4 + [45028]
    sent = send(api)
    assert (sent["errcode"], api.store.mass_sends.get(DEMO_APPID, sent["msg_id"]).recipients.count(first)) == (0, 0)
    api.store.clock.advance(31 * DAY_S)
    api.renew_token()
    assert api.post("message/mass/send", both)["errcode"] == 0


@pytest.mark.parametrize(
    ("touser", "errcode"), [("x", 40031), (["x"], 40032), (["x"] * 10_001, 40032), (["x", "y"], 40003)]
)
def test_lists_of_followers(api: Api, touser: object, errcode: int) -> None:
    assert api.post("message/mass/send", {**TEXT, "touser": touser})["errcode"] == errcode


def test_lists_are_for_service_accounts(api: Api) -> None:
    api.become("verified_subscription")
    assert api.post("message/mass/send", {**TEXT, "touser": ["x", "y"]})["errcode"] == 48001


def test_a_tag_chooses_who_gets_it(api: Api) -> None:
    tag = api.post("tags/create", {"tag": {"name": "老茶客"}})["tag"]["id"]
    chosen = api.openids()[:3]
    api.post("tags/members/batchtagging", {"tagid": tag, "openid_list": chosen})
    sent = send(api, {**TEXT, "filter": {"is_to_all": False, "tag_id": str(tag)}})
    assert set(api.store.mass_sends.get(DEMO_APPID, sent["msg_id"]).recipients) == set(chosen)


def test_previews(api: Api) -> None:
    people = api.store.followers.everybody(DEMO_APPID)
    refusing, stranger = people[-2], people[-1]
    message = news(api.draft())
    for to, errcode in (
        ({"touser": people[0].openid}, 0),
        ({"towxname": people[0].wechat_id}, 0),
        ({"touser": "x"}, 40003),
        ({"towxname": "nobody"}, 46004),
        ({"touser": refusing.openid}, 48002),
        ({"touser": stranger.openid}, 50005),
    ):
        assert api.post("message/mass/preview", {**message, **to})["errcode"] == errcode
    assert api.get("draft/count")["total_count"] == 1


def test_the_administrator_confirms_a_send_to_all(api: Api) -> None:
    api.settings(mass_protected=True)
    draft = api.draft()
    waiting = send(api, news(draft))
    assert waiting["errcode"] == 89505
    assert send(api)["errcode"] == 89504
    assert "news_item" in api.post("draft/get", {"media_id": draft})
    assert status(api, waiting["msg_id"]) == "SENDING"
    assert api.control("callback/confirm_mass", {}) == {"confirmed": 1}
    assert status(api, waiting["msg_id"]) == "SEND_SUCCESS"
    assert api.post("draft/get", {"media_id": draft})["errcode"] == 40007


def test_an_unconfirmed_send_fails_after_half_an_hour(api: Api) -> None:
    api.settings(mass_protected=True)
    waiting = send(api)
    api.store.clock.advance(1800)
    assert status(api, waiting["msg_id"]) == "SEND_FAIL"
    assert api.control("callback/confirm_mass", {}) == {"confirmed": 0}
    assert send(api)["errcode"] == 89505


def test_a_draft_that_is_deleted_while_it_waits(api: Api) -> None:
    api.settings(mass_seconds=60)
    draft = api.draft()
    msg_id = send(api, news(draft))["msg_id"]
    assert status(api, msg_id) == "SENDING"
    api.post("draft/delete", {"media_id": draft})
    api.store.clock.advance(60)
    assert status(api, msg_id) == "SEND_FAIL"


def test_deleting_what_was_sent(api: Api) -> None:
    msg_id = send(api, news(api.draft()))["msg_id"]
    [message] = api.store.published.page(DEMO_APPID, 0, 20)
    for wrong, errcode in (
        ({"msg_id": 7}, 40059),
        ({"msg_id": msg_id, "article_idx": 2}, 40060),
        ({"msg_id": msg_id, "article_idx": "1"}, 40060),
        ({"url": "https://mp.weixin.qq.com/s/" + "x" * 1024}, 40039),
        ({"url": "no address"}, 40048),
        ({"url": "https://mp.weixin.qq.com/s/unknown"}, 40048),
        ({"url": message.urls[0]}, 0),
        ({"msg_id": msg_id}, 40059),
    ):
        assert api.post("message/mass/delete", wrong)["errcode"] == errcode
    assert status(api, msg_id) == "DELETE"


def test_speeds(api: Api) -> None:
    assert api.post("message/mass/speed/get", {}) == {"speed": 0, "realspeed": 80}
    assert [api.post("message/mass/speed/set", one)["errcode"] for one in ({}, {"speed": 5}, {"speed": 4})] == [
        45084,
        45083,
        0,
    ]
    assert api.post("message/mass/speed/get", {}) == {"speed": 4, "realspeed": 10}


def test_a_hundred_calls_a_day_and_sixty_a_minute(api: Api) -> None:
    api.store.quota.use_minute(DEMO_APPID, "message/mass/sendall", 60)
    assert send(api)["errcode"] == 45011
    api.store.clock.advance(60)
    assert send(api)["errcode"] == 0
    api.store.quota.use(DEMO_APPID, "message/mass/sendall", 100)
    assert send(api)["errcode"] == 45009


def test_pictures_may_not_be_temporary(api: Api) -> None:
    media_id = api.upload("media/upload", "a.jpg", picture(), type="image")["media_id"]
    assert send(api, {"msgtype": "image", "image": {"media_id": media_id}})["errcode"] == 40007
