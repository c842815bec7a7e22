"""Conditional menus 个性化菜单: other buttons for some followers.

https://developers.weixin.qq.com/doc/service/api/custommenu/api_addconditionalmenu
"""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

from plugins.wechat_emulator.state.database import Database
from plugins.wechat_emulator.state.ids import Ids
from plugins.wechat_emulator.state.match_rules import MatchRule
from plugins.wechat_emulator.state.menu_rules import Button
from plugins.wechat_emulator.state.menus import every_button
from plugins.wechat_emulator.state.refusal import Refusal

SCHEMA = """
create table if not exists conditional_menus (
    menuid integer primary key, appid text not null, buttons text not null, matchrule text not null);
"""
MOST_DOMAINS = 3
MOST_MENUS = 50  # the real number is not documented
_LINKING_TYPES = ("view", "miniprogram")
_FIRST_ID = 208_379_532


@dataclass(frozen=True)
class ConditionalMenu:
    """A menu, for whom it is, and its id."""

    menuid: int
    buttons: list[Button]
    rule: MatchRule


class ConditionalMenus:
    """The conditional menus of every account."""

    def __init__(self, database: Database, ids: Ids) -> None:
        self._database = database
        self._ids = ids
        database.create(SCHEMA)

    def add(self, appid: str, buttons: Sequence[Button], rule: MatchRule) -> int:
        """Keep a menu and return its id. Raises Refusal 65305 too many menus, 65316 too many domains."""
        menus = self.all(appid)
        if len(menus) >= MOST_MENUS:
            raise Refusal(65305)
        if len(_domains([*(menu.buttons for menu in menus), buttons])) > MOST_DOMAINS:
            raise Refusal(65316)
        menuid = _FIRST_ID + self._ids.number("menuid")
        values = (menuid, appid, json.dumps(list(buttons), ensure_ascii=False), json.dumps(rule, ensure_ascii=False))
        self._database.run("insert into conditional_menus values (?, ?, ?, ?)", *values)
        return menuid

    def all(self, appid: str) -> list[ConditionalMenu]:
        """Return the menus, newest first: the first that fits is shown."""
        rows = self._database.rows("select * from conditional_menus where appid = ? order by menuid desc", appid)
        return [
            ConditionalMenu(row["menuid"], json.loads(row["buttons"]), json.loads(row["matchrule"])) for row in rows
        ]

    def delete(self, appid: str, menuid: object) -> None:
        """Delete one menu. Raises Refusal 65301."""
        for menu in self.all(appid):
            if str(menu.menuid) == str(menuid):
                self._database.run("delete from conditional_menus where menuid = ?", menu.menuid)
                return
        raise Refusal(65301)

    def delete_all(self, appid: str) -> None:
        """Delete every menu, as deleting the default one does."""
        self._database.run("delete from conditional_menus where appid = ?", appid)

    def uses(self, appid: str, media_id: str) -> bool:
        """Tell whether a button shows a material."""
        return any(
            button.get("media_id") == media_id for menu in self.all(appid) for button in every_button(menu.buttons)
        )


def _domains(menus: Iterable[Sequence[Button]]) -> set[str]:
    linking = (button for menu in menus for button in every_button(menu) if button.get("type") in _LINKING_TYPES)
    return {urlsplit(str(button["url"])).hostname or "" for button in linking}
