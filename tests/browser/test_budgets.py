"""Weights a cheap phone can bear: compressed transfer at 390x844, DPR 3."""

import gzip
from pathlib import Path

import pytest

from tests.browser.conftest import PAGES, Open

pytestmark = pytest.mark.browser

HTML_BYTES = 14_000
SCRIPT_BYTES = 6_000
LATER_SCRIPT_BYTES = 6_000
"""Scripts that a page fetches when a list is narrowed or a search begins."""
FIRST_VIEW = {
    "home": (120_000, 16),
    "list": (120_000, 16),
    "list-2": (120_000, 16),
    "category": (120_000, 16),
    "detail": (130_000, 12),
    "landing": (90_000, 8),
    "landing-over": (90_000, 8),
    "article": (60_000, 6),
    "service": (60_000, 6),
    "store": (60_000, 6),
    "page": (60_000, 6),
}
"""First view of a kind of page: bytes over the wire, requests."""


def test_every_page_fits_the_first_flight(built_site: Path) -> None:
    weights = {path: len(gzip.compress(path.read_bytes(), 6)) for path in built_site.rglob("*.html")}
    assert {path.name: weight for path, weight in weights.items() if weight > HTML_BYTES} == {}
    assert len(weights) > 80


def test_the_script_is_small(built_site: Path) -> None:
    weights = {path.name.split(".")[0]: len(gzip.compress(path.read_bytes(), 6)) for path in built_site.rglob("*.js")}
    assert weights["site"] <= SCRIPT_BYTES
    assert {name for name in weights if name != "site"} == {"catalogue", "compare", "search"}
    assert max(weights.values()) <= LATER_SCRIPT_BYTES


def test_no_page_fetches_more_script_than_the_one_file(open_page: Open) -> None:
    for kind in ("home", "list", "detail", "search", "landing", "article"):
        with open_page(PAGES[kind][0]) as visit:
            scripts = [request.url for request in visit.requests if request.resource_type == "script"]
            assert len(scripts) == 1, kind
            assert not any(request.resource_type == "fetch" for request in visit.requests), kind


@pytest.mark.parametrize("kind", FIRST_VIEW)
def test_first_view_is_light(open_page: Open, kind: str) -> None:
    limit_bytes, limit_requests = FIRST_VIEW[kind]
    with open_page(PAGES[kind][0]) as visit:
        sizes = [request.sizes() for request in visit.requests]
        total = sum(size["responseBodySize"] + size["responseHeadersSize"] for size in sizes)
        assert total <= limit_bytes
        assert len(visit.requests) <= limit_requests


@pytest.mark.slow
@pytest.mark.parametrize("kind", PAGES)
def test_nothing_moves_while_loading(open_page: Open, kind: str) -> None:
    with open_page(PAGES[kind][0]) as visit:
        shift = visit.page.evaluate(
            """() => new Promise(done => { let sum = 0;
                new PerformanceObserver(list => { for (const each of list.getEntries()) sum += each.value })
                    .observe({type: 'layout-shift', buffered: true});
                setTimeout(() => done(sum), 100) })"""
        )
        assert shift <= 0.01
