"""Every answer is stored in one form, or refused with what to write instead."""

import pytest

from plugins.shop_init import checks
from plugins.shop_init.checks import Refused


@pytest.mark.parametrize(
    ("check", "given", "stored"),
    [
        ("line", "茶:#\"'$ 馆 🍵", "茶:#\"'$ 馆 🍵"),
        ("site_url", "https://tea.example.com", "https://tea.example.com"),
        ("site_url", "https://Tea.Example.com/", "https://tea.example.com"),
        ("site_url", "tea.example.com", "https://tea.example.com"),
        ("site_url", "https://茶.中国", "https://xn--cl1a.xn--fiqs8s"),
        ("accent", "#2F6B4F", "#2f6b4f"),
        ("accent", "2f6b4f", "#2f6b4f"),
        ("accent", "#a20", "#aa2200"),
        ("tel", "0571-8700 1234", "0571-8700 1234"),
        ("tel", "+86 138 0000 0000", "+86 138 0000 0000"),
        ("wechat_id", "shanjiantea", "shanjiantea"),
        ("appid", "wx0123456789abcdef", "wx0123456789abcdef"),
    ],
)
def test_a_good_answer(check, given, stored):
    assert getattr(checks, f"check_{check}")(given) == stored


@pytest.mark.parametrize(
    ("check", "given", "words"),
    [
        ("line", "", "empty"),
        ("line", "two\nlines", "one line"),
        ("line", "bell\x07", "one line"),
        ("line", "长" * 61, "60"),
        ("site_url", "", "https://tea"),
        ("site_url", "http://tea.example.com", "https://tea"),
        ("site_url", "https://localhost", "https://tea"),
        ("site_url", "https://192.168.1.2", "https://tea"),
        ("site_url", "https://tea.example.com:8000", "https://tea"),
        ("site_url", "https://me:pw@tea.example.com", "https://tea"),
        ("site_url", "https://tea.example.com/shop", "without a path"),
        ("site_url", "https://tea.example.com?a=1", "without a path"),
        ("site_url", "https://[", "https://tea"),
        ("site_url", "https://tea example.com", "https://tea"),
        ("site_url", "https://" + "a" * 64 + ".com", "https://tea"),
        ("accent", "green", "#2f6b4f"),
        ("accent", "#12345", "#2f6b4f"),
        ("accent", "#ffee88", "darker"),
        ("tel", "call me", "0571"),
        ("tel", "1", "0571"),
        ("wechat_id", "1abcdef", "starts with a letter"),
        ("wechat_id", "茶馆茶馆茶馆", "starts with a letter"),
        ("appid", "wx123", "wx and 16"),
        ("appid", "gh_0123456789abcdef", "wx and 16"),
    ],
)
def test_an_answer_that_cannot_be_used(check, given, words):
    with pytest.raises(Refused, match=words):
        getattr(checks, f"check_{check}")(given)


def test_the_sentence_is_in_the_readers_language(monkeypatch):
    monkeypatch.setenv("LC_ALL", "zh_CN.UTF-8")
    with pytest.raises(Refused, match="白字看不清"):
        checks.check_accent("#ffffff")
