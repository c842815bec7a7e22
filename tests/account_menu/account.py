"""An account whose menu may also be made in the console: what the emulator has no page for."""

from collections.abc import Mapping, Sequence
from typing import Any

from plugins.shared.errors import AnswerUnclear, CredentialsRefused

APPID = "wx0123456789abcdef"
SITE = "https://shop.example.com"
PAGES = {
    "home": "/",
    "products": "/products/",
    "stores": "/stores/",
    "product:longjing": "/p/longjing/",
    "landing:spring": "/landing/spring/",
}


def resolve(reference: str) -> str | None:
    """Return the address of one of five pages."""
    return SITE + PAGES[reference] if reference in PAGES else None


class Account:
    """The menu part of a Gateway, in memory, with the two shapes in which WeChat tells a menu."""

    appid = APPID

    def __init__(self) -> None:
        self.shown: list[Mapping[str, Any]] = []
        self.by_api = False
        self.is_open = 1
        self.permitted = True
        self.lose_answer: str = ""
        self.rewrite_names = False
        self.writes = 0

    def make_in_console(self, *buttons: Mapping[str, Any]) -> None:
        """Replace the menu as a person in the console does."""
        self.shown, self.by_api = list(buttons), False

    def get_menu(self) -> tuple[Mapping[str, Any], ...]:
        if not self.permitted:
            raise CredentialsRefused("menu/get: (errcode 48001)", 48001)
        return tuple(_with_lists(button) for button in self.shown) if self.by_api else ()

    def get_current_menu(self) -> Mapping[str, Any]:
        buttons = [_with_objects(button) for button in self.shown]
        return {"is_menu_open": self.is_open, "selfmenu_info": {"button": buttons}}

    def create_menu(self, buttons: Sequence[Mapping[str, Any]]) -> None:
        if self.lose_answer == "before":
            raise AnswerUnclear("menu/create: time-out")
        self.shown, self.by_api, self.is_open = list(buttons), True, 1
        self.writes += 1
        if self.rewrite_names:
            self.shown = [{**button, "name": f"{button['name']}!"} for button in buttons]
        if self.lose_answer == "after":
            raise AnswerUnclear("menu/create: time-out")

    def list_tags(self) -> Mapping[str, int]:
        return {}

    def list_conditional_menus(self) -> tuple[object, ...]:
        return ()


def _with_lists(button: Mapping[str, Any]) -> dict[str, Any]:
    return {**button, "sub_button": [_with_lists(child) for child in button.get("sub_button", [])]}


def _with_objects(button: Mapping[str, Any]) -> dict[str, Any]:
    plain = {key: value for key, value in button.items() if key != "sub_button"}
    children = [_with_objects(child) for child in button.get("sub_button", [])]
    return {**plain, "sub_button": {"list": children}} if children else plain
