"""Codes that open the account, made by an emulated one."""

from datetime import date
from pathlib import Path

import pytest

from plugins.qr_codes.account import account_code
from plugins.shared.errors import CredentialsRefused, UsageProblem
from plugins.site.check import load_site
from plugins.wechat import Gateway, open_gateway
from plugins.wechat_emulator import EmulatorTransport, Store
from tests.contract.conftest import BASE, environ

TODAY = date(2026, 11, 22)


def gateway(profile: str) -> Gateway:
    store = Store()
    account = store.new_account(profile)
    settings = environ(BASE) | {"WECHAT_APPID": account.appid, "WECHAT_APPSECRET": account.secret}
    return open_gateway(settings, None, EmulatorTransport(store))


def test_a_service_account_makes_a_code_whose_scene_is_its_id(small_shop: Path) -> None:
    site, account = load_site(small_shop), gateway("verified_service")
    code = account_code(account, site, (), "s1", TODAY)
    assert (code.id, code.scene, code.page) == ("s1-1", "s1-1", "account")
    assert code.url.startswith("http://weixin.qq.com/q/")
    assert account_code(account, site, (code,), "s1", TODAY) is code
    assert account_code(account, site, (code,), "", TODAY).scene == "web-1"


def test_an_account_that_may_not_is_told_what_to_print_instead(small_shop: Path) -> None:
    with pytest.raises(CredentialsRefused, match="without --account") as refused:
        account_code(gateway("verified_subscription"), load_site(small_shop), (), "s1", TODAY)
    assert refused.value.errcode == 48001
    assert refused.value.exit_code == 5


def test_an_unknown_channel_asks_the_account_nothing(small_shop: Path) -> None:
    class Silent:
        def create_qr_code(self, scene: str) -> str:
            raise AssertionError(scene)

    with pytest.raises(UsageProblem, match="no channel 'x9'"):
        account_code(Silent(), load_site(small_shop), (), "x9", TODAY)
