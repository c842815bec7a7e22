"""The sample site as WeChat's browsers see it: built, served with gzip, opened in a real Chromium."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Request, Route, sync_playwright

from plugins.shared.chromium import require_chromium
from plugins.site.build import build_site
from tests.browser.static_server import serve_folder
from tests.conftest import NOW, ROOT

FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
USER_AGENTS = {
    "android": (
        "Mozilla/5.0 (Linux; Android 15; PKG110 Build/UKQ1.231108.001; wv) AppleWebKit/537.36 (KHTML, like Gecko) "
        "Version/4.0 Chrome/138.0.7204.180 Mobile Safari/537.36 XWEB/1380215 MMWEBSDK/20250904 MMWEBID/6169 "
        "MicroMessenger/8.0.64.2940(0x28004034) WeChat/arm64 Weixin NetType/4G Language/zh_CN ABI/arm64"
    ),
    "ios": (
        "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) "
        "Mobile/15E148 MicroMessenger/8.0.60(0x18003c31) NetType/WIFI Language/zh_CN"
    ),
    "harmony": (
        "Mozilla/5.0 (Phone; OpenHarmony 5.1) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/114.0.0.0 Safari/537.36 "
        "ArkWeb/4.1.6.1 Mobile MicroMessenger/8.0.10.41(0xf3100a29) Weixin NetType/4G Language/zh_CN MMWEBID/8058 "
        "MMWEBSDK/202508070004 XWEB/1140319"
    ),
}
PAGES = {
    "home": ("/", "山间茶庄"),
    "list": ("/products/", "全部产品"),
    "list-2": ("/products/page/2/", "全部产品"),
    "category": ("/products/lvcha/", "绿茶"),
    "tag": ("/products/tag/song-li/", "送礼"),
    "facet": ("/products/lvcha/f/xian-shuang/", "绿茶 · 鲜爽"),
    "detail": ("/p/longjing-mingqian/", "明前西湖龙井"),
    "detail-sold-out": ("/p/taiping-houkui/", "太平猴魁"),
    "detail-on-request": ("/p/lihe-qiye/", "询价"),
    "landing": ("/landing/nianhuo-chali/", "NIANHUO26"),
    "landing-over": ("/landing/qiucha-pinjian/", "已结束"),
    "articles": ("/articles/", "一杯龙井怎么泡才不苦"),
    "article": ("/articles/longjing-chongpao/", "一杯龙井怎么泡才不苦"),
    "column": ("/columns/xuan-cha-zhi-nan/", "选茶指南"),
    "stores": ("/stores/", "河坊街"),
    "store": ("/stores/hefang-jie/", "河坊街"),
    "service": ("/service/", "退换"),
    "page": ("/brewing/", "冲泡"),
    "search": ("/search/", "按分类找"),
    "letter": ("/search/az/l/", "LJ-2601"),
    "compare": ("/compare/#p=longjing-mingqian,biluochun", "对比"),
    "favourites": ("/favourites/#p=longjing-mingqian,biluochun", "收藏"),
    "prices": ("/prices/", "更新于"),
    "not-found": ("/404.html", "没找着"),
}
"""Every kind of page: its address and a text that must be there."""
STATES = {
    "filters": "/products/puer/#f=%23老茶",
    "search": "/search/#q=龙井",
    "search-none": "/search/#q=洗衣机",
    "compare": "/compare/#p=longjing-mingqian,biluochun,maofeng",
    "compare-empty": "/compare/",
    "favourites": "/favourites/#p=longjing-mingqian,dahongpao,gaiwan-baici",
    "favourites-empty": "/favourites/",
}
"""Pages after somebody used them."""
TWINS = {"list-2", "tag", "facet"}
"""Kinds that share their template with another: looked at once, not in every browser."""


@pytest.fixture(scope="session")
def built_site(sample_shop: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample site, built for a fixed moment."""
    output = tmp_path_factory.mktemp("site")
    build_site(ROOT, sample_shop, output)
    return output


@pytest.fixture(scope="session")
def site_url(built_site: Path) -> Iterator[str]:
    """Address of the served sample site."""
    with serve_folder(built_site) as url:
        yield url


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """One browser for all tests of a worker."""
    path = require_chromium(os.environ)
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=str(path), args=FLAGS)
        yield browser
        browser.close()


@dataclass
class Visit:
    """A page that was opened, and everything that went wrong on it."""

    page: Page
    context: BrowserContext
    errors: list[str] = field(default_factory=list)
    outside: list[str] = field(default_factory=list)
    requests: list[Request] = field(default_factory=list)

    @property
    def overflow_px(self) -> int:
        """How far the page scrolls sideways."""
        script = "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"
        return int(self.page.evaluate(script))


Open = Callable[..., Any]


@pytest.fixture
def open_page(chromium: Browser, site_url: str) -> Callable[..., Any]:
    """A function that opens a page of the site on a phone inside WeChat: a context manager giving a Visit."""

    @contextmanager
    def open_it(
        path: str, agent: str = "android", width: int = 390, now: bool = True, **options: Any
    ) -> Iterator[Visit]:
        settings: dict[str, Any] = {
            "user_agent": USER_AGENTS[agent],
            "viewport": {"width": width, "height": 844},
            "is_mobile": True,
            "has_touch": True,
            "device_scale_factor": 3,
            "locale": "zh-CN",
            "timezone_id": "Asia/Shanghai",
        }
        context = chromium.new_context(**(settings | options))
        visit = Visit(context.new_page(), context)

        def guard(route: Route) -> None:
            if route.request.url.startswith((site_url, "data:")):
                route.continue_()
            else:
                visit.outside.append(route.request.url)
                route.abort()

        context.route("**/*", guard)
        visit.page.on("console", lambda message: visit.errors.append(message.text) if message.type == "error" else None)
        visit.page.on("pageerror", lambda error: visit.errors.append(str(error)))
        visit.page.on("requestfinished", lambda request: visit.requests.append(request))
        if now and options.get("java_script_enabled", True):
            visit.page.clock.set_fixed_time(NOW)
        visit.page.goto(site_url + path, wait_until="networkidle")
        try:
            yield visit
        finally:
            context.close()

    return open_it
