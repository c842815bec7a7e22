"""Whatever arrives, nobody sees a traceback: not by the API, not by the emulator's own calls, not by the console."""

import json
from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from werkzeug.test import Client, TestResponse

from plugins.wechat_emulator import Store, create_app
from plugins.wechat_emulator.console.page import PREFIX as CONSOLE
from plugins.wechat_emulator.routes.control import _ACTIONS
from plugins.wechat_emulator.routes.endpoints import ENDPOINTS
from tests.wechat_emulator.conftest import Api, article
from tests.wechat_emulator.scribble import markup

fuzz = settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
BASE = "http://127.0.0.1"
CONTROLS = sorted(_ACTIONS)
_LEAVES = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8) | markup()
_VALUES = st.recursive(
    _LEAVES, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3)
)
_NAMES = """
    appid name profile settings endpoint kind kinds errcode delay_ms call times seed chance script set advance run
    media_id article_id index html title offset base64 accounts clock type button articles count
"""
_FIELDS = st.sampled_from(_NAMES.split())
_BODIES = st.dictionaries(_FIELDS, _VALUES, max_size=5)


@pytest.fixture(scope="module")
def api() -> Iterator[Api]:
    store = Store()
    store.faults._sleep = lambda seconds: None
    yield Api(store)
    store.close()


@pytest.fixture(scope="module")
def client(api: Api) -> Client:
    return Client(create_app(api.store))


def is_civil(response: TestResponse) -> bool:
    """Tell whether an answer is an answer, and not the insides of a program."""
    text = response.get_data()
    return response.status_code < 500 and b"Traceback" not in text and b'File "' not in text


@fuzz
@given(action=st.sampled_from(CONTROLS), body=_BODIES)
def test_the_emulators_own_calls(client: Client, action: tuple[str, str], body: dict[str, object]) -> None:
    data = json.dumps(body).encode()
    response = client.open(f"/_emulator/{action[1]}", method=action[0], base_url=BASE, data=data)
    assert is_civil(response)
    assert isinstance(response.get_json(), dict)


@fuzz
@given(action=st.sampled_from(CONTROLS), data=st.binary(max_size=60), query=st.text(max_size=20))
def test_bytes_and_queries(client: Client, action: tuple[str, str], data: bytes, query: str) -> None:
    address = f"/_emulator/{action[1]}"
    assert is_civil(client.open(address, method=action[0], base_url=BASE, data=data, query_string={"offset": query}))
    assert is_civil(client.open(address, method=action[0], base_url=BASE, query_string=query))


@fuzz
@given(
    name=st.sampled_from(sorted(ENDPOINTS)) | st.text(max_size=12),
    query=st.dictionaries(st.sampled_from(["access_token", "type", "appid", "media_id"]), st.text(max_size=8)),
    method=st.sampled_from(["GET", "POST", "PUT", "HEAD", "OPTIONS"]),
    headers=st.dictionaries(
        st.sampled_from(["Content-Type", "Host", "Referer", "Transfer-Encoding", "Content-Encoding"]),
        st.text(st.characters(min_codepoint=32, max_codepoint=126), max_size=20),
    ),
)
def test_queries_methods_and_headers(
    client: Client, api: Api, name: str, query: dict[str, str], method: str, headers: dict[str, str]
) -> None:
    sent = {"access_token": api.token} | query
    assert is_civil(client.open(f"/cgi-bin/{name}", method=method, query_string=sent, headers=headers, data=b"{}"))


@fuzz
@given(path=st.text(max_size=20), host=st.text(st.characters(min_codepoint=33, max_codepoint=126), max_size=20))
def test_the_consoles_files(client: Client, path: str, host: str) -> None:
    assert is_civil(client.get(CONSOLE + path, base_url=BASE))
    assert is_civil(client.get(CONSOLE, headers={"Host": host}))


@pytest.fixture(scope="module")
def writer() -> Iterator[tuple[Api, Client, str]]:
    """An account that no other test resets, the console beside it, and a cover."""
    store = Store()
    api = Api(store)
    yield api, Client(create_app(store)), api.cover()
    store.close()


@fuzz
@given(html=markup())
def test_html_by_every_road(writer: tuple[Api, Client, str], html: str) -> None:
    api, client, cover = writer
    made = api.post("draft/add", {"articles": [article(cover, content=html or "x")]})
    written = client.post("/_emulator/console/new", base_url=BASE, data=json.dumps({"title": "题", "html": html}))
    assert written.status_code == 200
    saved = {"media_id": written.get_json()["media_id"], "html": html}
    assert client.post("/_emulator/console/save", base_url=BASE, data=json.dumps(saved)).status_code == 200
    assert "media_id" in made or made["errcode"] in (45166, 44004, 47001)
