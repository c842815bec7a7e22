"""Search engines asked in a real browser: ours as the pages run it, and others as their own pages would."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from plugins.search.product_index import product_files
from plugins.site.site import Site
from plugins.site.theme import ThemeAssets

ROOT = Path(__file__).resolve().parents[3]
_HOST = "http://shop.test/"
_EMPTY = b"<!doctype html><html lang='zh-CN'><body></body></html>"
_TYPES = {".json": "application/json", ".js": "text/javascript", ".wasm": "application/wasm"}
_ASK = """async ([queries, prepare, ask]) => {
    const engine = await (0, eval)(prepare)();
    const hits = {}, times = [];
    for (const query of queries) {
        const start = performance.now();
        hits[query] = await (0, eval)(ask)(engine, query);
        times.push(performance.now() - start);
    }
    return { hits, times };
}"""


@dataclass(frozen=True)
class Engine:
    """Files of an engine by path, the scripts a page loads, and two functions in JavaScript: prepare it, ask it."""

    files: Mapping[str, bytes]
    scripts: tuple[str, ...]
    prepare: str
    ask: str


@dataclass(frozen=True)
class Answers:
    """The slugs found for each query, and the milliseconds that each took."""

    hits: dict[str, list[str]]
    times_ms: list[float]


def our_engine(site: Site) -> Engine:
    """Return our search over a site's products."""
    theme = ThemeAssets(ROOT / "theme", site.shop.colour)
    scripts = (theme.script_url, theme.bundle_url("catalogue"), theme.bundle_url("search"))
    return Engine(
        {**theme.files, **product_files(site)},
        tuple(each.lstrip("/") for each in scripts),
        "async () => { let all = await wz.catalogue.load(); await all.rest; wz.catalogue.find(all, 'ab'); return all }",
        "(all, query) => wz.catalogue.find(all, query).entries.map(each => each.slug)",
    )


def answers(browser: Any, engine: Engine, queries: Sequence[str], slowdown: int = 1) -> Answers:
    """Ask an engine in a page of its own; ``slowdown`` throttles the processor."""
    page = browser.new_page()
    page.route(f"{_HOST}**", lambda route: _serve(route, engine.files))
    page.goto(_HOST)
    for script in engine.scripts:
        page.add_script_tag(url=f"{_HOST}{script}")
    page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": slowdown})
    found = page.evaluate(_ASK, [list(queries), engine.prepare, engine.ask])
    page.close()
    return Answers(found["hits"], found["times"])


def _serve(route: Any, files: Mapping[str, bytes]) -> None:
    name = route.request.url.removeprefix(_HOST).partition("?")[0]
    if name and name not in files:
        route.fulfill(status=404, body=json.dumps(name))
        return
    kind = _TYPES.get(Path(name).suffix, "text/html" if not name else "application/octet-stream")
    route.fulfill(body=files.get(name, _EMPTY), content_type=kind)
