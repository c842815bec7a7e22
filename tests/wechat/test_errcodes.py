"""WeChat's numbers in our words."""

import pytest

from plugins.shared.errors import AccountError, AnswerUnclear, CredentialsRefused, NotFound, QuotaUsedUp, Refused
from plugins.wechat.errcodes import TABLE, TOKEN_CODES, account_error
from plugins.wechat_emulator.state.refusal import MESSAGES

TAIL = " hint: [a1b2c3] rid: 6b025c07-8ad68942-d3ca267d"


@pytest.mark.parametrize(
    ("errcode", "error"),
    [
        (40164, CredentialsRefused),
        (48001, CredentialsRefused),
        (45009, QuotaUsedUp),
        (40007, NotFound),
        (46003, NotFound),
    ]
    + [(40114, Refused), (45166, Refused), (99999, Refused), (-1, AnswerUnclear)],
)
def test_the_kind_of_an_errcode(errcode: int, error: type[AccountError]) -> None:
    found = account_error("draft/add", errcode, "something" + TAIL)
    assert type(found) is error
    assert found.errcode == errcode


def test_a_message_says_where_what_and_which_number() -> None:
    message = str(account_error("draft/get", 40007, "invalid media_id" + TAIL))
    assert message.startswith("draft/get: 没有这个 media_id")
    assert "No such media_id" in message
    assert message.endswith("(errcode 40007, rid 6b025c07-8ad68942-d3ca267d)")


def test_an_unknown_number_shows_what_wechat_said() -> None:
    message = str(account_error("draft/add", 99999, "mystery access_token=abc" + TAIL))
    assert "mystery access_token=***" in message
    assert "hint" not in message


@pytest.mark.parametrize("ip", ["203.0.113.7", "2001:db8::7"])
def test_the_refused_ip_is_shown(ip: str) -> None:
    message = str(account_error("stable_token", 40164, f"invalid ip {ip} ipv6 ::ffff:x, not in whitelist" + TAIL))
    assert message.count(ip) == 2
    assert "IP白名单" in message


def test_every_errcode_of_the_emulator_is_in_the_table() -> None:
    assert set(MESSAGES) <= set(TABLE)
    assert set(TABLE) >= TOKEN_CODES


def test_every_situation_speaks_both_languages() -> None:
    for errcode, situation in TABLE.items():
        assert any("\u4e00" <= char <= "\u9fff" for char in situation.zh), errcode
        assert situation.zh[-1] == "。", errcode
        assert situation.en.endswith("."), errcode
