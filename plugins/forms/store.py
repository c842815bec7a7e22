"""Answers in SQLite: kept as long as the form says, overwritten when they go, readable by the owner only."""

import json
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from plugins.forms.model import Form
from plugins.shared.files import digest

_TABLES = """
create table if not exists answers (
  id integer primary key autoincrement, form text not null, at text not null, until text not null,
  ch text not null, once text not null, mark text not null, answers text not null
);
create index if not exists answers_until on answers (until);
create table if not exists hits (visitor text not null, at real not null);
"""
_AGAIN = timedelta(minutes=10)


@dataclass(frozen=True)
class Answer:
    """One sending: ``at`` is an aware time in ISO form, ``values`` are the answers by field name."""

    id: int
    form: str
    at: str
    ch: str
    values: Mapping[str, list[str]]


class AnswerStore:
    """The answers to every form, in one file."""

    def __init__(self, path: Path) -> None:
        self._path = path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch(mode=0o600)
        with self._open() as database:
            database.executescript(_TABLES)

    def add(self, form: Form, at: datetime, ch: str, once: str, values: Mapping[str, tuple[str, ...]]) -> bool:
        """Keep an answer and drop what is due; False for one that was sent a moment ago."""
        text = json.dumps(values, ensure_ascii=False, sort_keys=True)
        mark = digest(text.encode("utf-8"))
        since = (at - _AGAIN).isoformat()
        with self._open() as database:
            database.execute("begin immediate")
            _drop_due(database, at)
            query = "select 1 from answers where form = ? and ((once = ? and once != '') or (mark = ? and at > ?))"
            if database.execute(query, (form.slug, once, mark, since)).fetchone():
                return False
            until = (at + timedelta(days=form.retention_days)).isoformat()
            row = (form.slug, at.isoformat(), until, ch, once, mark, text)
            database.execute(
                "insert into answers (form, at, until, ch, once, mark, answers) values (?,?,?,?,?,?,?)", row
            )
        return True

    def all(self, form: str) -> list[Answer]:
        """Return the answers to a form, the oldest first."""
        with self._open() as database:
            rows = database.execute("select id, form, at, ch, answers from answers where form = ? order by id", (form,))
            return [Answer(number, slug, at, ch, json.loads(text)) for number, slug, at, ch, text in rows]

    def counts(self) -> dict[str, int]:
        """Return how many answers each form has."""
        with self._open() as database:
            return dict(database.execute("select form, count(*) from answers group by form order by form"))

    def purge(self, now: datetime) -> int:
        """Delete what is due and return how many answers that were."""
        with self._open() as database:
            return _drop_due(database, now)

    def delete(self, answer_id: int) -> bool:
        """Delete one answer, because its writer asks for it; False when there is none."""
        with self._open() as database:
            return database.execute("delete from answers where id = ?", (answer_id,)).rowcount > 0

    def allow(self, visitor: str, now_s: float, most: int, window_s: float) -> bool:
        """Count a sending of a visitor; False when there were ``most`` in the last ``window_s`` seconds."""
        with self._open() as database:
            database.execute("begin immediate")
            database.execute("delete from hits where at <= ?", (now_s - window_s,))
            query = "select count(*) from hits where visitor = ?"
            if database.execute(query, (visitor,)).fetchone()[0] >= most:
                return False
            database.execute("insert into hits values (?, ?)", (visitor, now_s))
        return True

    @contextmanager
    def _open(self) -> Iterator[sqlite3.Connection]:
        with closing(sqlite3.connect(self._path, timeout=10)) as database, database:
            database.execute("pragma secure_delete = on")
            yield database


def _drop_due(database: sqlite3.Connection, now: datetime) -> int:
    return database.execute("delete from answers where until <= ?", (now.isoformat(),)).rowcount
