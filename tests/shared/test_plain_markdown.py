"""What the quick renderer renders, it renders as the parser and the sanitiser do."""

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from plugins.shared.markdown import render_html
from plugins.shared.plain_markdown import render_plain
from tests.conftest import ROOT

_PIECES = [
    "茶",
    "，",
    "。",
    "a",
    "B c",
    " ",
    "\n",
    "\n\n",
    "\n- ",
    "\n\n- ",
    "\n\n## ",
    "# ",
    "**",
    "*",
    "**茶**",
    "**a，b**",
]
_PIECES += [
    "[龙井](product:a-b)",
    "[",
    "](",
    "](product:x)",
    ")",
    "![",
    '"',
    "'",
    "(",
    "（",
    "1. ",
    "\n1) ",
    ">",
    "+ ",
    "- ",
]
_PIECES += [
    "---",
    "===",
    ":::",
    "|",
    ":-",
    "\u3000",
    "\xa0",
    "#",
    "&amp;",
    "<b>",
    "_",
    "`",
    "~~",
    "$x$",
    "[^1]",
    "\\",
    "^",
    "…",
    "·",
]
_PIECES += [
    "[x]: y",
    "\n[x](page:a) ",
    "http://x.cn",
    "1.5",
    "2019 年",
    "“引”",
    "\t",
    "    ",
    "  \n",
    "{}",
    "%20",
    "@",
    ":",
    "!",
    "😀",
]
_BLOCKS = [
    "清明前一周采完，**只采一芽一叶**。",
    "## 怎么喝",
    "- 水温 85 度\n- **先温杯**，再投茶\n- 看[白瓷盖碗](product:gaiwan-baici)怎么用",
    "一行中文\n又一行\nEnglish\n中文 **加粗**\n末行",
    "[龙井](product:longjing) (明前) a#b 1.5 元 2019年",
    "- 完",
]
texts = st.lists(st.sampled_from(_PIECES), max_size=14).map("".join)


@st.composite
def spoiled(draw: st.DrawFn) -> str:
    """A text as people write it, with one slip."""
    gaps = st.sampled_from(["\n\n", "\n\n", "\n\n\n", "\n"])
    text = "".join(draw(st.sampled_from(_BLOCKS)) + draw(gaps) for _ in range(draw(st.integers(1, 4))))
    place = draw(st.integers(0, len(text)))
    piece = draw(st.sampled_from(_PIECES) | st.characters())
    return text[:place] + piece + text[place + draw(st.integers(0, 1)) :]


def link(target: str) -> str | None:
    return None if target.endswith("x") else f'/{target}/?a="&b'


def picture(path: str, alt: str, title: str) -> str:
    return f"[{path}|{alt}|{title}]"


def open_link(target: str) -> str:
    """As the full path opens it."""
    return render_html(f"[·]({target})", link, picture, quick=False).removeprefix("<p>").partition("·")[0]


@settings(deadline=None)
@given(texts | spoiled())
@example("茶\n**茶**\n茶\n[茶](page:a)\n茶")
@example("- a\n\n- b")
@example("**a****b**")
@example("甲**乙**丙**丁**")
@example("## 题 #")
@example("茶\n- a\n## 题\n茶")
@example("- a\n茶")
@example("茶\n1. a")
@example("茶\n-")
@example("# \u3000茶")
@example("茶\u3000")
@example("\u3000茶")
@example("\u2003茶")
@example("茶\n=")
@example("** a**")
@example("***a***")
def test_what_it_renders_is_what_the_parser_renders(text: str) -> None:
    html = render_plain(text, open_link)
    if html is not None:
        assert html == render_html(text, link, picture, quick=False)


def test_it_renders_what_people_write() -> None:
    assert render_plain("\n\n".join(_BLOCKS) + "\n", lambda target: f"<a {target}>") == (
        "<p>清明前一周采完，<strong>只采一芽一叶</strong>。</p>\n"
        "<h2>怎么喝</h2>\n"
        "<ul>\n<li>水温 85 度</li>\n<li><strong>先温杯</strong>，再投茶</li>\n"
        "<li>看<a product:gaiwan-baici>白瓷盖碗</a>怎么用</li>\n</ul>\n"
        "<p>一行中文又一行\nEnglish\n中文 <strong>加粗</strong>\n末行</p>\n"
        "<p><a product:longjing>龙井</a> (明前) a#b 1.5 元 2019年</p>\n"
        "<ul>\n<li>完</li>\n</ul>\n"
    )


@pytest.mark.parametrize(
    "text",
    [
        "`a`",
        "![a](b.jpg)",
        "1. a",
        "> a",
        "a\n---",
        "a  \nb",
        "&amp;",
        "<b>a</b>",
        "- a\n  - b",
        "::: qr x\n:::",
        "[a](b)",
    ],
)
def test_it_leaves_the_rest(text: str) -> None:
    assert render_plain(text, open_link) is None


@pytest.mark.parametrize("rest", ["\n\n1. a", " *a*", "\n\n- a\n\n- b", " ["])
def test_no_link_is_asked_for_twice(rest: str) -> None:
    asked: list[str] = []

    def note(target: str) -> str:
        asked.append(target)
        return "/"

    render_html(f"[茶](product:a){rest}", note, picture)
    assert asked == ["product:a"]


def test_it_renders_most_of_the_sample_shop() -> None:
    bodies = [
        path.read_text(encoding="utf-8").split("---\n", 2)[2]
        for path in sorted((ROOT / "content/products").glob("*.md"))
    ]
    rendered = [render_plain(body, open_link) for body in bodies]
    assert sum(each is not None for each in rendered) > 0.6 * len(bodies)
