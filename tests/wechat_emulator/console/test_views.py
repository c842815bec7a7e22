"""What the console shows of an account."""

from typing import Any

import pytest

from plugins.wechat_emulator import ConsoleEditor, EmulatorTransport
from tests.wechat_emulator.conftest import BASE, Api, article


def view(api: Api, name: str, **query: str) -> dict[str, Any]:
    answer: dict[str, Any] = api.http.get(f"{BASE}/_emulator/{name}", params=query).json()
    return answer


def test_drafts_come_in_pages_without_their_text(api: Api) -> None:
    cover = api.cover()
    made = [api.post("draft/add", {"articles": [article(cover)]})["media_id"] for _ in range(25)]
    first, second = view(api, "view/drafts"), view(api, "view/drafts", offset="24")
    assert (first["total"], len(first["items"]), len(second["items"])) == (25, 24, 1)
    assert {item["media_id"] for item in first["items"] + second["items"]} == set(made)
    assert "content" not in first["items"][0]["articles"][0]
    assert view(api, "view/draft", media_id=made[0])["articles"][0]["content"] == "<p>新茶到了</p>"


def test_a_published_article(api: Api) -> None:
    draft = api.post("draft/add", {"articles": [article(api.cover())]})["media_id"]
    article_id = ConsoleEditor(BASE, transport=EmulatorTransport(api.store)).publish(draft)
    (item,) = view(api, "view/published")["items"]
    assert (item["article_id"], item["articles"][0]["title"]) == (article_id, "明前龙井")
    assert view(api, "view/message", article_id=article_id)["articles"][0]["content"] == "<p>新茶到了</p>"
    assert view(api, "view/overview")["published"] == 1


def test_pictures_the_menu_and_todays_calls(api: Api) -> None:
    api.cover()
    button = {"type": "click", "name": "好", "key": "K"}
    assert view(api, "view/menu")["buttons"] == []
    api.post("menu/create", {"button": [button]})
    assert view(api, "view/menu")["buttons"] == [button]
    assert [item["name"] for item in view(api, "view/pictures")["items"]] == ["cover.jpg"]
    counters = {item["endpoint"]: item for item in view(api, "view/quota")["items"]}
    assert counters["menu/create"] == {"endpoint": "menu/create", "used": 1, "limit": 1000}


def test_a_picture_is_uploaded_by_the_rules(api: Api) -> None:
    assert api.control("console/upload", {"name": "a.jpg", "base64": "QUJD"})["errcode"] == 40113
    assert "error" in api.control("console/upload", {"name": "a.jpg", "base64": "no base64!"})
    assert view(api, "view/pictures")["total"] == 0


@pytest.mark.parametrize("query", [{"offset": "x"}, {"appid": "nobody"}])
def test_a_question_that_makes_no_sense(api: Api, query: dict[str, str]) -> None:
    response = api.http.get(f"{BASE}/_emulator/view/drafts", params=query)
    assert response.status_code == 400
    assert "error" in response.json()


def test_the_last_two_hundred_calls_without_secrets(api: Api) -> None:
    """The calls of a transport are its own: this one has made the calls of the fixture and these."""
    api.post("draft/get", {"media_id": "x"}, secret="s3cret")
    calls = view(api, "calls")["calls"]
    assert [(call["method"], call["path"], call["outcome"]) for call in calls] == [
        ("POST", "/cgi-bin/draft/get", "40007"),
        ("POST", "/cgi-bin/stable_token", "ok"),
    ]
    assert api.token not in str(calls)
    assert "s3cret" not in str(calls)
    for _ in range(210):
        api.get("draft/count")
    calls = view(api, "calls")["calls"]
    assert (len(calls), calls[0]["number"]) == (200, 212)
    api.http.delete(f"{BASE}/_emulator/calls")
    assert view(api, "calls")["calls"] == []


def test_faulty_endings_are_told_apart(api: Api) -> None:
    api.control("faults", {"endpoint": "draft/count", "kind": "truncate"})
    with pytest.raises(ValueError, match="."):
        api.get("draft/count")
    api.control("faults", {"endpoint": "draft/count", "kind": "drop_after"})
    with pytest.raises(OSError, match="closed"):
        api.get("draft/count")
    assert [call["outcome"] for call in view(api, "calls")["calls"][:2]] == ["dropped", "cut"]
