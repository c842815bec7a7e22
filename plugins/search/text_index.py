"""The search index of articles, pages and answers: pairs of characters, spread over files a query needs few of."""

import gzip
import re
from collections.abc import Iterator, Mapping, Sequence
from html import unescape
from typing import NamedTuple

from plugins.search.packing import base36, to_json
from plugins.search.synonyms import fold
from plugins.site.site import Site

MOST_BYTES = 15_000
"""What one file may weigh, compressed; a query fetches three of them at most, and the list of texts."""
_MOST_FILES = 1024
_RUN = re.compile(r"[a-z0-9]+|[\u3400-\u9fff]+")
_TAG = re.compile(r"<[^>]+>")


class Text(NamedTuple):
    """Something to read: its title, where it is, what kind it is, and all its words."""

    title: str
    url: str
    kind: str
    words: str


def text_files(site: Site) -> dict[str, bytes]:
    """Return ``search/texts.json`` and the files of pairs, by path below output/."""
    return index_texts(list(_texts(site)))


def index_texts(texts: Sequence[Text]) -> dict[str, bytes]:
    """Return the list of texts and as many files of pairs as keep each one small."""
    places = _places(texts)
    count = 1 if places else 0
    shards = _shards(places, count)
    while count < _MOST_FILES and any(len(gzip.compress(each, 6)) > MOST_BYTES for each in shards):
        count *= 2
        shards = _shards(places, count)
    head = {"shards": count, "texts": [[each.title, each.url, each.kind] for each in texts]}
    files = {"search/texts.json": to_json(head)}
    return files | {f"search/texts-{number}.json": shard for number, shard in enumerate(shards)}


def pairs_of(text: str) -> list[str]:
    """Return what a text is found by: words of letters and digits, and every two Chinese characters that meet."""
    found: list[str] = []
    for run in _RUN.findall(fold(text)):
        if run[0].isascii():
            found.append(run[:12])
        else:
            found += [run[at : at + 2] for at in range(max(1, len(run) - 1))]
    return found


def shard_of(pair: str, count: int) -> int:
    """Return the number of the file that holds a pair; the script on the page counts the same way."""
    total = 0
    for character in pair:
        total = (total * 31 + ord(character)) % 65521
    return total % count


def _places(texts: Sequence[Text]) -> dict[str, list[int]]:
    """Return for each pair the numbers of its texts, doubled, and one more where it stands in the title."""
    places: dict[str, list[int]] = {}
    for number, text in enumerate(texts):
        titled = set(pairs_of(text.title))
        for pair in dict.fromkeys(pairs_of(f"{text.title}\n{text.words}")):
            places.setdefault(pair, []).append(number * 2 + (pair in titled))
    return places


def _shards(places: Mapping[str, Sequence[int]], count: int) -> list[bytes]:
    shards: list[dict[str, str]] = [{} for _ in range(count)]
    for pair, numbers in sorted(places.items()):
        shards[shard_of(pair, count)][pair] = ".".join(base36(number) for number in numbers)
    return [to_json(shard) for shard in shards]


def _texts(site: Site) -> Iterator[Text]:
    for article in site.articles:
        words = f"{article.digest}\n{_plain(site.bodies[article.path])}"
        yield Text(article.title, article.url, article.category, words)
    for page in site.pages:
        answers = "\n".join(f"{each.q}\n{each.a}" for group in page.faq for each in group.items)
        yield Text(page.title, page.url, "说明", f"{page.digest}\n{_plain(site.bodies[page.path])}\n{answers}")


def _plain(html: str) -> str:
    return unescape(_TAG.sub(" ", html))
