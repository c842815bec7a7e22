"""Every kind of page in each of WeChat's browsers, light and dark, with and without script."""

import pytest

from tests.browser.conftest import PAGES, TWINS, USER_AGENTS, Open

pytestmark = pytest.mark.browser

WIDTHS_PX = (320, 360, 430, 768)


@pytest.mark.slow
@pytest.mark.parametrize("script", [True, False], ids=["script", "no-script"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("agent", USER_AGENTS)
@pytest.mark.parametrize("kind", [kind for kind in PAGES if kind not in TWINS])
def test_page_is_whole(open_page: Open, kind: str, agent: str, scheme: str, script: bool) -> None:
    path, text = PAGES[kind]
    with open_page(path, agent, color_scheme=scheme, java_script_enabled=script) as visit:
        assert text in visit.page.inner_text("body")
        assert visit.errors == []
        assert visit.outside == []
        assert visit.overflow_px <= 0


@pytest.mark.slow
@pytest.mark.parametrize("kind", PAGES)
def test_nothing_scrolls_sideways(open_page: Open, kind: str) -> None:
    with open_page(PAGES[kind][0]) as visit:
        for width in WIDTHS_PX:
            visit.page.set_viewport_size({"width": width, "height": 844})
            assert visit.overflow_px <= 0, f"{width} px"
        visit.page.set_viewport_size({"width": 360, "height": 844})
        visit.page.add_style_tag(content=":root{font-size:135%}")
        assert visit.overflow_px <= 0, "135 % text"
        assert visit.errors == []
        assert visit.outside == []


@pytest.mark.slow
@pytest.mark.parametrize("kind", PAGES)
def test_targets_are_large_enough_for_a_thumb(open_page: Open, kind: str) -> None:
    with open_page(PAGES[kind][0]) as visit:
        small = visit.page.evaluate(
            """() => [...document.querySelectorAll('button, nav a, summary, input, [class*="action"] a')]
                .filter(each => each.offsetParent && !each.closest('footer, [class*="breadcrumb"]'))
                .map(each => [each.getBoundingClientRect(), each.outerHTML.slice(0, 90)])
                .filter(([box]) => box.height < 43.5 && box.width > 1)
                .map(([box, html]) => `${box.height} ${html}`)"""
        )
        assert small == []
