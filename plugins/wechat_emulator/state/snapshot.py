"""Copies of everything that a store holds, under a name, to come back to."""

import base64
import json
import re
import sqlite3
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from plugins.wechat_emulator.state.database import Database

TABLE = "snapshots"
SCHEMA = f"create table if not exists {TABLE} (name text primary key, taken_at integer not null, data blob not null);"
_NAME = re.compile(r"[\w.-]{1,60}")


class SnapshotUnknown(ValueError):
    """No snapshot has that name, or it is no name for one."""


class Snapshots:
    """Snapshots inside the store's own file: they survive a restart and a reset."""

    def __init__(self, database: Database) -> None:
        self._database = database
        database.run(SCHEMA)  # not create(): that would end the transaction this may be in

    def take(self, name: str, now: int) -> None:
        """Copy everything under a name, in place of an older copy."""
        if not _NAME.fullmatch(name):
            raise SnapshotUnknown(f"{name!r} is no name for a snapshot. Use letters, digits, - . and _.")
        with self._database.transaction():
            tables = {table: self._content(table) for table in self._tables()}
            packed = zlib.compress(json.dumps(tables, default=_as_text).encode())
            self._database.run(f"insert or replace into {TABLE} values (?, ?, ?)", name, now, packed)

    def restore(self, name: str) -> None:
        """Bring everything back to how it was; other snapshots stay. Raises SnapshotUnknown."""
        with self._database.transaction():
            row = self._database.row(f"select data from {TABLE} where name = ?", name)
            if row is None:
                raise SnapshotUnknown(f"no snapshot {name!r}. There are: {', '.join(self.names()) or 'none'}.")
            kept: dict[str, list[list[Any]]] = json.loads(zlib.decompress(row["data"]), object_hook=_as_bytes)
            with self.spared():
                self._database.clear()
            try:
                for table in self._tables():
                    self._fill(table, kept.get(table, []))
            except sqlite3.OperationalError:
                raise SnapshotUnknown(f"snapshot {name!r} is of another version. Take it again.") from None

    def names(self) -> list[str]:
        """Return the name of every snapshot, oldest first."""
        return [str(row["name"]) for row in self._database.rows(f"select name from {TABLE} order by taken_at, name")]

    @contextmanager
    def spared(self) -> Iterator[None]:
        """Let snapshots survive what happens inside, even if it empties every table."""
        with self._database.transaction():
            rows = self._content(TABLE)
            yield
            self._fill(TABLE, rows)

    def _content(self, table: str) -> list[list[Any]]:
        return [list(row) for row in self._database.rows(f'select * from "{table}"')]

    def _fill(self, table: str, rows: list[list[Any]]) -> None:
        self._database.run(f'delete from "{table}"')
        for row in rows:
            marks = ", ".join("?" for _ in row)
            self._database.run(f'insert into "{table}" values ({marks})', *row)

    def _tables(self) -> list[str]:
        """Return the tables to copy; numbers that were given stay given, so sqlite_sequence comes last."""
        found = self._database.rows("select name from sqlite_master where type = 'table' order by name")
        names = [str(row["name"]) for row in found if row["name"] != TABLE]
        return sorted(names, key=lambda name: name == "sqlite_sequence")


def _as_text(value: object) -> dict[str, str]:
    if not isinstance(value, bytes):
        raise TypeError(f"{type(value).__name__} cannot be kept in a snapshot")
    return {"base64": base64.b64encode(value).decode("ascii")}


def _as_bytes(value: dict[str, Any]) -> Any:
    return base64.b64decode(value["base64"]) if set(value) == {"base64"} else value
