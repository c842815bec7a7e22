"""A pull rewrites what was edited and nothing else."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.article_sync.convert.blocks import Block, Blocks, Directive, Note, NoteRef, Paragraph, Run
from plugins.article_sync.convert.from_markdown import read_markdown
from plugins.article_sync.convert.patch import patch_markdown
from plugins.article_sync.convert.to_markdown import render_markdown
from tests.article_sync.documents import BLOCKS, DOCUMENTS, MARKDOWN, laws

law = laws(60)


def _patch(body: str, account: Blocks) -> str:
    return patch_markdown(body, account, lambda blocks: blocks, lambda blocks: blocks)


@law
@given(MARKDOWN)
def test_without_an_edit_every_byte_stays(body: str) -> None:
    blocks = read_markdown(body)
    if blocks and not any(isinstance(block, Note) for block in blocks):
        patched = _patch(body, blocks)
        assert patched.strip("\n") == body.strip("\n")


@law
@given(DOCUMENTS, BLOCKS, st.data())
def test_the_patched_text_says_what_the_account_says(blocks: Blocks, new: Block, data: st.DataObject) -> None:
    """Whether a block was put in, taken out, or put in the place of another."""
    at = data.draw(st.integers(0, len(blocks)))
    skip = data.draw(st.integers(0, 1))
    added = data.draw(st.sampled_from([(new,), ()]))
    edited = (*blocks[:at], *added, *blocks[at + skip :])
    # A footnote that nothing points to any longer is no text.
    assert read_markdown(_patch(render_markdown(blocks), edited)) == read_markdown(render_markdown(edited))


def _words(text: str) -> Paragraph:
    return Paragraph((Run(text),))


OWN = "*  星号列表\n*  二\n\n\n| a | b |\n|--|--|\n| 1 | 2 |\n\n段落，有[引用][r]\n和软换行。\n\n[r]: https://a.cn\n\nSetext\n===\n"


def test_a_new_paragraph_stands_between_untouched_neighbours() -> None:
    blocks = read_markdown(OWN)
    patched = _patch(OWN, (*blocks[:2], _words("新"), *blocks[2:]))
    assert patched == OWN.replace("| 1 | 2 |\n", "| 1 | 2 |\n\n新\n")


def test_a_changed_paragraph_keeps_the_definitions_beside_it() -> None:
    blocks = read_markdown(OWN)
    patched = _patch(OWN, (*blocks[:2], _words("换了"), *blocks[3:]))
    assert "[r]: https://a.cn" in patched
    assert patched.startswith(OWN[: OWN.index("段落")] + "换了\n\n")
    assert patched.endswith("Setext\n===\n")


FOOT = "茶[^shui]好[^cha]。\n\n[^cha]: 龙井\n[^shui]: 水\n    温\n\n末段。\n"


def test_footnotes_keep_their_names_and_places() -> None:
    blocks = read_markdown(FOOT)
    edited = tuple(_words("末段改了。") if block == _words("末段。") else block for block in blocks)
    assert _patch(FOOT, edited) == FOOT.replace("末段。", "末段改了。")


def test_an_edited_footnote_is_rewritten_under_its_own_name() -> None:
    blocks = read_markdown(FOOT)
    edited = tuple(
        Note("1", (_words("山泉水"),)) if block == Note("1", (_words("水温"),)) else block for block in blocks
    )
    assert edited != blocks
    assert _patch(FOOT, edited) == FOOT.replace("水\n    温", "山泉水")


def test_a_paragraph_with_a_footnote_is_rewritten_with_its_name() -> None:
    blocks = read_markdown(FOOT)
    first = blocks[0]
    assert isinstance(first, Paragraph)
    edited = (Paragraph((Run("好"), *first.content)), *blocks[1:])
    assert _patch(FOOT, edited) == FOOT.replace("茶[^shui]", "好茶[^shui]")


@pytest.mark.parametrize("body", ["", "\n", "旧\n"])
def test_an_emptied_or_filled_text(body: str) -> None:
    assert _patch(body, (_words("新"),)).strip() == "新"
    assert _patch(body, ()).strip() == ""


NOTED = [
    "段[^a]落。",
    "> 引[^b]文\n>\n> [^b]: 乙",
    "::: callout 提示\n话[^c]\n\n[^c]: 丙\n\n    第二段\n:::",
    "- 项[^d]\n\n  [^d]: 丁",
    "::: coupon 减\n> 深处[^e]\n>\n> [^e]: 戊\n:::",
    "[^a]: 甲",
    "再说[^b]一次。",
    "末段。",
]


@law
@given(st.lists(st.sampled_from(NOTED), min_size=1, max_size=6, unique=True), st.data())
def test_footnotes_inside_a_quote_a_list_or_a_part_survive_every_edit(parts: list[str], data: st.DataObject) -> None:
    body = "\n\n".join(["开头。", *parts]) + "\n"
    blocks = list(read_markdown(body))
    at = data.draw(st.integers(0, len(blocks) - 1))
    block = blocks[at]
    if isinstance(block, Note):
        blocks[at] = Note(block.label, (_words("改过的注"),))
    else:
        blocks[at : at + 1] = data.draw(st.sampled_from([[_words("换了")], [_words("前"), block], []]))
    if data.draw(st.booleans()):
        blocks = [Paragraph((Run("新"), NoteRef("9"))), *blocks, Note("9", (_words("新注"),))]
    edited = read_markdown(render_markdown(tuple(blocks)))
    assert read_markdown(_patch(body, tuple(blocks))) == edited


def test_an_edited_part_keeps_the_footnote_that_it_defines() -> None:
    body = "::: callout 提示\n话[^名]\n\n[^名]: 注\n:::\n"
    part, note = read_markdown(body)
    assert isinstance(part, Directive)
    edited = (replace(part, argument="改了"), note)
    assert _patch(body, edited) == "::: callout 改了\n话[^名]\n:::\n\n[^名]: 注\n"


def test_a_new_footnote_takes_a_name_that_is_free() -> None:
    body = "茶[^2]\n\n[^2]: 旧\n"
    edited = (
        *read_markdown(body)[:1],
        Paragraph((Run("水"), NoteRef("2"))),
        Note("1", (_words("旧"),)),
        Note("2", (_words("新"),)),
    )
    assert read_markdown(_patch(body, edited)) == edited
