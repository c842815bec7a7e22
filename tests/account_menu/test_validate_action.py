"""WeChat's rules for what one button does."""

import pytest

from plugins.account_menu.validate_action import TYPES, check_action

PROGRAM = {"type": "miniprogram", "appid": "wx0123456789abcdef", "pagepath": "pages/index", "url": "https://a.cn/"}


def flaws(**button: object) -> list[tuple[str, bool]]:
    return [(flaw.message, flaw.is_warning) for flaw in check_action({"name": "茶", **button}, (0,))]


def only_error(**button: object) -> str:
    [(message, is_warning)] = flaws(**button)
    assert not is_warning
    return message


def test_the_types_are_wechats():
    assert len(TYPES) == 13
    for kind in TYPES:
        button = {**PROGRAM, "type": kind, "key": "k", "media_id": "m-1", "article_id": "a_1"}
        assert flaws(**button) == []


@pytest.mark.parametrize("kind", ["click", "scancode_push", "scancode_waitmsg", "pic_weixin", "location_select"])
def test_keys_have_1_to_128_bytes(kind):
    assert flaws(type=kind, key="k" * 128) == []
    assert flaws(type=kind, key="茶" * 42 + "ab") == []
    assert "129 bytes" in only_error(type=kind, key="茶" * 43)
    assert "no key" in only_error(type=kind)


@pytest.mark.parametrize(
    "url",
    [
        "",
        "http://a.cn/",
        "a.cn",
        "/p/a/",
        "https://",
        "https:///p",
        "https://a.cn/a b",
        "https://a.cn/\n",
        "https://[/",
        "https://a.cn:x/",
    ],
)
def test_addresses_are_https_with_a_host(url):
    assert "https" in only_error(type="view", url=url)


def test_an_address_may_have_1024_bytes():
    start = "https://a.cn/"
    assert flaws(type="view", url=start + "x" * (1024 - len(start))) == []
    assert "1025 bytes" in only_error(type="view", url=start + "x" * (1025 - len(start)))
    assert "1036 bytes" in only_error(type="view", url=start + "茶" * 341)


@pytest.mark.parametrize("url", ["https://192.168.1.2/", "https://[::1]/", "https://a.cn:8443/"])
def test_an_ip_or_a_port_is_warned_about(url):
    [(message, is_warning)] = flaws(type="view", url=url)
    assert is_warning
    assert "registered domain" in message


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"appid": "wx123"}, "no mini program's appid"),
        ({"appid": "WX0123456789ABCDEF"}, "no mini program's appid"),
        ({"appid": None}, "no mini program's appid"),
        ({"pagepath": " "}, "pagepath"),
        ({"url": ""}, "https"),
        ({"url": "http://a.cn"}, "https"),
    ],
)
def test_a_mini_program_needs_all_three_fields(change, words):
    assert words in only_error(**{**PROGRAM, **change})


@pytest.mark.parametrize(
    ("kind", "field"),
    [
        ("media_id", "media_id"),
        ("view_limited", "media_id"),
        ("article_id", "article_id"),
        ("article_view_limited", "article_id"),
    ],
)
def test_ids_are_those_the_account_gave(kind, field):
    assert flaws(type=kind, **{field: "x-Y_9"}) == []
    for wrong in ("", "a b", "图.jpg", None):
        assert field in only_error(type=kind, **{field: wrong})


@pytest.mark.parametrize("kind", [None, "", "VIEW", "link", 3])
def test_an_unknown_type_is_refused_with_the_known_ones(kind):
    assert "location_select, media_id, miniprogram" in only_error(type=kind)
