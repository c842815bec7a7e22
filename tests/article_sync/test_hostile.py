"""Patterns of attack, written anew: whatever is converted, in either direction, runs nothing and takes no age."""

import re

import pytest

from plugins.article_sync.convert.blocks import Directive
from plugins.article_sync.convert.from_markdown import read_markdown
from plugins.article_sync.convert.meaning import read_wechat
from plugins.article_sync.convert.parts import SUM
from plugins.article_sync.convert.to_markdown import render_markdown
from plugins.article_sync.convert.to_wechat import render_wechat
from plugins.shared.markdown import render_html

DANGER = re.compile(
    r"<\s*(script|iframe|object|embed|form|input|base|meta|link|style)\b|<[^>]*\son\w+\s*=|"
    r"(href|src|action)\s*=\s*[\"']?\s*(javascript|vbscript|data:text)|expression\s*\(|@import",
    re.IGNORECASE,
)
HTML = [
    '<section data-wz="product x" onclick="go()"><p>字</p></section>',
    '<section data-wz="qr javascript:go()">字</section>',
    '<section data-wz="callout &lt;img src=x onerror=go()&gt;" data-wz-sum="0">字</section>',
    '<section data-wz="audio a&#10;:::&#10;<script>go()</script>">字</section>',
    '<span data-formula="</span><script>go()</script>">字</span>',
    '<span data-formula="\\href{javascript:go()}{字}"></span>字',
    '<span data-formula="$<img src=x onerror=go()>$"></span>字',
    "<svg><animate onbegin=go() attributeName=x></svg>字",
    "<svg><a xlink:href='javascript:go()'><text>字</text></a></svg>",
    "<img src='data:image/svg+xml,<svg onload=go()>'>字",
    "<img data-src='x\" onerror=\"go()'>字",
    "<a href='jAvAsCrIpT&colon;go()'>字</a>",
    "<a href='\x01javascript:go()'>字</a>",
    "<p style='background:url(javascript:go())'>字</p>",
    '<p style="width:expression(go())">字</p>',
    "<scr<script>ipt>go()</script>字",
    "<<script>go();//<</script>字",
    "<details open ontoggle=go()>字</details>",
    "<math><mtext><table><mglyph><style><img src=x onerror=go()></style></mglyph></table></mtext></math>字",
    "<noscript><p title='</noscript><img src=x onerror=go()>'>字</noscript>字",
    "<textarea><script>go()</script></textarea>字",
    "<marquee onstart=go()>字</marquee>",
    "<body onload=go()>字",
    "<form action=javascript:go()><button>字</button></form>字",
    "<mp-common-profile data-nickname='<script>go()</script>' onclick=go()>字</mp-common-profile>",
]
MARKDOWN = [
    "[字](javascript:go())",
    "[字](<java\nscript:go()>)",
    "![字](x \"a' onerror='go()\")",
    "::: product <script>go()</script>\n字\n:::",
    '::: qr javascript:go() " onclick="go()\n字\n:::',
    "::: callout **<img src=x onerror=go()>**\n字\n:::",
    "$\\href{javascript:go()}{x}$ 字",
    "$\\text{<script>go()</script>}$ 字",
    "<section data-wz='video' onmouseover=go()>字</section>",
    '```html"onload=go()\n<script>go()</script>\n```\n字',
    "[字][r]\n\n[r]: data:text/html,<script>go()</script>",
    "字[^<script>go()</script>]\n\n[^<script>go()</script>]: 注",
]


@pytest.mark.parametrize("html", HTML)
def test_hostile_html_gives_harmless_text(html: str) -> None:
    blocks = read_wechat(html)
    markdown = render_markdown(blocks)
    assert "字" in markdown
    assert not DANGER.search(_outside_code(render_wechat(blocks)))
    assert not DANGER.search(_site(markdown))
    assert not re.search(r"\]\(\s*<?\s*(javascript|vbscript)", markdown, re.IGNORECASE)


@pytest.mark.parametrize("markdown", MARKDOWN)
def test_hostile_markdown_gives_harmless_pages(markdown: str) -> None:
    html = render_wechat(read_markdown(markdown))
    assert "字" in html
    assert not DANGER.search(_outside_code(html))
    assert not DANGER.search(_site(markdown))


def test_a_card_whose_words_were_changed_comes_home_as_those_words() -> None:
    card = Directive("product", "longjing", (), read_markdown("**明前龙井** ¥268\n"))
    html = render_wechat((card,))
    assert SUM in html
    assert read_wechat(html) == (card,)
    assert "¥298" in render_markdown(read_wechat(html.replace("268", "298")))


@pytest.mark.slow
def test_a_megabyte_with_300_pictures_stays_small_in_memory() -> None:
    import tracemalloc

    picture = '<p><img data-src="https://mmbiz.qpic.cn/mmbiz_jpg/p{}/640"></p>'
    html = "".join(picture.format(number) + "<p>" + "茶" * 1000 + "</p>" for number in range(330))
    assert len(html.encode("utf-8")) > 1_000_000
    tracemalloc.start()
    markdown = render_markdown(read_wechat(html))
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert markdown.count("![](") == 330
    assert peak < 100_000_000


@pytest.mark.parametrize("mark", ["> ", "- ", "*", "[", "::: callout\n", "$", "`", "<section>", "![", "**a *b "])
def test_a_bomb_of_marks_ends_in_a_parse(mark: str) -> None:
    assert isinstance(render_wechat(read_markdown(mark * 400 + "字")), str)


def _site(markdown: str) -> str:
    return _outside_code(render_html(markdown, lambda href: "#", lambda path, alt, title: "", lambda kind, words: ""))


def _outside_code(html: str) -> str:
    """HTML without what it only quotes."""
    quoted = r"<(code|pre)\b[^>]*>.*?</\1>|data-[a-z-]+=\"[^\"]*\"|alt=\"[^\"]*\"|title=\"[^\"]*\"|src=\"x[^\"]*\""
    return re.sub(quoted, "", html, flags=re.DOTALL)
