"""Lighthouse on a slow 4G: 100 in all four categories, and the times of a cheap phone."""

import json
import os
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from plugins.shared.chromium import require_chromium
from tests.browser.conftest import PAGES, USER_AGENTS, built_site, site_url

__all__ = ["built_site", "site_url"]

HERE = Path(__file__).parent
KINDS = ("list", "detail", "landing", "article", "store", "service")
MOST = {"fcp": 1000, "lcp": 1500, "tbt": 100, "cls": 0.01}
"""Milliseconds, and the shift of the layout."""
RUNS = 3


def measure(modules: Path, url: str) -> dict[str, Any]:
    command = ["node", str(HERE / "run.mjs"), USER_AGENTS["android"], url]
    environment = os.environ | {"CHROME_PATH": str(require_chromium(os.environ)), "LIGHTHOUSE_MODULES": str(modules)}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True, timeout=180)
    facts: dict[str, Any] = json.loads(done.stdout)
    return facts


def falls_short(facts: dict[str, Any]) -> list[str]:
    short = [f"{name} {facts[name]}" for name, most in MOST.items() if facts[name] > most]
    return short + ([f"scores {facts['scores']}"] if facts["scores"] != [100] * 4 else [])


@pytest.mark.long
@pytest.mark.browser
@pytest.mark.parametrize("kind", KINDS)
def test_a_hundred_four_times(site_url: str, kind: str) -> None:
    modules = Path(os.environ.get("LIGHTHOUSE_MODULES", HERE / "node_modules"))
    if not shutil.which("node") or not (modules / "lighthouse").is_dir():
        pytest.skip("Lighthouse is not there; run npm ci --ignore-scripts in tests/lighthouse with Node 20")
    tries = []
    for _ in range(RUNS):  # another program's load shows as blocking time; the page is as good as its best run
        tries.append(measure(modules, site_url + PAGES[kind][0]))
        if not falls_short(tries[-1]):
            print(json.dumps(tries[-1]))
            return
    pytest.fail("\n".join(f"{falls_short(each)} {each['failed']}" for each in tries))
