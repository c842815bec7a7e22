"""From answers to advice, without an account."""

import pytest

from plugins.doctor.diagnose import diagnose
from plugins.doctor.model import Facts, MenuMode, State
from plugins.shared.errors import AccountError, AnswerUnclear, CredentialsRefused, Refused
from plugins.wechat import Quota


def test_no_answer_is_about_the_network_and_worth_another_try() -> None:
    found = diagnose(Facts("https://api.weixin.qq.com", AnswerUnclear("no answer")))
    assert (found.checks[0].name, found.exit_code) == ("network", 3)
    assert "443" in found.checks[0].click[0]


@pytest.mark.parametrize(("error", "exit_code"), [(CredentialsRefused("closed", 48001), 5), (Refused("odd", 40097), 3)])
def test_a_permission_is_told_from_another_refusal(error: AccountError, exit_code: int) -> None:
    found = diagnose(Facts("server", refused={"freepublish/batchget": error}))
    assert found.exit_code == exit_code
    assert next(one for one in found.checks if one.name == "published").state is State.BAD


def test_what_a_shop_can_do_without_is_no_failure() -> None:
    refused = {name: CredentialsRefused("closed", 76022) for name in ("qrcode/create", "datacube/getarticleread")}
    assert diagnose(Facts("server", refused=refused)).exit_code == 0


@pytest.mark.parametrize("mode", list(MenuMode))
def test_every_menu_mode_has_words_in_both_languages(mode: MenuMode) -> None:
    (check,) = [one for one in diagnose(Facts("server", menu=mode)).checks if one.name == "menu_mode"]
    assert all(check.found)
    assert check.found[0] != check.found[1]


def test_an_endpoint_without_a_limit_is_not_used_up() -> None:
    assert diagnose(Facts("server", quotas={"draft/add": Quota(0, 0, 0)})).exit_code == 0
    assert diagnose(Facts("server", quotas={"draft/add": Quota(9, 9, 0)})).exit_code == 1
