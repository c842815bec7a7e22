"""Conditional menus.

https://developers.weixin.qq.com/doc/service/api/custommenu/api_addconditionalmenu and its neighbours
"""

from plugins.wechat_emulator.routes.answer import OK, Answer
from plugins.wechat_emulator.routes.call import Call
from plugins.wechat_emulator.routes.menu import check_spelling, known
from plugins.wechat_emulator.state.match_rules import check_match_rule, matches
from plugins.wechat_emulator.state.menu_rules import Button, check_conditional_menu
from plugins.wechat_emulator.state.menus import as_menu_get
from plugins.wechat_emulator.state.refusal import Refusal


def add(call: Call) -> Answer:
    """Keep a menu for some followers; there must be one for everybody first."""
    check_spelling(call)
    _default(call)
    rule = check_match_rule(call.body.get("matchrule"), call.account.settings.menu_regions)
    buttons = check_conditional_menu(call.body.get("button"), known(call))
    return {"menuid": str(call.store.conditional_menus.add(call.appid, buttons, rule))}


def delete(call: Call) -> Answer:
    """Delete one menu."""
    call.store.conditional_menus.delete(call.appid, call.body.get("menuid"))
    return OK


def trymatch(call: Call) -> Answer:
    """Show the menu that a follower sees, by openid or WeChat id."""
    person = call.store.followers.find(call.appid, call.body.get("user_id"))
    if person is None:
        raise Refusal(65302)
    tag_ids = call.store.tags.of(call.appid, person.openid)
    fitting = (one for one in call.store.conditional_menus.all(call.appid) if matches(one.rule, person, tag_ids))
    found = next(fitting, None)
    buttons = found.buttons if found else call.store.menus.buttons(call.appid)
    return {"button": [as_menu_get(button) for button in buttons]}


def _default(call: Call) -> list[Button]:
    try:
        return call.store.menus.buttons(call.appid)
    except Refusal:
        raise Refusal(65303) from None
