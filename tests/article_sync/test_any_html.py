"""Whatever people paste into WeChat's editor: no word is lost, and nothing in it runs."""

import re
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.article_sync.convert.from_markdown import read_markdown
from plugins.article_sync.convert.meaning import meaning, read_wechat
from plugins.article_sync.convert.read_html import read_html
from plugins.article_sync.convert.to_markdown import render_markdown
from plugins.article_sync.convert.to_wechat import render_wechat
from plugins.shared.markdown import render_html
from plugins.wechat_emulator.article_html.editor import editor_save
from plugins.wechat_emulator.article_html.store import stored
from tests.article_sync.documents import laws

BOXES = ["section", "p", "div", "span", "strong", "em", "blockquote", "h2", "ul", "ol", "li", "table"]
MORE = [
    "pre",
    "code",
    "figure",
    "figcaption",
    "center",
    "article",
    "details",
    "sup",
    "u",
    "b",
    "font",
    "mp-common-profile",
]
ATTRIBUTES = st.sampled_from(
    ["", "", ' style="font-weight: bold"', ' data-x="1"', ' colspan="2"', ' class="rich_media"']
)


@st.composite
def soups(draw: st.DrawFn, depth: int = 4) -> str:
    """HTML with numbered words, pictures and links at any place."""
    parts = []
    for _ in range(draw(st.integers(1, 3))):
        number = draw(st.integers(100, 999))
        kind = draw(st.integers(0, 7))
        if kind == 0:
            parts.append(f'<img data-src="https://mmbiz.qpic.cn/mmbiz_jpg/pic{number}/640?wx_fmt=jpeg">')
        elif kind == 1:
            parts.append(f'<a href="https://link{number}.cn/">字{number}</a>')
        elif kind == 2:
            parts.append("<br>" if number % 2 else "<hr>")
        elif kind < 5 or depth == 0:
            parts.append(f"字{number}")
        else:
            tag = draw(st.sampled_from(BOXES + MORE))
            inner = draw(soups(depth - 1))
            if tag == "table":
                inner = f"<tr><td{draw(ATTRIBUTES)}>{inner}</td><td>{draw(soups(0))}</td></tr>"
            element = f"<{tag}{draw(ATTRIBUTES)}>{inner}</{tag}>"
            # HTML5 closes an item at the next one: an item inside an item always has a list between them.
            parts.append(f"<ul>{element}</ul>" if tag == "li" else element)
    return "".join(parts)


any_html = laws(80)


@any_html
@given(soups())
def test_every_word_picture_and_link_is_in_the_markdown(html: str) -> None:
    markdown = render_markdown(read_wechat(html))
    assert sorted(re.findall(r"字\d+", markdown)) == sorted(re.findall(r"字\d+", html))
    assert set(re.findall(r"pic\d+", html)) <= set(re.findall(r"pic\d+", markdown))
    outside_code = re.sub(r"<(pre|figcaption)\b.*?</\1>", "", html)
    assert set(re.findall(r"link\d+", outside_code)) <= set(re.findall(r"link\d+", markdown))


@any_html
@given(soups())
def test_from_the_second_round_on_nothing_changes(html: str) -> None:
    first = read_markdown(render_markdown(read_wechat(stored(html))))
    once = read_wechat(stored(render_wechat(first)))
    assert render_markdown(once) == render_markdown(first)


@any_html
@given(soups())
def test_saving_without_a_change_changes_no_meaning(html: str) -> None:
    before = stored(html)
    assert meaning(read_wechat(editor_save(before))) == meaning(read_wechat(before))


HOSTILE = [
    "<p>字</p><script>alert(1)</script>",
    "<p onclick=alert(1)>字</p>",
    "<img src=x onerror=alert(1)>字",
    '<a href="javascript:alert(1)">字</a>',
    '<a href=" java&#x0A;script:alert(1)">字</a>',
    '<a href="vbscript:x">字</a><a href="data:text/html;base64,PHNjcmlwdD4=">字</a>',
    "<svg><script>alert(1)</script><text>字</text></svg>",
    "<svg/onload=alert(1)>字</svg>",
    "<math><a xlink:href=javascript:alert(1)>字</a></math>",
    "<iframe src=javascript:alert(1)></iframe>字",
    '<iframe data-src="x" srcdoc="<script>alert(1)</script>"></iframe>字',
    '<mp-common-profile data-a="&quot;><script>alert(1)</script>" onclick=x>字</mp-common-profile>',
    "<p>&lt;script&gt;alert(1)&lt;/script&gt;字</p>",
    "<p>&lt;img src=x onerror=alert(1)&gt;字</p>",
    "<p>[字](javascript:alert(1))</p>",
    "<p>![字](x onerror=alert(1))</p>",
    "<pre>```\n<script>alert(1)</script>字</pre>",
    "<p>字<!--><script>alert(1)</script>--></p>",
    "<table><tr><td colspan=2 style='x:expression(alert(1))' onclick=x>字<script>alert(1)</script></td></tr></table>",
    "<style>@import 'javascript:x'</style><link rel=stylesheet href=x><base href=//e>字",
    "<form action=javascript:x><input onfocus=x autofocus><button>字</button></form>",
    "<noscript><p title='</noscript><img src=x onerror=alert(1)>'>字</p></noscript>字",
    "<template><img src=x onerror=alert(1)></template>字",
    '<img alt="字 &quot; onload=alert(1) x" data-src="https://mmbiz.qpic.cn/mmbiz_jpg/a/640">字',
]


@pytest.mark.parametrize("html", HOSTILE)
def test_hostile_html_becomes_harmless(html: str) -> None:
    markdown = render_markdown(read_wechat(html))
    assert "字" in markdown
    for page in (render_html(markdown, lambda href: href, lambda path, alt, title: ""), render_wechat(read_html(html))):
        found = _Dangers()
        found.feed(page)
        assert found.dangers == []
    found = _Dangers()
    found.feed(re.sub(r"```.*?```", "", re.sub(r"\\[<>]", "", markdown), flags=re.DOTALL))
    assert found.dangers == []


class _Dangers(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.dangers: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in ("script", "style", "form", "input", "button", "svg", "math", "link", "base", "template", "object"):
            self.dangers.append(tag)
        for name, value in attrs:
            plain = "".join((value or "").lower().split())
            if name.startswith("on") or name == "srcdoc" or "expression(" in plain:
                self.dangers.append(name)
            if name in ("href", "src", "data-src") and re.match(r"(java|vb)script:|data:", plain):
                self.dangers.append(plain)


@pytest.mark.parametrize("tag", ["section", "span", "blockquote", "ul", "b", "table"])
def test_a_nesting_bomb_ends_in_its_words(tag: str) -> None:
    html = f"<{tag}>" * 3000 + "字" + f"</{tag}>" * 3000
    assert "字" in render_markdown(read_wechat(html))


@pytest.mark.parametrize(
    "html", ["<p", "<<<>>>", "</p></section>字", "<p style='a:b", "<![CDATA[字]]>", "&#0;&#xD800;字", ""]
)
def test_broken_html_is_read(html: str) -> None:
    assert isinstance(render_markdown(read_wechat(html)), str)
