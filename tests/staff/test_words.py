"""What a salesperson types by its sound."""

from hypothesis import given
from hypothesis import strategies as st
from pypinyin import Style, lazy_pinyin

from plugins.staff.words import pinyin


@given(st.text(st.sampled_from("重庆银行长大了女儿嗯2019 aB-。，〇①é\u3000\ue815𠀀\U0002a6e0"), max_size=12))
def test_a_text_is_found_by_its_syllables_and_by_their_first_letters(text: str) -> None:
    assert pinyin(text) == ("".join(lazy_pinyin(text)), "".join(lazy_pinyin(text, style=Style.FIRST_LETTER)))


def test_words_decide_how_a_character_is_read() -> None:
    assert pinyin("重庆 5") == ("chongqing 5", "cq 5")
