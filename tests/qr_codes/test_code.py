"""What can be a QR code, and what is refused."""

import pytest

from plugins.qr_codes.code import make_code
from plugins.shared.errors import UsageProblem


@pytest.mark.parametrize(
    "url",
    [
        "",
        "tea.example.com",
        "/p/longjing/",
        "javascript:alert(1)",
        "https://",
        "http://[",
        "https://a.cn/a b",
        "https://a.cn/\n",
    ],
)
def test_only_full_addresses_become_codes(url):
    with pytest.raises(UsageProblem) as refused:
        make_code(url)
    assert "https://tea.example.com/" in str(refused.value)
    assert refused.value.exit_code == 2


def test_an_address_too_long_for_phones_is_refused():
    make_code("https://a.cn/" + "x" * 987)
    with pytest.raises(UsageProblem, match="1001"):
        make_code("https://a.cn/" + "x" * 988)


def test_the_error_correction_is_at_least_m():
    for path in ("", "p/longjing/", "p/" + "x" * 200):
        assert make_code(f"https://tea.example.com/{path}").error in ("M", "Q", "H")


def test_the_message_is_in_the_readers_language(monkeypatch):
    monkeypatch.setenv("LC_ALL", "zh_CN.UTF-8")
    with pytest.raises(UsageProblem, match="不是网址"):
        make_code("tea")
    monkeypatch.setenv("LC_ALL", "C")
    with pytest.raises(UsageProblem, match="not an address"):
        make_code("tea")
