"""WeChat's rules for a menu, applied before anything is sent.

Buttons are in WeChat's own JSON shape, so that the same rules hold for any menu, wherever it comes from.
https://developers.weixin.qq.com/doc/service/api/custommenu/api_createcustommenu
"""

import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from plugins.account_menu.flaw import Flaw
from plugins.account_menu.validate_action import check_action, host_of
from plugins.shared.language import say

WireButton = Mapping[str, Any]
_Place = tuple[int, ...]
_ACTION_KEYS = ("type", "key", "url", "appid", "pagepath", "media_id", "article_id")
_MAX_CONDITIONAL_DOMAINS = 3


@dataclass(frozen=True)
class _Level:
    """One level of the menu: how many buttons, how long their names, how many hanzi the client shows."""

    most: int
    name_bytes: int
    shown: int


_LEVELS = (_Level(3, 16, 4), _Level(5, 60, 8))


def check_menu(buttons: Sequence[WireButton]) -> list[Flaw]:
    """Return everything WeChat would refuse, and what it would show cut off."""
    return list(_check_level(buttons, ()))


def check_conditional(menus: Sequence[Sequence[WireButton]]) -> list[Flaw]:
    """Return the flaw of conditional menus that together point to more than three domains (errcode 65316).

    https://developers.weixin.qq.com/doc/service/api/custommenu/api_addconditionalmenu
    """
    domains = sorted({host for buttons in menus for host in _hosts(buttons)})
    if len(domains) <= _MAX_CONDITIONAL_DOMAINS:
        return []
    names = ", ".join(domains)
    text = say(
        f"个性化菜单合计最多指向 3 个域名，这里有 {len(domains)} 个：{names}。请减少。",
        f"conditional menus may point to 3 domains altogether, these to {len(domains)}: {names}. Use fewer.",
    )
    return [Flaw((), text)]


def _check_level(buttons: Sequence[WireButton], place: _Place) -> Iterator[Flaw]:
    if len(place) == len(_LEVELS):
        yield Flaw(place, say("菜单只有两级。请把它移上一级。", "a menu has two levels. Move these up one level."))
        return
    level = _LEVELS[len(place)]
    if not 1 <= len(buttons) <= level.most:
        yield Flaw(place, _wrong_count(len(buttons), level.most, place))
    for index, button in enumerate(buttons):
        yield from _check_button(button, (*place, index), level)


def _wrong_count(count: int, most: int, place: _Place) -> str:
    if place:
        return say(
            f"子菜单要有 1 到 {most} 个按钮，这里有 {count} 个。",
            f"a button has 1 to {most} children, not {count}.",
        )
    return say(f"菜单要有 1 到 {most} 个按钮，这里有 {count} 个。", f"a menu has 1 to {most} buttons, not {count}.")


def _check_button(button: WireButton, place: _Place, level: _Level) -> Iterator[Flaw]:
    yield from _check_name(str(button.get("name") or ""), place, level)
    if not button.get("sub_button"):
        yield from check_action(button, place)
        return
    if any(button.get(key) for key in _ACTION_KEYS):
        text = say(
            "有子菜单的按钮只能有名称，自己不能跳转。",
            "a button with children has only a name; it cannot lead anywhere.",
        )
        yield Flaw(place, text)
    yield from _check_level(button["sub_button"], place)


def _check_name(name: str, place: _Place, level: _Level) -> Iterator[Flaw]:
    size = len(name.encode("utf-8"))
    if not name.strip():
        yield Flaw(place, say("按钮没有名称。", "the button has no name."))
    elif not name.isprintable():
        text = say(
            "名称里有换行或看不见的字符，请删掉。",
            "the name holds a line break or an invisible character. Remove it.",
        )
        yield Flaw(place, text)
    elif size > level.name_bytes:
        yield Flaw(place, _too_long(name, size, level))
    elif _width(name) > 2 * level.shown:
        text = say(
            f"“{name}”超过 {level.shown} 个汉字，手机上会显示成省略号。",
            f"'{name}' is cut off after {level.shown} hanzi on phones.",
        )
        yield Flaw(place, text, is_warning=True)


def _too_long(name: str, size: int, level: _Level) -> str:
    most, hanzi = level.name_bytes, level.name_bytes // 3
    return say(
        f"“{name}”有 {size} 字节，最多 {most} 字节（约 {hanzi} 个汉字）。请写短些。",
        f"'{name}' has {size} bytes; at most {most} (about {hanzi} hanzi) are allowed. Shorten it.",
    )


def _width(name: str) -> int:
    return sum(2 if unicodedata.east_asian_width(character) in "WF" else 1 for character in name)


def _hosts(buttons: Sequence[WireButton]) -> Iterator[str]:
    for button in buttons:
        if button.get("url"):
            yield host_of(str(button["url"]))
        yield from _hosts(button.get("sub_button") or ())
