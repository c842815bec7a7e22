"""A build of the new shop: every link and every button of the menu leads to a page that is there."""

import re
from datetime import datetime
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest

from plugins.account_menu.apply import checked_plan
from plugins.account_menu.command import resolver
from plugins.shared.validation import SHANGHAI
from plugins.shop_init import Answers, init_shop
from plugins.site.build import build_site
from plugins.site.check import load_site

ROOT = Path(__file__).resolve().parents[2]
NOW = datetime(2026, 11, 22, 9, 0, tzinfo=SHANGHAI)


@pytest.fixture(scope="module")
def shop(tmp_path_factory) -> Path:
    root = tmp_path_factory.mktemp("shop")
    init_shop(root, Answers("阿青 & 咖啡", "https://a.example.com", "阿青有限公司", "0571-8700 1234", "#7a3b2e"), NOW)
    build_site(ROOT, root / "content", root / "output")
    return root


def has_page(output: Path, address: str) -> bool:
    path = unquote(urlsplit(address).path)
    return (output / path.lstrip("/") / "index.html").is_file()


def test_every_link_between_pages_leads_somewhere(shop):
    output = shop / "output"
    pages = sorted(output.rglob("*.html"))
    links = {link for page in pages for link in re.findall(r'href="(/[^"#?]*/|/)"', page.read_text(encoding="utf-8"))}
    assert len(links) > 10
    assert [link for link in sorted(links) if not has_page(output, link)] == []


def test_every_button_of_the_menu_leads_somewhere(shop):
    plan = checked_plan(shop / "content", resolver(load_site(shop / "content")))
    assert plan.warnings == ()
    urls = [child["url"] for button in plan.buttons for child in button["sub_button"]]
    assert all(url.startswith("https://a.example.com/") for url in urls)
    assert [url for url in urls if not has_page(shop / "output", url)] == []


def test_the_pages_say_what_was_answered(shop):
    home = (shop / "output" / "index.html").read_text(encoding="utf-8")
    assert "阿青 &amp; 咖啡" in home
    assert "#7a3b2e" in home
    assert "阿青有限公司" in (shop / "output" / "privacy" / "index.html").read_text(encoding="utf-8")
    assert "山间" not in "".join(page.read_text(encoding="utf-8") for page in (shop / "output").rglob("*.html"))
