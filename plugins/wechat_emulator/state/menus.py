"""The account menu 自定义菜单, kept once and shown in two shapes.

https://developers.weixin.qq.com/doc/service/api/custommenu/api_getmenu
https://developers.weixin.qq.com/doc/service/api/custommenu/api_getcurrentselfmenuinfo
"""

import json
from collections.abc import Iterator, Sequence
from typing import Any

from plugins.wechat_emulator.state.database import Database
from plugins.wechat_emulator.state.menu_rules import Button
from plugins.wechat_emulator.state.refusal import Refusal

SCHEMA = """
create table if not exists account_menus (
    appid text primary key, buttons text not null, by_console integer not null, is_open integer not null);
"""


class Menus:
    """The menu of every account, made by the API or by hand in the console."""

    def __init__(self, database: Database) -> None:
        self._database = database
        database.create(SCHEMA)

    def create(self, appid: str, buttons: Sequence[Button]) -> None:
        """Replace the whole menu by one of the API."""
        self._save(appid, buttons, by_console=False)

    def set_by_console(self, appid: str, buttons: Sequence[Button], is_open: bool = True) -> None:
        """Replace the whole menu by one of the console, or switch it off.

        Buttons are given with ``sub_button`` as an array. The console knows more types than the API: ``text``,
        ``img``, ``photo``, ``video``, ``voice`` with a ``value``, and ``news`` with ``news_info: {"list": [..]}``.
        """
        self._save(appid, buttons, by_console=True, is_open=is_open)

    def delete(self, appid: str) -> None:
        """Delete the menu, if there is one."""
        self._database.run("delete from account_menus where appid = ?", appid)

    def buttons(self, appid: str) -> list[Button]:
        """Return the buttons as the API sent them. Raises Refusal 46003, also for a menu of the console."""
        row = self._database.row("select * from account_menus where appid = ?", appid)
        if row is None or row["by_console"]:
            raise Refusal(46003)
        found: list[Button] = json.loads(row["buttons"])
        return found

    def shown(self, appid: str) -> tuple[bool, list[Button]]:
        """Tell whether followers see a menu, and its buttons, whoever made it."""
        row = self._database.row("select * from account_menus where appid = ?", appid)
        return (bool(row["is_open"]), json.loads(row["buttons"])) if row else (False, [])

    def uses(self, appid: str, media_id: str) -> bool:
        """Tell whether a button shows a material."""
        _, top = self.shown(appid)
        return any(media_id in (button.get("media_id"), button.get("value")) for button in every_button(top))

    def _save(self, appid: str, buttons: Sequence[Button], by_console: bool, is_open: bool = True) -> None:
        text = json.dumps(list(buttons), ensure_ascii=False)
        sql = "insert or replace into account_menus values (?, ?, ?, ?)"
        self._database.run(sql, appid, text, int(by_console), int(is_open))


def every_button(top: Sequence[Button]) -> Iterator[Button]:
    """Yield the buttons of both levels."""
    for button in top:
        yield button
        yield from button.get("sub_button") or ()


def as_menu_get(button: Button) -> dict[str, Any]:
    """Return a button as menu/get shows it: always with a ``sub_button`` array."""
    children = [as_menu_get(child) for child in button.get("sub_button") or ()]
    return dict(button) | {"sub_button": children}


def as_selfmenu(button: Button) -> dict[str, Any]:
    """Return a button as get_current_selfmenu_info shows it: ``sub_button`` is an object with a list."""
    plain = {name: value for name, value in button.items() if name != "sub_button"}
    children = [as_selfmenu(child) for child in button.get("sub_button") or ()]
    return plain | ({"sub_button": {"list": children}} if children else {})
