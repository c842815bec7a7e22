"""Lists that narrow on the spot, compare, favourites: state in the address, on the phone, and without either."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser.conftest import Open

pytestmark = pytest.mark.browser

REFUSED = """Object.defineProperty(window, 'localStorage', { get() { throw new Error('refused') } })"""


def titles(page: Page) -> list[str]:
    return page.locator(".wz-grid .wz-card__title").all_inner_texts()


def test_values_of_a_group_widen_and_groups_narrow(open_page: Open) -> None:
    with open_page("/products/") as visit:
        page, count = visit.page, visit.page.locator("[data-list-count]")
        page.click("[data-filters] summary")
        page.click("[data-key='#冷泡']")
        expect(count).to_have_text("共 6 款")
        page.click("[data-key='#煮茶']")
        expect(count).to_have_text("共 12 款")
        page.click("[data-key='@年份白茶']")
        expect(count).to_have_text("共 2 款")
        assert page.locator("[data-chosen]").inner_text() == "冷泡、煮茶、年份白茶"
        assert visit.errors == []


def test_a_narrowed_list_survives_sharing_and_back(open_page: Open, site_url: str) -> None:
    with open_page("/products/lvcha/") as visit:
        page = visit.page
        page.click("[data-filters] summary")
        page.click("[data-key='#鲜爽']")
        page.select_option("[data-sort]", "-price")
        expect(page.locator("[data-list-count]")).to_have_text("共 4 款")
        dearest = titles(page)
        shared = page.url
        page.locator(".wz-grid a").first.click()
        page.wait_for_url("**/p/*/")
        page.go_back()
        expect(page.locator("[data-list-count]")).to_have_text("共 4 款")
        assert titles(page) == dearest
        page.evaluate("document.querySelector('[data-filters]').open = true")
        page.select_option("[data-sort]", "price")
        expect(page.locator(".wz-grid .wz-card__title").first).to_have_text(dearest[-1])
        page.click("[data-clear] button")
        expect(page.locator("[data-list-count]")).to_have_text("共 7 款")
        assert "#" in shared
        assert "#" not in page.url


def test_a_narrowed_page_can_be_widened_again(open_page: Open) -> None:
    with open_page("/products/lvcha/f/xian-shuang/") as visit:
        page = visit.page
        page.click("[data-filters] summary")
        expect(page.locator("[data-key='#鲜爽']")).to_have_attribute("aria-pressed", "true")
        page.click("[data-key='#鲜爽']")
        expect(page.locator("[data-list-count]")).to_have_text("共 7 款")


def test_without_script_every_value_is_a_link(open_page: Open) -> None:
    with open_page("/products/lvcha/", java_script_enabled=False) as visit:
        page = visit.page
        page.click("[data-filters] summary")
        page.click("[data-key='#鲜爽']")
        assert page.url.endswith("/products/lvcha/f/xian-shuang/")
        assert page.inner_text("h1") == "绿茶 · 鲜爽"
        assert len(titles(page)) == 4
        page.click("[data-filters] summary")
        page.click("[data-key='#鲜爽']")
        assert page.url.endswith("/products/lvcha/")


def test_a_narrowed_card_is_the_card_of_the_page(open_page: Open) -> None:
    script = """() => [...document.querySelectorAll('.wz-grid .wz-card')].map(card => [
        card.className, card.querySelector('a').getAttribute('href'), card.innerText.replace(/\\s+/g, ' '),
        card.querySelector('button').getAttribute('aria-label'),
        new URL(card.querySelector('img').currentSrc).pathname])"""
    with open_page("/products/hongcha/") as visit:
        page = visit.page
        for image in page.locator(".wz-card img").all():
            image.scroll_into_view_if_needed()
        page.wait_for_load_state("networkidle")
        shipped = page.evaluate(script)
        page.evaluate("location.hash = 'sort=price'")
        expect(page.locator(".wz-card picture")).to_have_count(0)  # the script writes plain pictures
        for image in page.locator(".wz-card img").all():
            image.scroll_into_view_if_needed()
        page.wait_for_load_state("networkidle")
        assert sorted(page.evaluate(script)) == sorted(shipped)


def test_favourites_are_kept_shown_and_shared(open_page: Open, site_url: str) -> None:
    with open_page("/products/lvcha/") as visit:
        page = visit.page
        page.click("[aria-label='收藏洞庭碧螺春']")
        expect(page.locator("[data-number=favourites]")).to_have_text("1")
        page.goto(site_url + "/p/longjing-mingqian/")
        page.click(".wz-bar__keep")
        page.click(".wz-header__kept")
        expect(page.locator("[data-favourites-list] .wz-card")).to_have_count(2)
        assert titles(page) == ["洞庭碧螺春", "明前西湖龙井"]
        assert page.locator("[data-seen-list] .wz-card__title").all_inner_texts() == ["明前西湖龙井"]
        link = page.locator("[data-favourites] [data-copy]").get_attribute("data-copy")
        assert link == site_url + "/favourites/#p=biluochun,longjing-mingqian"
        assert visit.errors == []


def test_a_shared_list_is_not_ones_own_until_kept(open_page: Open, site_url: str) -> None:
    with open_page("/favourites/#p=dahongpao,no-such,<b>,biluochun") as visit:
        page = visit.page
        expect(page.locator("[data-favourites-list] .wz-card")).to_have_count(2)
        assert page.evaluate("localStorage.getItem('wz-favourites')") is None
        page.click("[data-favourites-keep]")
        page.goto(site_url + "/favourites/")
        expect(page.locator("[data-favourites-list] .wz-card")).to_have_count(2)


def test_an_empty_list_says_how_to_fill_it(open_page: Open) -> None:
    for path in ("/favourites/", "/compare/"):
        with open_page(path) as visit:
            expect(visit.page.locator(".wz-empty a.wz-button")).to_be_visible()
            assert visit.errors == []


def test_refused_storage_costs_memory_not_function(open_page: Open, site_url: str) -> None:
    with open_page("/404.html") as visit:
        visit.context.add_init_script(REFUSED)
        page = visit.page
        page.goto(site_url + "/products/lvcha/")
        page.click("[aria-label='收藏洞庭碧螺春']")
        expect(page.locator("[aria-label='收藏洞庭碧螺春']")).to_have_attribute("aria-pressed", "true")
        page.goto(site_url + "/favourites/#p=biluochun")
        expect(page.locator("[data-favourites-list] .wz-card")).to_have_count(1)
        page.goto(site_url + "/search/#q=龙井")
        expect(page.locator("[data-search-results] li").first).to_be_visible()
        assert visit.errors == []


def test_products_are_compared_side_by_side(open_page: Open, site_url: str) -> None:
    with open_page("/p/longjing-mingqian/") as visit:
        page = visit.page
        page.click("[data-toggle=compare]")
        expect(page.locator(".wz-tray")).to_have_text("再选一款对比")
        page.goto(site_url + "/p/biluochun/")
        page.click("[data-toggle=compare]")
        page.click(".wz-tray")
        expect(page.locator("thead th")).to_have_count(2)
        row = page.locator("tbody tr", has=page.get_by_role("rowheader", name="型号", exact=True))
        assert row.locator("td").all_inner_texts() == ["LJ-2601", "BLC-2601"]
        before = page.locator("tbody tr:visible").count()
        page.check("[data-compare-only]")
        assert page.locator("tbody tr:visible").count() < before
        assert page.url.endswith("#p=longjing-mingqian,biluochun&d=1")
        page.reload()
        expect(page.locator("[data-compare-only]")).to_be_checked()
        page.click("[aria-label='不比洞庭碧螺春']")
        expect(page.locator("thead th")).to_have_count(1)
        assert visit.errors == []


def test_the_first_column_stays_while_the_table_moves(open_page: Open) -> None:
    with open_page("/compare/#p=longjing-mingqian,biluochun,maofeng,anji-baicha") as visit:
        page = visit.page
        expect(page.locator("thead th")).to_have_count(4)
        page.locator(".wz-compare__scroll").evaluate("each => { each.scrollLeft = 200 }")
        box = page.locator("tbody th").first.bounding_box()
        assert box is not None
        assert box["x"] == 0
        assert visit.overflow_px <= 0


def test_a_fifth_product_is_not_taken(open_page: Open, site_url: str) -> None:
    with open_page("/404.html") as visit:
        page = visit.page
        page.evaluate('localStorage.setItem(\'wz-compare\', \'["a","b","c","d"]\')')
        page.goto(site_url + "/p/maofeng/")
        page.click("[data-toggle=compare]")
        expect(page.locator(".wz-tray")).to_contain_text("最多比 4 款")
        assert page.get_attribute("[data-toggle=compare]", "aria-pressed") == "false"


def test_an_address_made_by_others_does_no_harm(open_page: Open) -> None:
    for path in (
        "/compare/#p=../../x,%3Cimg%20src=x%3E,biluochun",
        "/products/#f=%3Cb%3E~x&sort=zzz",
        "/search/#q=%E0%A4%A",
    ):
        with open_page(path) as visit:
            assert visit.errors == [], path
            assert visit.outside == []


def test_words_are_remembered_and_forgotten(open_page: Open, site_url: str) -> None:
    with open_page("/search/") as visit:
        page = visit.page
        page.fill("#q", "肉桂")
        expect(page.locator("[data-search-results] li").first).to_be_visible()
        page.wait_for_timeout(500)
        page.fill("#q", "")
        expect(page.locator("[data-search-recent] li")).to_have_text(["肉桂"])
        page.click("[data-search-recent] li a")
        expect(page.locator("#q")).to_have_value("肉桂")
        page.fill("#q", "")
        page.click("[data-search-forget]")
        expect(page.locator("[data-search-recent]")).to_be_hidden()


def test_a_word_being_composed_is_not_searched(open_page: Open) -> None:
    with open_page("/search/") as visit:
        page = visit.page
        page.fill("#q", "肉桂")
        expect(page.locator("[data-search-results] li").first).to_be_visible()
        before = page.locator("[data-search-status]").inner_text()
        page.evaluate(
            """() => { const q = document.querySelector('#q');
            q.dispatchEvent(new CompositionEvent('compositionstart'));
            q.value = 'da hong'; q.dispatchEvent(new InputEvent('input', {isComposing: true})) }"""
        )
        assert page.locator("[data-search-status]").inner_text() == before
        page.evaluate(
            """() => { const q = document.querySelector('#q'); q.value = '大红';
            q.dispatchEvent(new CompositionEvent('compositionend')) }"""
        )
        expect(page.locator("[data-search-results] li").first).to_contain_text("大红袍")


def test_articles_are_found_with_the_products(open_page: Open) -> None:
    with open_page("/search/#q=围炉煮茶") as visit:
        link = visit.page.locator("[data-search-texts] a").first
        expect(link).to_contain_text("冬日围炉煮茶的三个讲究")
        fetched = [request.url for request in visit.requests if "/search/texts" in request.url]
        assert 1 <= len(fetched) <= 4
