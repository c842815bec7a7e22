"""What a menu must be like: counts, bytes and types of buttons.

https://developers.weixin.qq.com/doc/service/api/custommenu/api_createcustommenu
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from plugins.wechat_emulator.state.refusal import Refusal

Button = Mapping[str, Any]
_KEY_TYPES = frozenset(
    {
        "click",
        "scancode_push",
        "scancode_waitmsg",
        "pic_sysphoto",
        "pic_photo_or_album",
        "pic_weixin",
        "location_select",
    }
)
_MEDIA_TYPES = frozenset({"media_id", "view_limited"})
MEDIA_ID_CHARS = 128
_ARTICLE_TYPES = frozenset({"article_id", "article_view_limited"})


@dataclass(frozen=True)
class Level:
    """Limits and errcodes of one level of the menu."""

    name_bytes: int
    bad_type: int
    bad_name: int
    bad_key: int
    bad_url: int
    bad_domain: int


TOP = Level(16, 40017, 40018, 40019, 40020, 40054)
SUB = Level(60, 40024, 40025, 40026, 40027, 40055)


@dataclass(frozen=True)
class Known:
    """What the account can say about the ids inside buttons."""

    has_material: Callable[[str], bool]
    has_article: Callable[[str], bool]
    may_use_miniprogram: Callable[[str], bool]


def check_menu(buttons: object, known: Known) -> list[Button]:
    """Return the buttons of a menu that may be created. Raises Refusal."""
    for button in _listed(buttons, 3, 40016):
        _check_top(button, known)
    assert isinstance(buttons, list)
    return buttons


def check_conditional_menu(buttons: object, known: Known) -> list[Button]:
    """Return the buttons of a conditional menu; some mistakes have codes of their own here. Raises Refusal."""
    top = [one for one in buttons if isinstance(one, Mapping)] if isinstance(buttons, list) else []
    _require(bool(top), 65307)
    children = [one["sub_button"] for one in top if isinstance(one.get("sub_button"), list)]
    for button in [*top, *(one for listed in children for one in listed if isinstance(one, Mapping))]:
        _require(bool(button.get("type") or button.get("sub_button")), 65308)
        _require(button.get("type") != "view" or not _is_bad_address(button.get("url")), 65317)
    return check_menu(buttons, known)


def _check_top(button: Button, known: Known) -> None:
    _check_name(button, TOP)
    if not button.get("sub_button"):
        _require("type" in button or "sub_button" not in button, 41007)
        _check_leaf(button, TOP, known)
        return
    _require(isinstance(button["sub_button"], list), 40120)
    if button.get("type"):
        raise Refusal(40119)
    for child in _listed(button["sub_button"], 5, 40023):
        _check_name(child, SUB)
        if child.get("sub_button"):
            raise Refusal(40022)
        _check_leaf(child, SUB, known)


def _listed(buttons: object, most: int, errcode: int) -> Sequence[Button]:
    if not isinstance(buttons, list) or not 1 <= len(buttons) <= most:
        raise Refusal(errcode)
    if not all(isinstance(button, Mapping) for button in buttons):
        raise Refusal(47001)
    return buttons


def _check_name(button: Button, level: Level) -> None:
    if not 1 <= _bytes(button, "name") <= level.name_bytes:
        raise Refusal(level.bad_name)


def _check_leaf(button: Button, level: Level, known: Known) -> None:
    kind = str(button.get("type"))
    if kind in _KEY_TYPES:
        _check_size(button, "key", 128, level.bad_key)
    elif kind == "view":
        _check_url(button, level)
    elif kind == "miniprogram":
        _check_miniprogram(button, level, known)
    elif kind in _MEDIA_TYPES:
        _check_media_id(button.get("media_id"), known)
    elif kind in _ARTICLE_TYPES:
        _require(known.has_article(str(button.get("article_id"))), 53600)
    else:
        raise Refusal(level.bad_type)


def _check_url(button: Button, level: Level) -> None:
    _check_size(button, "url", 1024, level.bad_url)
    _require(not _is_bad_address(button["url"]), level.bad_domain)


def _is_bad_address(url: object) -> bool:
    try:
        address = urlsplit(str(url))
    except ValueError:
        return True
    return address.scheme not in ("http", "https") or not address.hostname


def _check_miniprogram(button: Button, level: Level, known: Known) -> None:
    _require(bool(button.get("appid")), 40013)
    _require(bool(button.get("pagepath")), 40035)
    _check_url(button, level)
    _require(known.may_use_miniprogram(str(button["appid"])), 45064)


def _check_media_id(media_id: object, known: Known) -> None:
    """Refuse what is no id at all before asking for it; that order is community-reported."""
    if not isinstance(media_id, str):
        raise Refusal(40121)
    _require(len(media_id) <= MEDIA_ID_CHARS, 40118)
    _require(known.has_material(media_id), 40007)


def _check_size(button: Button, field: str, most: int, errcode: int) -> None:
    _require(1 <= _bytes(button, field) <= most, errcode)


def _bytes(button: Button, field: str) -> int:
    value = button.get(field)
    return len(value.encode()) if isinstance(value, str) else 0


def _require(holds: bool, errcode: int) -> None:
    if not holds:
        raise Refusal(errcode)
