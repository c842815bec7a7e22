"""A Chromium for the browser tests: found, or installed where that needs no question."""

import os
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path

from plugins.shared.errors import WeizhanError
from plugins.shared.language import say

_PACKAGES = ("chromium", "fonts-noto-cjk")
_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
_MAC = Path("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome")


class BrowserMissing(WeizhanError):
    """No Chromium is there and none can be installed without asking."""


def find_chromium(environ: Mapping[str, str]) -> Path | None:
    """Return the browser that CHROMIUM names, else Debian's, else Playwright's; None without any."""
    if named := environ.get("CHROMIUM"):
        if not os.access(named, os.X_OK):
            raise BrowserMissing(say(f"CHROMIUM={named} 不能运行。", f"CHROMIUM={named} cannot be run."))
        return Path(named)
    found = [Path(path) for name in _NAMES if (path := shutil.which(name))]
    return next(iter([*found, *_playwright(environ), *([_MAC] if _MAC.exists() else [])]), None)


def require_chromium(environ: Mapping[str, str]) -> Path:
    """Return a browser, after installing Debian's when this is root on Debian.

    Raises:
        BrowserMissing: with the sentence that says how to get one.
    """
    found = find_chromium(environ)
    if found is None and _is_debian() and hasattr(os, "geteuid") and os.geteuid() == 0:
        print(
            say("安装 Debian 的 Chromium（浏览器测试要用）…", "Installing Debian's Chromium for the browser tests …"),
            flush=True,
        )
        quiet = dict(environ, DEBIAN_FRONTEND="noninteractive")
        subprocess.run(["apt-get", "update", "-qq"], check=False, env=quiet)
        install = ["apt-get", "install", "-y", "-qq", "--no-install-recommends", *_PACKAGES]
        subprocess.run(install, check=False, env=quiet, stdout=subprocess.DEVNULL)
        found = find_chromium(environ)
    if found is None:
        raise BrowserMissing(
            say(
                "浏览器测试需要 Chromium：Debian/Ubuntu 上运行 sudo apt install chromium，"
                "或运行 .venv/bin/playwright install chromium，或设置 CHROMIUM=浏览器路径。",
                "The browser tests need Chromium: on Debian/Ubuntu run sudo apt install chromium, "
                "or run .venv/bin/playwright install chromium, or set CHROMIUM=path/to/browser.",
            )
        )
    return found


def _playwright(environ: Mapping[str, str]) -> list[Path]:
    home = Path(environ.get("HOME") or environ.get("USERPROFILE") or ".")
    default = [
        home / ".cache/ms-playwright",
        home / "Library/Caches/ms-playwright",
        home / "AppData/Local/ms-playwright",
    ]
    folders = [Path(environ["PLAYWRIGHT_BROWSERS_PATH"])] if environ.get("PLAYWRIGHT_BROWSERS_PATH") else default
    patterns = (
        "chromium-*/chrome-linux*/chrome",
        "chromium-*/chrome-mac*/*.app/Contents/MacOS/*",
        "chromium-*/chrome-win*/chrome.exe",
    )
    return sorted(path for folder in folders for pattern in patterns for path in folder.glob(pattern))[::-1]


def _is_debian() -> bool:
    try:
        lines = Path("/etc/os-release").read_text(encoding="utf-8").splitlines()
    except FileNotFoundError:
        return False
    return "ID=debian" in lines
