"""From saving a product to its page: as the server answers it, and as a person sees it in a browser."""

import http.client
import os
import statistics
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import sync_playwright

from plugins.fast_build.bench.contender import Contender, append
from plugins.shared.chromium import require_chromium

_PAGE = "/p/t7/"
_PATIENCE_S = 120.0
_POLL_S = 0.005


def answered_s(contender: Contender, turns: int) -> float:
    """Return the median seconds from saving a text to the server's answer that holds it."""
    with _serving(contender) as address:
        return statistics.median(
            _until(contender.edited, f"第 {turn} 眼", lambda mark: mark in _get(address)) for turn in range(turns)
        )


def seen_s(contender: Contender, turns: int) -> float:
    """Return the median seconds from saving a text to the moment a browser shows it, reloaded by itself."""
    with _serving(contender) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=str(require_chromium(os.environ)), args=["--no-sandbox"])
        page = browser.new_page()
        page.goto(address)
        page.wait_for_timeout(1000)  # the page's own connection for reloading

        def is_shown(mark: str) -> bool:
            page.get_by_text(mark).wait_for(timeout=_PATIENCE_S * 1000)
            return True

        taken = []
        for turn in range(turns):
            taken.append(_until(contender.edited, f"第 {turn} 看", is_shown))
            page.wait_for_timeout(500)
        browser.close()
        return statistics.median(taken)


@contextmanager
def _serving(contender: Contender) -> Iterator[str]:
    """Run the contender's server; yield the address of the edited product's page, once it answers."""
    port = contender.server[contender.server.index("--port") + 1]
    address = f"http://127.0.0.1:{port}{_PAGE}"
    quiet = subprocess.DEVNULL
    with subprocess.Popen(contender.server, cwd=contender.folder, stdout=quiet, stderr=quiet) as server:
        try:
            _wait(lambda: bool(_get(address)))
            time.sleep(1)  # until its files are watched
            yield address
        finally:
            server.terminate()
            server.wait()


def _until(path: Path, mark: str, is_there: Callable[[str], bool]) -> float:
    append(path, f"{mark}。\n")
    start = time.perf_counter()
    _wait(lambda: is_there(mark))
    return time.perf_counter() - start


def _wait(is_so: Callable[[], bool]) -> None:
    end = time.monotonic() + _PATIENCE_S
    while not is_so():
        if time.monotonic() > end:
            raise TimeoutError
        time.sleep(_POLL_S)


def _get(address: str) -> str:
    try:
        with urllib.request.urlopen(address, timeout=10) as answer:
            return str(answer.read().decode("utf-8"))
    except (urllib.error.URLError, http.client.HTTPException, OSError):
        return ""
