"""Every kind of page, and what the script does on it, in WebKit with the user agent of WeChat on an iPhone."""

from collections.abc import Iterator

import pytest

from tests.browser.conftest import PAGES, USER_AGENTS, built_site, site_url
from tests.webkit.driver import WebKit, missing, webkit

__all__ = ["built_site", "site_url"]

pytestmark = [pytest.mark.long, pytest.mark.browser]


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[WebKit]:
    """A WebKit window."""
    if missing():
        pytest.skip(f"{', '.join(missing())} is missing; apt install webkit2gtk-driver xvfb dbus")
    with webkit(USER_AGENTS["ios"], tmp_path_factory.mktemp("home")) as opened:
        yield opened


@pytest.mark.parametrize("kind", PAGES)
def test_page_is_whole(browser: WebKit, site_url: str, kind: str) -> None:
    path, text = PAGES[kind]
    browser.open(site_url + path)
    browser.wait("document.documentElement.classList.contains('wz-js')")
    assert "MicroMessenger" in browser.run("return navigator.userAgent")
    assert text in browser.run("return document.body.innerText")
    root = "document.documentElement"
    assert browser.run(f"return {root}.scrollWidth - {root}.clientWidth") <= 0
    broken = "[...document.images].filter(each => each.complete && !each.naturalWidth).map(each => each.src)"
    assert browser.run(f"return {broken}") == []


def test_search(browser: WebKit, site_url: str) -> None:
    browser.open(site_url + "/search/")
    browser.type("#q", "mqxhlj")
    browser.wait("document.querySelector('[data-search-results] li')")
    assert "明前西湖龙井" in browser.run("return document.querySelector('[data-search-results]').innerText")


def test_a_list_narrows(browser: WebKit, site_url: str) -> None:
    browser.open(site_url + "/products/lvcha/")
    browser.click("[data-filters] summary")
    browser.click("[data-key='#鲜爽']")
    browser.wait("document.querySelector('[data-list-count]').textContent === '共 4 款'")
    assert "#f=" in browser.run("return location.href")


def test_favourites_and_compare(browser: WebKit, site_url: str) -> None:
    for slug in ("longjing-mingqian", "biluochun"):
        browser.open(f"{site_url}/p/{slug}/")
        browser.wait("window.wz && wz.shelf")
        browser.click(".wz-bar__keep")
        browser.click("[data-toggle=compare]")
    browser.open(site_url + "/favourites/")
    browser.wait("document.querySelectorAll('[data-favourites-list] .wz-card').length === 2")
    browser.open(site_url + "/compare/")
    browser.wait("document.querySelectorAll('[data-compare] thead th').length === 2")
    browser.click("[data-compare-only]")
    assert browser.run("return location.hash") == "#p=longjing-mingqian,biluochun&d=1"


def test_a_promotion_counts_down(browser: WebKit, site_url: str) -> None:
    browser.open(site_url + PAGES["landing"][0])
    browser.wait("document.querySelector('[data-ends]').dataset.phase")
    assert browser.run("return document.querySelector('[data-countdown]').textContent") != "…"
