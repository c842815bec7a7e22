"""Text is broken as Chinese is set, and nothing of it is lost without an ellipsis that says so."""

from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.print_kits.text import em_width, fit

TEXTS = st.text(st.sampled_from("茶庄活动满减元，。！（）abcXYZ 0123456789-/.:¥"), max_size=60)


@settings(deadline=None)
@given(TEXTS, st.floats(4, 40), st.integers(1, 4))
def test_lines_fit_and_keep_every_character(text: str, ems: float, most: int) -> None:
    fitted = fit(text, ems, 1.0, most)
    assert len(fitted.lines) <= most
    assert all(em_width(line) * fitted.size <= ems + 1.01 * fitted.size for line in fitted.lines)
    kept = "".join("".join(fitted.lines).split())
    whole = "".join(text.split())
    assert kept == whole or (kept.endswith("…") and whole.startswith(kept[:-1].rstrip("，。！-/.:")))


def test_no_line_begins_with_a_closing_mark() -> None:
    fitted = fit("现货礼盒合计满五百元减五十元，欢迎来店", 14.0, 1.0, 3, least=1.0)
    assert all(line[0] not in "，。！" for line in fitted.lines)


def test_words_and_amounts_stay_whole_and_addresses_break_behind_a_slash() -> None:
    assert "1,500" in " ".join(fit("合计满 1,500 元减", 4.0, 1.0, 4, least=1.0).lines).split()
    lines = fit("tea.example.com/c/hfj/nianhuo", 12.0, 1.0, 3, least=1.0).lines
    assert lines == ("tea.example.com/c/", "hfj/nianhuo")
