"""Keys typed on the search page of a slow phone: milliseconds from the key to its answer on the screen."""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
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
_PICTURE = "picture.webp"
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
        shutil.copy(next((folder / "output/images").glob("*360*.webp")), folder / "output" / _PICTURE)
        for name, data in product_files(large_site(count)).items():
            (folder / "output" / name).write_bytes(data)
        server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Handler, directory=str(folder / "output")))
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/search/"
        server.shutdown()
        server.server_close()
    finally:
        shutil.rmtree(folder)


class _Handler(SimpleHTTPRequestHandler):
    """Files of a folder; every picture is the same."""

    def translate_path(self, path: str) -> str:
        return super().translate_path(f"/{_PICTURE}" if path.startswith("/images/") else path)

    def log_message(self, *arguments: object) -> None:
        """Keep quiet."""
