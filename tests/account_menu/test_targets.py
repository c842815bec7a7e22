"""What an editor may write behind ``target:``, and what is said about the rest."""

import pytest

from plugins.account_menu.model import ContentReference, WebAddress
from plugins.account_menu.targets import parse_target, reference_for


@pytest.mark.parametrize(
    "text", ["home", "products", "service", "search", "product:longjing", "column:选茶指南", "page:about"]
)
def test_content_references(text):
    assert parse_target(text) == ContentReference(text)


@pytest.mark.parametrize("text", ["https://mp.weixin.qq.com/s/abc", "http://old.example.com/"])
def test_web_addresses(text):
    assert parse_target(text) == WebAddress(text)


@pytest.mark.parametrize(
    ("path", "reference"),
    [
        ("/", "home"),
        ("/index.html", "home"),
        ("/p/longjing/", "product:longjing"),
        ("p/longjing", "product:longjing"),
        ("/p/longjing/index.html", "product:longjing"),
        ("content/products/longjing.md", "product:longjing"),
        ("products/longjing.md", "product:longjing"),
        ("longjing.md", "page:longjing"),
        ("/products/", "products"),
        ("/products/lvcha/", "category:lvcha"),
        ("/landing/spring/", "landing:spring"),
        ("landing_pages/spring.md", "landing:spring"),
        ("/articles/", "articles"),
        ("/articles/hello/", "article:hello"),
        ("/stores/one/", "store:one"),
        ("/service/", "service"),
        ("/about/", "page:about"),
        ("/columns/%E8%8C%B6%E4%BA%8B/", "column:茶事"),
        ("https://shop.example.com/p/longjing/?from=menu", "product:longjing"),
    ],
)
def test_a_hand_written_path_is_refused_with_the_reference_it_means(path, reference):
    assert reference_for(path) == reference
    if not path.startswith("https"):
        refused = parse_target(path)
        assert isinstance(refused, str)
        assert "content reference" in refused
        assert f"Write {reference}." in refused


@pytest.mark.parametrize(
    ("text", "suggestion"),
    [
        ("prodct:longjing", "product:longjing"),
        ("产品:longjing", "product:…"),
        ("sotres", "stores"),
        ("tel:0571-1234", "https"),
        ("javascript:alert(1)", "https"),
        ("", "https"),
    ],
)
def test_anything_else_is_refused_with_a_suggestion(text, suggestion):
    refused = parse_target(text)
    assert isinstance(refused, str)
    assert suggestion in refused


def test_the_sentence_is_in_the_readers_language(monkeypatch):
    monkeypatch.setenv("LC_ALL", "zh_CN.UTF-8")
    assert (
        parse_target("/p/longjing/")
        == "“/p/longjing/”是手写的本站地址，而 target 要写内容引用。请写 product:longjing。"
    )
