"""Bad answers on demand: planned for a call, drawn from a seed, and written down when they strike."""

import hashlib
import json
import sqlite3
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from plugins.wechat_emulator.state.database import Database

SCHEMA = """
create table if not exists planned_faults (
    number integer primary key autoincrement, endpoint text not null, kind text not null, errcode integer not null,
    delay_ms integer not null, call integer not null, times integer not null);
create table if not exists struck_faults (
    number integer primary key autoincrement, endpoint text not null, kind text not null, errcode integer not null,
    delay_ms integer not null, call integer not null, times integer not null);
create table if not exists counted_calls (endpoint text primary key, calls integer not null);
create table if not exists fault_lottery (
    id integer primary key check (id = 1), seed text not null, chance real not null, kinds text not null);
"""
KINDS = ("errcode", "drop_before", "drop_after", "truncate", "delay", "page_shift")
EVERY_ENDPOINT = "*"
ALWAYS = -1
LONGEST_DELAY_MS = 120_000
MOST_STRUCK = 5000
MOST_COUNTED = 1000
_BEFORE_THE_CALL = frozenset({"delay", "page_shift"})
_SHIFTS = (
    "update drafts set update_time = (select max(update_time) + 1 from drafts)"
    " where number in (select number from (select number, row_number() over"
    " (partition by appid order by update_time, number) as place from drafts) where place = 1)",
    "update materials set number = (select max(number) + 1 from materials)"
    " where number = (select min(number) from materials where expires_at is null)",
    "update published_messages set number = (select max(number) + 1 from published_messages)"
    " where number = (select min(number) from published_messages)",
)


@dataclass(frozen=True)
class Fault:
    """What goes wrong: ``kind`` is one of KINDS, ``errcode`` belongs to the first, ``delay_ms`` to ``delay``.

    ``drop_before`` closes the connection without effect, ``drop_after`` with it, ``truncate`` cuts the answer in half.
    ``delay`` waits, then answers as usual. ``page_shift``: just before the answer somebody saves the last listed draft,
    uploads the oldest picture anew and publishes the oldest message anew, so that a client between two pages misses it
    and sees another one twice.
    """

    kind: str
    errcode: int = 0
    delay_ms: int = 0


@dataclass(frozen=True)
class PlannedFault:
    """A fault and when it strikes: on the ``call``-th call of an endpoint (0: the next ones), ``times`` times."""

    endpoint: str
    fault: Fault
    call: int = 0
    times: int = 1


