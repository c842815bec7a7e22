"""WeChat's rules for what a button does: one check for each type.

https://developers.weixin.qq.com/doc/service/api/custommenu/api_createcustommenu
"""

import ipaddress
import re
from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import SplitResult, urlsplit

from plugins.account_menu.flaw import Flaw
from plugins.shared.language import say

_SCANS = frozenset({"scancode_push", "scancode_waitmsg"})
_PICTURES = frozenset({"pic_sysphoto", "pic_photo_or_album", "pic_weixin"})
_KEY_TYPES = {"click", "location_select"} | _SCANS | _PICTURES
_MEDIA_TYPES = frozenset({"media_id", "view_limited"})
_ARTICLE_TYPES = frozenset({"article_id", "article_view_limited"})
TYPES = _KEY_TYPES | _MEDIA_TYPES | _ARTICLE_TYPES | {"view", "miniprogram"}
_KEY_BYTES, _URL_BYTES = 128, 1024
_APPID = re.compile(r"wx[0-9a-f]{16}")
_ID = re.compile(r"[\w-]+", re.ASCII)

_Place = tuple[int, ...]


def check_action(button: Mapping[str, Any], place: _Place) -> Iterator[Flaw]:
    """Yield what is wrong with a button that has no children."""
    kind = button.get("type")
    if kind in _KEY_TYPES:
        yield from _check_key(_text(button, "key"), place)
    elif kind == "view":
        yield from _check_url(_text(button, "url"), place)
    elif kind == "miniprogram":
        yield from _check_miniprogram(button, place)
    elif kind in _MEDIA_TYPES:
        yield from _check_id(_text(button, "media_id"), "media_id", place)
    elif kind in _ARTICLE_TYPES:
        yield from _check_id(_text(button, "article_id"), "article_id", place)
    else:
        names = ", ".join(sorted(TYPES))
        text = say(f"不认识按钮类型“{kind}”。可用：{names}。", f"'{kind}' is no type of button. Use one of {names}.")
        yield Flaw(place, text)


def host_of(url: str) -> str:
    """Return the host of an address in lower case, empty when it has none."""
    parts = _split(url)
    return (parts.hostname or "") if parts else ""


def _text(button: Mapping[str, Any], field: str) -> str:
    value = button.get(field)
    return value if isinstance(value, str) else ""


def _check_key(key: str, place: _Place) -> Iterator[Flaw]:
    size = len(key.encode("utf-8"))
    if not key:
        yield Flaw(place, say("按钮缺少 key。", "the button has no key."))
    elif size > _KEY_BYTES:
        most = _KEY_BYTES - len("keyword:")
        text = say(
            f"key 有 {size} 字节，最多 {_KEY_BYTES}。关键词请控制在 {most} 字节（约 {most // 3} 个汉字）以内。",
            f"the key has {size} bytes, at most {_KEY_BYTES} are allowed. Keep a keyword within {most} bytes.",
        )
        yield Flaw(place, text)


def _check_url(url: str, place: _Place) -> Iterator[Flaw]:
    size, parts = len(url.encode("utf-8")), _split(url)
    if parts is None or parts.scheme != "https" or not parts.hostname or _has_gap(url):
        text = say(
            f"“{url}”不是 https 网址。请写 https://tea.example.com/ 这样的完整网址。",
            f"'{url}' is not an https address. Write it in full, like https://tea.example.com/.",
        )
        yield Flaw(place, text)
    elif size > _URL_BYTES:
        text = say(
            f"网址有 {size} 字节，最多 {_URL_BYTES}。请写短些。",
            f"the address has {size} bytes, at most {_URL_BYTES} are allowed. Shorten it.",
        )
        yield Flaw(place, text)
    elif _is_unregistered(parts):
        text = say(
            f"“{parts.netloc}”是 IP 或带端口，微信里可能打不开。请用已备案的域名。",
            f"'{parts.netloc}' is an IP or has a port; WeChat may not open it. Use a registered domain.",
        )
        yield Flaw(place, text, is_warning=True)


def _check_miniprogram(button: Mapping[str, Any], place: _Place) -> Iterator[Flaw]:
    if not _APPID.fullmatch(_text(button, "appid")):
        text = say(
            f"“{button.get('appid')}”不是小程序 appid。请写 wx 加 16 位小写十六进制。",
            f"'{button.get('appid')}' is no mini program's appid. Write wx and 16 hexadecimal digits.",
        )
        yield Flaw(place, text)
    if not _text(button, "pagepath").strip():
        text = say(
            "小程序缺少 pagepath，例如 pages/index。",
            "the mini program has no pagepath, such as pages/index.",
        )
        yield Flaw(place, text)
    yield from _check_url(_text(button, "url"), place)


def _check_id(value: str, field: str, place: _Place) -> Iterator[Flaw]:
    if not _ID.fullmatch(value):
        text = say(
            f"“{value}”不是 {field}。请写公众号返回的编号。",
            f"'{value}' is no {field}. Write the id that the account gave.",
        )
        yield Flaw(place, text)


def _split(url: str) -> SplitResult | None:
    try:
        parts = urlsplit(url)
        _ = parts.port
    except ValueError:
        return None
    return parts


def _has_gap(url: str) -> bool:
    return any(character.isspace() or not character.isprintable() for character in url)


def _is_unregistered(parts: SplitResult) -> bool:
    try:
        ipaddress.ip_address(parts.hostname or "")
    except ValueError:
        return parts.port is not None
    return True
