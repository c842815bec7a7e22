"""The account's own server: handshake, messages in three modes, doubles, slowness, and answers."""

from collections.abc import Iterator
from typing import Any

import pytest
from werkzeug.wrappers import Response

from plugins.wechat_emulator import DEMO_APPID
from plugins.wechat_emulator.state.event_xml import NotXml, parse_xml, render_xml
from tests.wechat_emulator.conftest import NOW, Api
from tests.wechat_emulator.site_server import AES_KEY, TOKEN, Site, running


@pytest.fixture
def site() -> Iterator[Site]:
    site = Site(DEMO_APPID)
    with running(site) as url:
        site.url = url
        yield site


def connect(api: Api, site: Site, **changes: object) -> dict[str, Any]:
    return api.control("callback/server", {"url": site.url, "token": TOKEN, **changes})


def happen(api: Api, what: str, **sent: object) -> dict[str, Any]:
    answer = api.control(f"callback/{what}", sent)
    assert "error" not in answer, answer
    return answer


def swapped(fields: dict[str, Any]) -> dict[str, Any]:
    return {"ToUserName": fields["FromUserName"], "FromUserName": fields["ToUserName"]}


def test_the_handshake(api: Api, site: Site) -> None:
    assert connect(api, site) == {"url": site.url, "mode": "plain", "automatic": False}
    shown = api.http.get("http://emulator.invalid/_emulator/callback/server").json()
    assert shown == {"url": site.url, "mode": "plain", "automatic": False}


def test_a_server_that_fails_the_handshake_is_not_kept(api: Api, site: Site) -> None:
    site.token = "another"
    assert "HTTP 403" in connect(api, site)["error"]
    assert api.store.callback_servers.get(DEMO_APPID) is None
    assert "no connection" in connect(api, site, url="http://127.0.0.1:1/")["error"]


@pytest.mark.parametrize(
    ("changes", "word"),
    [
        ({"url": "ftp://x/"}, "url"),
        ({"token": "ab"}, "token"),
        ({"token": "a-b"}, "token"),
        ({"token": 7}, "token"),
        ({"mode": "dance"}, "mode"),
        ({"mode": "safe", "aes_key": "short"}, "aes_key"),
    ],
)
def test_values_that_the_console_does_not_take(api: Api, changes: dict[str, object], word: str) -> None:
    answer = api.control("callback/server", {"url": "http://127.0.0.1:1/", "token": TOKEN, **changes})
    assert answer["error"].startswith(word)


def test_a_message_in_plain_xml(api: Api, site: Site) -> None:
    connect(api, site)
    happen(api, "text", content="龙井 ]]> <b>")
    [told] = site.told
    assert (told["MsgType"], told["Content"], told["CreateTime"]) == ("text", "龙井 ]]> <b>", str(NOW))
    assert told["MsgId"].isdigit()
    assert told["FromUserName"] == site.queries[0]["openid"] == api.openids()[0]
    assert site.queries[0]["site"] == "1"
    assert "encrypt_type" not in site.queries[0]


def test_safe_mode_hides_everything_but_the_receiver(api: Api, site: Site) -> None:
    connect(api, site, mode="safe", aes_key=AES_KEY)
    happen(api, "click", key="HELLO")
    assert set(parse_xml(site.bodies[0])) == {"ToUserName", "Encrypt"}
    assert (site.told[0]["Event"], site.told[0]["EventKey"]) == ("CLICK", "HELLO")
    assert site.queries[0]["encrypt_type"] == "aes"


def test_compatible_mode_sends_both(api: Api, site: Site) -> None:
    connect(api, site, mode="compatible", aes_key=AES_KEY)
    happen(api, "view", url="https://tea.example.com/")
    assert parse_xml(site.bodies[0])["EventKey"] == site.told[0]["EventKey"] == "https://tea.example.com/"


def test_answers_come_back(api: Api, site: Site) -> None:
    connect(api, site)
    fields = api.control("callback/text", {"content": "在吗"})["fields"]
    site.answers = [site.reply("在", **swapped(fields))]
    [delivery] = happen(api, "text", content="在吗")["deliveries"]
    assert (delivery["reached"], delivery["problems"], delivery["reply"]["Content"]) == (True, [], "在")


def test_encrypted_answers_come_back(api: Api, site: Site) -> None:
    connect(api, site, mode="safe", aes_key=AES_KEY)
    fields = api.control("callback/text", {"content": "在吗"})["fields"]
    site.answers = [site.sealed(site.reply("在", **swapped(fields)))]
    assert happen(api, "text", content="在吗")["deliveries"][0]["reply"]["Content"] == "在"
    site.answers = [site.sealed("<xml/>", MsgSignature="wrong")] * 3
    assert "MsgSignature" in happen(api, "text", content="在吗")["deliveries"][0]["problems"][0]


@pytest.mark.parametrize("quiet", ["", "success", "\nsuccess "])
def test_quiet_answers(api: Api, site: Site, quiet: str) -> None:
    connect(api, site)
    site.answers = [quiet]
    [delivery] = happen(api, "text")["deliveries"]
    assert (delivery["reached"], delivery["reply"]) == (True, {})


@pytest.mark.parametrize(
    "bad",
    [
        "hello",
        Response("", 500),
        Response("", 302, headers={"Location": "http://127.0.0.1:1/"}),
        Response(b"\xff"),
        "<xml><ToUserName>somebody</ToUserName></xml>",
        "<!DOCTYPE xml [<!ENTITY a 'a'>]><xml>&a;</xml>",
    ],
)
def test_bad_answers_are_asked_for_three_times(api: Api, site: Site, bad: str | Response) -> None:
    connect(api, site)
    site.answers = [bad] * 4
    [delivery] = happen(api, "text")["deliveries"]
    assert (delivery["reached"], len(delivery["problems"]), len(site.told)) == (False, 3, 3)
    assert len({told["MsgId"] for told in site.told}) == 1


