"""serve: every save shows in the open browser by itself, also when two saves follow quickly."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.conftest import product_text
from tests.site.test_serve import checkout, serving

pytestmark = pytest.mark.browser


def test_an_open_page_shows_each_save(chromium: Browser, tmp_path: Path) -> None:
    shop = checkout(tmp_path)
    product = shop / "content/products/longjing.md"
    with serving(shop) as url:
        page = chromium.new_page()
        page.goto(f"{url}/p/longjing/", wait_until="networkidle")
        for title in ("甲龙井", "乙龙井", "丙龙井"):
            product.write_text(product_text(title, "LJ-1", "green", price="300.00"), encoding="utf-8")
            expect(page.locator("h1")).to_have_text(title, timeout=20_000)
        page.close()
