"""The store's own time: the machine's, moved or stopped by a test."""

from collections.abc import Callable
from datetime import datetime, timedelta, timezone

from plugins.wechat_emulator.state.database import Database

SCHEMA = """
create table if not exists clock (id integer primary key check (id = 1), stopped_at integer, ahead integer not null);
"""
SHANGHAI = timezone(timedelta(hours=8))


class Clock:
    """Seconds since 1970 as the account sees them."""

    def __init__(self, database: Database, wall: Callable[[], float]) -> None:
        self._database = database
        self._wall = wall
        database.create(SCHEMA)

    def now(self) -> int:
        """Return the current Unix second."""
        state = self._database.row("select stopped_at, ahead from clock")
        if state is None:
            return int(self._wall())
        return int(state["stopped_at"] or self._wall()) + int(state["ahead"])

    def set(self, at: int) -> None:
        """Stop the clock at a Unix second."""
        self._database.run("insert or replace into clock values (1, ?, 0)", at)

    def advance(self, seconds: int) -> None:
        """Move the clock, stopped or running."""
        with self._database.transaction():
            self._database.run("insert or ignore into clock values (1, null, 0)")
            self._database.run("update clock set ahead = ahead + ?", seconds)

    def day(self) -> str:
        """Return today's date in Shanghai, where daily limits are counted."""
        return f"{datetime.fromtimestamp(self.now(), SHANGHAI):%Y-%m-%d}"
