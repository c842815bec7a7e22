"""Patterns of attack, written anew: whatever is converted, in either direction, runs nothing and takes no age."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from plugins.article_sync.convert.blocks import Directive
from plugins.article_sync.convert.canonical import clean
from plugins.article_sync.convert.from_markdown import read_markdown
from plugins.article_sync.convert.meaning import read_wechat
from plugins.article_sync.convert.parts import SUM
from plugins.article_sync.convert.to_markdown import render_markdown
from plugins.article_sync.convert.to_wechat import render_wechat
from plugins.shared.markdown import render_html
from tests.conftest import ROOT

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


@pytest.mark.parametrize("tag", ["script", "style", "template", "noscript", "title"])
def test_what_nobody_sees_in_a_page_is_no_text(tag: str) -> None:
    assert render_markdown(read_wechat(f"<p>字</p><{tag}>go()</{tag}>")) == "字\n"


@pytest.mark.parametrize("html", ["<p onclick='go()'>字</p>", "<p style='width:expression(go())'>字</p>"])
def test_nothing_that_runs_is_left_before_anything_is_made_of_it(html: str) -> None:
    assert clean(html) in ("<p>字</p>", '<p style="">字</p>')


@pytest.mark.parametrize("tag", ["iframe", "video", "audio"])
def test_players_and_frames_load_nothing(tag: str) -> None:
    html = f'<p>字</p><{tag} src="https://elsewhere.example/x" href="https://elsewhere.example/y"></{tag}>'
    blocks = read_wechat(html)
    assert "elsewhere" not in clean(html)
    assert "elsewhere" not in render_wechat(blocks)
    assert "elsewhere" not in _site(render_markdown(blocks))


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


SECTION = (
    "![图](articles/p{}.jpg)\n\n## 第 {} 节\n\n**粗**"
    + "茶水很好喝，" * 170
    + "[链](https://a.cn/{})\n\n- 一\n- 二\n\n"
)
LARGE = "".join(SECTION.format(number, number, number) for number in range(330))


ROUNDS = """
import re, sys
from pathlib import Path
from plugins.article_sync.convert.from_markdown import read_markdown
from plugins.article_sync.convert.meaning import read_wechat
from plugins.article_sync.convert.to_markdown import render_markdown
from plugins.article_sync.convert.to_wechat import render_wechat
text = sys.stdin.read()
for _ in range(3):
    home = render_markdown(read_wechat(render_wechat(read_markdown(text))))
    highest = re.search("VmHWM:\\s+(\\d+)", Path("/proc/self/status").read_text())
    print(home.count("![图]("), int(highest[1]) // 1024)
"""


@pytest.mark.slow
@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="no peak memory of a single process here")
def test_a_megabyte_with_300_pictures_goes_and_comes_home_in_bounded_memory() -> None:
    assert len(LARGE.encode("utf-8")) > 1_000_000
    command = [sys.executable, "-c", ROUNDS]
    ran = subprocess.run(command, input=LARGE, capture_output=True, text=True, check=True, cwd=ROOT)
    rounds = [tuple(map(int, line.split())) for line in ran.stdout.splitlines()]
    assert [pictures for pictures, _ in rounds] == [330] * 3
    first, last = rounds[0][1], rounds[-1][1]
    assert first < 150
    assert last - first < 25, "memory in MB: what one article needed is free for the next"


@pytest.mark.parametrize(
    "tag", ["section", "blockquote", "ul><li", "b", "span", "table><tr><td", "a href=https://a.cn"]
)
@pytest.mark.parametrize("closed", [True, False])
def test_a_bomb_of_tags_ends_in_its_words(tag: str, closed: bool) -> None:
    names = [part.split()[0] for part in tag.split("><")]
    end = "".join(f"</{name}>" for name in reversed(names)) if closed else ""
    markdown = render_markdown(read_wechat(f"<{tag}>" * 1000 + "字" + end * 1000))
    assert "字" in markdown
    assert "字" in render_wechat(read_markdown(markdown))


@pytest.mark.parametrize(
    "text",
    [
        "::: callout\n字",
        "字\n:::\n:::",
        "> ::: product\n字",
        "| a |\n|---|\n| 字",
        "[^1]: 字",
        "字 <section><b",
        "$字",
        "```\n字",
    ]
    + ["- [ ] 字\n\t\t> [^x", "![字](", "<table><tr><td>字", "字[^1]\n\n[^1]:\n\n[^1]: 字"],
)
def test_what_was_never_closed_is_read(text: str) -> None:
    html = render_wechat(read_markdown(text))
    assert "字" in html or text.startswith("[^1]")
    assert read_markdown(render_markdown(read_markdown(text))) == read_markdown(text)


@pytest.mark.parametrize("mark", ["> ", "- ", "*", "[", "::: callout\n", "$", "`", "<section>", "![", "**a *b "])
def test_a_bomb_of_marks_ends_in_a_parse(mark: str) -> None:
    assert isinstance(render_wechat(read_markdown(mark * 400 + "字")), str)


def _site(markdown: str) -> str:
    return _outside_code(render_html(markdown, lambda href: "#", lambda path, alt, title: "", lambda kind, words: ""))


def _outside_code(html: str) -> str:
    """HTML without what it only quotes."""
    quoted = r"<(code|pre)\b[^>]*>.*?</\1>|data-[a-z-]+=\"[^\"]*\"|alt=\"[^\"]*\"|title=\"[^\"]*\"|src=\"x[^\"]*\""
    return re.sub(quoted, "", html, flags=re.DOTALL)
