"""Calls about calls: quotas, and what a rid stands for."""

from tests.wechat_emulator.conftest import BASE, Api


def rid_of(answer: dict[str, object]) -> str:
    return str(answer["errmsg"]).rpartition("rid: ")[2]


def test_quotas_are_shown_with_and_without_a_rate(api: Api) -> None:
    api.get("draft/count")
    answer = api.post("openapi/quota/get", {"cgi_path": "/cgi-bin/draft/count"})
    assert answer["quota"] == {"daily_limit": 1000, "used": 1, "remain": 999}
    assert "rate_limit" not in answer
    answer = api.post("openapi/quota/get", {"cgi_path": "/cgi-bin/message/mass/sendall"})
    assert answer["rate_limit"] == {"call_count": 60, "refresh_second": 60}
    assert "quota" in api.post("openapi/quota/get", {"cgi_path": "/datacube/getusersummary"})


def test_paths_that_cannot_be_asked_about(api: Api) -> None:
    for path in ("/cgi-bin/nothing", "draft/add", "", None):
        assert api.post("openapi/quota/get", {"cgi_path": path})["errcode"] == 76021
    api.become("personal")
    assert api.post("openapi/quota/get", {"cgi_path": "/cgi-bin/menu/create"})["errcode"] == 76022


def test_one_counter_can_be_cleared_fifty_times_a_month(api: Api) -> None:
    api.control("quota", {"endpoint": "draft/get", "calls": 500})
    api.control("quota", {"endpoint": "draft/count", "calls": 1000})
    path = {"cgi_path": "/cgi-bin/draft/get"}
    assert [api.post("openapi/quota/clear", path)["errcode"] for _ in range(51)] == [0] * 50 + [48006]
    assert api.post("draft/get", {"media_id": "x"})["errcode"] == 40007
    assert api.get("draft/count")["errcode"] == 45009


def test_a_rid_tells_what_was_refused(api: Api) -> None:
    rid = rid_of(api.post("draft/get", {"media_id": "nothing"}))
    request = api.post("openapi/rid/get", {"rid": rid})["request"]
    assert request["request_body"] == '{"media_id": "nothing"}'
    assert '"errcode":40007' in request["response_body"]
    assert request["request_url"] == "emulator.invalid/cgi-bin/draft/get?access_token=***"
    assert api.token not in str(request)


def test_rids_that_tell_nothing(api: Api) -> None:
    rid = rid_of(api.post("draft/get", {"media_id": "nothing"}))
    for wrong in ("", "x", None, 7):
        assert api.post("openapi/rid/get", {"rid": wrong})["errcode"] == 76002
    assert api.post("openapi/rid/get", {"rid": "00000000-00000000-00000000"})["errcode"] == 76001
    api.store.clock.advance(8 * 86400)
    api.renew_token()
    assert api.post("openapi/rid/get", {"rid": rid})["errcode"] == 76004
    api.become("personal")
    assert api.post("openapi/rid/get", {"rid": rid})["errcode"] == 76003


def test_refused_calls_with_secrets_are_not_kept(api: Api) -> None:
    body = {"grant_type": "client_credential", "appid": "wxdemo000000000001", "secret": "hush"}
    answer = api.http.post(f"{BASE}/cgi-bin/stable_token", json=body).json()
    kept = api.store.rids.get("", rid_of(answer))
    assert "hush" not in str(kept)
