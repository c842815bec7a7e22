"""The one Markdown: references, pictures, footnotes, tasks, Chinese line ends, and nothing that runs."""

from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.shared.markdown import clean_html, parse, render_html


def _render(text: str) -> str:
    return render_html(text, lambda href: f"/at/{href}/", lambda path, alt, title: f"[{path}|{alt}|{title}]")


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("[茶](product:longjing)", '<p><a href="/at/product:longjing/">茶</a></p>'),
        ("[列](column:茶事)", '<p><a href="/at/column:茶事/">列</a></p>'),
        ("[列](home)", '<p><a href="/at/home/">列</a></p>'),
        ("[外](https://a.cn/?x=1&y=2)", '<p><a href="https://a.cn/?x=1&amp;y=2">外</a></p>'),
        ("[打](tel:0571)", '<p><a href="tel:0571">打</a></p>'),
        ("[跳](#a)", '<p><a href="#a">跳</a></p>'),
        ('![图 "a"](articles/一 杯.jpg)', '<p>![图 "a"](articles/一 杯.jpg)</p>'),
        ('![图](<articles/一 杯.jpg> "题")', "[articles/一 杯.jpg|图|题]"),
        ("字 ![图](a.jpg)", "<p>字 [a.jpg|图|]</p>"),
        ("中文\n换行", "<p>中文换行</p>"),
        ("中文\nlatin", "<p>中文\nlatin</p>"),
        ("**注意：**水温", "<p><strong>注意：</strong>水温</p>"),
        ("他说**“好”**。", "<p>他说<strong>“好”</strong>。</p>"),
        ("中_文_字", "<p>中_文_字</p>"),
        ("~~删~~", "<p><s>删</s></p>"),
        ("a^[b](c)", '<p>a^<a href="/at/c/">b</a></p>'),
    ],
)
def test_inline(text: str, html: str) -> None:
    assert _render(text).strip() == html


def test_an_unknown_reference_leaves_the_words() -> None:
    assert render_html("[茶](product:none)", lambda _: None, lambda *_: "").strip() == "<p><a>茶</a></p>"


def test_tasks_are_boxes_without_form_elements() -> None:
    html = _render("- [x] 烫杯\n- [ ] 出汤\n")
    assert "☑ 烫杯" in html
    assert "☐ 出汤" in html
    assert "<input" not in html


def test_tables_align_by_class() -> None:
    html = _render("| 茶 | 克 |\n|:--|--:|\n| 龙井 | 3 |\n")
    assert '<td class="align-left">龙井</td>' in html
    assert '<td class="align-right">3</td>' in html


def test_footnotes_link_there_and_back() -> None:
    html = _render("茶[^a]\n\n[^a]: 说明\n")
    assert '<a href="#fn1" id="fnref1">1</a>' in html
    assert '<li id="fn1"' in html


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "<svg onload=alert(1)><script>x</script></svg>",
        "[x](javascript:alert(1))",
        "[x](JaVaScRiPt:alert(1))",
        "[x](data:text/html,<script>)",
        "<a href='java\tscript:alert(1)'>x</a>",
        "<iframe src=//evil></iframe>",
        "<form action=x><input name=a><button>b</button></form>",
        "<div style='background:url(javascript:x)' onclick=x id=location class=evil>t</div>",
        '<a title="<img src=" href=" onmouseover=alert(1) ">x</a>',
        '<div title="\n\n![" onmouseover=alert(1) x](a.jpg)\n\n">',
        "![a](javascript:alert(1))",
        "<style>*{}</style><link rel=stylesheet href=x><base href=//evil><meta http-equiv=refresh>",
        "<math><mi xlink:href=javascript:alert(1)>x</mi></math>",
    ],
)
def test_nothing_executable_gets_through(text: str) -> None:
    found = _Dangers()
    found.feed(render_html(text, lambda href: href, lambda path, alt, title: ""))
    assert found.dangers == []


class _Dangers(HTMLParser):
    """Collects what could run, load or take over."""

    def __init__(self) -> None:
        super().__init__()
        self.dangers: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in ("script", "style", "iframe", "form", "input", "svg", "math", "link", "base", "meta", "object"):
            self.dangers.append(tag)
        for name, value in attrs:
            if name.startswith("on") or name in ("style", "srcdoc"):
                self.dangers.append(f"{tag} {name}")
            if name == "href" and "script:" in "".join((value or "").lower().split()):
                self.dangers.append(value or "")


@settings(deadline=None)
@given(
    st.lists(st.sampled_from(["<", ">", '"', "'", "<a href=", "<img src=", "![", "](", ")", " x", "\n\n", "`"])).map(
        "".join
    )
)
def test_pictures_are_only_put_where_pictures_stand(text: str) -> None:
    """Whatever quotes and angles are around, no attribute is opened by what a picture becomes."""
    found = _Dangers()
    found.feed(render_html(text, lambda href: "#", lambda path, alt, title: '<b class="p">P</b>'))
    assert found.dangers == []
    assert clean_html(render_html(text, lambda href: "#", lambda *_: "")) == render_html(
        text, lambda href: "#", lambda *_: ""
    )


def test_top_level_tokens_know_their_lines() -> None:
    tokens = [token for token in parse("# 一\n\n二\n三\n\n- 四\n") if token.level == 0 and token.map]
    assert [token.map for token in tokens if token.nesting >= 0] == [[0, 1], [2, 4], [5, 6]]
