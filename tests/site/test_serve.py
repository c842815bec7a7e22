"""serve: a saved file is on the page without a restart, and a mistake keeps the last good page."""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
import requests

from plugins.site.serve import announce, free_port, lan_address
from tests.conftest import ROOT, product_text, write_small_shop

PATIENCE_S = 30


@pytest.fixture
def shop(tmp_path: Path) -> Path:
    return checkout(tmp_path)


def checkout(tmp_path: Path) -> Path:
    """Return a folder that holds a small shop and this repository's engine."""
    write_small_shop(tmp_path / "content")
    (tmp_path / "theme").symlink_to(ROOT / "theme")
    (tmp_path / "pelicanconf.py").symlink_to(ROOT / "pelicanconf.py")
    return tmp_path


@contextmanager
def serving(shop: Path) -> Iterator[str]:
    """Run serve for a shop in a process of its own; yields its address when the site is up."""
    port = free_port(0)
    call = f"serve_site(Path({str(shop)!r}), {port})"
    command = [sys.executable, "-c", f"from pathlib import Path; from plugins.site.serve import serve_site; {call}"]
    environment = dict(os.environ, PYTHONPATH=str(ROOT))
    with subprocess.Popen(command, cwd=shop, env=environment, stdout=subprocess.DEVNULL) as process:
        url = f"http://127.0.0.1:{port}"
        try:
            until(lambda: "龙井" in get(f"{url}/p/longjing/"))
            yield url
        finally:
            process.terminate()


@pytest.fixture
def served(shop: Path) -> Iterator[str]:
    with serving(shop) as url:
        yield url


def get(url: str) -> str:
    try:
        response = requests.get(url, timeout=5)
    except requests.ConnectionError:
        return ""
    response.encoding = "utf-8"
    return response.text


def until(holds: Callable[[], bool]) -> None:
    deadline = time.monotonic() + PATIENCE_S
    while not holds():
        assert time.monotonic() < deadline
        time.sleep(0.1)


def test_a_saved_product_is_on_the_page_and_a_mistake_is_not(shop: Path, served: str) -> None:
    product = shop / "content/products/longjing.md"
    product.write_text(product_text("新龙井", "LJ-1", "green", price="300.00"), encoding="utf-8")
    until(lambda: "¥300" in get(f"{served}/p/longjing/"))
    product.write_text(product_text("坏龙井", "LJ-1", "green", price="很贵"), encoding="utf-8")
    time.sleep(2)
    assert "新龙井" in get(f"{served}/p/longjing/")
    product.write_text(product_text("好龙井", "LJ-1", "green", price="310.00"), encoding="utf-8")
    until(lambda: "好龙井" in get(f"{served}/p/longjing/"))
    assert "livereload.js" in get(f"{served}/")


def test_a_port_that_is_taken_is_passed_over() -> None:
    with socket.socket() as taken:
        taken.bind(("0.0.0.0", 0))
        taken.listen()
        port = taken.getsockname()[1]
        assert free_port(port) != port


def test_the_addresses_and_their_code_are_printed() -> None:
    lines: list[str] = []
    announce(8123, lines.append)
    text = "\n".join(lines)
    assert "http://127.0.0.1:8123/" in text
    assert f"http://{lan_address()}:8123/" in text
    assert "█" in text
