"""Promises about quotas and addresses."""

import pytest

from plugins.shared.errors import CredentialsRefused, NotFound
from plugins.wechat import Quota
from plugins.wechat_emulator import DEMO_APPID, Fault
from plugins.wechat_emulator.state.profile_switch import switch_profile
from tests.contract.conftest import Account


def test_the_quota_that_is_left(account: Account) -> None:
    account.gateway.count_drafts()
    account.store.quota.use(DEMO_APPID, "draft/get", 499)
    assert account.gateway.quota("draft/count") == Quota(1000, 1, 999)
    assert account.gateway.quota("draft/get") == Quota(500, 499, 1)
    with pytest.raises(NotFound) as caught:
        account.gateway.quota("draft/nothing")
    assert caught.value.errcode == 76021


def test_the_quota_of_a_closed_endpoint(account: Account) -> None:
    switch_profile(account.store, DEMO_APPID, "personal")
    with pytest.raises(CredentialsRefused) as caught:
        account.gateway.quota("menu/create")
    assert caught.value.errcode == 76022


def test_wechat_tells_where_a_call_came_from(account: Account) -> None:
    assert account.gateway.caller_ip() == "127.0.0.1"
    assert account.gateway.count_drafts() == 0


@pytest.mark.parametrize("errcode", [76001, 76022, 45009])
def test_an_address_that_wechat_does_not_tell_is_empty(account: Account, errcode: int) -> None:
    account.store.faults.add("openapi/rid/get", Fault("errcode", errcode))
    assert account.gateway.caller_ip() == ""


def test_the_refused_address_is_part_of_the_error(account: Account) -> None:
    account.store.accounts.change(DEMO_APPID, {"ip_refused": "203.0.113.7"})
    with pytest.raises(CredentialsRefused) as caught:
        account.gateway.caller_ip()
    assert (caught.value.ip, caught.value.errcode) == ("203.0.113.7", 40164)
    assert caught.value.rid != ""


def test_the_addresses_of_the_api(account: Account) -> None:
    assert account.gateway.api_server_ips() == ("203.0.113.10", "203.0.113.11")
