"""Articles published by hand: their links are recorded once, and a wrong id or link is said."""

import json
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from plugins.article_sync.pasted import record_pasted, with_id
from plugins.shared.errors import ContentProblems, StateUntrusted, UsageProblem
from tests.article_sync.world import World
from tests.conftest import NOW

URL = "https://mp.weixin.qq.com/s/abc-DEF_1"


@pytest.fixture
def shop(world: World) -> tuple[World, str]:
    path = world.write("hello", "第一段。\n")
    return world, with_id(world.content, path, world.settings).id


def _record(world: World, article_id: str, url: str, now: datetime = NOW) -> dict[str, dict[str, str]]:
    record_pasted(world.content, article_id, url, world.settings, now)
    data = json.loads(_file(world).read_text("utf-8"))
    articles: dict[str, dict[str, str]] = data["articles"]
    return articles


def _file(world: World) -> Path:
    return world.content / ".sync" / "pasted.json"


def test_an_id_is_written_once(world: World) -> None:
    path = world.write("hello", "第一段。\n")
    first = with_id(world.content, path, world.settings).id
    text = path.read_text("utf-8")
    assert f"id: {first}\n" in text
    assert with_id(world.content, path, world.settings).id == first
    assert path.read_text("utf-8") == text


def test_a_link_is_recorded_with_its_file(shop: tuple[World, str]) -> None:
    world, article_id = shop
    entry = _record(world, article_id, URL)[article_id]
    assert (entry["path"], entry["url"]) == ("articles/hello.md", URL)


def test_recording_the_same_again_changes_nothing(shop: tuple[World, str]) -> None:
    world, article_id = shop
    _record(world, article_id, URL)
    before = _file(world).read_bytes()
    _record(world, article_id, URL, NOW + timedelta(days=1))
    assert _file(world).read_bytes() == before


def test_another_link_takes_the_place_of_the_first(shop: tuple[World, str]) -> None:
    world, article_id = shop
    _record(world, article_id, URL)
    articles = _record(world, article_id, URL + "2")
    assert [entry["url"] for entry in articles.values()] == [URL + "2"]


def test_one_link_cannot_stand_for_two_articles(shop: tuple[World, str]) -> None:
    world, article_id = shop
    other = with_id(world.content, world.write("other", "字\n"), world.settings).id
    _record(world, article_id, URL)
    with pytest.raises(UsageProblem, match=r"articles/hello\.md"):
        _record(world, other, URL)


@pytest.mark.parametrize(
    "url",
    [
        "",
        "https://mp.weixin.qq.com/",
        "http://mp.weixin.qq.com/s/abc",
        "https://mp.weixin.qq.com.evil.cn/s/abc",
        "https://mp.weixin.qq.com/s?__biz=1&tempkey=x",
        "https://mp.weixin.qq.com/s/abc def",
        "https://tea.example.com/articles/hello/",
    ],
)
def test_anything_but_a_permanent_link_is_said(shop: tuple[World, str], url: str) -> None:
    world, article_id = shop
    with pytest.raises(UsageProblem, match=r"https://mp\.weixin\.qq\.com/s/"):
        _record(world, article_id, url)
    assert not _file(world).exists()


@pytest.mark.parametrize("article_id", ["", "abcdefghij", "../x", "0" * 10])
def test_an_unknown_id_is_said(shop: tuple[World, str], article_id: str) -> None:
    with pytest.raises(UsageProblem, match="tasks.py copy"):
        _record(shop[0], article_id, URL)


@pytest.mark.parametrize("data", [b"", b"{", b"[]", b'{"format": 99, "articles": {}}', b'{"format": 1, "articles": 7}'])
def test_a_broken_record_is_never_written_over(shop: tuple[World, str], data: bytes) -> None:
    world, article_id = shop
    _file(world).parent.mkdir(exist_ok=True)
    _file(world).write_bytes(data)
    with pytest.raises(StateUntrusted, match="pasted"):
        _record(world, article_id, URL)
    assert _file(world).read_bytes() == data


def test_an_article_that_cannot_be_read_is_said(world: World) -> None:
    path = world.write("bad", "字\n")
    path.write_text("没有开头\n", encoding="utf-8")
    with pytest.raises(ContentProblems):
        with_id(world.content, path, world.settings)
