"""Whatever a client sends, the answer is JSON at HTTP 200, never a traceback."""

import json
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from plugins.wechat_emulator import Store
from plugins.wechat_emulator.routes.callback import _ACTIONS as HAPPENINGS
from plugins.wechat_emulator.routes.endpoints import ENDPOINTS
from plugins.wechat_emulator.routes.paths import path_of
from tests.wechat_emulator.conftest import BASE, Api, article

POSTS = sorted(name for name, endpoint in ENDPOINTS.items() if endpoint.method == "POST")
fuzz = settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
_LEAVES = st.one_of(st.none(), st.booleans(), st.integers(), st.floats(), st.text(max_size=8))
_VALUES = st.recursive(
    _LEAVES, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3)
)
_FIELDS = """
    media_id index articles offset count type button no_content appid secret publish_id article_id matchrule menuid
    user_id action_name action_info expire_seconds tag tagid openid openid_list next_openid begin_date end_date filter
    touser towxname msgtype text mpnews images clientmsgid msg_id article_idx url speed cgi_path rid
"""
_HAPPENING = "openid ticket content key url button is_open article_id copies token aes_key mode automatic"
_KNOWN = st.sampled_from(
    [2, 100, "text", "mpnews", {"is_to_all": True}, {"scene": {}}, "QR_SCENE", "2026-01-01", {"id": 2}]
)


@pytest.fixture(scope="module")
def shared() -> Iterator[tuple[Api, str]]:
    store = Store()
    api = Api(store)
    yield api, api.cover()
    store.close()


def answers_in_json(api: Api, name: str, body: bytes, content_type: str = "") -> bool:
    headers = {"Content-Type": content_type} if content_type else {}
    url = f"{BASE}{path_of(name)}?access_token={api.token}&type=image"
    response = api.http.post(url, data=body, headers=headers)
    return response.status_code == 200 and isinstance(json.loads(response.content), dict)


@fuzz
@given(name=st.sampled_from(POSTS), body=st.dictionaries(st.sampled_from(_FIELDS.split()), _VALUES | _KNOWN))
def test_bodies(shared: tuple[Api, str], name: str, body: dict[str, object]) -> None:
    assert answers_in_json(shared[0], name, json.dumps(body).encode())


@fuzz
@given(changes=st.dictionaries(st.sampled_from([*article(""), "pic_crop_1_1", "cover_info", "article_type"]), _VALUES))
def test_articles(shared: tuple[Api, str], changes: dict[str, object]) -> None:
    api, cover = shared
    body = json.dumps({"articles": [article(cover) | changes]}).encode()
    assert answers_in_json(api, "draft/add", body)


@fuzz
@given(button=st.dictionaries(st.sampled_from(["type", "name", "key", "url", "sub_button", "media_id"]), _VALUES))
def test_menus(shared: tuple[Api, str], button: dict[str, object]) -> None:
    body = {"button": [{"type": "view", "name": "a", "url": "https://[x", **button}]}
    assert answers_in_json(shared[0], "menu/create", json.dumps(body, ensure_ascii=False).encode("utf-8", "replace"))


@fuzz
@given(
    matchrule=st.dictionaries(st.sampled_from(["tag_id", "client_platform_type", "sex"]), _VALUES),
    button=st.dictionaries(st.sampled_from(["type", "name", "key", "url", "sub_button", "media_id"]), _VALUES),
)
def test_conditional_menus(shared: tuple[Api, str], matchrule: dict[str, object], button: dict[str, object]) -> None:
    api, _ = shared
    api.post("menu/create", {"button": [{"type": "click", "name": "a", "key": "k"}]})
    body = {"button": [{"type": "click", "name": "a", "key": "k", **button}], "matchrule": matchrule}
    data = json.dumps(body, ensure_ascii=False).encode("utf-8", "replace")
    assert answers_in_json(api, "menu/addconditional", data)


@fuzz
@given(
    action=st.sampled_from(sorted(HAPPENINGS)),
    body=st.dictionaries(st.sampled_from(_HAPPENING.split()), _VALUES),
    data=st.binary(),
)
def test_what_happens_to_an_account(
    shared: tuple[Api, str], action: tuple[str, str], body: dict[str, object], data: bytes
) -> None:
    method, name = action
    for sent in (json.dumps(body).encode(), data):
        response = shared[0].http.request(method, f"{BASE}/_emulator/callback/{name}", data=sent)
        assert response.status_code in (200, 400)
        assert isinstance(response.json(), dict)


@fuzz
@given(name=st.sampled_from(POSTS), body=st.binary(max_size=200), boundary=st.text("abc-", min_size=1, max_size=5))
def test_bytes(shared: tuple[Api, str], name: str, body: bytes, boundary: str) -> None:
    framed = f'--{boundary}\r\nContent-Disposition: form-data; name="media"; filename="a.jpg"\r\n\r\n'.encode() + body
    content_type = f"multipart/form-data; boundary={boundary}"
    assert answers_in_json(shared[0], name, body)
    assert answers_in_json(shared[0], name, body, content_type)
    assert answers_in_json(shared[0], name, framed, content_type)
    assert answers_in_json(shared[0], name, framed + f"\r\n--{boundary}--\r\n".encode(), content_type)
