"""Spelling piece by piece gives what spelling the whole text gives."""

from hypothesis import given
from hypothesis import strategies as st
from pypinyin import lazy_pinyin

from plugins.search.pinyin import first_letter, spelling

TEXTS = st.text(st.sampled_from("重庆银行长大了2019 aB-。〇①é\u3000\ue815𠀀"), max_size=12)


@given(TEXTS)
def test_a_text_is_spelled_as_a_whole(text: str) -> None:
    assert spelling(text) == " ".join(lazy_pinyin(text, errors=list)).lower()


def test_words_decide_how_a_character_is_read() -> None:
    assert spelling("重庆 2 重量") == "chong qing   2   zhong liang"
    assert first_letter("重庆") == "C"
    assert first_letter("重量") == "Z"
