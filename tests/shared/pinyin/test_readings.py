"""Text is read as pypinyin reads it, syllable by syllable."""

import re
from bisect import bisect_left
from itertools import chain
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypinyin import Style, lazy_pinyin
from pypinyin.constants import PHRASES_DICT

from plugins.shared.pinyin import spell

ROOT = Path(__file__).resolve().parents[3]
KNOWN = sorted(PHRASES_DICT)
IN_PHRASES = sorted(set(chain.from_iterable(KNOWN)))
MARKS = "。，·〇①é\u3000\u4dc0\u9ffe\ue815\ufb00𠀀\U0002a6e0\U000323af aB2-$:\n"


def differing(texts: list[str]) -> list[str]:
    return [text for text in texts if spell(text) != lazy_pinyin(text, style=Style.NORMAL, errors=list)]


@pytest.mark.slow
def test_phrases_and_their_beginnings() -> None:
    assert differing(KNOWN) == []
    assert differing(sorted({phrase[:length] for phrase in KNOWN for length in range(2, len(phrase))})) == []


@pytest.mark.slow
def test_every_character() -> None:
    everything = "".join(chr(number) for number in range(0x80, 0x34000) if not 0xD800 <= number < 0xE000)
    assert spell(everything) == lazy_pinyin(everything, errors=list)


def test_characters_in_any_order() -> None:
    random = Random(20261122)
    assert differing(["".join(random.choices(IN_PHRASES, k=40)) for _ in range(1000)]) == []


def test_texts_of_the_repository() -> None:
    texts = [path.read_text(encoding="utf-8") for place in ("content", "docs") for path in (ROOT / place).rglob("*.md")]
    runs = sorted(set(re.findall(r"[^\x00-\x7f]+", "\n".join(texts))))
    assert len(runs) > 1000
    assert differing(runs) == []


@st.composite
def overlapping(draw: st.DrawFn) -> str:
    """Draw phrases of which each may begin within the one before, cut off anywhere, with other marks among them."""
    text = ""
    for _ in range(draw(st.integers(1, 4))):
        begin = text[len(text) - draw(st.integers(0, 3)) :] if text else ""
        phrase = KNOWN[draw(st.integers(*_begun(begin)))]
        text += phrase.removeprefix(begin) + draw(st.sampled_from(["", "", "", *MARKS]))
    return text[draw(st.integers(0, 2)) : len(text) - draw(st.integers(0, 3))]


def _begun(begin: str) -> tuple[int, int]:
    """Return where the first and the last phrase are that begin so; of all, where none does."""
    first, last = bisect_left(KNOWN, begin), bisect_left(KNOWN, begin + "\U0010ffff") - 1
    return (first, last) if first <= last else (0, len(KNOWN) - 1)


@given(overlapping())
@settings(max_examples=500)
def test_phrases_within_phrases(text: str) -> None:
    assert spell(text) == lazy_pinyin(text, errors=list)


def test_what_a_phrase_would_have_continued_is_read_character_by_character() -> None:
    assert spell("下不了") == spell("下不了。下不了台")[:3] == ["xia", "bu", "le"]
    assert spell("下不了手") == ["xia", "bu", "liao", "shou"]
