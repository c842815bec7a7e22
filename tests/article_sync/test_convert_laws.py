"""The laws of conversion, over generated documents."""

from hypothesis import example, given

from plugins.article_sync.convert.blocks import (
    CODE,
    Block,
    Blocks,
    Code,
    ListBlock,
    Math,
    Note,
    NoteRef,
    Paragraph,
    Run,
    Table,
)
from plugins.article_sync.convert.from_markdown import localise, read_markdown, read_units
from plugins.article_sync.convert.meaning import meaning, read_wechat
from plugins.article_sync.convert.to_markdown import render_markdown
from plugins.article_sync.convert.to_wechat import render_wechat
from plugins.shared.markdown import render_html
from plugins.wechat_emulator.article_html.editor import editor_save
from plugins.wechat_emulator.article_html.store import stored
from tests.article_sync.documents import DOCUMENTS, MARKDOWN, laws

slow = laws(60)


def _placed(blocks: Blocks) -> Blocks:
    """Give references and paths the addresses that they have in the account."""
    return localise(
        blocks,
        lambda href: href if ":" in href and not href.startswith("product") else "https://tea.example.com/p/x/",
        lambda src: src if src.startswith("http") else "https://mmbiz.qpic.cn/mmbiz_jpg/" + src.replace("/", "_"),
    )


@slow
@given(DOCUMENTS)
def test_what_is_stored_means_what_was_written(blocks: Blocks) -> None:
    html = stored(render_wechat(blocks))
    assert read_wechat(html) == blocks
    assert 'style=""' not in html


@slow
@given(DOCUMENTS)
def test_a_save_in_the_console_changes_no_meaning(blocks: Blocks) -> None:
    once = editor_save(stored(render_wechat(blocks)))
    assert meaning(read_wechat(once)) == meaning(blocks)
    assert meaning(read_wechat(editor_save(once))) == meaning(blocks)


@slow
@given(DOCUMENTS)
@example((Table(rows=(((Run("\\|", frozenset({CODE})),),),), aligns=("",)),))
def test_markdown_is_read_back_as_the_same_blocks(blocks: Blocks) -> None:
    assert read_markdown(render_markdown(blocks)) == blocks


@slow
@given(MARKDOWN)
def test_any_markdown_comes_home_in_its_normal_form(text: str) -> None:
    blocks = _placed(read_markdown(text))
    normal = render_markdown(blocks)
    assert render_markdown(read_markdown(normal)) == normal
    assert render_markdown(read_wechat(stored(render_wechat(blocks)))) == normal


@slow
@given(MARKDOWN)
def test_the_pieces_of_a_text_joined_are_the_text(text: str) -> None:
    assert "".join(unit.source + unit.gap for unit in read_units(text)) == text


def test_footnotes_that_begin_with_anything_but_words_are_read_back() -> None:
    marked = Paragraph((Run("茶"), NoteRef("1")))
    inside: list[Block] = [
        ListBlock(((Paragraph((Run("甲"),)), Paragraph((Run("乙"),))),)),
        Paragraph((Run("$5"), Math("E=mc^2"))),
        Paragraph((Math("x"),)),
        Code("x\n\n  y"),
    ]
    for block in inside:
        blocks = (marked, Note("1", (block, block)))
        assert read_markdown(render_markdown(blocks)) == blocks


def test_what_is_nested_deeply_is_not_left_out() -> None:
    html = "".join(f"<blockquote>字{number}" for number in range(40))
    assert "字39" in render_html(render_markdown(read_wechat(html)), lambda href: href, lambda *_: "")
