"""Every kind of page in each of WeChat's browsers, light and dark, with and without script.

One browsing context goes through all kinds: a new one for every page would take several times as long.
"""

from collections.abc import Callable, Collection

import pytest

from tests.browser.conftest import PAGES, TWINS, USER_AGENTS, Open, Visit

pytestmark = [pytest.mark.browser, pytest.mark.slow]

WIDTHS_PX = (320, 360, 430, 768)
OWN_KINDS = [kind for kind in PAGES if kind not in TWINS]


@pytest.mark.parametrize("script", [True, False], ids=["script", "no-script"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("agent", USER_AGENTS)
def test_pages_are_whole(open_page: Open, site_url: str, agent: str, scheme: str, script: bool) -> None:
    def look(visit: Visit, kind: str) -> list[str]:
        found = [] if PAGES[kind][1] in visit.page.inner_text("body") else [f"{PAGES[kind][1]} is not there"]
        return found + ([f"{visit.overflow_px} px too wide"] if visit.overflow_px > 0 else [])

    with open_page("/", agent, color_scheme=scheme, java_script_enabled=script) as visit:
        assert _wrong(visit, site_url, OWN_KINDS, look) == {}


def test_nothing_scrolls_sideways(open_page: Open, site_url: str) -> None:
    def look(visit: Visit, kind: str) -> list[str]:
        found = []
        for width in WIDTHS_PX:
            visit.page.set_viewport_size({"width": width, "height": 844})
            found += [f"{width} px"] if visit.overflow_px > 0 else []
        visit.page.set_viewport_size({"width": 360, "height": 844})
        visit.page.add_style_tag(content=":root{font-size:135%}")
        return found + (["135 % text"] if visit.overflow_px > 0 else [])

    with open_page("/") as visit:
        assert _wrong(visit, site_url, PAGES, look) == {}


def test_targets_are_large_enough_for_a_thumb(open_page: Open, site_url: str) -> None:
    def look(visit: Visit, kind: str) -> list[str]:
        return list(
            visit.page.evaluate(
                """() => [...document.querySelectorAll('button, nav a, summary, input, [class*="action"] a')]
                    .filter(each => each.offsetParent && !each.closest('footer, [class*="breadcrumb"]'))
                    .map(each => [each.getBoundingClientRect(), each.outerHTML.slice(0, 90)])
                    .filter(([box]) => box.height < 43.5 && box.width > 1)
                    .map(([box, html]) => `${box.height} ${html}`)"""
            )
        )

    with open_page("/") as visit:
        assert _wrong(visit, site_url, PAGES, look) == {}


def _wrong(
    visit: Visit, site_url: str, kinds: Collection[str], look: Callable[[Visit, str], list[str]]
) -> dict[str, list[str]]:
    """Open every kind of page and return what is wrong, by kind."""
    wrong = {}
    for kind in kinds:
        visit.errors.clear()
        visit.outside.clear()
        visit.page.goto(site_url + PAGES[kind][0], wait_until="load")
        found = [*look(visit, kind), *visit.errors, *visit.outside]
        if found:
            wrong[kind] = found
    return wrong
