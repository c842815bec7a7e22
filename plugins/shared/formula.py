"""Formulas: LaTeX as MathML for the site and as an inline drawing for WeChat.

WeChat keeps drawings that need no ids; ziamath makes such drawings without a browser. What it cannot draw, and
Chinese inside a formula, is shown as it was typed.
"""

import re
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import cache, lru_cache
from html import escape
from typing import Any
from xml.etree import ElementTree

FORMULA = "data-formula"
"""Where HTML keeps a formula's LaTeX."""
_TOO_LONG = 2000
_TOO_NESTED = 15
"""The drawing takes twice as long for every level: this one is under half a second, twice as many would be hours."""
_EM_PX = 16.0


def formula_html(latex: str, alone: bool) -> str:
    """Return a formula as HTML that keeps its LaTeX; one that stands alone is a block."""
    text = escape(normal(latex))
    span = f'<span {FORMULA}="{text}">{text}</span>'
    return f"<p>{span}</p>\n" if alone else span


def normal(latex: str) -> str:
    """Return LaTeX on one line with single blanks."""
    return " ".join(latex.split())


@lru_cache(maxsize=512)
def mathml(latex: str) -> str:
    """Return a formula as MathML, as typed when it cannot be read."""
    found = _afresh(_converted, latex) if _is_drawable(latex) else ""
    return found or f"<code>{escape(latex)}</code>"


@lru_cache(maxsize=512)
def drawing(latex: str) -> str:
    """Return a formula as an inline svg in the colour of the text around it, empty when it cannot be drawn."""
    return _afresh(_drawn, latex) if _is_drawable(latex) else ""


def _afresh(work: Callable[[str], str], latex: str) -> str:
    """Return what ``work`` makes of a formula on a stack of its own.

    Both libraries call themselves for every brace. How deep a formula may go must not depend on how deep the caller
    is already, for the answer is kept and given to other callers.
    """
    with ThreadPoolExecutor(max_workers=1) as worker:
        return worker.submit(work, latex).result()


def _converted(latex: str) -> str:
    from latex2mathml.converter import convert

    try:
        return _only_formula(convert(latex))
    except _mistakes():
        return ""


def _drawn(latex: str) -> str:
    from latex2mathml.converter import convert
    from ziamath.config import config
    from ziamath.zmath import Latex, loadedfonts

    config.svg2 = False  # without <use>: WeChat drops the ids that it needs
    font: Any = loadedfonts["default"]
    font.language("math", "")  # a formula that failed inside its words leaves another one behind
    try:
        if _nesting(ElementTree.fromstring(_only_formula(convert(latex)))) > _TOO_NESTED:
            return ""
        formula = Latex(latex, size=_EM_PX, color="currentColor")
        svg = str(formula.svg())
        below = formula.getyofst()
    except _mistakes():
        return ""
    if re.search(r"<(?!/?(?:svg|g|path|rect|line)\b)|href|\son", svg.replace("xmlns:xlink", "")):
        return ""
    svg = re.sub(r' xmlns(:xlink)?="[^"]*"', "", svg)
    return svg.replace("<svg", f'<svg style="vertical-align: {below:.1f}px; max-width: 100%"', 1)


def _nesting(node: ElementTree.Element) -> int:
    """Return how deep a formula goes; brackets that grow with what is between them count twice."""
    grows = any(child.get("stretchy") == "true" for child in node)
    return 1 + grows + max(map(_nesting, node), default=0)


def _only_formula(source: str) -> str:
    """Return MathML that holds nothing but formula elements. Raises ValueError for anything else."""
    tree = ElementTree.fromstring(source)
    for node in tree.iter():
        name = str(node.tag).rpartition("}")[2]
        if not re.fullmatch(r"m[a-z]{1,12}", name) or any("href" in key or key.startswith("on") for key in node.attrib):
            raise ValueError(name)
        node.tag = name
    return ElementTree.tostring(tree, encoding="unicode")


def _is_drawable(latex: str) -> bool:
    return latex.isascii() and len(latex) <= _TOO_LONG and latex.count("{") <= 200


@cache
def _mistakes() -> tuple[type[Exception], ...]:
    """What both libraries raise for LaTeX that they cannot read."""
    from latex2mathml import exceptions

    own = tuple(kind for kind in vars(exceptions).values() if isinstance(kind, type) and issubclass(kind, Exception))
    others = (ArithmeticError, AssertionError, AttributeError, LookupError, RecursionError, StopIteration, SyntaxError)
    return (*own, *others, TypeError, ValueError)
