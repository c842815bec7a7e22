"""How an account's whole history comes in: ``python -m plugins.article_sync.contact.bench [ARTICLES] [PICTURES] [MS]``.

An emulator in a process of its own holds the published articles; every call takes some milliseconds longer, as a call
to WeChat does. The import is killed half way, goes on, and runs once more; nothing may be fetched twice.
"""

import io
import os
import resource
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import requests
from PIL import Image
from requests.adapters import HTTPAdapter

from plugins.article_sync.contact.choices import Choices
from plugins.article_sync.contact.run import adopt
from plugins.article_sync.settings import SyncSettings
from plugins.shared.validation import SHANGHAI
from plugins.wechat import DraftArticle, open_gateway
from plugins.wechat_emulator import DEMO_APPID, DEMO_SECRET, ConsoleEditor

ARTICLES, PICTURES, LATENCY_MS = 500, 2000, 20
_ROOT = Path(__file__).resolve().parents[3]
_SERVER = "import sys; from pathlib import Path; from plugins.wechat_emulator.command import run_emulator as run\n"
_WORDS = (
    "入夏以后常有人带着自己的杯子来问，春天买的龙井怎么一回家就泡苦了。我们只问三句：水多烫，放了多少，泡了多久才喝。"
)


class SlowTransport(HTTPAdapter):
    """Takes longer over every request, and writes down what was asked for."""

    def __init__(self, log: Path, latency_ms: float) -> None:
        super().__init__()
        self._log = log
        self._latency_s = latency_ms / 1000

    def send(self, request: requests.PreparedRequest, *args: Any, **kwargs: Any) -> requests.Response:
        """Pass a request on after a while."""
        time.sleep(self._latency_s)
        response = super().send(request, *args, **kwargs)
        with self._log.open("a", encoding="utf-8") as log:
            log.write(urlsplit(request.url or "").path + "\n")
        return response


def main(arguments: Sequence[str]) -> int:
    """Print the figures; 1 when something was fetched twice or did not come in."""
    articles, pictures, latency = (*map(int, arguments), *(ARTICLES, PICTURES, LATENCY_MS)[len(arguments) :])
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        (root / "content" / "articles").mkdir(parents=True)
        command = [sys.executable, "-c", f"{_SERVER}run(Path(':memory:'), port=0)"]
        with subprocess.Popen(command, cwd=_ROOT, stdout=subprocess.PIPE, text=True, encoding="utf-8") as server:
            assert server.stdout is not None
            server.stdout.readline()
            base = server.stdout.readline().strip().partition("=")[2]
            try:
                fill(base, articles, pictures)
                return _measure(root, base, articles, pictures, latency)
            finally:
                server.terminate()


def fill(base: str, articles: int, pictures: int) -> None:
    """Publish articles with as many different pictures in all, by hand as it were."""
    gateway, console = open_gateway(_environ(base), None), ConsoleEditor(base)
    cover = gateway.add_material("image", "cover.jpg", picture(0)).media_id
    for number in range(articles):
        mine = range(number * pictures // articles, (number + 1) * pictures // articles)
        urls = [gateway.upload_body_image(f"{one}.jpg", picture(one + 1)) for one in mine]
        shown = "".join(f'<p>{_WORDS * 6}</p><p><img src="{url}"></p>' for url in urls)
        html = f"<h2>第 {number} 篇</h2>{shown}<p>{_WORDS}</p>"
        console.publish(gateway.add_draft([DraftArticle(f"第 {number} 篇旧文", html, thumb_media_id=cover)]))


def picture(number: int) -> bytes:
    """Return one of many different pictures of a usual size in bytes."""
    data = io.BytesIO()
    noise = Image.effect_noise((160, 120), 60).convert("RGB")
    noise.paste((number % 256, number // 256 % 256, 7), (0, 0, 40, 40))
    noise.save(data, "JPEG", quality=90)
    return data.getvalue()


def run(root: Path, base: str, latency: int) -> None:
    """Import once and print calls, files, seconds and memory."""
    gateway = open_gateway(_environ(base), None, SlowTransport(root / "calls.log", latency))
    settings = SyncSettings("https://tea.example.com", root / "state", author="山间茶庄", category="茶事")
    start = time.perf_counter()
    report = adopt(root / "content", gateway, settings, datetime.now(SHANGHAI), Choices())
    spent, used = time.perf_counter() - start, resource.getrusage(resource.RUSAGE_SELF)
    cpu, memory_mb = used.ru_utime + used.ru_stime, used.ru_maxrss / 1024
    counts = Counter(line.outcome.value for line in report.lines)
    print(
        f"{dict(counts)}, {report.pictures} pictures, {spent:.1f} s, {cpu:.1f} s of CPU, {memory_mb:.0f} MB", flush=True
    )


def _measure(root: Path, base: str, articles: int, pictures: int, latency: int) -> int:
    print(f"{articles} published articles, {pictures} pictures, {latency} ms a call")
    _killed_half_way(root, base, articles, latency)
    first = _calls(root)
    print(f"killed after {sum(first.values())} calls: {len(list((root / 'content' / 'articles').glob('*.md')))} files")
    subprocess.run(_command(root, base, latency), cwd=_ROOT, check=True)
    calls = _calls(root)
    subprocess.run(_command(root, base, latency), cwd=_ROOT, check=True)
    downloads = Counter({path: number for path, number in calls.items() if path.startswith("/mmbiz")})
    others = {path.removeprefix("/cgi-bin/"): number for path, number in calls.items() if path not in downloads}
    twice = [path for path, number in downloads.items() if number > 1]
    files = len(list((root / "content" / "articles").glob("*.md")))
    print(f"calls of both runs: {sum(downloads.values())} downloads, {others}; downloaded twice: {len(twice)}")
    return int(bool(len(twice) > 1 or files != articles or len(downloads) != pictures + 1))


def _killed_half_way(root: Path, base: str, articles: int, latency: int) -> None:
    with subprocess.Popen(_command(root, base, latency), cwd=_ROOT) as process:
        while len(list((root / "content" / "articles").glob("*.md"))) < articles // 2:
            time.sleep(0.05)
        os.kill(process.pid, signal.SIGKILL)


def _command(root: Path, base: str, latency: int) -> list[str]:
    code = "import sys; from pathlib import Path; from plugins.article_sync.contact.bench import run\n"
    return [sys.executable, "-c", f"{code}run(Path({str(root)!r}), {base!r}, {latency})"]


def _calls(root: Path) -> Counter[str]:
    return Counter((root / "calls.log").read_text(encoding="utf-8").split())


def _environ(base: str) -> dict[str, str]:
    return {"WECHAT_APPID": DEMO_APPID, "WECHAT_APPSECRET": DEMO_SECRET, "WECHAT_API_BASE": base}


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
