"""Who belongs to whom at first contact: by id, then by the same text, then, to be confirmed, by title and day. Pure."""

import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import Enum

from plugins.article_sync.model import AccountArticle, Base, LocalArticle, same_content
from plugins.shared.validation import SHANGHAI

SHORT = 20
"""A text of fewer characters proves nothing by being the same."""
Date = Callable[[LocalArticle], str]
"""The day of a file as it stands in its front matter: 2026-11-01."""


class Link(Enum):
    """How an account item and a file belong together."""

    RECORDED = "recorded"
    SAME = "same"
    DIFFERS = "differs"
    LIKELY = "likely"
    NEW = "new"


@dataclass(frozen=True)
class Pair:
    """An account item, what it is to us, and the file that it belongs to or may belong to."""

    item: AccountArticle
    link: Link
    local: LocalArticle | None = None


def pair(
    items: Iterable[AccountArticle],
    articles: Sequence[LocalArticle],
    bases: Sequence[Base],
    day_of: Date,
    author: str = "",
) -> list[Pair]:
    """Return one pair per account item, in their order; a file belongs to at most one of them.

    Items must carry their meaning. What is ambiguous is never paired: two items with one text, or two files.
    """
    items = list(items)
    found: dict[int, Pair] = {}
    places = {place for base in bases for place in _places(base)}
    recorded = {base.id for base in bases}
    free = {article.path: article for article in articles if not article.id or article.id not in recorded}
    for number, item in enumerate(items):
        if (item.id and item.id in recorded) or _place(item) in places:
            found[number] = Pair(item, Link.RECORDED)
    for stage in (_by_id, _by_text, _by_title):
        open_items = {number: item for number, item in enumerate(items) if number not in found}
        for number, path in stage(open_items, free, day_of).items():
            local = free.pop(path)
            found[number] = Pair(items[number], _link(stage is _by_title, local, items[number], author), local)
    return [found.get(number) or Pair(item, Link.NEW) for number, item in enumerate(items)]


def candidates(
    items: Iterable[AccountArticle], articles: Iterable[LocalArticle]
) -> Iterator[tuple[AccountArticle, LocalArticle]]:
    """Yield items and files that are worth a closer look: of one id, or of one title."""
    by_name: dict[str, list[LocalArticle]] = {}
    for article in articles:
        for name in {article.id, _words(article.title)} - {""}:
            by_name.setdefault(name, []).append(article)
    for item in items:
        for article in by_name.get(item.id) or by_name.get(_words(item.article.title), []):
            yield item, article


def _link(only_likely: bool, local: LocalArticle, item: AccountArticle, author: str) -> Link:
    if only_likely:
        return Link.LIKELY
    return Link.SAME if same_content(local, item, author) else Link.DIFFERS


Items = Mapping[int, AccountArticle]
Files = Mapping[str, LocalArticle]


def _by_id(items: Items, files: Files, _day_of: Date) -> dict[int, str]:
    ids = {article.id: path for path, article in files.items() if article.id}
    return _unambiguous({number: [ids[item.id]] for number, item in items.items() if item.id in ids})


def _by_text(items: Items, files: Files, _day_of: Date) -> dict[int, str]:
    texts: dict[str, list[str]] = {}
    for path, article in files.items():
        texts.setdefault(article.meaning, []).append(path)
    alike = {
        number: texts[item.meaning]
        for number, item in items.items()
        if item.meaning in texts and len(item.meaning) >= SHORT
    }
    return _unambiguous(alike)


def _by_title(items: Items, files: Files, day_of: Date) -> dict[int, str]:
    titles: dict[str, list[str]] = {}
    for path, article in files.items():
        titles.setdefault(_words(article.title), []).append(path)
    alike = {}
    for number, item in items.items():
        paths = titles.get(_words(item.article.title), [])
        # A draft's time is that of its last save and says nothing about the day of the article.
        alike[number] = [path for path in paths if not item.article_id or day_of(files[path]) == _day(item)]
    return _unambiguous(alike)


def _unambiguous(candidates: Mapping[int, Sequence[str]]) -> dict[int, str]:
    """Return the candidates that are the only ones on both sides."""
    wanted = [path for paths in candidates.values() for path in paths]
    return {number: paths[0] for number, paths in candidates.items() if len(paths) == 1 and wanted.count(paths[0]) == 1}


def _place(item: AccountArticle) -> tuple[str, int]:
    return item.article_id or item.media_id, item.index


def _places(base: Base) -> list[tuple[str, int]]:
    return [(place, base.index) for place in (base.article_id, base.media_id) if place]


def _day(item: AccountArticle) -> str:
    return f"{datetime.fromtimestamp(item.update_time, SHANGHAI):%Y-%m-%d}"


def _words(title: str) -> str:
    """Return a title without blanks, capitals and the two spellings of one accent."""
    return unicodedata.normalize("NFKC", "".join(title.split())).casefold()
