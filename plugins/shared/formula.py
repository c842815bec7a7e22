"""Formulas: LaTeX as MathML for the site and as an inline drawing for WeChat.

WeChat keeps drawings that need no ids; ziamath makes such drawings without a browser. What it cannot draw, and
Chinese inside a formula, is shown as it was typed.
"""

import re
from functools import cache, lru_cache
from html import escape
from xml.etree import ElementTree

FORMULA = "data-formula"
"""Where HTML keeps a formula's LaTeX."""
_TOO_LONG = 2000
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
    from latex2mathml.converter import convert

    try:
        return _only_formula(convert(latex)) if _is_drawable(latex) else _typed(latex)
    except _mistakes():
        return _typed(latex)


@lru_cache(maxsize=512)
def drawing(latex: str) -> str:
    """Return a formula as an inline svg in the colour of the text around it, empty when it cannot be drawn."""
    if not _is_drawable(latex):
        return ""
    from ziamath.config import config
    from ziamath.zmath import Latex

    config.svg2 = False  # without <use>: WeChat drops the ids that it needs
    try:
        formula = Latex(latex, size=_EM_PX, color="currentColor")
        svg = str(formula.svg())
        below = formula.getyofst()
    except _mistakes():
        return ""
    if re.search(r"<(?!/?(?:svg|g|path|rect|line)\b)|href|\son", svg.replace("xmlns:xlink", "")):
        return ""
    svg = re.sub(r' xmlns(:xlink)?="[^"]*"', "", svg)
    return svg.replace("<svg", f'<svg style="vertical-align: {below:.1f}px; max-width: 100%"', 1)


def _only_formula(source: str) -> str:
    """Return MathML that holds nothing but formula elements. Raises ValueError for anything else."""
    tree = ElementTree.fromstring(source)
    for node in tree.iter():
        name = str(node.tag).rpartition("}")[2]
        if not re.fullmatch(r"m[a-z]{1,12}", name) or any("href" in key or key.startswith("on") for key in node.attrib):
            raise ValueError(name)
        node.tag = name
    return ElementTree.tostring(tree, encoding="unicode")


def _typed(latex: str) -> str:
    return f"<code>{escape(latex)}</code>"


def _is_drawable(latex: str) -> bool:
    return latex.isascii() and len(latex) <= _TOO_LONG and latex.count("{") <= 200


@cache
def _mistakes() -> tuple[type[Exception], ...]:
    """What both libraries raise for LaTeX that they cannot read."""
    from latex2mathml import exceptions

    own = tuple(kind for kind in vars(exceptions).values() if isinstance(kind, type) and issubclass(kind, Exception))
    return (*own, ValueError, LookupError, TypeError, AttributeError, RecursionError, SyntaxError, AssertionError)
