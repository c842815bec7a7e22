"""Colours of code: every character stays, lines stay lines, and only what a theme styles has a colour."""

import re
from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.article_sync.convert.code_colours import KINDS, coloured_lines
from plugins.article_sync.themes import load_theme
from tests.article_sync.documents import laws

STYLES = load_theme("plain").styles
PYTHON = '@wrap\ndef steep(seconds: int = 20) -> str:\n    return "苦" * 3  # 一句话\n'


def _text(lines: list[str]) -> str:
    return "\n".join(unescape(re.sub("<[^>]*>", "", line)).replace("\u00a0", " ") for line in lines)


@laws(60)
@given(
    st.text(st.characters(exclude_characters="\r\u00a0"), max_size=60),
    st.sampled_from(["", "python", "html", "bash", "json", "nope"]),
)
def test_no_character_and_no_line_is_lost(text: str, language: str) -> None:
    assert _text(coloured_lines(text, language, STYLES)) == text


def test_each_kind_of_word_has_the_colour_of_the_theme() -> None:
    html = "".join(coloured_lines(PYTHON, "python", STYLES))
    for kind, words in {"keyword": "def", "name": "steep", "number": "20", "comment": "#&nbsp;一句话"}.items():
        assert f'<span style="{STYLES[f"code-{kind}"]};">{words}</span>' in html
    assert set(KINDS) == {name.removeprefix("code-") for name in STYLES if name.startswith("code-")}


@pytest.mark.parametrize("language", ["", "nope", "python"])
def test_without_a_theme_or_a_language_there_is_no_colour(language: str) -> None:
    styles = {} if language == "python" else STYLES
    assert "<span" not in "".join(coloured_lines(PYTHON, language, styles))


def test_very_long_code_is_left_without_colours() -> None:
    assert "<span" not in "".join(coloured_lines("x = 1\n" * 10_000, "python", STYLES))


def test_markup_in_code_is_text() -> None:
    assert coloured_lines("<b>&amp;", "", {}) == ["&lt;b&gt;&amp;amp;"]
