"""The table of breaks: which test has noticed each, kept in a file while it grows, and counted for the README."""

import json
from collections import Counter
from collections.abc import Iterable, Sequence
from hashlib import sha256
from pathlib import Path

from tests.article_sync.proof.broken import Mutation, read_breaks

_KINDS = {
    "the table of decisions": "article_sync/test_plan.py",
    "a story": "article_sync/scenarios/",
    "first contact": "article_sync/contact/",
    "publishing": "article_sync/publish/",
    "the gateway": "wechat/",
    "another test": "",
}


class Table:
    """Verdicts by break, valid for one state of source and tests; without a path they are forgotten at the end."""

    def __init__(self, path: Path | None, root: Path) -> None:
        self._path = path
        self._sources = _sources(root)
        kept = path.read_text(encoding="utf-8").splitlines() if path and path.exists() else []
        self._tests: dict[str, str] = {str(row["key"]): str(row["test"]) for row in map(json.loads, kept)}

    def knows(self, mutation: Mutation) -> bool:
        """Tell whether a break was judged before."""
        return self._key(mutation) in self._tests

    def noticed(self, mutation: Mutation) -> bool:
        """Tell whether a test has noticed a break."""
        return bool(self._tests[self._key(mutation)])

    def keep(self, mutation: Mutation, test: str) -> None:
        """Keep a verdict: one line of JSON."""
        row = {"key": self._key(mutation), "area": mutation.area, "break": mutation.name, "test": test}
        self._tests[row["key"]] = test
        if self._path:
            with self._path.open("a", encoding="utf-8") as file:
                file.write(json.dumps(row, ensure_ascii=False) + "\n")

    def rows(self, mutations: Iterable[Mutation]) -> list[str]:
        """Return the table in Markdown."""
        head = ["| Area | Break | File | Noticed by |", "|---|---|---|---|"]
        told = ((one, self._tests[self._key(one)] or "SURVIVED") for one in mutations)
        return head + [f"| {one.area} | {one.name} | {one.file} | {test} |" for one, test in told]

    def _key(self, mutation: Mutation) -> str:
        return sha256("\0".join((self._sources, mutation.file, mutation.old, mutation.new)).encode()).hexdigest()[:16]


def summary(mutations: Sequence[Mutation]) -> str:
    """Return how many breaks each area has, and what kinds of tests notice them, in Markdown."""
    kinds = [*_KINDS]
    rows = ["| Area | Breaks | " + " | ".join(kinds) + " |", "|---" * (len(kinds) + 2) + "|"]
    areas = dict.fromkeys(one.area for one in mutations)
    for area in (*areas, ""):
        about = [one for one in mutations if area in ("", one.area)]
        counted = Counter(_kind(one.test) for one in about)
        cells = [area.replace("_", " ") or "all", str(len(about)), *(str(counted[kind] or "") for kind in kinds)]
        rows.append("| " + " | ".join(cells) + " |")
    return "\n".join(rows) + "\n"


def _kind(test: str) -> str:
    return next(kind for kind, start in _KINDS.items() if test.startswith(start))


def _sources(root: Path) -> str:
    """Return a fingerprint of all source and tests that a verdict depends on, the breaks themselves aside."""
    hashed = sha256()
    for folder in ("plugins/article_sync", "plugins/shared", "plugins/wechat", "tests/article_sync", "tests/wechat"):
        for path in sorted((root / folder).rglob("*.*")):
            if path.is_file() and path.suffix in (".py", ".md") and path.parent.name != "breaks":
                hashed.update(path.name.encode() + path.read_bytes())
    return hashed.hexdigest()


if __name__ == "__main__":
    print(summary(read_breaks()), end="")
