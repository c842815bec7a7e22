"""How names are filed and ordered."""

from plugins.search.pinyin import first_letter, spelling


def test_words_decide_how_a_character_is_read() -> None:
    assert spelling("重庆 2 重量") == "chong qing   2   zhong liang"
    assert first_letter("重庆") == "C"
    assert first_letter("重量") == "Z"
