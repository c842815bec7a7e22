"""Staff mode on a tablet in real Chromium: filter, comparison, the customer's code, and no network at all."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
import zxingcpp
from axe_playwright_python.sync_playwright import Axe
from PIL import Image
from playwright.sync_api import Browser, BrowserContext, Page, expect

from plugins.staff import build_staff
from tests.browser.static_server import serve_folder
from tests.conftest import NOW, ROOT, product_text

SEEN = """selector => {
    const seen = each => each.nodeType === Node.TEXT_NODE ? each.data.trim() : [each.tagName, each.className,
        ...["href", "src", "value", "type", "width", "height", "alt", "loading"].map(name => each.getAttribute(name)),
        ...[...each.childNodes].filter(child => child.tagName !== "svg").map(seen).filter(String)];
    return [...document.querySelectorAll(selector)].map(card => JSON.stringify(seen(card)));
}"""
"""What a reader and a program see of each card."""


@pytest.fixture(scope="module")
def staff_url(sample_shop: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Address of staff mode of the sample shop, below a path as on a private host."""
    folder = tmp_path_factory.mktemp("staff")
    build_staff(ROOT, sample_shop, folder / "secret/staff")
    with serve_folder(folder) as url:
        yield f"{url}/secret/staff/"


@contextmanager
def tablet(chromium: Browser, **options: object) -> Iterator[tuple[BrowserContext, Page, list[str]]]:
    settings: dict[str, object] = {"viewport": {"width": 820, "height": 1180}, "locale": "zh-CN", "has_touch": True}
    context = chromium.new_context(**(settings | options))  # type: ignore[arg-type]
    page = context.new_page()
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
    try:
        yield context, page, errors
    finally:
        context.close()


def shown(page: Page) -> list[str]:
    """Return the names on the shelf, once what was asked for is there."""
    page.wait_for_selector("[data-found]:not([aria-busy])", state="attached")
    return page.locator(".ws-card:visible .ws-card__title").all_text_contents()


def test_the_shelf_works_without_a_network(chromium: Browser, staff_url: str) -> None:
    with tablet(chromium) as (context, page, errors):
        page.goto(staff_url)
        page.wait_for_selector(".ws-state_ready", timeout=30_000)
        context.set_offline(True)
        page.goto(f"{staff_url}?from=home")
        page.fill("#find", "zsxz")
        assert shown(page) == ["正山小种"]
        page.click(".ws-card:visible a")
        page.wait_for_url("**/p/zhengshan-xiaozhong/")
        loaded = page.evaluate(
            "[...document.images].filter(each => each.loading != 'lazy').every(each => each.naturalWidth)"
        )
        assert loaded
        page.click("text=给顾客扫码")
        assert page.locator(".ws-qr img").evaluate("each => each.naturalWidth") > 100
        page.goto(f"{staff_url}compare/#zhengshan-xiaozhong,jinjunmei")
        page.wait_for_selector(".ws-compare tbody tr")
        assert page.locator(".ws-compare img").first.evaluate("each => each.complete && each.naturalWidth > 0")
        page.goto(f"{staff_url}print/#jinjunmei")
        assert page.locator(".ws-label:visible").count() == 1
        assert errors == []


def test_the_filter_narrows_while_typing(chromium: Browser, staff_url: str) -> None:
    with tablet(chromium, service_workers="block") as (_, page, _errors):
        page.goto(staff_url)
        total = len(shown(page))
        for typed, expected in (
            ("LJ2601", "明前西湖龙井"),
            ("lj-26", "雨前龙井"),
            ("西施", "紫砂西施壶"),
            ("ｌｊ　礼盒", "龙井礼盒"),
        ):
            page.fill("#find", typed)
            assert expected in shown(page)
            assert len(shown(page)) < total
        page.fill("#find", "没有这种茶")
        assert shown(page) == []
        assert "没有找到" in page.inner_text("[data-none]")
        page.fill("#find", "")
        page.click("[data-category=puer]")
        assert "宫廷熟普" in shown(page)
        assert "明前西湖龙井" not in shown(page)


def test_the_script_makes_the_cards_of_the_page(chromium: Browser, staff_url: str) -> None:
    with tablet(chromium, service_workers="block") as (_, page, errors):
        page.goto(staff_url)
        shipped = page.evaluate(SEEN, "[data-group=chaqi] .ws-card")
        page.click("[data-category=chaqi]")
        shown(page)
        made = page.evaluate(SEEN, "[data-found] .ws-card")
        assert len(shipped) >= 8
        assert made == shipped
        assert errors == []


