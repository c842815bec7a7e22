"""markdown-it as the texts of this shop need it: its plugins, and what is made of their tokens."""

from collections.abc import Sequence
from functools import cache
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.rules_core import StateCore
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from mdit_py_plugins.dollarmath import dollarmath_plugin
from mdit_py_plugins.dollarmath.index import math_inline_dollar
from mdit_py_plugins.footnote import footnote_plugin
from mdit_py_plugins.tasklists import tasklists_plugin

from plugins.shared.cjk import is_cjk
from plugins.shared.cjk_emphasis import CjkInline
from plugins.shared.directives import add_directives
from plugins.shared.formula import formula_html


@cache
def parser() -> MarkdownIt:
    """Return the parser of this dialect."""
    # The preset stops at 20, and what is nested more deeply would be missing from the page.
    made = MarkdownIt("commonmark", {"maxNesting": 100}).enable(["table", "strikethrough"])
    rules = made.inline
    made.inline = CjkInline()
    made.inline.ruler, made.inline.ruler2 = rules.ruler, rules.ruler2
    made.use(footnote_plugin, inline=False).use(tasklists_plugin)
    made.use(dollarmath_plugin, allow_labels=False, allow_space=False, allow_digits=False)
    made.inline.ruler.at("math_inline", _inline_formula)
    made.add_render_rule("math_inline", _formula)
    made.add_render_rule("math_block", _formula)
    add_directives(made)
    made.core.ruler.push("lone_picture", _free_lone_pictures)
    made.core.ruler.push("chinese_break", _join_chinese_lines)
    made.core.ruler.push("task_box", _draw_task_boxes)
    made.core.ruler.push("cell_align", _name_alignments)
    made.add_render_rule("footnote_caption", _footnote_number)
    return made


def _free_lone_pictures(state: StateCore) -> None:
    """A paragraph that is nothing but a picture is no paragraph."""
    tokens = state.tokens
    for before, inline, after in zip(tokens, tokens[1:], tokens[2:], strict=False):
        if before.type == "paragraph_open" and is_lone_picture(inline):
            before.hidden = after.hidden = True


def is_lone_picture(inline: Token) -> bool:
    """Tell whether an inline token holds exactly one picture, linked or not, and nothing else."""
    kinds = [token.type for token in inline.children or ()]
    return kinds in (["image"], ["link_open", "image", "link_close"])


def _join_chinese_lines(state: StateCore) -> None:
    for token in state.tokens:
        children = token.children or []
        for before, middle, after in zip(children, children[1:], children[2:], strict=False):
            if middle.type == "softbreak" and is_cjk(before.content[-1:]) and is_cjk(after.content[:1]):
                middle.type = "text"


def _draw_task_boxes(state: StateCore) -> None:
    """A ticked or empty box as a character: it prints, copies, and needs no form element."""
    for token in state.tokens:
        for child in token.children or []:
            if child.type == "html_inline" and 'class="task-list-item-checkbox"' in child.content:
                child.type = "text"
                child.content = "☑" if "checked=" in child.content else "☐"


def _name_alignments(state: StateCore) -> None:
    """Alignment as a class: inline styles are not on the allow-list."""
    for token in state.tokens:
        style = str(token.attrs.get("style", ""))
        if token.type in ("td_open", "th_open") and style.startswith("text-align:"):
            del token.attrs["style"]
            token.attrs["class"] = "align-" + style.removeprefix("text-align:")


def _inline_formula(state: StateInline, silent: bool) -> bool:
    """The plugin's rule behind a blank: at the start of a text it would look at its end for what stands before."""
    if state.src[state.pos] != "$":
        return False
    state.src, state.pos, state.posMax = " " + state.src, state.pos + 1, state.posMax + 1
    try:
        return math_inline_dollar(False, False)(state, silent)
    finally:
        state.src, state.pos, state.posMax = state.src[1:], state.pos - 1, state.posMax - 1


def _formula(_self: Any, tokens: Sequence[Token], index: int, _options: Any, _env: Any) -> str:
    return formula_html(tokens[index].content, alone=tokens[index].type == "math_block")


def _footnote_number(_self: Any, tokens: Sequence[Token], index: int, _options: Any, _env: Any) -> str:
    """The bare number: square brackets around it are the stylesheet's choice."""
    return str(int(tokens[index].meta["id"]) + 1)
