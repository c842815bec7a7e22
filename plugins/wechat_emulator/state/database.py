"""The SQLite file behind every noun: one connection, one lock, one transaction per call."""

import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


class Database:
    """A SQLite file, or ``":memory:"``, safe to use from many threads."""

    def __init__(self, path: str | Path) -> None:
        if str(path) != ":memory:":
            Path(path).parent.mkdir(parents=True, exist_ok=True)
        self._lock = threading.RLock()
        self._connection = sqlite3.connect(path, check_same_thread=False, isolation_level=None)
        self._connection.row_factory = sqlite3.Row
        self._connection.execute("pragma journal_mode = wal")
        self._connection.execute("pragma synchronous = normal")

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Let one thread in; everything inside happens, or nothing does. Nested uses join the outer one."""
        with self._lock:
            if self._connection.in_transaction:
                yield
                return
            self._connection.execute("begin immediate")
            try:
                yield
            except BaseException:
                self._connection.execute("rollback")
                raise
            self._connection.execute("commit")

    def run(self, sql: str, *values: object) -> int:
        """Carry out a statement and return how many rows it changed."""
        with self._lock:
            return self._connection.execute(sql, values).rowcount

    def rows(self, sql: str, *values: object) -> list[sqlite3.Row]:
        """Return every row of a query."""
        with self._lock:
            return self._connection.execute(sql, values).fetchall()

    def row(self, sql: str, *values: object) -> sqlite3.Row | None:
        """Return the first row of a query, None when there is none."""
        found = self.rows(sql, *values)
        return found[0] if found else None

    def number(self, sql: str, *values: object) -> int:
        """Return the first column of the first row as a number, 0 when there is none."""
        found = self.row(sql, *values)
        return int(found[0] or 0) if found else 0

    def create(self, schema: str) -> None:
        """Create the tables of one noun where they are missing."""
        with self._lock:
            self._connection.executescript(schema)

    def clear(self) -> None:
        """Empty every table."""
        with self.transaction():
            for table in self.rows("select name from sqlite_master where type = 'table'"):
                self.run(f'delete from "{table["name"]}"')

    def close(self) -> None:
        """Close the file; the store is of no use afterwards."""
        with self._lock:
            self._connection.close()