class Faults:
    """Faults waiting for their endpoint, and those that struck."""

    def __init__(self, database: Database, sleep: Callable[[float], None] = time.sleep) -> None:
        self._database = database
        self._sleep = sleep
        database.create(SCHEMA)

    def add(self, endpoint: str, fault: Fault, times: int = 1) -> None:
        """Let the next calls of an endpoint, like ``draft/add`` or ``*``, go wrong; -1 times: until cleared."""
        self.plan(PlannedFault(endpoint, fault, 0, times))

    def plan(self, planned: PlannedFault) -> None:
        """Let a certain call of an endpoint go wrong. Raises ValueError for what is no fault."""
        _check(planned)
        self._insert("planned_faults", planned)

    def draw(self, seed: str, chance: float, kinds: Sequence[Fault]) -> None:
        """Let calls go wrong by chance, the same ones for the same seed; a chance of 0 ends it."""
        if not 0 <= chance <= 1:
            raise ValueError(f"a chance of {chance} is not between 0 and 1.")
        for fault in kinds:
            _check(PlannedFault(EVERY_ENDPOINT, fault))
        text = json.dumps([[fault.kind, fault.errcode, fault.delay_ms] for fault in kinds])
        with self._database.transaction():
            self._database.run("delete from fault_lottery")
            self._database.run("delete from counted_calls")
            if chance and kinds:
                self._database.run("insert into fault_lottery values (1, ?, ?, ?)", seed, chance, text)

    def take(self, endpoint: str) -> Fault | None:
        """Count a call, carry out what comes before it, and return what shall become of its answer."""
        with self._database.transaction():
            call = self._count(endpoint)
            due = [*self._planned(endpoint, call), *self._drawn(endpoint, call)]
            for fault in due:
                self._note(PlannedFault(endpoint, fault, call))
                if fault.kind == "page_shift":
                    self._shift_pages()
        if delay_ms := sum(fault.delay_ms for fault in due if fault.kind == "delay"):
            self._sleep(delay_ms / 1000)
        return next((fault for fault in due if fault.kind not in _BEFORE_THE_CALL), None)

    def waiting(self) -> list[PlannedFault]:
        """Return the faults that have not struck yet, or strike always."""
        return [_planned(row) for row in self._database.rows("select * from planned_faults order by number")]

    def struck(self) -> list[PlannedFault]:
        """Return the faults that struck, in their order; planned again they strike the same calls."""
        return [_planned(row) for row in self._database.rows("select * from struck_faults order by number")]

    def chance(self) -> float:
        """Return how likely a call goes wrong by chance."""
        row = self._database.row("select chance from fault_lottery")
        return float(row["chance"]) if row else 0.0

    def clear(self) -> None:
        """Forget every fault, and count calls from one again."""
        with self._database.transaction():
            for table in ("planned_faults", "struck_faults", "counted_calls", "fault_lottery"):
                self._database.run(f"delete from {table}")

    def _count(self, endpoint: str) -> int:
        """Count a call; names that nobody has heard of are counted only while there is room."""
        if self._database.number("select count(*) from counted_calls") >= MOST_COUNTED:
            self._database.run("update counted_calls set calls = calls + 1 where endpoint = ?", endpoint)
            return self._database.number("select calls from counted_calls where endpoint = ?", endpoint)
        self._database.run(
            "insert into counted_calls values (?, 1) on conflict (endpoint) do update set calls = calls + 1", endpoint
        )
        return self._database.number("select calls from counted_calls where endpoint = ?", endpoint)

    def _planned(self, endpoint: str, call: int) -> list[Fault]:
        """Return what is due, counted off: everything that comes before the call, and one answer."""
        rows = self._database.rows(
            "select * from planned_faults where endpoint in (?, ?) and call in (0, ?) order by number",
            *(endpoint, EVERY_ENDPOINT, call),
        )
        before = [row for row in rows if row["kind"] in _BEFORE_THE_CALL]
        answers = [row for row in rows if row["kind"] not in _BEFORE_THE_CALL]
        due = before + answers[:1]
        for row in due:
            sql = "update planned_faults set times = times - 1 where number = ? and times > 0"
            self._database.run(sql, row["number"])
        self._database.run("delete from planned_faults where times = 0")
        return [_planned(row).fault for row in due]

    def _drawn(self, endpoint: str, call: int) -> list[Fault]:
        row = self._database.row("select * from fault_lottery")
        if row is None:
            return []
        lot = hashlib.sha256(f"{row['seed']}/{endpoint}/{call}".encode()).digest()
        if int.from_bytes(lot[:8], "big") >= float(row["chance"]) * 2**64:
            return []
        kinds = json.loads(row["kinds"])
        return [Fault(*kinds[lot[8] % len(kinds)])]

    def _note(self, struck: PlannedFault) -> None:
        self._insert("struck_faults", struck)
        self._database.run(
            "delete from struck_faults where number <= (select max(number) from struck_faults) - ?", MOST_STRUCK
        )

    def _shift_pages(self) -> None:
        for sql in _SHIFTS:
            self._database.run(sql)

    def _insert(self, table: str, planned: PlannedFault) -> None:
        fault = planned.fault
        self._database.run(
            f"insert into {table} values (null, ?, ?, ?, ?, ?, ?)",
            *(planned.endpoint, fault.kind, fault.errcode, fault.delay_ms, planned.call, planned.times),
        )


def _check(planned: PlannedFault) -> None:
    fault = planned.fault
    if fault.kind not in KINDS:
        raise ValueError(f"no fault {fault.kind!r}. Use one of: {', '.join(KINDS)}.")
    if fault.kind == "errcode" and fault.errcode == 0:
        raise ValueError("errcode 0 is no fault. Give the number that shall be answered, like 45009.")
    if not 0 <= fault.delay_ms <= LONGEST_DELAY_MS:
        raise ValueError(f"delay_ms {fault.delay_ms} is not between 0 and {LONGEST_DELAY_MS}.")
    if planned.call < 0 or (planned.times < 1 and planned.times != ALWAYS):
        raise ValueError("call counts from 1 (0: the next ones); times counts from 1 (-1: until cleared).")
    if not planned.endpoint:
        raise ValueError("endpoint is missing. Give one like draft/add, or * for all.")


def _planned(row: sqlite3.Row) -> PlannedFault:
    fault = Fault(row["kind"], row["errcode"], row["delay_ms"])
    return PlannedFault(row["endpoint"], fault, row["call"], row["times"])
