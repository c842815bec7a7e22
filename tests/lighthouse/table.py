"""The table of docs/weights.md: ``python -m tests.lighthouse.table`` builds the sample site and visits its pages.

Times are simulated by Lighthouse, once for each page and network; another program's load shows as blocking time, so run
it alone. It takes four minutes on two cores.
"""

import json
import os
import subprocess
import tempfile
from pathlib import Path
from typing import Any

from plugins.shared.chromium import require_chromium
from plugins.site.build import build_site
from tests.browser.conftest import PAGES, USER_AGENTS
from tests.browser.static_server import serve_folder
from tests.conftest import NOW, ROOT
from tests.lighthouse.test_lighthouse import HERE, NETWORKS, Network

KINDS = ("home", "list", "category", "detail", "landing", "article")


def main() -> None:
    """Print a row for each kind of page, and what exceeds its budget."""
    os.environ["SOURCE_DATE_EPOCH"] = str(int(NOW.timestamp()))
    with tempfile.TemporaryDirectory() as folder:
        build_site(ROOT, ROOT / "content", Path(folder) / "site")
        with serve_folder(Path(folder) / "site") as url:
            found = {name: visit(network, url) for name, network in NETWORKS.items()}
    print("| | KB | requests | scores | " + " | ".join(f"{name} FCP / LCP" for name in NETWORKS) + " |")
    print("|---" * (4 + len(NETWORKS)) + "|")
    for place, kind in enumerate(KINDS):
        facts = [found[name][place] for name in NETWORKS]
        times = " | ".join(f"{each['fcp'] / 1000:.1f} / {each['lcp'] / 1000:.1f} s" for each in facts)
        scores = " ".join(map(str, facts[0]["scores"]))
        print(f"| {kind} | {facts[0]['bytes'] / 1000:.0f} | {facts[0]['requests']} | {scores} | {times} |")
    for name, network in NETWORKS.items():
        for kind, each in zip(KINDS, found[name], strict=True):
            if each["fcp"] > network.fcp_ms or each["lcp"] > network.lcp_ms or each["tbt"] > network.tbt_ms:
                print(f"over its budget: {kind} on {name}: {each}")


def visit(network: Network, url: str) -> list[dict[str, Any]]:
    """Return scores, times and weights of one visit to each kind of page."""
    modules = os.environ.get("LIGHTHOUSE_MODULES", str(HERE / "node_modules"))
    conditions = [str(each) for each in (network.rtt_ms, network.kbit_per_s, network.slowdown)]
    addresses = [url + PAGES[kind][0] for kind in KINDS]
    command = ["node", str(HERE / "run.mjs"), USER_AGENTS["android"], *conditions, *addresses]
    environment = os.environ | {"CHROME_PATH": str(require_chromium(os.environ)), "LIGHTHOUSE_MODULES": modules}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    return [json.loads(line) for line in done.stdout.splitlines()]


if __name__ == "__main__":
    main()
