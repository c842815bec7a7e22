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
texts = st.lists(st.sampled_from(_PIECES), max_size=14).map("".join)


def link(target: str) -> str | None:
    return None if target.endswith("x") else f'/{target}/?a="&b'


def picture(path: str, alt: str, title: str) -> str:
    return f"[{path}|{alt}|{title}]"


def open_link(target: str) -> str:
    """As the full path opens it."""
    return render_html(f"[·]({target})", link, picture, quick=False).removeprefix("<p>").partition("·")[0]


@settings(deadline=None)
@given(texts)
@example("茶\n**茶**\n茶\n[茶](page:a)\n茶")
@example("- a\n\n- b")
@example("**a****b**")
@example("甲**乙**丙**丁**")
@example("## 题 #")
def test_what_it_renders_is_what_the_parser_renders(text: str) -> None:
    html = render_plain(text, open_link)
    if html is not None:
        assert html == render_html(text, link, picture, quick=False)


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


def test_it_renders_most_of_the_sample_shop() -> None:
    bodies = [
        path.read_text(encoding="utf-8").split("---\n", 2)[2]
        for path in sorted((ROOT / "content/products").glob("*.md"))
    ]
    rendered = [render_plain(body, open_link) for body in bodies]
    assert sum(each is not None for each in rendered) > 0.6 * len(bodies)
