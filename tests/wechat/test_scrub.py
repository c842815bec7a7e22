"""Secrets do not get out."""

import logging

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.wechat import open_gateway
from plugins.wechat.scrub import HIDDEN, ScrubFilter, guard_logs, scrub

VALUES = st.text("abcABC0189-_", min_size=8, max_size=200)


@given(VALUES, st.sampled_from(["access_token", "secret", "appsecret", "app_secret", "ACCESS_TOKEN"]))
def test_values_in_addresses_and_json_are_hidden(value: str, name: str) -> None:
    for text in (
        f"/cgi-bin/draft/add?{name}={value}&type=image",
        f"Max retries exceeded with url: /cgi-bin/token?appid=wx1&{name}={value} (Caused by X)",
        f'{{"{name}": "{value}", "x": 1}}',
        f"{{'{name}':'{value}'}}",
        f"{name}={value}",
    ):
        assert value not in scrub(text)
        assert HIDDEN in scrub(text)


def test_the_rest_stays() -> None:
    assert scrub("GET /x?access_token=abc&type=image HTTP/1.1") == "GET /x?access_token=***&type=image HTTP/1.1"
    assert scrub("the secret of tea") == "the secret of tea"


def test_libraries_log_without_tokens(caplog: pytest.LogCaptureFixture) -> None:
    guard_logs()
    guard_logs()
    logger = logging.getLogger("urllib3.connectionpool")
    with caplog.at_level(logging.DEBUG):
        logger.debug('%s "GET %s HTTP/1.1" %s', "https://api.weixin.qq.com", "/x?access_token=abc", 200)
    assert caplog.messages == ['https://api.weixin.qq.com "GET /x?access_token=*** HTTP/1.1" 200']
    assert [type(each).__name__ for each in logger.filters].count("ScrubFilter") == 1


def test_whoever_opens_an_account_logs_without_tokens(monkeypatch: pytest.MonkeyPatch) -> None:
    logger = logging.getLogger("urllib3.connectionpool")
    monkeypatch.setattr(logger, "filters", [])
    open_gateway({"WECHAT_APPID": "wx1", "WECHAT_APPSECRET": "secret"}, None)
    assert [type(each) for each in logger.filters] == [ScrubFilter]
