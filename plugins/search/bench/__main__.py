"""``invoke bench search``: prints how well and how fast products are found.

``SEARCH_RIVALS=/path/to/node_modules`` names a folder with minisearch and pagefind, to be measured in the same run.
"""

import os
from collections import defaultdict
from pathlib import Path
from statistics import median

from playwright.sync_api import Browser, sync_playwright

from plugins.products.model import Product
from plugins.sample_shop.large_catalogue import large_site
from plugins.search.bench.engine import Engine, answers, our_engine
from plugins.search.bench.judge import Query, judge, read_queries
from plugins.search.bench.keys import type_words
from plugins.search.bench.rivals import minisearch, pagefind, weight
from plugins.search.product_index import product_files
from plugins.search.text_index import Text, index_texts
from plugins.shared.chromium import require_chromium

SLOWDOWN = 6
"""How many times slower than this machine the phone is taken to be."""


def main() -> None:
    """Measure and print."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=str(require_chromium(os.environ)), args=["--no-sandbox"])
        site = large_site(1000)
        queries = read_queries(site.catalog.products)
        engines = {"weizhan": our_engine(site), **_rivals(site.catalog.products)}
        print(f"{len(queries)} queries, 1,000 products")
        for name, engine in engines.items():
            _report(browser, name, engine, queries)
        _report_size(browser, queries)
        browser.close()
    _report_texts()


def _rivals(products: tuple[Product, ...]) -> dict[str, Engine]:
    modules = os.environ.get("SEARCH_RIVALS")
    if not modules:
        return {}
    return {"minisearch": minisearch(Path(modules), products), "pagefind": pagefind(Path(modules), products)}


def _report(browser: Browser, name: str, engine: Engine, queries: list[Query]) -> None:
    found = answers(browser, engine, [query.text for query in queries])
    score = judge(queries, found.hits)
    print(
        f"{name}: recall {score.recall:.3f}, precision {score.precision:.3f}, "
        f"exactly right {score.right}/{score.queries}, median {median(found.times_ms):.1f} ms, "
        f"all files {weight(list(engine.files.values())):,} B"
    )
    groups: dict[str, list[Query]] = defaultdict(list)
    for query in queries:
        groups[query.group].append(query)
    shares = {group: judge(some, found.hits) for group, some in groups.items()}
    print("  " + ", ".join(f"{group} {each.recall:.2f}/{each.precision:.2f}" for group, each in shares.items()))


def _report_size(browser: Browser, queries: list[Query]) -> None:
    for count in (1000, 10_000):
        site = large_site(count)
        files = list(product_files(site).values())
        found = answers(browser, our_engine(site), [query.text for query in queries], SLOWDOWN)
        times = sorted(zip(found.times_ms, (query.text for query in queries), strict=True))
        slowest = ", ".join(f"{text} {time:.1f}" for time, text in times[-4:])
        print(
            f"{count:,} products: {len(files)} index file(s), {weight(files):,} B, "
            f"largest {max(weight([each]) for each in files):,} B; at {SLOWDOWN}x slower a query takes "
            f"{median(found.times_ms):.1f} ms, the slowest {slowest}"
        )
        print(f"  typed on the page: {type_words(browser, count, SLOWDOWN)}")


def _report_texts() -> None:
    """Print what looking up words in 200 long texts costs."""
    words = [
        f"{each.title}。{'、'.join(each.specs.values())}，{'，'.join(each.highlights)}"
        for each in large_site(4000).catalog.products
    ]
    texts = [Text(f"文章 {n}", f"/articles/{n}/", "文章", "\n".join(words[n * 20 : n * 20 + 20])) for n in range(200)]
    files = index_texts(texts)
    shards = [weight([data]) for name, data in files.items() if name != "search/texts.json"]
    most = weight([files["search/texts.json"]]) + sum(sorted(shards)[-3:])
    print(f"200 texts: {len(shards)} files of pairs, largest {max(shards):,} B; a query fetches {most:,} B at most")


if __name__ == "__main__":
    main()
