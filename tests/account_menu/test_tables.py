"""What the menu is for people: a phone to look at, a table of keywords, pages that exist, everything in two taps."""

from pathlib import Path

import pytest

from plugins.account_menu.apply import checked_plan
from plugins.account_menu.built import unbuilt_pages
from plugins.account_menu.command import resolver, write_keywords, write_preview
from plugins.account_menu.keywords import Row, render_csv, render_markdown, too_long
from plugins.account_menu.plan import MenuPlan
from plugins.shared.errors import ContentProblems, UsageProblem
from plugins.site.build import build_site
from plugins.site.check import load_site
from plugins.site.hub import hub_values
from plugins.site.machine_files import page_urls
from tests.conftest import ROOT

MENU = """\
buttons:
- name: 选茶
  children:
  - {name: 龙井, target: product:longjing}
  - {name: "<b>", target: https://other.example.com/}
- {name: 人工, target: {keyword: 人工}}
keywords:
- {keyword: 人工, also: [客服], reply: 在的。}
- {keyword: 龙井, reply: 新茶到了：, target: product:longjing}
"""


@pytest.fixture
def shop(small_shop: Path) -> Path:
    (small_shop / "menu.yaml").write_text(MENU, encoding="utf-8")
    return small_shop


def sample_plan(content: Path) -> MenuPlan:
    return checked_plan(content, resolver(load_site(content)))


def test_the_table_holds_what_was_written_and_every_entry_once(shop: Path, tmp_path: Path) -> None:
    assert "4 keywords" in write_keywords(shop, tmp_path / "k.csv")
    text = (tmp_path / "k.csv").read_text("utf-8-sig")
    assert text.splitlines()[1] == "人工,客服,在的。"
    assert '龙井,,"新茶到了：\nhttps://shop.example.com/p/longjing/"' in text.replace("\r\n", "\n")
    assert text.count("\n龙井,") == 1
    assert "开春,,开春：https://shop.example.com/landing/spring/" in text
    write_keywords(shop, tmp_path / "k.md", "https://t.example.com")
    assert "| 龙井 |  | 新茶到了：<br>https://t.example.com/p/longjing/ |" in (tmp_path / "k.md").read_text("utf-8")


def test_what_the_console_would_not_take_is_named(shop: Path, tmp_path: Path) -> None:
    assert too_long([Row("词", (), "长" * 301), Row("词" * 31, (), "短"), Row("好", (), "短")]) == ["词", "词" * 31]
    assert render_markdown([Row("a|b", (), "c")]).splitlines()[2] == "| a\\|b |  | c |"
    assert render_csv([]).startswith(b"\xef\xbb\xbf")
    with pytest.raises(UsageProblem, match="name a .csv or .md file"):
        write_keywords(shop, tmp_path / "k.xlsx")


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("reply: 在的。", "reply: ''", "'人工' has no answer"),
        ("新茶到了：, target: product:", "新, target: product:x", "no page"),
    ],
)
def test_an_answer_that_says_nothing_or_leads_nowhere_is_a_problem(shop: Path, old: str, new: str, words: str) -> None:
    (shop / "menu.yaml").write_text(MENU.replace(old, new), encoding="utf-8")
    with pytest.raises(ContentProblems, match=words):
        sample_plan(shop)


def test_the_preview_shows_every_name_and_trusts_none(shop: Path, tmp_path: Path) -> None:
    page = write_preview(shop, tmp_path).read_text("utf-8")
    assert "&lt;b&gt;" in page
    assert "<b>" not in page
    assert page.count('class="phone"') == 1
    assert "选茶 › 龙井" in page
    assert "<script" not in page


def test_a_page_that_was_not_built_is_named(shop: Path, tmp_path: Path) -> None:
    plan = sample_plan(shop)
    build_site(ROOT, shop, tmp_path / "out")
    assert unbuilt_pages(plan.buttons, "https://shop.example.com/", tmp_path / "out") == []
    (tmp_path / "out/p/longjing/index.html").unlink()
    missing = unbuilt_pages(plan.buttons, "https://shop.example.com/", tmp_path / "out")
    assert missing == ["https://shop.example.com/p/longjing/"]


def test_everything_is_two_taps_from_the_menu(sample_shop: Path) -> None:
    site = load_site(sample_shop)
    plan = sample_plan(sample_shop)
    first = {
        str(child["url"]).removeprefix(site.shop.site_url)
        for each in plan.buttons
        for child in each["sub_button"]
        if child.get("url")
    }
    assert "/hub/" in first
    groups = hub_values(site)["groups"]
    second = {way.url for _, ways in groups for way in ways}  # type: ignore[attr-defined]
    deeper = tuple(category.url for category in site.catalog.all_categories if category not in site.catalog.categories)
    listed = ("/p/", "/articles/", "/products/tag/", "/products/series/", *deeper)
    over = {page.url for page in site.landing_pages if page.phase_at(site.now) == "after"}
    duties = {"/privacy/", "/terms/", "/", "/compare/", "/favourites/"}
    rest = {url for url in page_urls(site) if not url.startswith(listed)} - over - duties
    assert rest <= first | second
