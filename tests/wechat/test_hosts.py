"""Where requests really go."""

import socket
from threading import Thread

import pytest

from plugins.shared.errors import AnswerUnclear
from plugins.wechat import open_gateway
from plugins.wechat.credentials import OFFICIAL_BASE, Credentials
from plugins.wechat.hosts import is_picture_host, reach, secure

API = "https://api.weixin.qq.com/cgi-bin/draft/count?access_token=t"
QR = "https://mp.weixin.qq.com/cgi-bin/showqrcode?ticket=t"
PICTURE = "https://mmbiz.qpic.cn/mmbiz_jpg/K/0?wx_fmt=jpeg"


def test_the_official_server_changes_nothing() -> None:
    credentials = Credentials("wx1", "s", OFFICIAL_BASE)
    assert [reach(url, credentials) for url in (API, QR, PICTURE)] == [API, QR, PICTURE]


def test_a_stand_in_answers_for_every_host() -> None:
    credentials = Credentials("wx1", "s", "http://127.0.0.1:8090")
    assert [reach(url, credentials) for url in (API, QR, PICTURE)] == [
        "http://127.0.0.1:8090/cgi-bin/draft/count?access_token=t",
        "http://127.0.0.1:8090/cgi-bin/showqrcode?ticket=t",
        "http://127.0.0.1:8090/mmbiz_jpg/K/0?wx_fmt=jpeg",
    ]
    assert reach("https://tea.example.com/x", credentials) == "https://tea.example.com/x"


def test_a_relay_may_lie_below_a_path_that_nobody_guesses() -> None:
    credentials = Credentials("wx1", "s", "https://relay.example.com/0f9de62f")
    assert [reach(url, credentials) for url in (API, PICTURE)] == [
        "https://relay.example.com/0f9de62f/cgi-bin/draft/count?access_token=t",
        "https://relay.example.com/0f9de62f/mmbiz_jpg/K/0?wx_fmt=jpeg",
    ]


def test_a_proxy_with_a_fixed_address_is_used_and_sees_no_call(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[bytes] = []
    with socket.create_server(("127.0.0.1", 0)) as proxy:
        thread = Thread(target=_answer_refusing, args=(proxy, seen))
        thread.start()
        monkeypatch.setenv("HTTPS_PROXY", f"http://shop:key@127.0.0.1:{proxy.getsockname()[1]}")
        for name in ("NO_PROXY", "no_proxy", "https_proxy"):
            monkeypatch.delenv(name, raising=False)
        gateway = open_gateway({"WECHAT_APPID": "wx1", "WECHAT_APPSECRET": "top-secret"}, None, sleep=lambda _: None)
        with pytest.raises(AnswerUnclear) as caught:
            gateway.count_drafts()
        thread.join()
    assert [one.startswith(b"CONNECT api.weixin.qq.com:443 ") for one in seen] == [True] * 3
    assert all(b"Proxy-Authorization: Basic " in one and b"top-secret" not in one for one in seen)
    assert "shop:key" not in str(caught.value)


def _answer_refusing(proxy: socket.socket, seen: list[bytes]) -> None:
    """Refuse three connections, as a proxy does that may not reach WeChat, and note what was asked."""
    for _ in range(3):
        connection, _ = proxy.accept()
        with connection:
            seen.append(connection.recv(4096))
            connection.sendall(b"HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n")


def test_another_entrance_of_tencent_only_answers_for_the_api() -> None:
    credentials = Credentials("wx1", "s", "https://sh.api.weixin.qq.com")
    assert reach(API, credentials) == "https://sh.api.weixin.qq.com/cgi-bin/draft/count?access_token=t"
    assert [reach(url, credentials) for url in (QR, PICTURE)] == [QR, PICTURE]


def test_http_becomes_https() -> None:
    assert secure("http://mmbiz.qpic.cn/a") == "https://mmbiz.qpic.cn/a"
    assert secure("https://mmbiz.qpic.cn/a") == "https://mmbiz.qpic.cn/a"
    assert secure("") == ""


@pytest.mark.parametrize(
    ("url", "inside"),
    [
        (PICTURE, True),
        ("http://mmbiz.qlogo.cn/a", True),
        ("https://qpic.cn.evil.example/a", False),
        ("https://evil.example/mmbiz.qpic.cn", False),
        ("https://mmbiz.qpic.cn@evil.example/a", False),
        ("file://mmbiz.qpic.cn/a", False),
        ("", False),
    ],
)
def test_which_hosts_hold_pictures(url: str, inside: bool) -> None:
    assert is_picture_host(url) == inside
