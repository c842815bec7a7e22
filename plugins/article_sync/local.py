"""The files' side: content/articles/*.md as values, and the files that are none."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from plugins.article_sync.article_file import FOLDER, read_article
from plugins.article_sync.model import Base, LocalArticle
from plugins.article_sync.settings import SyncSettings
from plugins.article_sync.skim import Skimmer
from plugins.shared.errors import Problem, UsageProblem


@dataclass(frozen=True)
class Unreadable:
    """A file that cannot be used at all; ``id`` as far as it can be made out."""

    path: str
    id: str
    problems: tuple[Problem, ...]


@dataclass(frozen=True)
class LocalSide:
    """All usable articles, and the files that are none."""

    articles: tuple[LocalArticle, ...]
    unreadable: tuple[Unreadable, ...]


def read_local(content: Path, settings: SyncSettings, bases: Iterable[Base] = ()) -> LocalSide:
    """Return the articles in content/articles/; those that are as ``bases`` know them are skimmed.

    Raises:
        UsageProblem: two files carry one id.
    """
    articles, unreadable = [], []
    skimmer = Skimmer(content, bases)
    for path in sorted((content / FOLDER).glob("*.md")):
        if path.name.startswith(".") or path.name.endswith(".account.md"):
            continue
        skimmed = skimmer.skim(path, settings)
        article, problems = (skimmed, []) if skimmed else read_article(content, path, settings)
        if article is not None:
            articles.append(article)
        else:
            sniffed = re.search(rb"^id: ([a-z2-7]{10})\s*$", path.read_bytes(), re.MULTILINE)
            found_id = sniffed[1].decode() if sniffed else ""
            unreadable.append(Unreadable(f"{FOLDER}/{path.name}", found_id, tuple(problems)))
    _refuse_shared_ids([*((one.path, one.id) for one in articles), *((one.path, one.id) for one in unreadable)])
    return LocalSide(tuple(articles), tuple(unreadable))


def _refuse_shared_ids(articles: list[tuple[str, str]]) -> None:
    seen: dict[str, str] = {}
    for path, article_id in articles:
        if article_id and article_id in seen:
            raise UsageProblem(
                f"{seen[article_id]} 和 {path} 的 id 都是 {article_id}。请删掉复制出来那一份的 id 行。\n"
                f"{seen[article_id]} and {path} share the id {article_id}. Remove the id line of the copy."
            )
        seen[article_id] = path
