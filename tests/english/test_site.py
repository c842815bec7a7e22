"""A shop in both languages, built twice: everything that both promise."""

import re
import shutil
from html import unescape
from pathlib import Path

import pytest

from plugins.english.words import CHINESE
from plugins.site.build import BuildFailed, build_site
from plugins.site.links import dead_links
from tests.conftest import ROOT, write_small_shop

TEXT = re.compile(r">([^<]+)<|<[^>]* (?:alt|aria-label|placeholder|title|content)=\"([^\"]*)\"")
WORDS = """小店: The Shop
小店有限公司: The Shop Ltd.
茶: Tea
器: Ware
绿茶: Green tea
盖碗: Gaiwan
一店: Store One
杭州: Hangzhou
路 1 号: 1 Road
杭州路 1 号: 1 Road, Hangzhou
茶事: Tea matters
你好: Hello
购买: Buying
怎么买: How to buy
"""
PRODUCT = "---\ntitle: Longjing\nhighlights: [Fresh]\n---\nGood tea, [by hand](article:hello).\n"


def _root(place: Path) -> Path:
    """Return a folder with the engine and a small shop in both languages."""
    place.mkdir(parents=True, exist_ok=True)
    for name in ("plugins", "theme"):
        shutil.copytree(ROOT / name, place / name, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pelicanconf.py", place)
    content = write_small_shop(place / "content")
    with (content / "shop.yaml").open("a", encoding="utf-8") as file:
        file.write("languages: [zh, en]\n")
    files = {
        "words.yaml": WORDS,
        "products/longjing.md": PRODUCT,
        "products/gaiwan.md": "---\ntitle: Gaiwan\n---\nA cup.\n",
        "landing_pages/spring.md": "---\ntitle: Spring\n---\nCome.\n",
        "articles/hello.md": "---\ntitle: Hello\n---\nSee [Longjing](product:longjing).\n",
        "pages/service.md": "---\ntitle: Service\nfaq:\n- title: Buying\n  items: [{q: How, a: Call}]\n---\nHi.\n",
    }
    for name, text in files.items():
        (content / "en" / name).parent.mkdir(parents=True, exist_ok=True)
        (content / "en" / name).write_text(text, encoding="utf-8")
    return place


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = _root(tmp_path_factory.mktemp("both"))
    build_site(root)
    return root


def _pages(output: Path) -> dict[str, str]:
    return {path.relative_to(output).as_posix(): path.read_text(encoding="utf-8") for path in output.rglob("*.html")}


def _files(output: Path) -> dict[str, bytes]:
    return {path.relative_to(output).as_posix(): path.read_bytes() for path in output.rglob("*") if path.is_file()}


def test_a_translated_shop_has_no_chinese_in_its_english_pages(built: Path) -> None:
    left = {
        (name, unescape(one or other))
        for name, page in _pages(built / "output/en").items()
        for one, other in TEXT.findall(re.sub(r"<style.*?</style>|<script[^>]*></script>", "", page, flags=re.DOTALL))
        if CHINESE.search(one or other)
    }
    assert {text for _, text in left} == {"中文", "小"}  # the way back, and the seal on the picture


def test_what_has_no_english_is_marked_as_chinese(tmp_path: Path) -> None:
    root = _root(tmp_path / "shop")
    (root / "content/en/products/gaiwan.md").unlink()
    (root / "content/en/words.yaml").write_text(WORDS.replace("盖碗: Gaiwan\n", ""), encoding="utf-8")
    build_site(root)
    assert '<span class="wz-card__title" lang="zh-CN">盖碗</span>' in _pages(root / "output/en")["products/index.html"]
    page = _pages(root / "output/en")["p/gaiwan/index.html"]
    assert '<h1 lang="zh-CN">盖碗</h1>' in page
    assert '<div class="wz-prose" lang="zh-CN">' in page


def test_both_languages_lead_to_each_other(built: Path) -> None:
    chinese, english = _pages(built / "output"), _pages(built / "output/en")
    host = "https://shop.example.com"
    alternate = '<link rel="alternate" hreflang="{}" href="{}/p/longjing/">'
    pair = alternate.format("zh-CN", host) + "\n" + alternate.format("en", host + "/en")
    for pages, own, language, way in (
        (chinese, "", "zh-CN", '<a href="/en/p/longjing/" hreflang="en" lang="en">English</a>'),
        (english, "/en", "en", '<a href="/p/longjing/" hreflang="zh-CN" lang="zh-CN">中文</a>'),
    ):
        page = pages["p/longjing/index.html"]
        assert pair in page
        assert f'<html lang="{language}">' in page
        assert f'<link rel="canonical" href="{host}{own}/p/longjing/">' in page
        assert way in page


def test_every_twin_that_a_page_names_is_there(built: Path) -> None:
    output = built / "output"
    named = {
        url
        for page in _pages(output).values()
        for url in re.findall(r'<link rel="alternate" hreflang="[^"]*" href="https://shop\.example\.com(/[^"]*)"', page)
    }
    assert {url for url in named if url.startswith("/en/")}
    files = {url: output / (url[1:] + ("index.html" if url.endswith("/") else "")) for url in named}
    assert [url for url, file in files.items() if not file.is_file()] == []


def test_english_pages_lead_to_english_pages(built: Path) -> None:
    for name, page in _pages(built / "output/en").items():
        links = re.findall(r'<a (?![^>]*hreflang)[^>]*href="(/[^"]*)"', page)
        assert [link for link in links if not link.startswith(("/en/", "/images/"))] == [], name
    assert [dead for dead in dead_links(built / "output") if "404" not in dead[0]] == []


def test_sitemaps_and_robots(built: Path) -> None:
    output = built / "output"
    assert "<loc>https://shop.example.com/en/p/longjing/</loc>" in (output / "en/sitemap.xml").read_text()
    assert "Sitemap: https://shop.example.com/en/sitemap.xml" in (output / "robots.txt").read_text()
    assert not (output / "en/robots.txt").exists()
    assert not (output / "en/images").exists()
    assert not list((output / "en").rglob("feed.xml"))


def test_search_finds_english_names(built: Path) -> None:
    index = (built / "output/en/search/products.json").read_text(encoding="utf-8")
    assert "Longjing\\nGaiwan" in index
    assert "Green tea" in index


def test_incremental_is_clean(built: Path, tmp_path: Path) -> None:
    root = tmp_path / "shop"
    shutil.copytree(built, root)
    edits = {
        "en/products/longjing.md": PRODUCT.replace("title: Longjing", "title: Dragon Well"),
        "en/words.yaml": WORDS.replace("Green tea", "Teas that are green"),
    }
    build_site(root)
    for name, text in edits.items():
        (root / "content" / name).write_text(text, encoding="utf-8")
        build_site(root)
    product = root / "content/products/gaiwan.md"
    product.write_text(product.read_text(encoding="utf-8").replace("128.50", "99.00"), encoding="utf-8")
    build_site(root)
    again = _files(root / "output")
    shutil.rmtree(root / "output")
    shutil.rmtree(root / ".cache")
    build_site(root)
    assert again == _files(root / "output")
    assert b"Dragon Well" in again["en/index.html"]
    assert b"\xc2\xa599" in again["en/p/gaiwan/index.html"]


def test_english_goes_when_it_is_switched_off(built: Path, tmp_path: Path) -> None:
    root = tmp_path / "shop"
    shutil.copytree(built, root)
    build_site(root)
    shop = root / "content/shop.yaml"
    shop.write_text(shop.read_text(encoding="utf-8").replace("languages: [zh, en]\n", ""), encoding="utf-8")
    build_site(root)
    assert not (root / "output/en").exists()
    assert "hreflang" not in (root / "output/index.html").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("name", "text", "problem"),
    [
        ("products/nothing.md", "---\ntitle: X\n---\n", "en/products/nothing.md:1: there is no products/nothing.md"),
        ("products/longjing.md", "---\ntitel: X\n---\n", "en/products/longjing.md:2: 'titel' is not a known key."),
        ("articles/hello.md", "---\ntitle: X\n---\n[x](product:no)\n", "en/articles/hello.md:1: 'product:no' leads to"),
    ],
)
def test_what_is_wrong_is_named(tmp_path: Path, name: str, text: str, problem: str) -> None:
    root = _root(tmp_path / "shop")
    (root / "content/en" / name).write_text(text, encoding="utf-8")
    with pytest.raises(BuildFailed, match=re.escape(problem)):
        build_site(root)
