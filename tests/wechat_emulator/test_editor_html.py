"""What a save in the console's editor does: one golden file per habit, and laws for any text."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.wechat_emulator.article_html.editor import editor_save
from plugins.wechat_emulator.article_html.store import stored
from plugins.wechat_emulator.article_html.text import visible_text
from tests.conftest import ROOT
from tests.wechat_emulator.scribble import laws, markup

CASES = sorted((ROOT / "tests/golden/wechat_emulator/editor").glob("*.sent.html"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name.removesuffix(".sent.html"))
def test_every_habit(case: Path, golden: Callable[[str, str], None]) -> None:
    name = case.name.removesuffix(".sent.html")
    golden(f"wechat_emulator/editor/{name}.html", editor_save(case.read_text(encoding="utf-8")))


def words(html: str) -> str:
    """Return every visible character, white space left out."""
    return re.sub(r"\s+", "", visible_text(html))


@laws
@given(markup())
def test_the_words_stay(html: str) -> None:
    assert words(editor_save(html)) == words(html)
    assert words(editor_save(stored(html))) == words(stored(html))


@laws
@given(markup())
def test_a_second_save_changes_nothing_more(html: str) -> None:
    once = editor_save(stored(html))
    assert editor_save(once) == once


@laws
@given(st.text())
def test_any_text_can_be_saved(html: str) -> None:
    assert editor_save(html) == editor_save(html)


def test_deep_nesting_is_no_trouble() -> None:
    assert "茶" in editor_save("<section>" * 3000 + "茶")
