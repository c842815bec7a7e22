"""Where requests really go."""

import pytest

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
