"""Menus for some followers 个性化菜单, and the tags that choose them.

https://developers.weixin.qq.com/doc/service/api/custommenu/api_addconditionalmenu.html and its neighbours
"""

from collections.abc import Mapping, Sequence
from typing import Any

from plugins.shared.errors import NotFound
from plugins.wechat.article_json import held, unreadable
from plugins.wechat.calls import Calls
from plugins.wechat.gateway import Button, ConditionalMenu


class ConditionalMenus:
    """The conditional menus of one account."""

    _calls: Calls

    def list_tags(self) -> Mapping[str, int]:
        """Return the ids of the followers' tags by name."""
        answer = self._calls.read("tags/get", lambda: self._calls.client.get("tags/get"))
        tags = answer.get("tags")
        if not isinstance(tags, list):
            raise unreadable("tags/get")
        return {str(tag["name"]): int(tag["id"]) for tag in tags}

    def list_conditional_menus(self) -> tuple[ConditionalMenu, ...]:
        """Return the menus for some followers, the newest first: the first that fits is shown."""
        try:
            answer = self._calls.read("menu/get", lambda: self._calls.client.get("menu/get"))
        except NotFound:
            return ()
        return tuple(_menu(each) for each in answer.get("conditionalmenu") or ())

    def add_conditional_menu(self, buttons: Sequence[Button], tag_id: int) -> str:
        """Add a menu for the followers with a tag and return its id."""
        body = {"button": [dict(button) for button in buttons], "matchrule": {"tag_id": str(tag_id)}}
        send = self._calls.client.post
        answer = self._calls.once("menu/addconditional", lambda: send("menu/addconditional", data=body))
        return held(answer, "menuid", "menu/addconditional")

    def delete_conditional_menu(self, menu_id: str) -> None:
        """Delete one menu."""
        send = self._calls.client.post
        self._calls.once("menu/delconditional", lambda: send("menu/delconditional", data={"menuid": menu_id}))


def _menu(told: Mapping[str, Any]) -> ConditionalMenu:
    rule = told.get("matchrule") or {}
    # Older accounts tell group_id where tag_id was sent (community-reported).
    tag = rule.get("tag_id") or rule.get("group_id") or 0
    return ConditionalMenu(str(told.get("menuid", "")), tuple(told.get("button") or ()), int(tag))
