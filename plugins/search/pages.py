"""The pages that look things up: search, A–Z, compare, favourites."""

from collections import Counter
from collections.abc import Iterator
from math import ceil
from string import ascii_uppercase

from plugins.products.lists import Label, label_urls
from plugins.search.pinyin import OTHER, first_letter, spelling
from plugins.site.pages import Crumb, OutputPage
from plugins.site.paging import Paging
from plugins.site.site import Site

PER_PAGE = 120
_POPULAR = 12
_HOME = Crumb("首页", "/")
_SEARCH = Crumb("搜索", "/search/")
Entry = tuple[str, str, str]


def search_pages(site: Site) -> Iterator[OutputPage]:
    """Yield search, the pages of the A–Z, compare, and favourites."""
    filed = _filed(site)
    letters = tuple((letter, letter_url(letter)) for letter in filed)
    if site.shop.in_english:  # a letter of one language has a page in both
        filed |= {letter: [] for letter in (*ascii_uppercase, OTHER) if letter not in filed}
    yield OutputPage(
        "/search/",
        "search",
        {
            "crumbs": (_HOME, Crumb(_SEARCH.title)),
            "categories": [(each, len(site.catalog.products_in(each))) for each in site.catalog.categories],
            "letters": letters,
            "popular": _popular(site),
        },
    )
    for letter, entries in filed.items():
        yield from _letter_pages(letter, entries, letters)
    yield OutputPage("/compare/", "compare", {"crumbs": (_HOME, Crumb("对比"))})
    yield OutputPage("/favourites/", "favourites", {"crumbs": (_HOME, Crumb("收藏"))})


def letter_url(letter: str) -> str:
    """Return the address of a letter's first page."""
    return f"/search/az/{letter.lower()}/"


def _filed(site: Site) -> dict[str, list[Entry]]:
    """Return (text, note, address) by letter: each product under its name's letter and under its model's."""
    filed: dict[str, list[tuple[str, Entry]]] = {}
    for product in site.catalog.products:
        by_name = (product.title, product.model, product.url)
        by_model = (product.model, product.title, product.url)
        for text, entry in ((product.title, by_name), (product.model, by_model)):
            filed.setdefault(first_letter(text), []).append((spelling(text), entry))
    order = sorted(filed, key=lambda letter: (letter == OTHER, letter))
    return {letter: [entry for _, entry in sorted(filed[letter])] for letter in order}


def _letter_pages(letter: str, entries: list[Entry], letters: tuple[tuple[str, str], ...]) -> Iterator[OutputPage]:
    count = max(1, ceil(len(entries) / PER_PAGE))
    for number in range(1, count + 1):
        paging = Paging(number, count, letter_url(letter))
        shown = entries[(number - 1) * PER_PAGE : number * PER_PAGE]
        crumbs = (_HOME, _SEARCH, Crumb(letter))
        yield OutputPage(
            paging.here,
            "letter",
            {
                "letter": letter,
                "letters": letters,
                "entries": shown,
                "paging": paging,
                "crumbs": crumbs,
                "twin": letter_url(letter),
                "noindex": not entries,
            },
        )


def _popular(site: Site) -> list[Label]:
    """Return the tags that most products have."""
    urls = label_urls(site.catalog)
    counts = Counter(tag for product in site.catalog.products for tag in product.tags)
    return [Label(tag, urls[f"#{tag}"]) for tag, _ in counts.most_common(_POPULAR)]
