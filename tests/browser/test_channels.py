"""The channel a visitor came through stays known on the pages that follow, in this browser only."""

from datetime import timedelta

import pytest

from tests.browser.conftest import Open
from tests.conftest import NOW

pytestmark = pytest.mark.browser
CH = "() => [document.body.dataset.ch || '', document.body.dataset.ch0 || '']"


def test_the_last_and_the_first_channel_are_remembered_for_thirty_days(open_page: Open, site_url: str) -> None:
    with open_page("/c/hfj/nianhuo-chali/") as visit:
        assert visit.page.evaluate(CH) == ["hfj", "hfj"]
        visit.page.goto(f"{site_url}/p/lihe-siji/")
        assert visit.page.evaluate(CH) == ["hfj", "hfj"]
        visit.page.goto(f"{site_url}/b/xinke-shiyin/")
        assert visit.page.evaluate(CH) == ["box", "hfj"]
        visit.page.clock.set_fixed_time(NOW + timedelta(days=31))
        visit.page.goto(f"{site_url}/p/lihe-siji/")
        assert visit.page.evaluate(CH) == ["", ""]
        assert visit.errors == []


@pytest.mark.parametrize(("query", "told"), [("?ch=wz", "wz"), ("?utm_source=wz", "wz"), ("?ch=<b>", ""), ("", "")])
def test_a_code_may_come_in_the_query(open_page: Open, query: str, told: str) -> None:
    with open_page(f"/products/{query}") as visit:
        assert visit.page.evaluate(CH) == [told, told]


def test_a_store_that_holds_nonsense_or_is_refused_harms_nothing(open_page: Open) -> None:
    with open_page("/") as visit:
        visit.context.add_init_script("localStorage.wzCh = 'null'")
        visit.page.reload()
        visit.context.add_init_script("Object.defineProperty(window, 'localStorage', { get() { throw new Error() } })")
        visit.page.goto(visit.page.url + "c/hfj/nianhuo-chali/")
        assert visit.page.evaluate(CH) == ["hfj", "hfj"]
        assert visit.errors == []
