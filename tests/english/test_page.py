"""Pages: words, addresses and languages, everything else byte for byte."""

import pytest

from plugins.english.page import PageTranslator
from plugins.english.words import Words

HOST = "https://shop.example.com"


@pytest.fixture
def translator() -> PageTranslator:
    words = Words({"首页": "Home", "绿茶": "Tom & Jerry's <tea>", "选 {n}": "Pick {n}"})
    return PageTranslator(words, HOST, ("/submit",))


@pytest.mark.parametrize(
    ("chinese", "english"),
    [
        ('<html lang="zh-CN"><p>首页</p></html>', '<html lang="en"><p>Home</p></html>'),
        ("<p>绿茶</p>", "<p>Tom &amp; Jerry's &lt;tea&gt;</p>"),
        ('<img alt="绿茶">', '<img alt="Tom &amp; Jerry&#x27;s &lt;tea&gt;">'),
        ("<p>好茶</p>", '<p lang="zh-CN">好茶</p>'),
        ('<a aria-label="好茶" href="/p/x/">x</a>', '<a aria-label="好茶" href="/en/p/x/" lang="zh-CN">x</a>'),
        ('<div class="wz-prose"><p>首页</p></div>', '<div class="wz-prose" lang="zh-CN"><p>首页</p></div>'),
        (
            '<form class="wz-form" action="/submit">首页</form>',
            '<form class="wz-form" action="/submit" lang="zh-CN">首页</form>',
        ),
        ('<img src="/images/a.jpg">', '<img src="/images/a.jpg">'),
        ('<script src="/theme/site.1.js" defer></script>', '<script src="/en/theme/site.1.js" defer></script>'),
        (f'<link rel="canonical" href="{HOST}/p/x/">', f'<link rel="canonical" href="{HOST}/en/p/x/">'),
        (f'<a hreflang="zh-CN" href="{HOST}/p/x/">x</a>', f'<a hreflang="zh-CN" href="{HOST}/p/x/">x</a>'),
        ('<a href="https://other.example.com/">x</a>', '<a href="https://other.example.com/">x</a>'),
        ('<meta content="0; url=/p/x/">', '<meta content="0; url=/en/p/x/">'),
        ("<p>选 3</p>", "<p>Pick 3</p>"),
        ("<script>var a = '首页' < 2</script>", "<script>var a = '首页' < 2</script>"),
        ("<style>a::before{content:'首页'}</style>", "<style>a::before{content:'首页'}</style>"),
    ],
)
def test_an_element(translator: PageTranslator, chinese: str, english: str) -> None:
    assert translator.translate(chinese) == english


def test_structured_data(translator: PageTranslator) -> None:
    data = f'{{"name":"首页","item":"{HOST}/p/x/","image":"{HOST}/images/a.jpg"}}'
    page = f'<script type="application/ld+json">{data}</script>'
    assert translator.translate(page) == page.replace("首页", "Home").replace("/p/x/", "/en/p/x/")


def test_what_names_a_filter_is_the_same_in_page_and_index(translator: PageTranslator) -> None:
    page = translator.translate('<a data-key="#首页">首页</a>')
    assert page == '<a data-key="#Home">Home</a>'
    assert translator.data({"keys": ["#首页", "产地=杭州"]}) == {"keys": ["#Home", "产地=杭州"]}
