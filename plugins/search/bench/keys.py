"""Keys typed on the search page of a slow phone: milliseconds from the key to its answer on the screen."""

import gzip
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from statistics import median
from threading import Thread
from typing import Any

from plugins.sample_shop.large_catalogue import large_site, write_large_shop
from plugins.search.bench.engine import ROOT
from plugins.search.product_index import product_files
from plugins.site.build import build_site

WORDS = (
    *("电冰箱", "热水器 60升", "静音", "新品", "ms-bcd186", "KF15", "1", "1.5匹 变频", "双开门"),
    *("bingxiang", "xyj", "dianfbao", "kongtiao", "洗碗柜", "没有这种东西"),
)
"""What is typed, a character a key, and taken back again: common and rare, models, pinyin, misspelt, nothing."""
_PAUSE_MS = 150
_LOADED_MS = 3000
"""Until all of a large index is there; what is typed meanwhile finds what has come so far."""
_VIEW = {"width": 390, "height": 844}
_WATCH = """() => {
    const keys = window.keys = [], shown = document.querySelector("main");
    document.addEventListener("input", event => {
        const key = { typed: event.target.value, rows: 0, ms: null }, start = event.timeStamp;
        keys.push(key);
        const seen = new MutationObserver(() => {
            seen.disconnect();
            requestAnimationFrame(() => {
                const painted = new MessageChannel();
                painted.port1.onmessage = () => {
                    key.ms = performance.now() - start;
                    key.rows = document.querySelectorAll(".wz-row").length;
                };
                painted.port2.postMessage(0);
            });
        });
        seen.observe(shown, { childList: true, subtree: true, characterData: true });
    }, true);
}"""


@dataclass(frozen=True)
class Typed:
    """The text after each key with the milliseconds that its answer took; the first key's index is still to come."""

    first_ms: float
    later: tuple[tuple[float, str], ...]

    def __str__(self) -> str:
        times = sorted(self.later)
        middle, most = (times[len(times) * share // 100][0] for share in (50, 95))
        slowest = ", ".join(f"{text} {time:.0f}" for time, text in times[-4:])
        return (
            f"first key {self.first_ms:.0f} ms, {len(times)} later keys: median {middle:.0f} ms, "
            f"95 of 100 within {most:.0f} ms, the slowest {slowest}"
        )


def type_words(browser: Any, count: int, slowdown: int) -> Typed:
    """Type everything on the search page of a shop with ``count`` products."""
    with _search_page(count) as url:
        first = median(_visit(browser, url, ("电",), slowdown)[0][0] for _ in range(3))
        return Typed(first, tuple(_visit(browser, url, WORDS, slowdown)[1:]))


def _visit(browser: Any, url: str, words: tuple[str, ...], slowdown: int) -> list[tuple[float, str]]:
    page = browser.new_page(viewport=_VIEW, is_mobile=True, has_touch=True, device_scale_factor=3)
    page.goto(url, wait_until="networkidle")
    page.evaluate(_WATCH)
    page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": slowdown})
    page.focus("#q")  # which fetches the script and the index
    for place, word in enumerate(words):
        for character in word:
            _key(page, character)
        if not place:
            page.wait_for_function("keys[0].ms !== null && wz.catalogue")
            page.wait_for_timeout(_LOADED_MS)
        for _ in word:
            page.keyboard.press("Backspace")
            page.wait_for_timeout(_PAUSE_MS)
    page.wait_for_timeout(1000)
    keys = page.evaluate("keys")
    page.close()
    return [(key["ms"], key["typed"]) for key in keys if key["ms"] is not None]


def _key(page: Any, character: str) -> None:
    if character.isascii():
        page.keyboard.press("Space" if character == " " else character)
    else:
        page.keyboard.insert_text(character)
    page.wait_for_timeout(_PAUSE_MS)


@contextmanager
def _search_page(count: int) -> Iterator[str]:
    """Serve the search page of a small shop with the index of a large one."""
    folder = Path(tempfile.mkdtemp(prefix="search-bench-"))
    try:
        write_large_shop(folder / "content", 30)
        build_site(ROOT, folder / "content", folder / "output")
        picture = next((folder / "output/images").glob("*360*.webp")).read_bytes()
        with _served(folder / "output", product_files(large_site(count)), picture) as url:
            yield f"{url}/search/"
    finally:
        shutil.rmtree(folder)


@contextmanager
def _served(output: Path, index: Mapping[str, bytes], picture: bytes) -> Iterator[str]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            path = self.path.partition("?")[0].lstrip("/")
            name = f"{path}index.html" if path.endswith("/") or not path else path
            if path.startswith("images/"):
                return self._answer(picture, "image/webp")
            data = index.get(name) or ((output / name).read_bytes() if (output / name).is_file() else b"")
            kind = {"html": "text/html", "js": "text/javascript", "json": "application/json"}
            self._answer(data, kind.get(name.rpartition(".")[2], "text/plain"))

        def _answer(self, data: bytes, kind: str) -> None:
            packed = data if kind.startswith("image/") else gzip.compress(data, 6)
            self.send_response(200 if data else 404)
            self.send_header("Content-Type", f"{kind}; charset=utf-8")
            self.send_header("Content-Length", str(len(packed)))
            if packed is not data:
                self.send_header("Content-Encoding", "gzip")
            self.end_headers()
            self.wfile.write(packed)

        def log_message(self, *arguments: object) -> None:
            """Keep quiet."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()
