"""Both kinds of token: their life, and who ends whose."""

import pytest

from plugins.wechat_emulator import DEMO_APPID, DEMO_SECRET
from tests.wechat_emulator.conftest import Api, credentials

QUERY = {"grant_type": "client_credential", "appid": DEMO_APPID, "secret": DEMO_SECRET}


def use(api: Api, token: str) -> int:
    """Return the errcode of a call with a token, 0 when it works."""
    api.token = token
    return int(api.get("draft/count").get("errcode", 0))


def test_a_token_comes_without_errcode(api: Api) -> None:
    answer = api.get("token", **QUERY)
    assert set(answer) == {"access_token", "expires_in"}
    assert answer["expires_in"] == 7200


def test_a_new_classic_token_ends_the_old_one_after_five_minutes(api: Api) -> None:
    first, second = (api.get("token", **QUERY)["access_token"] for _ in range(2))
    assert first != second
    assert (use(api, first), use(api, second)) == (0, 0)
    api.store.clock.advance(301)
    assert (use(api, first), use(api, second)) == (40001, 0)


def test_the_stable_token_stays_the_same_and_counts_down(api: Api) -> None:
    api.store.clock.advance(6800)
    answer = api.post("stable_token", credentials())
    assert (answer["access_token"], answer["expires_in"]) == (api.token, 400)


def test_the_platform_renews_the_stable_token_in_its_last_five_minutes(api: Api) -> None:
    old = api.token
    api.store.clock.advance(6950)
    new = api.post("stable_token", credentials())["access_token"]
    assert new != old
    assert (use(api, old), use(api, new)) == (0, 0)


def test_a_forced_refresh_ends_the_old_token_at_once(api: Api) -> None:
    old = api.token
    new = api.post("stable_token", credentials(force_refresh=True))["access_token"]
    assert (use(api, old), use(api, new)) == (40001, 0)


def test_forced_refreshes_need_half_a_minute_and_end_after_twenty(api: Api) -> None:
    forced = credentials(force_refresh=True)
    assert "access_token" in api.post("stable_token", forced)
    assert api.post("stable_token", forced)["errcode"] == 45011
    for _ in range(19):
        api.store.clock.advance(31)
        assert "access_token" in api.post("stable_token", forced)
    api.store.clock.advance(31)
    assert api.post("stable_token", forced)["errcode"] == 45009


def test_the_two_kinds_do_not_know_of_each_other(api: Api) -> None:
    stable = api.token
    classic = api.get("token", **QUERY)["access_token"]
    api.post("stable_token", credentials(force_refresh=True))
    api.store.clock.advance(400)
    assert use(api, classic) == 0
    assert use(api, stable) == 40001


@pytest.mark.parametrize(("token", "errcode"), [("", 41001), ("short", 40014), ("a b" * 20, 40014), ("A" * 136, 40001)])
def test_tokens_that_open_nothing(api: Api, token: str, errcode: int) -> None:
    assert use(api, token) == errcode


def test_an_expired_token_says_so(api: Api) -> None:
    api.control("tokens/expire", {})
    assert use(api, api.token) == 42001


def test_a_token_of_another_account_sees_nothing_of_this_one(api: Api) -> None:
    cover = api.cover()
    other = api.store.new_account()
    api.token = api.post("stable_token", credentials(other.secret, appid=other.appid))["access_token"]
    assert api.get("material/get_materialcount")["image_count"] == 0
    assert api.post("material/get_material", {"media_id": cover})["errcode"] == 40007


@pytest.mark.parametrize(
    ("changes", "errcode"),
    [
        ({"grant_type": "password"}, 40002),
        ({"appid": ""}, 41002),
        ({"appid": "wxnobody"}, 40013),
        ({"secret": ""}, 41004),
        ({"secret": "wrong"}, 40125),
    ],
)
def test_wrong_credentials(api: Api, changes: dict[str, str], errcode: int) -> None:
    assert api.post("stable_token", {**credentials(), **changes})["errcode"] == errcode
    assert api.get("token", **{**QUERY, **changes})["errcode"] == errcode


def test_an_ip_that_is_not_whitelisted_is_shown(api: Api) -> None:
    api.settings(ip_refused="203.0.113.7")
    answer = api.post("stable_token", credentials())
    assert answer["errcode"] == 40164
    assert "invalid ip 203.0.113.7 " in answer["errmsg"]


def test_a_frozen_secret(api: Api) -> None:
    api.settings(secret_frozen=True)
    assert api.post("stable_token", credentials())["errcode"] == 40243


def test_a_token_that_is_always_wrong(api: Api) -> None:
    api.settings(token_always_wrong=True)
    assert use(api, api.post("stable_token", credentials())["access_token"]) == 40001


def test_stable_token_wants_post(api: Api) -> None:
    assert api.get("stable_token")["errcode"] == 43002
