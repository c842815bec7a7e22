"""Where the credentials come from, and what is said when they are missing."""

import pytest

from plugins.shared.errors import CredentialsRefused, UsageProblem
from plugins.wechat import OFFICIAL_BASE, read_credentials

GOOD = {"WECHAT_APPID": "wx1", "WECHAT_APPSECRET": "s3cret"}


def test_the_official_server_is_the_default() -> None:
    credentials = read_credentials({**GOOD, "WECHAT_API_BASE": " "})
    assert (credentials.appid, credentials.secret, credentials.api_base) == ("wx1", "s3cret", OFFICIAL_BASE)
    assert credentials.is_official


def test_another_server_may_answer() -> None:
    credentials = read_credentials({**GOOD, "WECHAT_API_BASE": "http://127.0.0.1:8090/"})
    assert credentials.api_base == "http://127.0.0.1:8090"
    assert (credentials.is_official, credentials.is_local) == (False, True)


def test_the_secret_is_not_in_the_repr() -> None:
    assert "s3cret" not in repr(read_credentials(GOOD))


@pytest.mark.parametrize("missing", ["WECHAT_APPID", "WECHAT_APPSECRET"])
def test_what_is_missing_is_named_and_the_emulator_offered(missing: str) -> None:
    with pytest.raises(CredentialsRefused) as caught:
        read_credentials({name: value for name, value in GOOD.items() if name != missing})
    (present,) = set(GOOD) - {missing}
    assert missing in str(caught.value)
    assert "tasks.py demo" in str(caught.value)
    assert present not in str(caught.value)


@pytest.mark.parametrize(
    "address", ["localhost:8090", "ftp://x", "http://", "http://x:port", "http://u:p@x", "https://x?a=1"]
)
def test_an_address_that_is_none(address: str) -> None:
    with pytest.raises(UsageProblem, match="WECHAT_API_BASE"):
        read_credentials({**GOOD, "WECHAT_API_BASE": address})