def test_a_large_category_is_drawn_bit_by_bit(chromium: Browser, small_shop: Path, tmp_path: Path) -> None:
    for number in range(70):
        text = product_text(f"茶 {number}", f"M-{number}", "green")
        (small_shop / f"products/m-{number}.md").write_text(text, encoding="utf-8")
    build_staff(ROOT, small_shop, tmp_path / "staff")
    with serve_folder(tmp_path / "staff") as url, tablet(chromium, service_workers="block") as (_, page, errors):
        cards = page.locator("[data-found] .ws-card")
        page.goto(f"{url}/")
        page.fill("#find", "m")
        expect(cards).to_have_count(48)
        page.click("[data-found] .ws-more button")
        expect(cards).to_have_count(70)
        expect(page.locator("[data-found] .ws-more")).to_have_count(0)
        page.fill("#find", "m69")
        expect(cards).to_have_count(1)
        page.goto(f"{url}/compare/#m-1,m-69,longjing")
        expect(page.locator(".ws-compare thead th")).to_have_count(3)
        page.goto(f"{url}/c/tea/")
        assert page.locator(".ws-card").count() == 71
        assert errors == []


def test_picked_products_are_compared(chromium: Browser, staff_url: str) -> None:
    with tablet(chromium, service_workers="block") as (_, page, errors):
        page.goto(staff_url)
        for slug in ("biluochun", "maofeng"):
            page.check(f".ws-pick input[value={slug}]")
        page.click("[data-picked] >> text=对比")
        page.wait_for_selector(".ws-compare tbody tr")
        assert page.url.endswith("#biluochun,maofeng")
        rows = page.locator(".ws-compare tbody tr:visible").count()
        page.check("[data-differences]")
        assert 0 < page.locator(".ws-compare tbody tr:visible").count() < rows
        page.click("[aria-label=移除洞庭碧螺春]")
        page.wait_for_function("document.querySelectorAll('.ws-compare thead th').length == 1")
        assert "先在货架上勾选" in page.inner_text("[data-compare-none]")
        assert errors == []


def test_the_customers_code_stands_alone_and_can_be_read(chromium: Browser, staff_url: str, tmp_path: Path) -> None:
    with tablet(chromium, service_workers="block", color_scheme="dark") as (_, page, _errors):
        page.goto(f"{staff_url}p/longjing-mingqian/#qr")
        page.screenshot(path=tmp_path / "qr.png")
        codes = zxingcpp.read_barcodes(Image.open(tmp_path / "qr.png"))
        assert [code.text for code in codes] == ["https://tea.example.com/p/longjing-mingqian/"]
        box = page.locator(".ws-qr img").bounding_box()
        assert box
        assert min(box["width"], box["height"]) >= 180
        covered = page.evaluate("document.elementFromPoint(400, 60).closest('.ws-qr') !== null")
        assert covered


@pytest.mark.parametrize("script", [True, False])
def test_every_page_reads_well(chromium: Browser, staff_url: str, script: bool) -> None:
    for width, scheme in ((390, "dark"), (820, "light")):
        options = {"viewport": {"width": width, "height": 1180}, "color_scheme": scheme, "java_script_enabled": script}
        with tablet(chromium, service_workers="block", **options) as (_, page, errors):
            if script:
                page.clock.set_fixed_time(NOW)
            for path in ("", "p/longjing-mingqian/", "p/taiping-houkui/", "compare/#biluochun,maofeng", "print/"):
                page.goto(staff_url + path, wait_until="networkidle")
                overflow = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
                assert page.evaluate(overflow) == 0, path
                if script and path != "print/":
                    found = Axe().run(page).response["violations"]
                    assert [each["id"] for each in found] == [], path
            assert errors == []


def test_price_cards_print_eight_to_a_sheet(chromium: Browser, staff_url: str) -> None:
    with tablet(chromium, service_workers="block") as (_, page, _errors):
        page.goto(f"{staff_url}print/")
        cards = page.locator(".ws-label").count()
        assert len(re.findall(rb"/Type\s*/Page\b", page.pdf(prefer_css_page_size=True))) == -(-cards // 8)
        page.goto(f"{staff_url}print/#longjing-mingqian,maofeng")
        page.wait_for_function("document.querySelectorAll('.ws-label:not([hidden])').length == 2")
        assert len(re.findall(rb"/Type\s*/Page\b", page.pdf(prefer_css_page_size=True))) == 1
