"""What a menu amounts to, whichever way WeChat tells it.

menu/get gives ``sub_button`` as a list, get_current_selfmenu_info as ``{"list": [...]}`` or not at all.
https://developers.weixin.qq.com/doc/service/api/custommenu/api_getcurrentselfmenuinfo
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from textwrap import shorten
from typing import Any

from plugins.shared.files import digest

_STRUCTURE = ("name", "type", "sub_button")


@dataclass(frozen=True)
class Entry:
    """One button as followers meet it; ``values`` are its other fields, sorted, as text."""

    name: str
    kind: str
    values: tuple[tuple[str, str], ...]
    children: tuple["Entry", ...] = ()

    @property
    def action(self) -> str:
        """What a tap does, in a few words; empty for a button that opens its children."""
        words = dict(self.values)
        if self.children:
            return ""
        if self.kind == "view":
            return words.get("url", "")
        if self.kind == "miniprogram":
            return f"miniprogram {words.get('appid', '')} {words.get('pagepath', '')}"
        return shorten(" ".join((self.kind, *words.values())), 80, placeholder=" …")


def read_entries(buttons: Iterable[Mapping[str, Any]]) -> tuple[Entry, ...]:
    """Return buttons of any shape as entries that can be compared."""
    return tuple(_entry(button) for button in buttons)


def fingerprint(entries: tuple[Entry, ...]) -> str:
    """Return a digest that two menus share exactly when they amount to the same."""
    return digest(json.dumps([_plain(entry) for entry in entries], ensure_ascii=False).encode("utf-8"))


def _entry(button: Mapping[str, Any]) -> Entry:
    below = button.get("sub_button") or []
    children = read_entries(below.get("list") or [] if isinstance(below, Mapping) else below)
    values = {key: _as_text(value) for key, value in button.items() if key not in _STRUCTURE and value}
    kind = "" if children else str(button.get("type", ""))
    return Entry(str(button.get("name", "")), kind, tuple(sorted(values.items())), children)


def _as_text(value: Any) -> str:
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, sort_keys=True)


def _plain(entry: Entry) -> list[Any]:
    return [entry.name, entry.kind, entry.values, [_plain(child) for child in entry.children]]
