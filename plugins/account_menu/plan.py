"""A Menu to the buttons that WeChat is sent, every reference resolved, every problem with its line."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from plugins.account_menu.model import Button, ContentReference, Keyword, KeywordReply, Menu, MiniProgram, WebAddress
from plugins.account_menu.targets import refuse_path
from plugins.account_menu.validate import check_conditional, check_menu
from plugins.account_menu.validate_action import host_of
from plugins.shared.errors import Problem
from plugins.shared.language import say

Resolve = Callable[[str], str | None]
"""Content reference to the absolute address of its page, None when there is no such page."""

KEYWORD = "keyword:"
"""What the key of a keyword's button starts with; the account's replies recognise it."""

_Wire = tuple[Mapping[str, Any], ...]
_UNRESOLVED = "https://unresolved.invalid/"  # stands in so that the other rules are checked all the same


@dataclass(frozen=True)
class TagPlan:
    """The buttons that the followers with a tag are to see; ``line`` is where the file says so."""

    tag: str
    buttons: tuple[Mapping[str, Any], ...]
    line: int


@dataclass(frozen=True)
class MenuPlan:
    """The buttons to send, in WeChat's shape, and what is worth knowing about them."""

    buttons: tuple[Mapping[str, Any], ...]
    problems: tuple[Problem, ...]
    warnings: tuple[Problem, ...]
    conditional: tuple[TagPlan, ...] = ()


def plan_menu(menu: Menu, resolve: Resolve) -> MenuPlan:
    """Decide what to send. A plan with problems must not be sent."""
    buttons, problems, warnings = _plan_buttons(menu, resolve)
    conditional = []
    for tagged in menu.conditional:
        own, wrong, worth_knowing = _plan_buttons(Menu(tagged.buttons, menu.path), resolve)
        conditional.append(TagPlan(tagged.tag, own, tagged.line))
        problems += wrong
        warnings += worth_knowing
    problems += [Problem(menu.path, line, text) for line, text in _wrong_tags(conditional)]
    problems += [Problem(menu.path, line, text) for line, text in _wrong_replies(menu.keywords, resolve)]
    return MenuPlan(buttons, tuple(sorted(problems)), tuple(sorted(warnings)), tuple(conditional))


def _plan_buttons(menu: Menu, resolve: Resolve) -> tuple[_Wire, list[Problem], list[Problem]]:
    buttons = tuple(_wire(button, resolve) for button in menu.buttons)
    flaws = [(flaw, Problem(menu.path, menu.line_at(flaw.place), flaw.message)) for flaw in check_menu(buttons)]
    wrong = [Problem(menu.path, line, text) for line, text in _wrong_targets(menu.buttons, resolve)]
    problems = [problem for flaw, problem in flaws if not flaw.is_warning] + wrong
    return buttons, problems, [problem for flaw, problem in flaws if flaw.is_warning]


def _wrong_tags(conditional: Sequence[TagPlan]) -> Iterator[tuple[int, str]]:
    seen: set[str] = set()
    for plan in conditional:
        if plan.tag in seen:
            yield (
                plan.line,
                say(f"标签“{plan.tag}”写了两次，请合成一个。", f"tag '{plan.tag}' is given twice. Keep one."),
            )
        seen.add(plan.tag)
    line = conditional[0].line if conditional else 1
    yield from ((line, flaw.message) for flaw in check_conditional([plan.buttons for plan in conditional]))


def _wrong_replies(replies: Sequence[KeywordReply], resolve: Resolve) -> Iterator[tuple[int, str]]:
    for reply in replies:
        if reply.target and resolve(reply.target) is None:
            yield reply.line, _leads_nowhere(reply.target)
        if not reply.target and not reply.reply:
            yield (
                reply.line,
                say(
                    f"“{reply.keyword}”没有回复。请写 reply 或 target。",
                    f"'{reply.keyword}' has no answer. Write reply or target.",
                ),
            )


def _wire(button: Button, resolve: Resolve) -> dict[str, Any]:
    if button.children:
        return {"name": button.name, "sub_button": [_wire(child, resolve) for child in button.children]}
    match button.target:
        case ContentReference(text):
            return {"type": "view", "name": button.name, "url": resolve(text) or _UNRESOLVED}
        case WebAddress(url):
            return {"type": "view", "name": button.name, "url": url}
        case MiniProgram(appid, pagepath, url):
            return {
                "type": "miniprogram",
                "name": button.name,
                "url": url,
                "appid": appid,
                "pagepath": pagepath,
            }
        case Keyword(text):
            return {"type": "click", "name": button.name, "key": KEYWORD + text}
        case None:
            return {"type": "view", "name": button.name, "url": _UNRESOLVED}


def _wrong_targets(buttons: Sequence[Button], resolve: Resolve) -> Iterator[tuple[int, str]]:
    own = host_of(resolve("home") or "")
    for button in buttons:
        match button.target:
            case ContentReference(text) if resolve(text) is None:
                yield button.line, _leads_nowhere(text)
            case WebAddress(url) if own and host_of(url) == own:
                yield button.line, refuse_path(url)
        yield from _wrong_targets(button.children, resolve)


def _leads_nowhere(reference: str) -> str:
    return say(
        f"“{reference}”没有对应的页面。请核对文件名，或看它是不是草稿。",
        f"'{reference}' leads to no page. Check the file's name, and that it is not a draft.",
    )
