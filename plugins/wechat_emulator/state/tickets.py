"""Tickets for JS-SDK signatures.

https://developers.weixin.qq.com/doc/offiaccount/OA_Web_Apps/JS-SDK.html
"""

from dataclasses import dataclass

from plugins.wechat_emulator.state.clock import Clock
from plugins.wechat_emulator.state.database import Database
from plugins.wechat_emulator.state.ids import Ids
from plugins.wechat_emulator.state.refusal import Refusal

SCHEMA = """
create table if not exists tickets (
    appid text not null, kind text not null, value text not null, expires_at integer not null,
    primary key (appid, kind));
"""
KINDS = ("jsapi", "wx_card")
LIFETIME_S = 7200


@dataclass(frozen=True)
class Ticket:
    """A ticket and how many seconds it has left."""

    value: str
    expires_in: int


class Tickets:
    """The current ticket of each kind of every account."""

    def __init__(self, database: Database, ids: Ids, clock: Clock) -> None:
        self._database = database
        self._ids = ids
        self._clock = clock
        database.create(SCHEMA)

    def get(self, appid: str, kind: str) -> Ticket:
        """Return the ticket, the same one until it ends. Raises Refusal 40097 for an unknown kind (a guess)."""
        if kind not in KINDS:
            raise Refusal(40097)
        now = self._clock.now()
        sql = "select value, expires_at from tickets where appid = ? and kind = ? and expires_at > ?"
        row = self._database.row(sql, appid, kind, now)
        if row:
            return Ticket(row["value"], row["expires_at"] - now)
        value = self._ids.text(f"{kind} ticket", 86)
        self._database.run("insert or replace into tickets values (?, ?, ?, ?)", appid, kind, value, now + LIFETIME_S)
        return Ticket(value, LIFETIME_S)
