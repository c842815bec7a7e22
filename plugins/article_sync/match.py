"""Who belongs to whom: files, account items and state, brought together by id."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from plugins.article_sync.model import AccountArticle, Base, Fingerprints, LocalArticle


@dataclass(frozen=True)
class Situation:
    """All that is known about one article; ``accounts`` holds every account item with its id.

    ``lost`` are the states that a file without an id may belong to. ``mergeable``: both sides' edits are disjoint.
    ``may_be_published``: nobody can tell whether it is, for the account may not list what it published.
    ``settled``: the draft's time is old enough to stand for the text that was read.
    ``sent`` is what a run that was killed had just sent: the file's fingerprints, and ``meaning``.
    """

    key: str
    base: Base | None = None
    local: LocalArticle | None = None
    accounts: tuple[AccountArticle, ...] = ()
    lost: tuple[Base, ...] = ()
    mergeable: bool = False
    may_be_published: bool = False
    settled: bool = False
    sent: Fingerprints | None = None

    @property
    def account(self) -> AccountArticle | None:
        """The account's side when there is exactly one."""
        return self.accounts[0] if len(self.accounts) == 1 else None

    @property
    def path(self) -> str:
        """Where the article's file is or was; a draft without one is named by its id."""
        return self.local.path if self.local else self.base.path if self.base else ""

    @property
    def title(self) -> str:
        """The article's title, the file's before the account's."""
        return self.local.title if self.local else self.accounts[0].article.title if self.accounts else ""


def match(
    bases: Iterable[Base],
    articles: Iterable[LocalArticle],
    accounts: Iterable[AccountArticle],
    sent: Mapping[str, Fingerprints] | None = None,
) -> list[Situation]:
    """Return one situation per article, ordered by path, then by id; ids decide who belongs to whom.

    Account items without an id are articles of their own, known by ``@media_id/index``. A file without an id is
    new, unless it is in the place of one that has lost its file, or has its text: then the id was lost.
    """
    by_id = {base.id: base for base in bases}
    articles = list(articles)
    files = {article.id: article for article in articles if article.id}
    items: dict[str, list[AccountArticle]] = {}
    for item in accounts:
        items.setdefault(item.id or f"@{item.media_id}/{item.index}", []).append(item)
    without_file = [base for base in by_id.values() if base.id not in files]
    lost = {article.path: _lost_by(article, without_file) for article in articles if not article.id}
    claimed = {base.id for found in lost.values() for base in found}
    known = [
        Situation(key, by_id.get(key), files.get(key), tuple(items.get(key, ())), sent=(sent or {}).get(key))
        for key in {**by_id, **files, **items}
        if key not in claimed
    ]
    new = [_without_id(article, lost[article.path], items) for article in articles if not article.id]
    return sorted((*known, *new), key=lambda one: (one.local.path if one.local else "~", one.key))


def _without_id(
    article: LocalArticle, lost: tuple[Base, ...], items: Mapping[str, Sequence[AccountArticle]]
) -> Situation:
    base = lost[0] if len(lost) == 1 else None
    return Situation(article.path, base, article, tuple(items.get(base.id, ())) if base else (), lost)


def _lost_by(article: LocalArticle, bases: Iterable[Base]) -> tuple[Base, ...]:
    """Return the states that a file may belong to: those with its text, else the one with its place."""
    same_text = [base for base in bases if bare(base.text) == bare(article.source)]
    return tuple(same_text or [base for base in bases if base.path == article.path])


def bare(source: str) -> str:
    """Return a file's text without the line that the tool wrote."""
    return "".join(line for line in source.splitlines(keepends=True) if not line.startswith("id: "))
