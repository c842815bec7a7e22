"""The price list tells its age by itself, long after the build."""

from datetime import datetime, timedelta

from tests.browser.conftest import Open
from tests.conftest import NOW


def test_a_list_that_nobody_rebuilt_warns(open_page: Open) -> None:
    with open_page("/prices/") as visit:
        stamp, warning = visit.page.locator(".wz-prices__fresh"), visit.page.locator(".wz-prices__stale")
        assert (stamp.is_visible(), warning.is_visible()) == (True, False)
        until = datetime.fromisoformat(str(stamp.get_attribute("data-until")))
        assert NOW < until < NOW + timedelta(days=14)
        visit.page.clock.set_fixed_time(until + timedelta(hours=1))
        visit.page.reload()
        assert (stamp.is_visible(), warning.is_visible()) == (False, True)
        assert "14 天没有更新" in warning.inner_text()
