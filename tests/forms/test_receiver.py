"""The receiver over real HTTP: what it keeps, what it refuses, what it never tells."""

import logging
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path
from threading import Thread
from urllib.parse import urlencode

import pytest
import requests
from hypothesis import given, settings
from hypothesis import strategies as st
from werkzeug.serving import make_server
from werkzeug.test import Client

from plugins.forms.again import AgainPage
from plugins.forms.receiver import Receiver
from plugins.forms.store import AnswerStore
from plugins.site.shop import Shop
from tests.conftest import NOW, ROOT
from tests.forms.test_answers import FORM, GOOD

SITE = "https://tea.example.com"
KIND = "application/x-www-form-urlencoded"
SHOP = Shop.model_validate({"name": "小店", "site_url": SITE, "operator": "小店有限公司"})


class Desk:
    """A running receiver, its store, and a clock that a test may move."""

    def __init__(self, path: Path) -> None:
        self.now = NOW
        self.path = path
        self.store = AnswerStore(path)
        page = AgainPage(ROOT / "theme", SHOP, SITE)
        self.app = Receiver({"visit": FORM}, SITE, "/submit", page, self.store, lambda: self.now)
        self.url = ""

    def send(self, data: object = None, origin: str = SITE, path: str = "/submit/visit", **options: object):
        headers = {"Origin": origin} if origin else {}
        return requests.post(
            self.url + path,
            data=GOOD if data is None else data,
            headers=headers | options.pop("headers", {}),  # type: ignore[operator]
            allow_redirects=False,
            timeout=10,
            **options,  # type: ignore[arg-type]
        )

    @property
    def kept(self) -> list[dict[str, list[str]]]:
        return [dict(answer.values) for answer in self.store.all("visit")]


@contextmanager
def running(desk: Desk) -> Iterator[Desk]:
    server = make_server("127.0.0.1", 0, desk.app, threaded=True)
    Thread(target=server.serve_forever, daemon=True).start()
    desk.url = f"http://127.0.0.1:{server.server_port}"
    try:
        yield desk
    finally:
        server.shutdown()


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with running(Desk(tmp_path / "forms.sqlite")) as ready:
        yield ready


def test_an_answer_is_kept_and_thanked_for_on_the_site(desk: Desk) -> None:
    answer = desk.send(GOOD | {"ch": "hfj", "next": "https://evil.example.com/", "note": "一\r\n二"})
    assert (answer.status_code, answer.headers["Location"]) == (303, f"{SITE}/forms/visit/thanks/")
    assert desk.kept[0]["name"] == ["沈山"]
    assert desk.kept[0]["note"] == ["一\n二"]
    assert desk.store.all("visit")[0].ch == "hfj"


def test_a_mistake_gives_the_form_back_with_everything_that_was_typed(desk: Desk) -> None:
    answer = desk.send(GOOD | {"tel": "12", "name": '"><script>alert(1)</script>', "ch": "hfj", "kind": "红茶"})
    assert answer.status_code == 422
    assert "&#34;&gt;&lt;script&gt;" in answer.text
    assert "<script" not in answer.text
    assert 'value="红茶" checked' in answer.text
    assert 'name="ch" value="hfj"' in answer.text
    assert "请写电话号码" in answer.text
    assert 'name="consent" value="yes" required>' in answer.text, "consent is given anew"
    assert desk.kept == []
    again = requests.post(answer.url, data=GOOD, headers={"Origin": desk.url}, allow_redirects=False, timeout=10)
    assert again.status_code == 303, "the page that the receiver gave may send too"


@pytest.mark.parametrize(
    "origin", ["https://evil.example.com", "null", "", "https://tea.example.com.evil.cn", "http://["]
)
def test_other_sites_cannot_send(desk: Desk, origin: str) -> None:
    assert desk.send(origin=origin).status_code == 403
    assert desk.kept == []


def test_a_browser_that_names_the_page_instead_of_the_origin_may_send(desk: Desk) -> None:
    assert desk.send(origin="", headers={"Referer": f"{SITE}/forms/visit/"}).status_code == 303


def test_a_robot_in_the_trap_is_thanked_and_forgotten(desk: Desk) -> None:
    assert desk.send(GOOD | {"website": "http://spam.example"}).status_code == 303
    assert desk.kept == []


