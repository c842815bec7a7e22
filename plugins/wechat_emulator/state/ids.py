"""Ids that look random and are not: a counter and a hash, so that a fresh store always gives the same ones."""

import base64
import hashlib

from plugins.wechat_emulator.state.database import Database

SCHEMA = "create table if not exists counters (name text primary key, value integer not null);"


class Ids:
    """Numbers and texts, never given twice; ``seed`` makes two stores differ."""

    def __init__(self, database: Database, seed: str) -> None:
        self._database = database
        self._seed = seed
        database.create(SCHEMA)

    def number(self, kind: str) -> int:
        """Return 1, 2, 3 ... for one kind of id."""
        with self._database.transaction():
            self._database.run(
                "insert into counters values (?, 1) on conflict (name) do update set value = value + 1", kind
            )
            return self._database.number("select value from counters where name = ?", kind)

    def text(self, kind: str, length: int) -> str:
        """Return the next text of letters, digits, ``-`` and ``_``."""
        return spell(f"{self._seed}/{kind}/{self.number(kind)}", length)

    def rid(self, now: int) -> str:
        """Return a request id as it stands at the end of errmsg."""
        tail = hashlib.sha256(f"{self._seed}/rid/{self.number('rid')}".encode()).hexdigest()
        return f"{now:08x}-{tail[:8]}-{tail[8:16]}"


def number_in(value: object) -> int:
    """Return an id that was sent as a number or as its digits, -1 for anything else."""
    text = str(value)
    return int(text) if text.isascii() and text.isdigit() and len(text) < 18 else -1


def spell(text: str, length: int) -> str:
    """Return ``length`` characters that stand for a text and cannot be guessed from another."""
    digest = hashlib.shake_256(text.encode()).digest(length)
    return base64.urlsafe_b64encode(digest).decode("ascii")[:length]
