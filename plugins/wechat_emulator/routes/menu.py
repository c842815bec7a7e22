"""The account menu.

https://developers.weixin.qq.com/doc/service/api/custommenu/api_createcustommenu and its neighbours
"""

import re

from plugins.wechat_emulator.routes.answer import OK, Answer
from plugins.wechat_emulator.routes.call import Call
from plugins.wechat_emulator.state.menu_rules import Button, Known, check_menu
from plugins.wechat_emulator.state.menus import as_menu_get, as_selfmenu
from plugins.wechat_emulator.state.refusal import Refusal

_ESCAPE = re.compile(r"\\u[0-9a-fA-F]{4}")


def create(call: Call) -> Answer:
    """Replace the whole menu; names must be sent as they are, not as ``\\uXXXX``."""
    check_spelling(call)
    call.store.menus.create(call.appid, check_menu(call.body.get("button"), known(call)))
    return OK


def get(call: Call) -> Answer:
    """Show the menus that the API made; without conditional ones that field is missing."""
    menu = {"menu": {"button": _shown(call.store.menus.buttons(call.appid))}}
    conditional = [
        {"button": _shown(one.buttons), "matchrule": one.rule, "menuid": one.menuid}
        for one in call.store.conditional_menus.all(call.appid)
    ]
    return menu | ({"conditionalmenu": conditional} if conditional else {})


def delete(call: Call) -> Answer:
    """Delete the menu, and every conditional menu with it."""
    call.store.menus.delete(call.appid)
    call.store.conditional_menus.delete_all(call.appid)
    return OK


def current(call: Call) -> Answer:
    """Show the menu that followers see, whoever made it, in the other shape."""
    is_open, buttons = call.store.menus.shown(call.appid)
    return {"is_menu_open": int(is_open), "selfmenu_info": {"button": [as_selfmenu(button) for button in buttons]}}


def check_spelling(call: Call) -> None:
    """Raise Refusal 40033 for a body with ``\\uXXXX`` in it."""
    if _ESCAPE.search(call.raw):
        raise Refusal(40033)


def known(call: Call) -> Known:
    """Return what the account can say about ids inside buttons."""
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


def _shown(buttons: list[Button]) -> list[dict[str, object]]:
    return [as_menu_get(button) for button in buttons]