def test_a_slow_server_is_asked_again(api: Api, site: Site) -> None:
    connect(api, site)
    site.answers = [None, "success"]
    [delivery] = happen(api, "text", deadline_s=0.2)["deliveries"]
    assert (delivery["reached"], delivery["problems"]) == (True, ["no answer within 0.2 s"])
    assert len(site.told) == 2


def test_doubles(api: Api, site: Site) -> None:
    connect(api, site)
    answer = happen(api, "click", key="K", copies=3)
    assert len(answer["deliveries"]) == 3
    assert len({(told["FromUserName"], told["CreateTime"]) for told in site.told}) == 1


def test_events_wait_for_a_server(api: Api, site: Site) -> None:
    api.publish(api.draft())
    happen(api, "text", content="在吗")
    assert "no server" in api.control("callback/deliver", {})["error"]
    connect(api, site)
    assert [one["reached"] for one in happen(api, "deliver")["deliveries"]] == [True, True]
    assert [told.get("Event", told["MsgType"]) for told in site.told] == ["PUBLISHJOBFINISH", "text"]
    assert happen(api, "deliver")["deliveries"] == []


def test_a_server_is_told_at_once_where_it_wants_that(api: Api, site: Site) -> None:
    connect(api, site, automatic=True)
    api.publish(api.draft())
    assert site.called.acquire(timeout=10)
    assert site.told[0]["Event"] == "PUBLISHJOBFINISH"


def test_a_publishing_task_ends(api: Api, site: Site) -> None:
    connect(api, site)
    done = api.publish(api.draft())
    api.settings(publish_outcome=4)
    api.publish(api.draft())
    happen(api, "deliver")
    good, bad = site.bodies
    url = done["article_detail"]["item"][0]["article_url"]
    assert f"<PublishEventInfo><publish_id>{done['publish_id']}</publish_id><publish_status>0<" in good
    assert f"<count>1</count><item><idx>1</idx><article_url><![CDATA[{url}]]></article_url></item>" in good
    assert "<publish_status>4</publish_status><fail_idx>1</fail_idx></PublishEventInfo>" in bad


def test_a_mass_send_ends(api: Api, site: Site) -> None:
    connect(api, site)
    message = {"msgtype": "mpnews", "mpnews": {"media_id": api.draft()}, "filter": {"is_to_all": True}}
    sent = api.post("message/mass/sendall", message)
    happen(api, "deliver")
    told = site.told[0]
    assert (told["Event"], told["MsgID"], told["Status"]) == ("MASSSENDJOBFINISH", str(sent["msg_id"]), "send success")
    assert (told["TotalCount"], told["SentCount"], told["ErrorCount"]) == ("11", "10", "1")


def test_scanning_a_code(api: Api, site: Site) -> None:
    connect(api, site)
    scene = {"action_name": "QR_STR_SCENE", "action_info": {"scene": {"scene_str": "hefang"}}, "expire_seconds": 60}
    ticket = api.post("qrcode/create", scene)["ticket"]
    stranger = api.store.followers.everybody(DEMO_APPID)[-1].openid
    happen(api, "scan", ticket=ticket)
    happen(api, "scan", ticket=ticket, openid=stranger)
    happen(api, "scan", ticket=ticket, openid=stranger)
    assert [(told["Event"], told["EventKey"], told["Ticket"]) for told in site.told] == [
        ("SCAN", "hefang", ticket),
        ("subscribe", "qrscene_hefang", ticket),
        ("SCAN", "hefang", ticket),
    ]
    assert stranger in api.openids()
    api.store.clock.advance(61)
    assert "no such code" in api.control("callback/scan", {"ticket": ticket})["error"]


def test_coming_and_leaving(api: Api, site: Site) -> None:
    connect(api, site)
    happen(api, "follow")
    assert len(api.openids()) == 12
    happen(api, "unfollow", openid=api.openids()[0])
    assert len(api.openids()) == 11
    assert [told["Event"] for told in site.told] == ["subscribe", "unsubscribe"]


def test_accounts_have_servers_of_their_own(api: Api, site: Site) -> None:
    connect(api, site)
    other = api.store.new_account().appid
    assert happen(api, "text", appid=other)["deliveries"] == []
    assert site.told == []
    assert "error" in api.control("callback/text", {"appid": "wxnobody"})
    assert "error" in api.control("callback/text", {"openid": "nobody"})
    assert "error" in api.control("callback/dance", {})


def test_the_last_two_hundred_events_are_kept(api: Api) -> None:
    for number in range(205):
        happen(api, "text", content=str(number))
    kept = api.http.get("http://emulator.invalid/_emulator/callback/events").json()["events"]
    assert [kept[0]["fields"]["Content"], kept[-1]["fields"]["Content"], len(kept)] == ["5", "204", 200]


def test_xml_there_and_back() -> None:
    fields = {"A": "茶 ]]> & <", "B": "", "C": 7}
    assert parse_xml(render_xml(fields)) == {"A": "茶 ]]> & <", "B": "", "C": "7"}
    for wrong in ("", "<a/>", "<xml>", "<!DOCTYPE xml><xml/>"):
        with pytest.raises(NotXml):
            parse_xml(wrong)
