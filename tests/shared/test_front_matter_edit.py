"""Laws: what is rendered reads back, and setting keys changes those alone."""

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.shared.front_matter import parse_document
from plugins.shared.front_matter_edit import render_block, set_blocks
from tests.product_import.test_round_trip import LINE, LONG, WORD

VALUE = st.one_of(LONG, st.lists(LONG, min_size=1, max_size=3), st.dictionaries(LINE, LONG, min_size=1, max_size=3))


@given(st.dictionaries(LINE, VALUE, max_size=4))
@settings(max_examples=150, deadline=None)
def test_what_is_rendered_reads_back(values: dict[str, Any]) -> None:
    text = "---\n" + "".join(f"{render_block(key, value)}\n" for key, value in values.items()) + "---\n"
    document, problems = parse_document("x.md", text)
    assert not problems
    assert document.meta == values


@given(st.dictionaries(WORD, VALUE, max_size=4), st.dictionaries(WORD, VALUE | st.just(""), max_size=3))
@settings(max_examples=100, deadline=None)
def test_setting_keys_changes_those_alone(before: dict[str, Any], new: dict[str, Any]) -> None:
    text = (
        "---\n# 头\n"
        + "".join(
            f"{render_block(key, value)}  # 注\n" if isinstance(value, str) else f"{render_block(key, value)}\n"
            for key, value in before.items()
        )
        + "---\n正文\n"
    )
    document, problems = parse_document("x.md", text)
    assert not problems
    after, problems = parse_document("x.md", set_blocks(document, new))
    assert not problems
    assert after.meta == {key: value for key, value in {**before, **new}.items() if value}
    assert after.body == document.body
    assert "# 头" in after.source


@given(st.dictionaries(WORD, VALUE, max_size=4), st.dictionaries(WORD, VALUE | st.just(""), max_size=3))
@settings(max_examples=100, deadline=None)
def test_a_comment_elsewhere_makes_no_difference(before: dict[str, Any], new: dict[str, Any]) -> None:
    """Front matter of plain lines is edited by a shorter way; a comment sends it the long one."""
    front = "".join(f"{render_block(key, value)}\n" for key, value in before.items())
    plain, _ = parse_document("x.md", f"---\n{front}---\n正文\n")
    noted, _ = parse_document("x.md", f"---\n# 头\n{front}---\n正文\n")
    assert set_blocks(noted, new).replace("# 头\n", "", 1) == set_blocks(plain, new)
