"""What customers type finds what they mean, in the script that phones run, over a thousand products."""

from collections import defaultdict

import pytest
from playwright.sync_api import Browser

from plugins.sample_shop.large_catalogue import large_site
from plugins.search.bench.engine import answers, our_engine
from plugins.search.bench.judge import judge, read_queries
from plugins.site.site import Site

pytestmark = pytest.mark.browser

EXACT = ("kinds", "half_words", "synonyms", "brands", "features", "models", "nothing")
"""Groups in which every query finds all that is meant and nothing else."""


@pytest.fixture(scope="module")
def thousand() -> Site:
    """A site with 1,000 products."""
    return large_site(1000)


def test_queries_find_what_they_mean(thousand: Site, chromium: Browser) -> None:
    queries = read_queries(thousand.catalog.products)
    assert len(queries) >= 150
    found = answers(chromium, our_engine(thousand), [query.text for query in queries])
    groups = defaultdict(list)
    for query in queries:
        groups[query.group].append(query)
    scores = {group: judge(some, found.hits) for group, some in groups.items()}
    assert {group for group in EXACT if scores[group].right != scores[group].queries} == set()
    whole = judge(queries, found.hits)
    assert whole.recall >= 0.99
    assert whole.precision >= 0.985


def test_the_best_hits_come_first(thousand: Site, chromium: Browser) -> None:
    products = thousand.catalog.products
    whole_model = {product.model: product.slug for product in products[::50]}
    half_model = {product.model[3:]: product.slug for product in products[7::50]}
    names = {product.title: product.slug for product in products[11::50]}
    asked = whole_model | half_model | names
    found = answers(chromium, our_engine(thousand), list(asked))
    firsts = {query: slugs[0] if slugs else "" for query, slugs in found.hits.items()}
    titles = {product.slug: product.title for product in products}
    assert {query for query in names if titles.get(firsts[query]) != query} == set()
    assert {query: firsts[query] for query in (*whole_model, *half_model)} == whole_model | half_model
