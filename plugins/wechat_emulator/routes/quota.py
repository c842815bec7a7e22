"""Clearing the daily counters.

https://developers.weixin.qq.com/doc/subscription/api/apimanage/api_clearquota.html
https://developers.weixin.qq.com/doc/subscription/api/apimanage/api_clearquotabyappsecret.html
"""

from plugins.wechat_emulator.routes.answer import OK, Answer
from plugins.wechat_emulator.routes.call import Call
from plugins.wechat_emulator.state.accounts import Account
from plugins.wechat_emulator.state.refusal import Refusal


def clear(call: Call) -> Answer:
    """Set today's counters to zero; the appid must be the token's own."""
    if call.body.get("appid") != call.appid:
        raise Refusal(40013)
    call.store.quota.clear(call.appid)
    return OK


def clear_by_secret(call: Call) -> Answer:
    """The same with the secret, for when no token can be had."""
    call.store.quota.clear(call.appid)
    return OK


def secret_caller(call: Call) -> Account:
    """Return the account whose credentials stand in the query or in the body."""
    sent = call.request.args if call.query("appid") else call.body
    return call.store.accounts.check_secret(sent.get("appid"), sent.get("appsecret"))
