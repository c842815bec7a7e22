"""What the one script does for a visitor, and what stays possible without it."""

from datetime import datetime, timedelta

import pytest

from plugins.shared.validation import SHANGHAI
from tests.browser.conftest import Open

pytestmark = pytest.mark.browser

QUERIES = {
    "龙井": "明前西湖龙井",
    "井": "雨前龙井",
    "lj-2601": "明前西湖龙井",
    "ＬＪ２６０１": "明前西湖龙井",
    "lj 26": "明前西湖龙井",
    "红茶 礼盒": "红韵礼盒",
    "longjing": "龙井",
    "茶器": "白瓷盖碗",
    "mqxhlj": "明前西湖龙井",
    "dahongpao": "大红袍",
    "三才碗": "白瓷盖碗",
    "西湖龙阱": "明前西湖龙井",
}
"""What is typed, and a product that must be among the results."""


@pytest.mark.parametrize("query", QUERIES)
def test_search_finds_by_half_a_word_or_model(open_page: Open, query: str) -> None:
    with open_page("/search/") as visit:
        visit.page.fill("input[type=search]", query)
        results = visit.page.locator("[data-search-results]")
        results.get_by_text(QUERIES[query]).first.wait_for(timeout=5000)
        assert visit.errors == []


def test_a_search_that_finds_nothing_offers_a_way_on(open_page: Open) -> None:
    with open_page("/search/") as visit:
        visit.page.fill("input[type=search]", "<img src=x onerror=alert(1)>")
        visit.page.get_by_text("没有找到").first.wait_for(timeout=5000)
        assert visit.page.locator("[data-search-none]").is_visible()
        assert visit.page.locator("main a[href^='tel:']").first.is_visible()
        assert visit.errors == []


def test_a_search_survives_sharing_and_back(open_page: Open, site_url: str) -> None:
    with open_page("/search/") as visit:
        visit.page.fill("input[type=search]", "肉桂")
        visit.page.get_by_text("武夷肉桂").first.wait_for(timeout=5000)
        visit.page.wait_for_function("() => location.hash")
        shared = visit.page.url
        visit.page.get_by_text("武夷肉桂").first.click()
        visit.page.wait_for_url("**/p/wuyi-rougui/")
        visit.page.go_back()
        visit.page.get_by_text("武夷肉桂").first.wait_for(timeout=5000)
        assert "#q=" in shared
        assert visit.page.input_value("input[type=search]") == "肉桂"


def test_the_header_search_works_without_script(open_page: Open) -> None:
    with open_page("/search/?q=龙井", java_script_enabled=False) as visit:
        visit.page.locator("main a[href='/search/az/m/']").click()
        assert visit.page.locator("main a[href='/p/longjing-mingqian/']").count() == 1


@pytest.mark.parametrize(
    ("path", "now", "phase"),
    [
        ("/landing/nianhuo-chali/", datetime(2026, 11, 1, tzinfo=SHANGHAI), "before"),
        ("/landing/nianhuo-chali/", datetime(2026, 12, 1, tzinfo=SHANGHAI), "during"),
        ("/landing/nianhuo-chali/", datetime(2027, 2, 6, 0, 0, 1, tzinfo=SHANGHAI), "after"),
    ],
)
def test_a_promotion_corrects_itself_at_the_readers_clock(
    open_page: Open, site_url: str, path: str, now: datetime, phase: str
) -> None:
    with open_page("/", now=False) as visit:
        visit.page.clock.install(time=now)
        visit.page.goto(site_url + path)
        assert visit.page.get_attribute("[data-ends]", "data-phase") == phase
        over = visit.page.get_by_text("已结束").first
        assert over.is_visible() == (phase == "after")


def test_the_countdown_ends_by_itself(open_page: Open, site_url: str) -> None:
    with open_page("/", now=False) as visit:
        end = datetime(2027, 2, 5, 23, 59, 59, tzinfo=SHANGHAI)
        visit.page.clock.install(time=end - timedelta(minutes=2))
        visit.page.goto(site_url + "/landing/nianhuo-chali/")
        assert visit.page.get_attribute("[data-ends]", "data-phase") == "during"
        visit.page.clock.fast_forward(130_000)
        assert visit.page.get_attribute("[data-ends]", "data-phase") == "after"


def test_a_model_is_copied_with_one_tap(open_page: Open, site_url: str) -> None:
    with open_page("/p/longjing-mingqian/") as visit:
        visit.context.grant_permissions(["clipboard-read", "clipboard-write"], origin=site_url)
        visit.page.locator("[data-copy]").first.click()
        visit.page.get_by_text("已复制").wait_for(timeout=5000)
        assert visit.page.evaluate("navigator.clipboard.readText()") == "LJ-2601"


def test_a_refused_clipboard_says_what_to_do(open_page: Open) -> None:
    with open_page("/p/longjing-mingqian/") as visit:
        refuse = "() => { document.execCommand = () => false; navigator.clipboard.writeText = () => Promise.reject() }"
        visit.page.evaluate(refuse)
        visit.page.locator("[data-copy]").first.click()
        assert "请长按" in visit.page.get_by_text("请长按").inner_text(timeout=5000)


def test_the_gallery_swipes_and_its_dots_follow(open_page: Open) -> None:
    with open_page("/p/longjing-mingqian/") as visit:
        strip = visit.page.locator(".wz-gallery__strip")
        assert strip.locator("img").count() == 2
        strip.evaluate("each => { each.style.scrollBehavior = 'auto'; each.scrollLeft = each.clientWidth }")
        visit.page.wait_for_function("document.querySelectorAll('.wz-gallery__dots i')[1].className.includes('wz-on')")


def test_links_are_full_page_loads_and_back_works(open_page: Open) -> None:
    with open_page("/") as visit:
        visit.page.locator("a[href='/products/lvcha/']").first.click()
        visit.page.wait_for_url("**/products/lvcha/")
        visit.page.locator("main a[href='/p/longjing-mingqian/']").first.click()
        visit.page.wait_for_url("**/p/longjing-mingqian/")
        visit.page.go_back()
        visit.page.go_back()
        assert visit.page.url.rstrip("/").count("/") == 2


def test_the_bottom_bar_keeps_clear_of_the_notch(open_page: Open) -> None:
    with open_page("/products/") as visit:
        before = visit.page.locator(".wz-nav").first.bounding_box()
        session = visit.context.new_cdp_session(visit.page)
        session.send("Emulation.setSafeAreaInsetsOverride", {"insets": {"bottom": 34}})
        visit.page.wait_for_timeout(100)
        after = visit.page.locator(".wz-nav").first.bounding_box()
        assert before is not None
        assert after is not None
        assert after["height"] >= before["height"] + 30
