"""What the request ids at the end of errmsg stand for, for seven days.

https://developers.weixin.qq.com/doc/subscription/api/apimanage/api_getridinfo
"""

import re
import sqlite3
from dataclasses import dataclass

from plugins.wechat_emulator.state.clock import Clock
from plugins.wechat_emulator.state.database import Database
from plugins.wechat_emulator.state.refusal import Refusal

SCHEMA = """
create table if not exists rids (
    rid text primary key, appid text not null, invoke_time integer not null, url text not null, body text not null,
    response text not null, client_ip text not null);
"""
KEPT, KEPT_CHARS, LIFETIME_S = 1000, 2000, 7 * 86400
_SHAPE = re.compile(r"[0-9a-f]{8}-[0-9a-f]{8}-[0-9a-f]{8}")


@dataclass(frozen=True)
class RefusedCall:
    """A call that was refused; tokens and secrets are cut out of its address."""

    appid: str
    invoke_time: int
    url: str
    body: str
    response: str
    client_ip: str


class Rids:
    """The last thousand refused calls."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock
        database.create(SCHEMA)

    def keep(self, rid: str, call: RefusedCall) -> None:
        """Remember a call."""
        values = (call.url, call.body[:KEPT_CHARS], call.response[:KEPT_CHARS], call.client_ip)
        with self._database.transaction():
            self._database.run(
                "insert or replace into rids values (?, ?, ?, ?, ?, ?, ?)", rid, call.appid, call.invoke_time, *values
            )
            self._database.run("delete from rids where rowid <= (select max(rowid) from rids) - ?", KEPT)

    def get(self, appid: str, rid: object) -> RefusedCall:
        """Return a call of this account. Raises Refusal 76001 unknown, 76002 no rid, 76003 another's, 76004 old."""
        if not isinstance(rid, str) or not _SHAPE.fullmatch(rid):
            raise Refusal(76002)
        row = self._database.row("select * from rids where rid = ?", rid)
        if row is None:
            raise Refusal(76001)
        if row["appid"] != appid:
            raise Refusal(76003)
        if row["invoke_time"] < self._clock.now() - LIFETIME_S:
            raise Refusal(76004)
        return _call(row)


def _call(row: sqlite3.Row) -> RefusedCall:
    return RefusedCall(row["appid"], row["invoke_time"], row["url"], row["body"], row["response"], row["client_ip"])
