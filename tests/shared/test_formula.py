"""Formulas come out the same wherever and whenever they are drawn, and bad ones come out as typed."""

import pytest

from plugins.shared.formula import drawing, mathml

NESTED = r"\frac{a}{\sqrt{\frac{b}{\frac{c}{d}}}}"


def _deep(frames: int, latex: str) -> tuple[str, str]:
    return _deep(frames - 1, latex) if frames else (drawing(latex), mathml(latex))


def test_a_formula_does_not_depend_on_the_depth_of_the_caller() -> None:
    drawing.cache_clear()
    mathml.cache_clear()
    found = _deep(900, NESTED)
    drawing.cache_clear()
    mathml.cache_clear()
    assert found == (drawing(NESTED), mathml(NESTED))
    assert found[0].startswith("<svg")
    assert found[1].startswith("<math")


def test_the_order_of_formulas_changes_none_of_them() -> None:
    formulas = [
        "E=mc^2",
        r"\text{<script>go()</script>}",
        r"\text{<mfrac>go()</mfrac>}",
        r"\foo{",
        r"\sum_{i=1}^n i",
        r"\text{abc}",
        r"\mathbf{x}",
        r"\color{red}{x}",
        NESTED,
    ]
    forth = {latex: drawing(latex) for latex in formulas}
    drawing.cache_clear()
    assert {latex: drawing(latex) for latex in reversed(formulas)} == forth


def test_a_drawing_has_nothing_that_wechat_cuts() -> None:
    for latex in ("E=mc^2", r"\begin{pmatrix}a&b\\c&d\end{pmatrix}", r"\hat{x}"):
        svg = drawing(latex)
        assert 'fill="currentColor"' in svg
        assert not any(sign in svg for sign in ("id=", "href", "<use", "class=", "xmlns", "<style"))


@pytest.mark.parametrize("latex", [r"\foo{", r"\color{blue}{\tiny\limits\newcommand\sqrt(\def", "温度", "x" * 3000])
def test_what_cannot_be_drawn_is_shown_as_typed(latex: str) -> None:
    assert drawing(latex) == ""
    assert mathml(latex).startswith(("<code>", "<math"))


@pytest.mark.parametrize("opening", ["{", r"\sqrt{", r"\left(", r"\begin{matrix}", "x^{", r"\sqrt"])
def test_a_bomb_of_braces_is_not_drawn(opening: str) -> None:
    closing = {r"\left(": r"\right)", r"\begin{matrix}": r"\end{matrix}", r"\sqrt": ""}.get(opening, "}")
    assert drawing(opening * 40 + " x" + closing * 40) == ""
    assert drawing(opening * 3 + " x" + closing * 3) != ""
