"""What the platform says about calls themselves: quotas, and what a rid stands for.

https://developers.weixin.qq.com/doc/subscription/api/apimanage/api_getapiquota
https://developers.weixin.qq.com/doc/subscription/api/apimanage/api_getridinfo
https://developers.weixin.qq.com/doc/subscription/api/base/api_getapidomainip
"""

from collections.abc import Container

from plugins.wechat_emulator.routes.answer import OK, Answer
from plugins.wechat_emulator.routes.call import Call
from plugins.wechat_emulator.routes.paths import name_of
from plugins.wechat_emulator.state.limits import limit_of
from plugins.wechat_emulator.state.quota import daily_limit
from plugins.wechat_emulator.state.refusal import Refusal

_SERVERS = ("203.0.113.10", "203.0.113.11")


def get_api_domain_ip(call: Call) -> Answer:
    """Show the addresses of api.weixin.qq.com; these lie in a range kept for documentation."""
    return {"ip_list": list(_SERVERS)}


def get_quota(call: Call, endpoints: Container[str]) -> Answer:
    """Show today's counter of one endpoint."""
    name = _endpoint(call, endpoints)
    most, used = daily_limit(call.account, name), call.store.quota.used(call.appid, name)
    quota = {"daily_limit": most, "used": used, "remain": max(0, most - used)}
    rate = limit_of(name).minute
    return {**OK, "quota": quota} | ({"rate_limit": {"call_count": rate, "refresh_second": 60}} if rate else {})


def clear_quota(call: Call, endpoints: Container[str]) -> Answer:
    """Set today's counter of one endpoint to zero."""
    call.store.quota.clear_one(call.appid, _endpoint(call, endpoints))
    return OK


def get_rid(call: Call) -> Answer:
    """Show a refused call by the rid of its errmsg."""
    found = call.store.rids.get(call.appid, call.body.get("rid"))
    request = {
        "invoke_time": found.invoke_time,
        "cost_in_ms": 1,
        "request_url": found.url,
        "request_body": found.body,
        "response_body": found.response,
        "client_ip": found.client_ip,
    }
    return {**OK, "request": request}


def _endpoint(call: Call, endpoints: Container[str]) -> str:
    """Return the name of the endpoint that is asked about. Raises Refusal 76021 unknown, 76022 not open."""
    name = name_of(str(call.body.get("cgi_path")))
    if name not in endpoints:
        raise Refusal(76021)
    if not call.account.profile.may_call(name):
        raise Refusal(76022)
    return name
