"""The laws of merging three versions of a text."""

from hypothesis import given
from hypothesis import strategies as st

from plugins.article_sync.three_way import differences, merge_texts

TEXTS = st.lists(st.sampled_from(["春", "夏", "秋", "", "冬", "- 条"]), max_size=8).map("\n".join)


@given(TEXTS, TEXTS)
def test_an_edit_on_one_side_is_the_result(base: str, edited: str) -> None:
    assert merge_texts(base, edited, base).text == edited
    assert merge_texts(base, base, edited).text == edited
    assert merge_texts(base, edited, base).clashes == ()


@given(TEXTS, TEXTS)
def test_the_same_edit_on_both_sides_counts_once(base: str, edited: str) -> None:
    assert merge_texts(base, edited, edited).text == edited


@given(TEXTS, TEXTS, TEXTS)
def test_sides_may_be_swapped(base: str, ours: str, theirs: str) -> None:
    one, other = merge_texts(base, ours, theirs), merge_texts(base, theirs, ours)
    assert bool(one.clashes) == bool(other.clashes)


@given(st.lists(st.sampled_from("abcdef"), unique=True, min_size=2, max_size=6), st.data())
def test_edits_of_different_paragraphs_are_both_there(names: list[str], data: st.DataObject) -> None:
    here = data.draw(st.integers(0, len(names) - 1))
    there = data.draw(st.integers(0, len(names) - 1).filter(lambda place: place != here))

    def text(**changed: str) -> str:
        return "\n\n".join(changed.get(f"p{place}", name) for place, name in enumerate(names)) + "\n"

    found = merge_texts(text(), text(**{f"p{here}": "我的"}), text(**{f"p{there}": "后台的"}))
    assert found.clashes == ()
    assert found.text == text(**{f"p{here}": "我的", f"p{there}": "后台的"})


def test_two_edits_of_one_paragraph_clash() -> None:
    found = merge_texts("一\n\n二\n", "一\n\n二甲\n", "一\n\n二乙\n")
    assert found.clashes == (("二甲\n", "二乙\n"),)


def test_two_paragraphs_added_at_one_place_clash() -> None:
    found = merge_texts("一\n", "一\n\n甲\n", "一\n\n乙\n")
    assert found.clashes == (("甲\n", "乙\n"),)


def test_an_edit_of_a_paragraph_that_was_taken_out_clashes() -> None:
    assert merge_texts("一\n\n二\n\n三\n", "一\n\n三\n", "一\n\n二改\n\n三\n").clashes == (("", "二改\n\n"),)


def test_differences_are_shown_in_order() -> None:
    assert differences("一\n\n二\n", "一\n\n三\n") == (("二\n", "三\n"),)
