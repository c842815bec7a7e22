"""The account menu 自定义菜单, kept once and shown in two shapes.

https://developers.weixin.qq.com/doc/service/api/custommenu/api_getmenu
https://developers.weixin.qq.com/doc/service/api/custommenu/api_getcurrentselfmenuinfo
"""

import json
from collections.abc import Sequence
from typing import Any

from plugins.wechat_emulator.state.database import Database
from plugins.wechat_emulator.state.menu_rules import Button
from plugins.wechat_emulator.state.refusal import Refusal

SCHEMA = "create table if not exists menus (appid text primary key, buttons text not null);"


class Menus:
    """The menu of every account."""

    def __init__(self, database: Database) -> None:
        self._database = database
        database.create(SCHEMA)

    def create(self, appid: str, buttons: Sequence[Button]) -> None:
        """Replace the whole menu."""
        text = json.dumps(list(buttons), ensure_ascii=False)
        self._database.run("insert or replace into menus values (?, ?)", appid, text)

    def delete(self, appid: str) -> None:
        """Delete the menu, if there is one."""
        self._database.run("delete from menus where appid = ?", appid)

    def buttons(self, appid: str) -> list[Button]:
        """Return the buttons as they were sent. Raises Refusal 46003."""
        row = self._database.row("select buttons from menus where appid = ?", appid)
        if row is None:
            raise Refusal(46003)
        found: list[Button] = json.loads(row["buttons"])
        return found

    def uses(self, appid: str, media_id: str) -> bool:
        """Tell whether a button shows a material."""
        try:
            top = self.buttons(appid)
        except Refusal:
            return False
        every = [*top, *(child for button in top for child in button.get("sub_button") or ())]
        return any(button.get("media_id") == media_id for button in every)


def as_menu_get(button: Button) -> dict[str, Any]:
    """Return a button as menu/get shows it: always with a ``sub_button`` array."""
    children = [as_menu_get(child) for child in button.get("sub_button") or ()]
    return dict(button) | {"sub_button": children}


def as_selfmenu(button: Button) -> dict[str, Any]:
    """Return a button as get_current_selfmenu_info shows it: ``sub_button`` is an object with a list."""
    plain = {name: value for name, value in button.items() if name != "sub_button"}
    children = [as_selfmenu(child) for child in button.get("sub_button") or ()]
    return plain | ({"sub_button": {"list": children}} if children else {})
