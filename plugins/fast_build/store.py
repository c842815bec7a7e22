"""What the last build left behind, in one SQLite file: plain text and numbers, never anything that could be run.

Everything of a build is saved in one transaction, after the last page was written. A build that is killed
therefore leaves the state of the one before it, and the stamps of the files it wrote do not fit that state.
"""

import hashlib
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import NamedTuple, cast

FORMAT = "4"
_TABLES = """
CREATE TABLE IF NOT EXISTS meta (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS sources (name TEXT PRIMARY KEY, stamp TEXT NOT NULL, digest TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS records (name TEXT PRIMARY KEY, digest TEXT NOT NULL, record TEXT NOT NULL,
    html TEXT NOT NULL, uses TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS outputs (name TEXT PRIMARY KEY, stamp TEXT NOT NULL, key TEXT NOT NULL,
    reads TEXT NOT NULL, shows TEXT NOT NULL, given TEXT NOT NULL);
"""
_INSERT = {
    "meta": "INSERT OR REPLACE INTO meta VALUES (?, ?)",
    "sources": "INSERT OR REPLACE INTO sources VALUES (?, ?, ?)",
    "records": "INSERT OR REPLACE INTO records VALUES (?, ?, ?, ?, ?)",
    "outputs": "INSERT OR REPLACE INTO outputs VALUES (?, ?, ?, ?, ?, ?)",
}
_DELETE = {table: f"DELETE FROM {table} WHERE name = ?" for table in _INSERT}


class Source(NamedTuple):
    """A file that was read; an empty stamp is one that must not be trusted."""

    stamp: str
    digest: str


class Record(NamedTuple):
    """A content file as a typed value (JSON), its body as HTML, and what that body leads to and shows (JSON)."""

    digest: str
    record: str
    html: str = ""
    uses: str = ""


class Output(NamedTuple):
    """A file that was written.

    ``key`` is the digest of a page's inputs, ``reads`` the names of those it asked for by itself, ``shows`` the slugs
    of the products whose cards it was handed (both JSON lists), ``given`` the digest of all that it was handed.
    """

    stamp: str
    key: str = ""
    reads: str = ""
    shows: str = ""
    given: str = ""


class Store:
    """The saved state of builds into one output folder."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def meta(self) -> dict[str, str]:
        """Return the facts about the last build; empty when there was none or its state cannot be read."""
        return self._pairs("SELECT name, value FROM meta")

    def sources(self, names: Iterable[str] | None = None) -> dict[str, Source]:
        """Return the files that the last build depended on, or some of them, by name."""
        if names is not None:
            return {name: Source(*row) for name, row in self.select("sources", names).items()}
        return {row[0]: Source(*row[1:]) for row in self._rows("SELECT * FROM sources")}

    def records(self, folder: str = "") -> dict[str, Record]:
        """Return every content file that was read, or those of one folder, by path below content/."""
        query, names = "SELECT * FROM records", (f"{folder}/", f"{folder}0")  # 0 comes right behind the slash
        rows = self._rows(f"{query} WHERE name > ? AND name < ?", [names]) if folder else self._rows(query)
        return {row[0]: Record(*row[1:]) for row in rows}

    def outputs(self) -> dict[str, Output]:
        """Return every file of the last build, by its path below output/."""
        return {row[0]: Output(*row[1:]) for row in self._rows("SELECT * FROM outputs")}

    def stamps(self, table: str) -> dict[str, str]:
        """Return the stamp of every file in a table of files, by name."""
        return self._pairs(f"SELECT name, stamp FROM {_known(table)}")

    def count_pages(self) -> int:
        """Return how many pages the last build has."""
        return sum(int(count) for (count,) in self._rows("SELECT COUNT(*) FROM outputs WHERE name GLOB '*.html'"))

    def select(self, table: str, names: Iterable[str]) -> dict[str, tuple[str, ...]]:
        """Return some rows of a table by name, the name left out."""
        rows = self._rows(f"SELECT * FROM {_known(table)} WHERE name = ?", ((name,) for name in names))
        return {row[0]: row[1:] for row in rows}

    def one(self, table: str, name: str) -> tuple[str, ...]:
        """Return one row of a table, the name left out.

        Raises:
            KeyError: there is none.
        """
        return self.select(table, [name])[name]

    def clear(self) -> None:
        """Forget everything."""
        for suffix in ("", "-journal"):
            self.path.with_name(self.path.name + suffix).unlink(missing_ok=True)

    def save(self, rows: dict[str, list[tuple[str, ...]]], gone: dict[str, list[str]]) -> None:
        """Save rows by table, and delete those that are gone, all or nothing; an unreadable state is replaced."""
        try:
            self._save(rows, gone)
        except sqlite3.DatabaseError:
            self.clear()
            with suppress(sqlite3.DatabaseError):  # without a state the next build is a full one
                self._save(rows, gone)

    def _save(self, rows: dict[str, list[tuple[str, ...]]], gone: dict[str, list[str]]) -> None:
        self.path.parent.mkdir(parents=True, exist_ok=True)
        with self._open() as connection, connection:
            connection.execute("BEGIN IMMEDIATE")
            for table in filter(str.strip, _TABLES.split(";")):
                connection.execute(table)
            for table, names in gone.items():
                connection.executemany(_DELETE[table], [(name,) for name in names])
            for table, values in rows.items():
                connection.executemany(_INSERT[table], values)

    def _pairs(self, query: str) -> dict[str, str]:
        return dict(cast(list[tuple[str, str]], self._rows(query)))

    def _rows(self, query: str, values: Iterable[tuple[str, ...]] = ((),)) -> list[tuple[str, ...]]:
        """Return what a query finds, asked once for each of some values."""
        if not self.path.exists():
            return []
        try:
            with self._open() as connection:
                return [row for each in values for row in connection.execute(query, each)]
        except sqlite3.DatabaseError:
            return []

    @contextmanager
    def _open(self) -> Iterator[sqlite3.Connection]:
        connection = sqlite3.connect(self.path, timeout=20, isolation_level=None)
        try:
            connection.execute("PRAGMA synchronous = NORMAL")
            connection.execute("PRAGMA page_size = 8192")  # of a new file: a third smaller, for rows of 2 KB or so
            yield connection
        finally:
            connection.close()


def _known(table: str) -> str:
    if table not in _INSERT:
        raise ValueError(table)
    return table


def store_for(cache: Path, output: Path) -> Store:
    """Return the store of builds into ``output``."""
    name = hashlib.sha256(str(output.resolve()).encode()).hexdigest()[:16]
    return Store(cache / "build" / f"{name}.sqlite")
