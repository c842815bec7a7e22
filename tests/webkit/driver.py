"""WebKitGTK's MiniBrowser through its WebDriver: the nearest to an iPhone's WebView without an iPhone."""

import os
import shutil
import signal
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import requests

from plugins.site.serve import free_port

BROWSER = Path("/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser")
PROGRAMS = ("Xvfb", "WebKitWebDriver", "dbus-run-session")
_ELEMENT = "element-6066-11e4-a52e-4f735466cecf"
_START_S = 20


def missing() -> list[str]:
    """Return what is not installed."""
    return [each for each in PROGRAMS if not shutil.which(each)] + ([] if BROWSER.exists() else [str(BROWSER)])


@dataclass
class WebKit:
    """One browser window. https://www.w3.org/TR/webdriver2/"""

    address: str

    def open(self, url: str) -> None:
        """Go to a page and wait until it has loaded."""
        self._post("url", {"url": url})

    def run(self, script: str, *arguments: Any) -> Any:
        """Return what a function body returns."""
        return self._post("execute/sync", {"script": script, "args": list(arguments)})

    def click(self, selector: str) -> None:
        """Click the first element that a selector finds."""
        found = self._post("element", {"using": "css selector", "value": selector})
        self._post(f"element/{found[_ELEMENT]}/click", {})

    def type(self, selector: str, text: str) -> None:
        """Type into the first element that a selector finds."""
        found = self._post("element", {"using": "css selector", "value": selector})
        self._post(f"element/{found[_ELEMENT]}/value", {"text": text})

    def wait(self, condition: str, timeout_s: float = 15) -> None:
        """Wait until an expression is true."""
        until = time.monotonic() + timeout_s
        while not self.run(f"return !!({condition})"):
            assert time.monotonic() < until, condition
            time.sleep(0.1)

    def _post(self, command: str, body: dict[str, Any]) -> Any:
        answer = requests.post(f"{self.address}/{command}", json=body, timeout=60).json()["value"]
        assert not (isinstance(answer, dict) and "error" in answer), answer
        return answer


@contextmanager
def webkit(user_agent: str, state: Path) -> Iterator[WebKit]:
    """Start a display, the driver and a browser; stop all three in the end."""
    port, display = free_port(4500), f":{90 + os.getpid() % 500}"
    environment = os.environ | {"DISPLAY": display, "WEBKIT_DISABLE_COMPOSITING_MODE": "1", "HOME": str(state)}
    quiet: dict[str, Any] = {"stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    screen = subprocess.Popen(["Xvfb", display, "-screen", "0", "800x1000x24"], **quiet)
    command = ["dbus-run-session", "--", "WebKitWebDriver", "--host=127.0.0.1", f"--port={port}"]
    driver = subprocess.Popen(command, env=environment, start_new_session=True, **quiet)
    try:
        session = _session(f"http://127.0.0.1:{port}", user_agent)
        yield WebKit(session)
        requests.delete(session, timeout=20)
    finally:
        os.killpg(driver.pid, signal.SIGTERM)  # dbus-run-session would leave the driver behind
        screen.terminate()
        driver.wait(10)
        screen.wait(10)


def _session(address: str, user_agent: str) -> str:
    options = {"binary": str(BROWSER), "args": ["--automation", f"--user-agent={user_agent}"]}
    body = {"capabilities": {"alwaysMatch": {"webkitgtk:browserOptions": options}}}
    until = time.monotonic() + _START_S
    while True:
        try:
            value = requests.post(f"{address}/session", json=body, timeout=60).json()["value"]
            return f"{address}/session/{value['sessionId']}"
        except requests.ConnectionError:
            assert time.monotonic() < until, "the driver did not start"
            time.sleep(0.3)
