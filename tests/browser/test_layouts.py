"""Every layout of a landing page, and the pages of forms: whole, light, readable, for every reader and moment."""

from datetime import datetime

import pytest
from axe_playwright_python.sync_playwright import Axe

from plugins.shared.validation import SHANGHAI
from tests.browser.conftest import Open, Visit
from tests.browser.test_access import RULES

pytestmark = pytest.mark.browser

LAYOUTS = {
    "campaign": ("/c/hfj/nianhuo-chali/", "NIANHUO26", "tel"),
    "one_day": ("/landing/weilu-yewan/", "12月19日", "form"),
    "coupon": ("/b/xinke-shiyin/", "SHIYIN20", "coupon"),
    "launch": ("/landing/shoumei-kaicang/", "¥228", "buy"),
    "follow": ("/landing/guanzhu/", "shanjiantea", "follow"),
    "survey": ("/landing/dongcha-wenjuan/", "交卷", "form"),
}
"""A page of each layout, channel copies among them: its address, a text on it, the event of its goal."""
OTHERS = {
    "form": ("/forms/weilu-baoming/", "报名"),
    "thanks": ("/forms/dongcha/thanks/", "收到了"),
    "hub": ("/hub/", "全部服务"),
}
SHIFT = """() => new Promise(done => { let sum = 0;
    new PerformanceObserver(list => { for (const each of list.getEntries()) sum += each.value })
        .observe({type: 'layout-shift', buffered: true});
    setTimeout(() => done(sum), 100) })"""


def whole(visit: Visit, text: str) -> None:
    assert text in visit.page.inner_text("body")
    assert (visit.errors, visit.outside) == ([], [])
    assert visit.overflow_px <= 0


def axe(visit: Visit) -> list[tuple[str, list[str]]]:
    found = Axe().run(visit.page, options={"runOnly": {"type": "tag", "values": RULES}}).response["violations"]
    return [(each["id"], [node["html"][:120] for node in each["nodes"]]) for each in found]


@pytest.mark.parametrize("kind", [*LAYOUTS, *OTHERS])
def test_a_page_is_light_still_and_accessible_in_any_width(open_page: Open, kind: str) -> None:
    path, text, *_ = (LAYOUTS | OTHERS)[kind]
    with open_page(path, "ios", reduced_motion="reduce") as visit:
        whole(visit, text)
        sizes = [request.sizes() for request in visit.requests]
        assert sum(size["responseBodySize"] + size["responseHeadersSize"] for size in sizes) <= 90_000
        assert len(visit.requests) <= 8
        assert visit.page.evaluate(SHIFT) <= 0.01
        assert axe(visit) == []
        for width in (320, 430, 768):
            visit.page.set_viewport_size({"width": width, "height": 844})
            assert visit.overflow_px <= 0, f"{width} px"
        visit.page.set_viewport_size({"width": 360, "height": 844})
        visit.page.add_style_tag(content=":root{font-size:135%}")
        assert visit.overflow_px <= 0, "135 % text"


@pytest.mark.parametrize("kind", [*LAYOUTS, *OTHERS])
def test_a_page_is_whole_in_the_dark_and_without_script(open_page: Open, kind: str) -> None:
    path, text, *_ = (LAYOUTS | OTHERS)[kind]
    with open_page(path, "harmony", color_scheme="dark", java_script_enabled=False) as visit:
        whole(visit, text)
    with open_page(path, "android", color_scheme="dark", reduced_motion="reduce") as visit:
        whole(visit, text)
        assert axe(visit) == []


@pytest.mark.parametrize("kind", LAYOUTS)
def test_each_moment_shows_its_own_and_the_goal_is_tracked(open_page: Open, site_url: str, kind: str) -> None:
    path, _, event = LAYOUTS[kind]
    with open_page("/", now=False) as visit:
        visit.page.clock.install(time=datetime(2026, 12, 1, tzinfo=SHANGHAI))
        visit.page.goto(site_url + path)
        tracked = visit.page.locator(f"[data-track={event}]")
        assert any(tracked.nth(place).is_visible() for place in range(tracked.count()))
        assert not visit.page.get_by_text("这场活动已经结束").is_visible()
        visit.page.clock.set_system_time(datetime(2030, 1, 1, tzinfo=SHANGHAI))
        visit.page.evaluate("dispatchEvent(new Event('pageshow'))")
        assert visit.page.get_attribute("body", "data-phase") == "after"
        assert visit.page.get_by_text("这场活动已经结束").is_visible()
        assert visit.page.locator(".wz-bar").get_by_text("看在售产品").is_visible()
        assert not visit.page.locator(".wz-in_open").first.is_visible()
        visit.page.reload()
        assert visit.page.locator(".wz-promotion:visible").count() == 0, "what was on at build is over as well"


def test_the_till_sees_the_code_and_no_script_is_needed(open_page: Open) -> None:
    with open_page("/b/xinke-shiyin/", java_script_enabled=False) as visit:
        visit.page.get_by_text("出示给店员").click()
        till = visit.page.locator(".wz-till")
        assert till.is_visible()
        assert "SHIYIN20" in till.inner_text()
        till.get_by_text("返回").click()
        assert not till.is_visible()


def test_the_codes_on_the_page_can_be_read_from_the_screen(open_page: Open) -> None:
    import io

    import zxingcpp
    from PIL import Image

    def read(visit: Visit, selector: str) -> list[str]:
        shot = Image.open(io.BytesIO(visit.page.locator(selector).screenshot()))
        return [found.text for found in zxingcpp.read_barcodes(shot.convert("RGB"))]

    with open_page("/landing/xinke-shiyin/#till-1", color_scheme="dark") as visit:
        assert read(visit, ".wz-till__picture") == ["SHIYIN20"]
    with open_page("/landing/guanzhu/", color_scheme="dark") as visit:
        assert read(visit, ".wz-follow__code") == ["https://tea.example.com/about/"]
