"""How the gateway reads answers that are odd, and what it puts on the wire."""

import io
import json
from typing import Any

import pytest
import requests
from requests.adapters import BaseAdapter, HTTPAdapter
from urllib3 import HTTPResponse

from plugins.shared.errors import AnswerUnclear, CredentialsRefused, NotFound, Refused
from plugins.wechat import DraftArticle, Gateway, open_gateway
from plugins.wechat.attempts import PAUSES_S
from tests.contract.conftest import BASE, environ

TOKEN = b'{"access_token":"token-token-token-token","expires_in":7200}'


class Scripted(BaseAdapter):
    """Hands out a token, then the same bytes for every call; keeps what was sent."""

    def __init__(self, answer: bytes, status: int = 200, content_type: str = "text/plain; charset=gbk") -> None:
        super().__init__()
        self._answer, self._status, self._type = answer, status, content_type
        self.sent: list[requests.PreparedRequest] = []

    def send(self, request: requests.PreparedRequest, *args: Any, **kwargs: Any) -> requests.Response:
        token = "stable_token" in (request.url or "")
        if not token:
            assert kwargs["timeout"] == (10, 30)
            self.sent.append(request)
        raw = HTTPResponse(
            io.BytesIO(TOKEN if token else self._answer),
            {"Content-Type": self._type, "Location": "https://evil.example/"},
            200 if token else self._status,
            preload_content=False,
        )
        return HTTPAdapter().build_response(request, raw)

    def close(self) -> None:
        pass


def gateway(adapter: BaseAdapter) -> Gateway:
    return open_gateway(environ(BASE), None, adapter, sleep=lambda _: None)


def test_answers_are_utf8_whatever_the_header_says() -> None:
    answer = json.dumps({"news_item": [{"title": "明前龙井"}]}, ensure_ascii=False).encode()
    assert gateway(Scripted(answer)).get_draft("m")[0].title == "明前龙井"


def test_a_token_that_stays_refused_is_fetched_twice_and_no_more() -> None:
    adapter = Scripted(b'{"errcode":40001,"errmsg":"invalid credential"}')
    with pytest.raises(CredentialsRefused):
        gateway(adapter).count_drafts()
    assert len(adapter.sent) == 3


def test_fields_that_are_missing_or_odd_are_empty() -> None:
    answer = (
        b'{"news_item":[{"title":"x","digest":null,"need_open_comment":"1","author":7,"thumb_url":"http:\\/\\/a"}]}'
    )
    (article,) = gateway(Scripted(answer)).get_draft("m")
    assert article == DraftArticle("x", "", need_open_comment=1, thumb_url="https://a")


@pytest.mark.parametrize(
    ("answer", "status"),
    [
        (b"<html>Bad gateway</html>", 200),
        (b"", 200),
        (b"[]", 200),
        (b"{}", 200),
        (b'{"total_count":', 200),
        (b'{"errcode":"many"}', 200),
        (b'{"total_count":1,"item_count":1,"item":[{}]}', 200),
        (b'{"total_count":1,"item_count":0,"item":[]}', 200),
        (b'{"total_count":1,"item":"x"}', 200),
        (b'"\xff"', 200),
        (b'{"total_count":0,"item":[]}', 502),
    ],
)
def test_answers_that_make_no_sense(answer: bytes, status: int) -> None:
    with pytest.raises(AnswerUnclear):
        list(gateway(Scripted(answer, status)).list_drafts())
    with pytest.raises(AnswerUnclear):
        gateway(Scripted(answer, status)).add_draft([DraftArticle("t", "c")])


@pytest.mark.parametrize("status", [500, 502])
def test_a_create_is_sent_once_and_a_read_three_times(status: int) -> None:
    create, read = Scripted(b"", status), Scripted(b"", status)
    with pytest.raises(AnswerUnclear, match=f"HTTP {status}"):
        gateway(create).add_draft([DraftArticle("t", "c")])
    with pytest.raises(AnswerUnclear):
        gateway(read).get_draft("m")
    assert (len(create.sent), len(read.sent)) == (1, 1 + len(PAUSES_S))


def test_json_is_sent_as_raw_utf8() -> None:
    adapter = Scripted(b'{"errcode":0}')
    gateway(adapter).create_menu([{"type": "view", "name": "官网", "url": "https://a"}])
    body = adapter.sent[0].body
    assert isinstance(body, bytes)
    assert "官网".encode() in body


def test_every_field_of_an_article_is_sent() -> None:
    adapter = Scripted(b'{"media_id":"m"}')
    article = DraftArticle("题", "文", "人", "摘", "https://a", "cover", 1, 1, "https://thumb", "https://preview")
    assert gateway(adapter).add_draft([article]) == "m"
    assert json.loads(adapter.sent[0].body or b"") == {
        "articles": [
            {
                "title": "题",
                "content": "文",
                "author": "人",
                "digest": "摘",
                "content_source_url": "https://a",
                "thumb_media_id": "cover",
                "need_open_comment": 1,
                "only_fans_can_comment": 1,
            }
        ]
    }


@pytest.mark.parametrize(
    ("name", "shown"),
    [("云栏山.jpg", "___.jpg"), ("../../a b.PNG", "a_b.PNG"), ("C:\\x\\茶.png", "_.png"), (".gif", "file.gif")],
)
def test_files_go_with_an_ascii_name_and_their_true_extension(name: str, shown: str) -> None:
    adapter = Scripted(b'{"url":"http://mmbiz.qpic.cn/a"}')
    gateway(adapter).upload_body_image(name, b"data")
    body = adapter.sent[0].body
    assert isinstance(body, bytes)
    assert f'name="media"; filename="{shown}"'.encode() in body
    assert b"\r\n\r\ndata\r\n" in body


def test_a_download_is_asked_for_as_a_page_of_wechat_without_a_token() -> None:
    adapter = Scripted(b"\xff\xd8\xff", content_type="image/jpeg")
    assert gateway(adapter).download("http://mmbiz.qpic.cn/mmbiz_jpg/K/0") == b"\xff\xd8\xff"
    assert adapter.sent[0].headers["Referer"] == "https://mp.weixin.qq.com/"
    assert "access_token" not in (adapter.sent[0].url or "")


@pytest.mark.parametrize(
    ("status", "data", "error"),
    [
        (404, b"x", NotFound),
        (403, b"x", Refused),
        (302, b"x", Refused),
        (200, b"", Refused),
        (503, b"x", AnswerUnclear),
    ],
)
def test_downloads_that_fail(status: int, data: bytes, error: type[Exception]) -> None:
    adapter = Scripted(data, status)
    with pytest.raises(error):
        gateway(adapter).download("https://mmbiz.qpic.cn/mmbiz_jpg/K/0")
    assert not any("evil" in str(request.url) for request in adapter.sent)


def test_a_download_has_an_end() -> None:
    with pytest.raises(Refused, match="20 MB"):
        gateway(Scripted(bytes(20 * 1024 * 1024 + 1))).download("https://mmbiz.qpic.cn/mmbiz_jpg/K/0")
