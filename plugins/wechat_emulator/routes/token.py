"""access_token, the classic and the stable one."""

from plugins.wechat_emulator.routes.answer import Answer
from plugins.wechat_emulator.routes.call import Call
from plugins.wechat_emulator.state.accounts import Account
from plugins.wechat_emulator.state.refusal import Refusal
from plugins.wechat_emulator.state.tokens import Token


def classic_caller(call: Call) -> Account:
    """Return the account whose credentials stand in the query."""
    if call.query("grant_type") != "client_credential":
        raise Refusal(40002)
    return call.store.accounts.check_secret(call.query("appid"), call.query("secret"))


def stable_caller(call: Call) -> Account:
    """Return the account whose credentials stand in the body."""
    if call.body.get("grant_type") != "client_credential":
        raise Refusal(40002)
    return call.store.accounts.check_secret(call.body.get("appid"), call.body.get("secret"))


def classic(call: Call) -> Answer:
    """https://developers.weixin.qq.com/doc/subscription/api/base/api_getaccesstoken.html"""
    return _answer(call.store.tokens.issue_classic(call.account))


def stable(call: Call) -> Answer:
    """https://developers.weixin.qq.com/doc/subscription/api/base/api_getstableaccesstoken.html"""
    force = call.body.get("force_refresh", False)
    return _answer(call.store.tokens.issue_stable(call.account, force is True))


def _answer(token: Token) -> Answer:
    return {"access_token": token.value, "expires_in": token.expires_in}
