"""Readable and operable by everybody: axe's WCAG 2.2 AA and best-practice rules, keyboard, no trap."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.browser.conftest import PAGES, STATES, Open

pytestmark = pytest.mark.browser

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


@pytest.mark.parametrize("scheme", ["light", pytest.param("dark", marks=pytest.mark.slow)])
@pytest.mark.parametrize("kind", PAGES)
def test_axe_finds_nothing(open_page: Open, kind: str, scheme: str) -> None:
    with open_page(PAGES[kind][0], color_scheme=scheme, reduced_motion="reduce") as visit:
        results = Axe().run(visit.page, options={"runOnly": {"type": "tag", "values": RULES}})
        found = [
            (each["id"], [node["html"][:120] for node in each["nodes"]]) for each in results.response["violations"]
        ]
        assert found == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("state", STATES)
def test_axe_finds_nothing_after_use(open_page: Open, state: str, scheme: str) -> None:
    with open_page(STATES[state], color_scheme=scheme, reduced_motion="reduce") as visit:
        visit.page.evaluate("document.querySelectorAll('[data-filters]').forEach(each => { each.open = true })")
        for heart in visit.page.locator(".wz-heart").all()[:1]:
            heart.click()
        visit.page.evaluate("scrollTo(0, 0)")  # what lies under the sticky header counts as small
        results = Axe().run(visit.page, options={"runOnly": {"type": "tag", "values": RULES}})
        found = [
            (each["id"], [node["html"][:120] for node in each["nodes"]]) for each in results.response["violations"]
        ]
        assert found == []


def test_the_first_tab_offers_the_way_past_the_header(open_page: Open) -> None:
    with open_page("/products/") as visit:
        visit.page.keyboard.press("Tab")
        assert visit.page.evaluate("document.activeElement.getAttribute('href')") == "#main"
        visit.page.keyboard.press("Enter")
        assert visit.page.evaluate("location.hash") == "#main"


def test_the_keyboard_reaches_every_product(open_page: Open) -> None:
    with open_page("/products/lvcha/") as visit:
        reached: set[str] = set()
        for _ in range(60):
            visit.page.keyboard.press("Tab")
            reached.add(visit.page.evaluate("document.activeElement.getAttribute('href') || ''"))
        shown = visit.page.eval_on_selector_all("main a[href^='/p/']", "all => all.map(a => a.getAttribute('href'))")
        assert set(shown) <= reached
