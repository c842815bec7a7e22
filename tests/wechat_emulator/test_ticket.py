"""Tickets for JS-SDK signatures."""

from tests.wechat_emulator.conftest import Api


def test_a_ticket_stays_the_same_until_it_ends(api: Api) -> None:
    first = api.get("ticket/getticket", type="jsapi")
    assert (first["errcode"], first["errmsg"], first["expires_in"]) == (0, "ok", 7200)
    api.store.clock.advance(1000)
    assert api.get("ticket/getticket", type="jsapi") == {**first, "expires_in": 6200}
    api.store.clock.advance(6200)
    api.renew_token()
    assert api.get("ticket/getticket", type="jsapi")["ticket"] != first["ticket"]


def test_kinds_of_ticket(api: Api) -> None:
    tickets = {api.get("ticket/getticket", type=kind)["ticket"] for kind in ("jsapi", "wx_card")}
    assert len(tickets) == 2
    assert api.get("ticket/getticket", type="dance")["errcode"] == 40097


def test_everybody_may_have_one(api: Api) -> None:
    api.become("personal")
    assert api.get("ticket/getticket", type="jsapi")["errcode"] == 0
