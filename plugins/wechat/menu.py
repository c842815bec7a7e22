"""The account's menu 自定义菜单.

https://developers.weixin.qq.com/doc/service/api/custommenu/api_createcustommenu.html and its neighbours
"""

from collections.abc import Mapping, Sequence
from typing import Any

from plugins.shared.errors import NotFound
from plugins.wechat.article_json import unreadable
from plugins.wechat.calls import Calls
from plugins.wechat.gateway import Button


class Menu:
    """The menu of one account."""

    _calls: Calls

    def get_menu(self) -> tuple[Button, ...]:
        """Return the menu that the API made, empty when there is none."""
        try:
            answer = self._calls.read("menu/get", lambda: self._calls.client.get("menu/get"))
        except NotFound:
            return ()
        menu = answer.get("menu")
        buttons = menu.get("button") if isinstance(menu, Mapping) else None
        if not isinstance(buttons, list):
            raise unreadable("menu/get")
        return tuple(buttons)

    def get_current_menu(self) -> Mapping[str, Any]:
        """Return get_current_selfmenu_info as it is."""
        return self._calls.read("get_current_selfmenu_info", self._calls.client.menu.get_menu_info)

    def create_menu(self, buttons: Sequence[Button]) -> None:
        """Replace the whole menu; saying it twice does no harm."""
        body = {"button": [dict(button) for button in buttons]}
        self._calls.read("menu/create", lambda: self._calls.client.menu.create(body))

    def delete_menu(self) -> None:
        """Delete the menu; saying it twice does no harm."""
        self._calls.read("menu/delete", self._calls.client.menu.delete)
