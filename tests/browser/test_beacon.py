"""What pages really send, caught by a server of their own."""

from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import pytest

from plugins.site.build import build_site
from tests.conftest import ROOT, write_small_shop

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def counted_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small shop with the beacon on, a coupon, ways to buy, and a channel with a telephone number of its own."""
    content = write_small_shop(tmp_path_factory.mktemp("beacon") / "content")
    with open(content / "shop.yaml", "a", encoding="utf-8") as file:
        file.write("beacon: {url: /b.gif}\n")
    page = content / "landing_pages/spring.md"
    text = page.read_text(encoding="utf-8").replace("goal: call", "goal: call\ncoupons: [{text: 减五元, code: SPRING}]")
    page.write_text(text, encoding="utf-8")
    product = content / "products/gaiwan.md"
    ways = "buy: [{label: 微店, url: https://weidian.example.com/gw}, {label: 商城, url: https://mall.example.com/gw}]"
    product.write_text(product.read_text("utf-8").replace("model: GW-1", f"model: GW-1\n{ways}"), encoding="utf-8")
    channels = content / "channels.yaml"
    channels.write_text(channels.read_text("utf-8").replace("store}", "store, tel: 0571-8888 0001}"), encoding="utf-8")
    build_site(ROOT, content, content.parent / "out")
    return content.parent / "out"


@contextmanager
def logging_server(root: Path) -> Iterator[tuple[str, list[str]]]:
    """Serve a folder as a static host does, which refuses POST, and keep every request line."""
    log: list[str] = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            log.append(f"GET {self.path}")
            name = self.path.partition("?")[0].lstrip("/")
            path = root / (name + "index.html" if not name or name.endswith("/") else name)
            body = path.read_bytes() if path.is_file() else b""
            self.send_response(200 if path.is_file() else 404)
            kinds = {".html": "text/html; charset=utf-8", ".gif": "image/gif", ".js": "text/javascript"}
            self.send_header("Content-Type", kinds.get(path.suffix, "application/octet-stream"))
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def do_POST(self) -> None:
            log.append(f"POST {self.path}")
            self.send_response(405)
            self.send_header("Content-Length", "0")
            self.end_headers()

        def log_message(self, *args: object) -> None:
            """Keep quiet."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}", log
    finally:
        server.shutdown()
        server.server_close()


def beacons(log: list[str]) -> list[str]:
    return [line.replace("/b.gif?", "") for line in log if "/b.gif" in line]


@contextmanager
def visiting(chromium: Any, root: Path, **options: Any) -> Iterator[tuple[Any, str, list[str]]]:
    with logging_server(root) as (url, log):
        context = chromium.new_context(**options)
        yield context.new_page(), url, log
        context.close()


def test_views_and_taps_are_sent_once_a_page_with_the_channel(chromium: Any, counted_site: Path) -> None:
    with visiting(chromium, counted_site) as (page, url, log):
        page.goto(f"{url}/c/s1/spring/", wait_until="networkidle")
        page.evaluate("document.addEventListener('click', event => event.preventDefault())")
        for _ in range(2):
            page.locator(".wz-copy").first.click()
            page.locator("a[href^='tel:']").first.click()
        page.evaluate("dispatchEvent(new CustomEvent('wz-event', {detail: {name: 'search-empty', text: 'secret'}}))")
        page.goto(f"{url}/p/longjing/?name=secret&tel=13800000000#secret", wait_until="networkidle")
        page.wait_for_timeout(100)
        sent = beacons(log)
        assert sent[0] == "POST e=view&p=/c/s1/spring/&c=s1"
        assert sorted(sent[1:4]) == [
            "POST e=coupon&p=/c/s1/spring/&c=s1",
            "POST e=search-empty&p=/c/s1/spring/&c=s1",
            "POST e=tel&p=/c/s1/spring/&c=s1",
        ]
        assert sent[4:] == ["POST e=detail&p=/p/longjing/&c=s1"]
        assert not any("secret" in line or "138" in line for line in sent)
        assert page.context.cookies() == []


def test_every_way_to_buy_on_a_products_page_is_counted_with_the_channel(chromium: Any, counted_site: Path) -> None:
    with visiting(chromium, counted_site) as (page, url, log):
        for place in range(3):
            page.goto(f"{url}/p/gaiwan/?ch=s1", wait_until="networkidle")
            page.evaluate("document.addEventListener('click', event => event.preventDefault())")
            page.locator("a[href$='.example.com/gw']").nth(place).click()
        page.wait_for_timeout(100)
        ways = page.locator("a[href$='.example.com/gw']").count()
        assert ways == 3, "two links on the page, one at the thumb"
        assert beacons(log) == ["POST e=detail&p=/p/gaiwan/&c=s1", "POST e=buy&p=/p/gaiwan/&c=s1"] * ways


def test_a_channels_copy_shows_no_other_telephone_than_the_channels(chromium: Any, counted_site: Path) -> None:
    with visiting(chromium, counted_site, java_script_enabled=False) as (page, url, _):
        page.goto(f"{url}/c/s1/spring/")
        links = page.locator("a[href^='tel:']")
        assert {links.nth(place).get_attribute("href") for place in range(links.count())} == {"tel:0571-88880001"}
        page.goto(f"{url}/landing/spring/")
        assert page.locator("a[href='tel:0571-88880001']").count() == 0


def test_without_sendbeacon_a_picture_is_asked_for(chromium: Any, counted_site: Path) -> None:
    with visiting(chromium, counted_site) as (page, url, log):
        page.add_init_script("Navigator.prototype.sendBeacon = undefined")
        page.goto(f"{url}/", wait_until="networkidle")
        assert beacons(log) == ["GET e=view&p=/&c="]


def test_without_script_the_picture_of_the_page_counts(chromium: Any, counted_site: Path) -> None:
    with visiting(chromium, counted_site, java_script_enabled=False) as (page, url, log):
        page.goto(f"{url}/c/s1/spring/", wait_until="networkidle")
        assert beacons(log) == ["GET e=view&p=/c/s1/spring/&c=s1"]
        assert page.evaluate("1") == 1


def test_who_asked_not_to_be_counted_is_not(chromium: Any, counted_site: Path) -> None:
    with visiting(chromium, counted_site) as (page, url, log):
        page.add_init_script("Object.defineProperty(Navigator.prototype, 'globalPrivacyControl', {get: () => true})")
        page.goto(f"{url}/", wait_until="networkidle")
        assert beacons(log) == []
