"""Names of files made of titles."""

import re

from hypothesis import given
from hypothesis import strategies as st
from pypinyin import lazy_pinyin
from unidecode import unidecode

from plugins.product_import.slugs import slug_of


@given(st.text(st.sampled_from("重庆银行长大了女儿2019 aB-。，〇é\u4dc0\u9ffe\ue815𠀀\U0002a6e0"), max_size=12))
def test_a_title_is_spelled_in_words(title: str) -> None:
    spelled = re.sub("[\u3400-\u9fff\U00020000-\U0003ffff]+", lambda run: f" {' '.join(lazy_pinyin(run[0]))} ", title)
    assert slug_of(title) == ("-".join(re.findall("[a-z0-9]+", unidecode(spelled).lower())) or "p")


def test_words_decide_how_a_character_is_read() -> None:
    assert slug_of("重庆小面 50g") == "chong-qing-xiao-mian-50g"
