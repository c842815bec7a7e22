"""Tickets for JS-SDK signatures.

https://developers.weixin.qq.com/doc/offiaccount/OA_Web_Apps/JS-SDK.html
"""

from plugins.wechat_emulator.routes.answer import OK, Answer
from plugins.wechat_emulator.routes.call import Call


def getticket(call: Call) -> Answer:
    """Give out the ticket of a kind."""
    ticket = call.store.tickets.get(call.appid, call.query("type") or "jsapi")
    return {**OK, "ticket": ticket.value, "expires_in": ticket.expires_in}
