"""The account menu.

https://developers.weixin.qq.com/doc/service/api/custommenu/api_createcustommenu and its neighbours
"""

import re

from plugins.wechat_emulator.routes.answer import OK, Answer
from plugins.wechat_emulator.routes.call import Call
from plugins.wechat_emulator.state.menu_rules import Known, check_menu
from plugins.wechat_emulator.state.menus import as_menu_get, as_selfmenu
from plugins.wechat_emulator.state.refusal import Refusal

_ESCAPE = re.compile(r"\\u[0-9a-fA-F]{4}")


def create(call: Call) -> Answer:
    """Replace the whole menu; names must be sent as they are, not as ``\\uXXXX``."""
    if _ESCAPE.search(call.raw):
        raise Refusal(40033)
    call.store.menus.create(call.appid, check_menu(call.body.get("button"), _known(call)))
    return OK


def get(call: Call) -> Answer:
    """Show the menu that the API made."""
    return {"menu": {"button": [as_menu_get(button) for button in call.store.menus.buttons(call.appid)]}}


def delete(call: Call) -> Answer:
    """Delete the menu."""
    call.store.menus.delete(call.appid)
    return OK


def current(call: Call) -> Answer:
    """Show the menu that followers see, in the other shape."""
    try:
        buttons = call.store.menus.buttons(call.appid)
    except Refusal:
        return {"is_menu_open": 0, "selfmenu_info": {"button": []}}
    return {"is_menu_open": 1, "selfmenu_info": {"button": [as_selfmenu(button) for button in buttons]}}


def _known(call: Call) -> Known:
    return Known(
        has_material=lambda media_id: _has_material(call, media_id),
        has_article=lambda article_id: call.store.published.has(call.appid, article_id),
        may_use_miniprogram=lambda appid: appid != call.account.settings.unlinked_miniprogram,
    )


def _has_material(call: Call, media_id: str) -> bool:
    try:
        call.store.materials.get(call.appid, media_id)
    except Refusal:
        return False
    return True
