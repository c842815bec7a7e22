"""Bad answers on demand: an errcode, or a connection that breaks before or after the effect."""

import sqlite3
from dataclasses import dataclass

from plugins.wechat_emulator.state.database import Database

SCHEMA = """
create table if not exists faults (
    number integer primary key autoincrement, endpoint text not null, kind text not null, errcode integer not null,
    times integer not null);
"""
KINDS = ("errcode", "drop_before", "drop_after", "truncate")


@dataclass(frozen=True)
class Fault:
    """What goes wrong: ``kind`` is one of KINDS, ``errcode`` belongs to the first of them.

    ``drop_before`` closes the connection without effect, ``drop_after`` with it, ``truncate`` cuts the answer in half.
    """

    kind: str
    errcode: int = 0


class Faults:
    """Faults waiting for their endpoint; each happens a number of times."""

    def __init__(self, database: Database) -> None:
        self._database = database
        database.create(SCHEMA)

    def add(self, endpoint: str, fault: Fault, times: int = 1) -> None:
        """Let the next calls of an endpoint, like ``draft/add``, go wrong."""
        if fault.kind not in KINDS:
            raise ValueError(f"no fault {fault.kind!r}. Use one of: {', '.join(KINDS)}.")
        self._database.run("insert into faults values (null, ?, ?, ?, ?)", endpoint, fault.kind, fault.errcode, times)

    def take(self, endpoint: str) -> Fault | None:
        """Return the fault that is due for an endpoint and count it off."""
        with self._database.transaction():
            row = self._database.row(
                "select * from faults where endpoint = ? and times > 0 order by number limit 1", endpoint
            )
            if row is None:
                return None
            self._database.run("update faults set times = times - 1 where number = ?", row["number"])
            return _fault(row)

    def clear(self) -> None:
        """Forget every fault."""
        self._database.run("delete from faults")


def _fault(row: sqlite3.Row) -> Fault:
    return Fault(row["kind"], row["errcode"])
