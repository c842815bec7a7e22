"""content/menu.yaml to a Menu, with every problem found on the way."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from plugins.account_menu.model import Button, Keyword, KeywordReply, Menu, MiniProgram, TagMenu, Target
from plugins.account_menu.targets import parse_target
from plugins.shared.errors import Problem
from plugins.shared.front_matter import Document, read_document
from plugins.shared.language import say
from plugins.shared.validation import ContentModel, Text, validate

FILE = "menu.yaml"
_Location = tuple[str | int, ...]


class _Button(ContentModel):
    name: Text
    target: Any = None
    children: tuple["_Button", ...] = ()


class _TagMenu(ContentModel):
    tag: Text
    buttons: tuple[_Button, ...]


class _KeywordReply(ContentModel):
    keyword: Text
    also: tuple[Text, ...] = ()
    reply: str = ""
    target: str = ""


class _Menu(ContentModel):
    buttons: tuple[_Button, ...]
    conditional: tuple[_TagMenu, ...] = ()
    keywords: tuple[_KeywordReply, ...] = ()


class _MiniProgram(ContentModel):
    appid: Text
    pagepath: Text
    url: Text


class _Elsewhere(ContentModel):
    miniprogram: _MiniProgram | None = None
    keyword: Text | None = None


def read_menu(content: Path) -> tuple[Menu, list[Problem]]:
    """Return the menu and what is wrong with its file; a menu with problems holds what could be read."""
    path = content / FILE
    if not path.exists():
        text = say(
            "没有菜单文件。请写 buttons: 和 1 到 3 个按钮。",
            "there is no menu. Write 'buttons:' with 1 to 3 buttons.",
        )
        return Menu((), FILE), [Problem(FILE, 1, text)]
    document, problems = read_document(content, path)
    if problems:
        return Menu((), FILE), problems
    written, problems = validate(_Menu, document)
    if written is None:
        return Menu((), FILE), problems
    buttons = _buttons(document, ("buttons",), written.buttons, problems)
    return Menu(buttons, FILE, _tag_menus(document, written, problems), _replies(document, written)), problems


def _tag_menus(document: Document, written: _Menu, problems: list[Problem]) -> tuple[TagMenu, ...]:
    menus = []
    for place, each in enumerate(written.conditional):
        where: _Location = ("conditional", place)
        buttons = _buttons(document, (*where, "buttons"), each.buttons, problems)
        menus.append(TagMenu(each.tag, buttons, document.line_of(where)))
    return tuple(menus)


def _replies(document: Document, written: _Menu) -> tuple[KeywordReply, ...]:
    return tuple(
        KeywordReply(each.keyword, each.also, each.reply, each.target, document.line_of(("keywords", place)))
        for place, each in enumerate(written.keywords)
    )


def _buttons(
    document: Document, location: _Location, written: Sequence[_Button], problems: list[Problem]
) -> tuple[Button, ...]:
    return tuple(_button(document, (*location, place), each, problems) for place, each in enumerate(written))


def _button(document: Document, location: _Location, written: _Button, problems: list[Problem]) -> Button:
    line = document.line_of(location)
    target = _target(document, (*location, "target"), written.target, problems)
    children = _buttons(document, (*location, "children"), written.children, problems)
    wrong = _wrong_shape(written)
    if wrong:
        problems.append(Problem(document.path, line, wrong))
    return Button(written.name, target, children, line)


def _wrong_shape(written: _Button) -> str:
    if written.children and written.target is not None:
        return say(
            f"“{written.name}”既有 target 又有 children。点开子菜单的按钮自己不能跳转，请删掉一个。",
            f"'{written.name}' has a target and children; a button that opens others leads nowhere. Remove one.",
        )
    if not written.children and written.target is None:
        return say(
            f"“{written.name}”点了没有去处。请写 target 或 children。",
            f"'{written.name}' leads nowhere. Give it a target or children.",
        )
    return ""


def _target(document: Document, location: _Location, written: Any, problems: list[Problem]) -> Target | None:
    if written is None:
        return None
    if isinstance(written, str):
        parsed = parse_target(written)
        if isinstance(parsed, str):
            problems.append(Problem(document.path, document.line_of(location), parsed))
            return None
        return parsed
    elsewhere, found = validate(_Elsewhere, document, location)
    problems += found
    return _elsewhere(document, location, elsewhere, problems) if elsewhere else None


def _elsewhere(
    document: Document, location: _Location, written: _Elsewhere, problems: list[Problem]
) -> MiniProgram | Keyword | None:
    if (written.miniprogram is None) == (written.keyword is None):
        text = say("请只写 miniprogram 或 keyword 之一。", "write either miniprogram or keyword here.")
        problems.append(Problem(document.path, document.line_of(location), text))
        return None
    if written.keyword is not None:
        return Keyword(written.keyword)
    program = written.miniprogram
    return MiniProgram(program.appid, program.pagepath, program.url) if program else None
