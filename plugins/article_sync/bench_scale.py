"""How the sync carries many articles: ``python -m plugins.article_sync.bench_scale [ARTICLES] [CHANGED] [MS]``.

An emulator behind a socket holds a draft for every file; the tool runs in a process of its own. First both sides meet,
then nothing has changed; on the next day some articles were edited here and as many others there, then again nothing.
The milliseconds that a call to WeChat takes are counted on top, not waited for.
"""

import base64
import json
import resource
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import datetime
from math import ceil
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import requests
from PIL import Image
from requests.adapters import HTTPAdapter

from plugins.article_sync.convert.from_markdown import read_markdown
from plugins.article_sync.convert.to_wechat import render_wechat
from plugins.article_sync.run import Surroundings, sync
from plugins.article_sync.settings import SyncSettings
from plugins.shared.validation import SHANGHAI
from plugins.wechat import DraftArticle, open_gateway
from plugins.wechat_emulator import ConsoleEditor, EmulatorServer, EmulatorTransport, Store

ARTICLES, CHANGED, LATENCY_MS = 5000, 200, 20
_ROOT = Path(__file__).resolve().parents[2]
_SITE = "https://tea.example.com"
_WORDS = "入夏以后常有人带着杯子来问，春天买的龙井怎么一回家就**泡苦了**。我们问三句：水多烫，放了多少，泡了多久。"
_A_DAYS_DRAFTS = 900


class CountingTransport(HTTPAdapter):
    """Counts requests by their path below /cgi-bin/."""

    def __init__(self) -> None:
        super().__init__()
        self.calls: Counter[str] = Counter()

    def send(self, request: requests.PreparedRequest, *args: Any, **kwargs: Any) -> requests.Response:
        """Pass a request on."""
        self.calls[urlsplit(request.url or "").path.removeprefix("/cgi-bin/")] += 1
        return super().send(request, *args, **kwargs)


def main(arguments: Sequence[str]) -> int:
    """Print the figures; 1 when an edit did not arrive, or a run without changes made too many calls."""
    articles, changed, latency_ms = (*map(int, arguments), *(ARTICLES, CHANGED, LATENCY_MS)[len(arguments) :])
    print(f"{articles} articles, {changed} edited on each side, {latency_ms} ms a call counted")
    with tempfile.TemporaryDirectory() as folder:
        store, root = Store(), Path(folder)
        with EmulatorServer(store) as server:
            environ = _environ(store, server.url)
            media_ids = fill(root, store, articles)
            _run("both sides meet", root, environ, latency_ms)
            quiet = _run("no change", root, environ, latency_ms)
            store.quota.clear(store.accounts.all()[0].appid)  # the next day: draft/batchget has 1,000 calls a day
            _edit_here(root, changed)
            _edit_there(store, media_ids, changed)
            both = _run("edited on both sides", root, environ, latency_ms)
            again = _run("no change", root, environ, latency_ms)
    arrived = both["rules"] == {"7": changed, "8": changed}
    return int(not (arrived and _is_quiet(quiet, articles) and _is_quiet(again, articles)))


def fill(root: Path, store: Store, articles: int) -> list[str]:
    """Write articles and a draft for each of them; return the drafts' media_ids."""
    for name in ("articles", "images"):
        (root / "content" / name).mkdir(parents=True)
    Image.new("RGB", (320, 240), (200, 180, 90)).save(root / "content" / "images" / "cover.jpg")
    account = store.accounts.all()[0]
    gateway = open_gateway(_environ(store, "http://emulator.invalid"), None, EmulatorTransport(store))
    cover = gateway.add_material("image", "cover.jpg", (root / "content/images/cover.jpg").read_bytes()).media_id
    found = []
    for number in range(articles):
        if number % _A_DAYS_DRAFTS == 0:
            store.quota.clear_one(account.appid, "draft/add")
        article_id = base64.b32encode(number.to_bytes(6, "big")).decode("ascii").lower()[:10]
        head = f"---\ntitle: 第 {number} 篇\ndate: 2026-11-01 09:30\nid: {article_id}\n---\n\n"
        _path(root, number).write_text(head + _body(number), encoding="utf-8")
        url = f"{_SITE}/articles/n{number}/?a={article_id}"
        html = render_wechat(read_markdown(_body(number)))
        found.append(
            gateway.add_draft(
                [DraftArticle(f"第 {number} 篇", html, content_source_url=url, thumb_media_id=cover, author="茶庄")]
            )
        )
    return found


