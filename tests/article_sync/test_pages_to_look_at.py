"""The preview and the copy page: what is on them, without a browser (tests/browser looks at them in one)."""

import re
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from plugins.article_sync.command import copy, preview
from plugins.article_sync.preview_page import at_night
from plugins.article_sync.themes.colour import NIGHT, contrast, night_background, read_colour
from plugins.shared.errors import ContentProblems, UsageProblem
from tests.conftest import write_small_shop

BODY = "\n# 题\n\n**粗**与`码`。\n\n```python\nx = 1  # 注\n```\n\n![杯](a.jpg)\n\n[龙井](product:longjing)\n"


@pytest.fixture
def shop(tmp_path: Path) -> Path:
    content = write_small_shop(tmp_path / "content")
    path = content / "articles" / "hello.md"
    path.write_text(path.read_text("utf-8").replace("category", "author: 老沈\ncover: a.jpg\ncategory") + BODY, "utf-8")
    return content


def _page(path: Path) -> BeautifulSoup:
    text = path.read_text("utf-8")
    assert not re.search(
        r'(?:src|href)="(?!data:|https://mp)', re.sub(r"<script>.*?</script>", "", text, flags=re.DOTALL)
    )
    return BeautifulSoup(text, "html.parser")


def test_the_preview_has_four_phones_and_its_rules_do_not_reach_the_article(shop: Path, tmp_path: Path) -> None:
    page = _page(preview(shop, tmp_path, "hello"))
    assert len(page.select("section.phone")) == 4
    rules = page.style.get_text() if page.style else ""
    assert not re.search(r"\.phone (?!a)\w", rules), "a rule for .phone h2 would style the article's own headings"
    assert len(page.select(".phone img")) == len(page.select('.phone img[src^="data:image/"]')) > 4


def test_the_copy_page_has_everything_that_is_pasted(shop: Path, tmp_path: Path) -> None:
    page = _page(copy(shop, tmp_path, "hello.md"))
    words = [span.get_text() for span in page.select("dd span")]
    assert words[:2] == ["你好", "老沈"]
    assert re.fullmatch(r"https://shop\.example\.com/articles/hello/\?a=\w{10}", words[-1])
    assert len(page.select("dd a[download] img")) == 2
    assert len(page.select("aside li input")) >= 6
    assert page.body is not None
    assert re.fullmatch(r"python3 tasks\.py copy --paired \w{10}", str(page.body["data-command"]))
    assert page.select("#text [data-wz-article]")


def test_copying_again_keeps_the_id(shop: Path, tmp_path: Path) -> None:
    first = copy(shop, tmp_path, "hello").read_text("utf-8")
    assert copy(shop, tmp_path, "hello").read_text("utf-8") == first


def test_a_title_cannot_break_out_of_the_pages(shop: Path, tmp_path: Path) -> None:
    path = shop / "articles" / "hello.md"
    path.write_text(path.read_text("utf-8").replace("title: 你好", "title: '</title><script>go()</script>\"'"), "utf-8")
    for file in (copy(shop, tmp_path, "hello"), preview(shop, tmp_path, "hello")):
        assert "<script>go()" not in file.read_text("utf-8")


def test_a_wrong_name_or_a_missing_picture_is_said(shop: Path, tmp_path: Path) -> None:
    with pytest.raises(UsageProblem, match="nothing"):
        preview(shop, tmp_path, "nothing")
    (shop / "images" / "a.jpg").unlink()
    with pytest.raises(ContentProblems, match=r"a\.jpg"):
        copy(shop, tmp_path, "hello")


def test_at_night_every_text_is_read_against_what_is_behind_it() -> None:
    html = '<section style="background: #f5f3ee;"><p><span style="color: #8b4fa0;">x</span></p></section>'
    style = str(BeautifulSoup(at_night(html), "html.parser").select_one("span"))
    colour = read_colour(style)
    plate = read_colour("#f5f3ee")
    assert colour is not None
    assert plate is not None
    assert contrast(colour, night_background(plate)) >= 4.5
    assert night_background(plate) != NIGHT