def test_a_second_tap_is_the_same_answer(desk: Desk) -> None:
    for _ in range(3):
        assert desk.send(GOOD | {"once": "k3x"}).status_code == 303
    assert desk.send(GOOD).status_code == 303
    assert len(desk.kept) == 1
    desk.now = NOW + timedelta(minutes=11)
    desk.send(GOOD)
    assert len(desk.kept) == 2


def test_a_flood_is_stopped_and_loses_nothing_of_what_a_person_typed(desk: Desk) -> None:
    codes = [desk.send(GOOD | {"note": str(number)}).status_code for number in range(22)]
    assert codes == [303] * 20 + [429] * 2
    assert "沈山" in desk.send().text
    desk.now = NOW + timedelta(minutes=11)
    assert desk.send().status_code == 303


def test_sizes_and_kinds_are_limited(desk: Desk) -> None:
    assert desk.send(GOOD | {"note": "x" * 70_000}).status_code == 413
    assert desk.send("[]", headers={"Content-Type": "application/json"}).status_code == 415
    assert desk.send(files={"name": ("a.txt", b"x")}).status_code == 415
    assert desk.send({f"f{number}": "x" for number in range(3000)}).status_code in (413, 422)
    assert desk.send(path="/submit/other").status_code == 404
    assert desk.send(path="/submit/visit/../visit").status_code in (404, 303)
    assert requests.put(f"{desk.url}/submit/visit", timeout=10).status_code == 405
    assert len(desk.kept) <= 1


def test_who_opens_the_address_is_led_to_the_form(desk: Desk) -> None:
    answer = requests.get(f"{desk.url}/submit/visit", allow_redirects=False, timeout=10)
    assert (answer.status_code, answer.headers["Location"]) == (303, f"{SITE}/forms/visit/")


def test_a_store_that_fails_keeps_what_was_typed_on_the_page(desk: Desk) -> None:
    with sqlite3.connect(desk.path) as database:
        database.execute("drop table answers")
    answer = desk.send()
    assert answer.status_code == 503
    assert "沈山" in answer.text
    assert "请过几分钟" in answer.text


def test_answers_go_when_their_time_is_over(desk: Desk) -> None:
    desk.send()
    desk.now = NOW + timedelta(days=30, seconds=1)
    desk.send(GOOD | {"name": "小周"})
    assert [values["name"] for values in desk.kept] == [["小周"]]
    assert desk.store.purge(datetime(2030, 1, 1, tzinfo=NOW.tzinfo)) == 1
    assert "沈山".encode() not in desk.path.read_bytes(), "deleted means overwritten"


@given(st.lists(st.tuples(st.sampled_from([*GOOD, "ch", "once", "website", "x"]), st.text(max_size=40)), max_size=12))
@settings(max_examples=60, deadline=None)
def test_whatever_is_typed_gets_a_plain_answer(
    tmp_path_factory: pytest.TempPathFactory, typed: list[tuple[str, str]]
) -> None:
    desk = Desk(tmp_path_factory.mktemp("any") / "forms.sqlite")
    body = urlencode(typed).encode("ascii")
    sent = Client(desk.app).post("/submit/visit", data=body, content_type=KIND, headers={"Origin": SITE})
    assert sent.status_code in (303, 422)
    if sent.status_code == 303:
        assert sent.headers["Location"] == f"{SITE}/forms/visit/thanks/"
    else:
        assert "<script" not in sent.text
        assert not desk.kept


@given(st.binary(max_size=300))
@settings(max_examples=60, deadline=None)
def test_whatever_bytes_come_nothing_breaks(tmp_path_factory: pytest.TempPathFactory, body: bytes) -> None:
    desk = Desk(tmp_path_factory.mktemp("any") / "forms.sqlite")
    sent = Client(desk.app).post("/submit/visit", data=body, content_type=KIND, headers={"Origin": SITE})
    assert sent.status_code in (303, 400, 413, 422)


def test_the_log_and_the_headers_tell_nothing(desk: Desk, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.DEBUG, logger="plugins.forms"):
        desk.send(GOOD | {"tel": "1"})
        answer = desk.send(path="/submit/visit?tel=13800138000")
        desk.send(path="/submit/%0d%0aforged")
    lines = [record.getMessage() for record in caplog.records if record.name.startswith("plugins.forms")]
    assert lines == ["POST /submit/visit 422", "POST /submit/visit 303", "POST None 404"]
    assert answer.headers["Cache-Control"] == "no-store"
    assert "frame-ancestors 'none'" in answer.headers["Content-Security-Policy"]
    assert desk.path.stat().st_mode & 0o077 == 0