def run(root: Path, environ: Mapping[str, str]) -> None:
    """Sync once and print what it took as one line of JSON."""
    transport = CountingTransport()
    settings = SyncSettings(_SITE, root / "state", author="茶庄", default_cover="cover.jpg", category="茶事")
    start = time.perf_counter()
    gateway = open_gateway(environ, None, transport)
    report = sync(root / "content", gateway, settings, _now(), around=Surroundings(_now))
    spent, used = time.perf_counter() - start, resource.getrusage(resource.RUSAGE_SELF)
    figures = {
        "calls": dict(sorted(transport.calls.items())),
        "rules": dict(sorted(Counter(line.rule for line in report.lines).items())),
        "exit": report.exit_code,
        "wall_s": round(spent, 1),
        "cpu_s": round(used.ru_utime + used.ru_stime, 1),
        "memory_mb": round(used.ru_maxrss / 1024),
    }
    print(json.dumps(figures))


def _run(name: str, root: Path, environ: Mapping[str, str], latency_ms: int) -> dict[str, Any]:
    code = "from pathlib import Path; from plugins.article_sync.bench_scale import run\n"
    command = [sys.executable, "-c", f"{code}run(Path({str(root)!r}), {environ!r})"]
    done = subprocess.run(command, cwd=_ROOT, stdout=subprocess.PIPE, text=True, check=True)
    figures: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    calls = sum(figures["calls"].values())
    waited = calls * latency_ms / 1000
    print(
        f"{name}: {calls} calls {figures['calls']}, rules {figures['rules']}, exit {figures['exit']}, "
        f"{figures['wall_s'] + waited:.1f} s (of these {waited:.1f} s waiting for WeChat), "
        f"{figures['cpu_s']} s of CPU, {figures['memory_mb']} MB",
        flush=True,
    )
    return figures


def _edit_here(root: Path, changed: int) -> None:
    """Edit the first files."""
    for number in range(changed):
        path = _path(root, number)
        path.write_text(path.read_text(encoding="utf-8").replace("入夏", "入秋", 1), encoding="utf-8")


def _edit_there(store: Store, media_ids: Sequence[str], changed: int) -> None:
    """Edit the last drafts in the console."""
    console = ConsoleEditor("http://emulator.invalid", transport=EmulatorTransport(store))
    for number in range(len(media_ids) - changed, len(media_ids)):
        html = render_wechat(read_markdown(_body(number).replace("入夏", "入冬", 1)))
        console.save(media_ids[number], html=html)


def _is_quiet(figures: Mapping[str, Any], articles: int) -> bool:
    uploads = [name for name in figures["calls"] if name not in ("stable_token", "draft/count", "draft/batchget")]
    return not uploads and not figures["rules"] and sum(figures["calls"].values()) <= ceil(articles / 20) + 3


def _body(number: int) -> str:
    return f"## 第 {number} 节\n\n{_WORDS}\n\n- 水温八十五度\n- 三克茶\n\n{_WORDS}\n\n> {_WORDS}\n"


def _now() -> datetime:
    return datetime.now(SHANGHAI)


def _path(root: Path, number: int) -> Path:
    return root / "content" / "articles" / f"n{number}.md"


def _environ(store: Store, url: str) -> dict[str, str]:
    account = store.accounts.all()[0]
    return {"WECHAT_APPID": account.appid, "WECHAT_APPSECRET": account.secret, "WECHAT_API_BASE": url}


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
