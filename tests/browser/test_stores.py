"""Stores at the reader's clock and place."""

from datetime import datetime

import pytest

from plugins.shared.validation import SHANGHAI
from tests.browser.conftest import Open

pytestmark = pytest.mark.browser
HEFANG, PINGJIANG = "/stores/hefang-jie/", "/stores/pingjiang-lu/"


@pytest.mark.parametrize(
    ("path", "now", "told"),
    [
        (HEFANG, (2026, 11, 23, 9, 29), "休息中 · 今天 09:30 开门"),
        (HEFANG, (2026, 11, 23, 9, 30), "营业中 · 20:30 关门"),
        (HEFANG, (2026, 11, 23, 20, 30), "休息中 · 明天 09:30 开门"),
        (HEFANG, (2026, 11, 27, 21, 0), "营业中 · 21:30 关门"),
        (PINGJIANG, (2026, 11, 23, 12, 0), "休息中 · 明天 10:00 开门"),
        (PINGJIANG, (2026, 11, 22, 22, 0), "休息中 · 周二 10:00 开门"),
        (HEFANG, (2027, 2, 5, 14, 0), "营业中 · 15:00 关门"),
        (HEFANG, (2027, 2, 5, 16, 0), "休息中 · 周二 09:30 开门"),
    ],
)
def test_open_or_not_in_beijing_wherever_the_reader_is(
    open_page: Open, site_url: str, path: str, now: tuple[int, ...], told: str
) -> None:
    with open_page("/404.html", now=False, timezone_id="America/New_York") as visit:
        visit.page.clock.set_fixed_time(datetime(*now, tzinfo=SHANGHAI))  # type: ignore[misc]
        visit.page.goto(site_url + path)
        assert visit.page.locator(".wz-place__name ~ p .wz-open").inner_text() == told


def test_by_distance_only_after_a_tap_and_by_city_when_refused(open_page: Open) -> None:
    suzhou = {"geolocation": {"latitude": 31.3, "longitude": 120.6}, "permissions": ["geolocation"]}
    with open_page("/stores/", **suzhou) as visit:
        names = visit.page.locator(".wz-store__name")
        assert names.first.inner_text() == "河坊街总店"
        at_once = visit.page.locator("img[fetchpriority=high]")
        assert at_once.count() == 1, "the first picture is in the first view, the others wait"
        assert "河坊街总店" in at_once.locator("xpath=ancestor::li").inner_text()
        visit.page.get_by_text("离我最近").click()
        visit.page.get_by_text("由近到远").wait_for(timeout=5000)
        assert names.first.inner_text().startswith("平江路店")
        assert "公里" in names.first.inner_text()
        assert visit.outside == []
    with open_page("/stores/") as visit:
        visit.page.get_by_text("离我最近").click()
        visit.page.get_by_text("请按城市找").wait_for(timeout=5000)
        assert visit.errors == []
