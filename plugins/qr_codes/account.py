"""Codes that open the Official Account and tell it where they hung (带参数的二维码)."""

from collections.abc import Sequence
from datetime import date
from typing import Protocol

from plugins.qr_codes.address import ACCOUNT, find_channel
from plugins.qr_codes.ledger import PrintedCode, next_id
from plugins.shared.errors import AccountError, CredentialsRefused
from plugins.shared.language import say
from plugins.site.site import Site

_NOT_ALLOWED = 48001


class AccountCodes(Protocol):
    """The part of the account that makes codes."""

    def create_qr_code(self, scene: str) -> str:
        """Return the address inside a permanent code with this scene."""


def account_code(
    account: AccountCodes, site: Site, known: Sequence[PrintedCode], channel: str, today: date
) -> PrintedCode:
    """Return the account's code of a channel: the one in the ledger, or a new permanent one whose scene is its id.

    Raises:
        CredentialsRefused: the account may not make such codes; the message says what to print instead.
        UsageProblem: no such channel.
    """
    if channel:
        find_channel(site, channel)
    old = [code for code in known if (code.page, code.channel) == (ACCOUNT, channel)]
    if old:
        return old[0]
    scene = next_id(known, channel)
    try:
        url = account.create_qr_code(scene)
    except AccountError as refused:
        if refused.errcode != _NOT_ALLOWED:
            raise
        raise CredentialsRefused(f"{refused}\n{_instead()}", refused.errcode) from None
    return PrintedCode(id=scene, page=ACCOUNT, channel=channel, url=url, since=today, scene=scene)


def _instead() -> str:
    return say(
        "带参数的二维码只给已认证的服务号。订阅号请印网页的码（去掉 --account），页面里放公众号二维码："
        "在公众平台 → 设置与开发 → 账号设置 下载，存到 content/images/，写进 shop.yaml 的 account_qr。",
        "Codes with a scene are for verified service accounts (服务号). Otherwise print the code of a page "
        "(without --account) that shows the account's own code: the console offers it under 设置与开发 → 账号设置; "
        "name it in shop.yaml as account_qr.",
    )
