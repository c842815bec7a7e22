"""What WeChat does to an article's HTML on arrival: one golden file per rule, and laws for any text."""

import html
import re
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from plugins.wechat_emulator.article_html.refuse import refusal_of
from plugins.wechat_emulator.article_html.store import stored
from tests.conftest import ROOT
from tests.wechat_emulator.scribble import laws, markup

CASES = sorted((ROOT / "tests/golden/wechat_emulator/store").glob("*.sent.html"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name.removesuffix(".sent.html"))
def test_every_rule(case: Path, golden: Callable[[str, str], None]) -> None:
    name = case.name.removesuffix(".sent.html")
    golden(f"wechat_emulator/store/{name}.html", stored(case.read_text(encoding="utf-8")))


def as_sent_again(shown: str) -> str:
    """Return a read-back with the quotes in its styles decoded, as a client must before it sends it again."""
    return re.sub(r'style="[^"]*"', lambda style: style.group().replace("&#39;", "'"), shown)


@laws
@given(markup())
@example("  </p>  ")
def test_storing_what_was_stored_changes_nothing(sent: str) -> None:
    once = stored(sent)
    assert stored(as_sent_again(once)) == once


@laws
@given(markup())
def test_nothing_forbidden_is_left(sent: str) -> None:
    shown = stored(sent)
    assert not re.search(r"<(script|style|link|form|input|label|button)\b", shown)
    assert not re.search(r"<[^>]* (id|src|on\w+)=", shown)
    assert "'" not in shown


@laws
@given(st.text())
def test_any_text_can_be_stored(sent: str) -> None:
    assert isinstance(stored(sent), str)
    assert isinstance(refusal_of(sent, "reject"), str)


@laws
@given(st.text(st.characters(exclude_categories=["C"])))
def test_words_survive(words: str) -> None:
    assert html.unescape(stored(f"<p>{html.escape(words)}</p>")) == f"<p>{words}</p>"


def test_deep_nesting_is_no_trouble() -> None:
    assert "茶" in stored("<section>" * 5000 + "茶")


@pytest.mark.parametrize(
    ("sent", "links", "refused"),
    [
        ('<a href="https://tea.example.com">x</a>', "strip", False),
        ('<a href="https://tea.example.com">x</a>', "reject", True),
        ('<a href="//tea.example.com">x</a>', "reject", True),
        ('<a href="https://mp.weixin.qq.com/s/abc">x</a>', "reject", False),
        ('<a href="https://mp.weixin.qq.com.evil.example/s">x</a>', "reject", True),
        ('<a href="#a">x</a>', "reject", False),
        ("<p>https://tea.example.com</p>", "reject", False),
        ("<mpvoice></mpvoice>", "strip", True),
        ('<a href="https://mp.weixin.qq.com/s?tempkey=x">x</a>', "strip", True),
    ],
)
def test_what_is_refused_as_a_whole(sent: str, links: str, refused: bool) -> None:
    assert bool(refusal_of(sent, links)) == refused


@pytest.mark.filterwarnings("error")
@pytest.mark.parametrize("text", ["a/b.txt", "https://x.cn/", "page.html", "C:\\a.md"])
def test_a_bare_address_is_text_like_any_other(text: str) -> None:
    assert stored(text) == text
