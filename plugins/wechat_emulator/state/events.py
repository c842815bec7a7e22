"""What waits to be told to an account's own server.

https://developers.weixin.qq.com/doc/offiaccount/Message_Management/Receiving_event_pushes.html
"""

import json
from dataclasses import dataclass

from plugins.wechat_emulator.state.clock import Clock
from plugins.wechat_emulator.state.database import Database
from plugins.wechat_emulator.state.event_xml import Fields
from plugins.wechat_emulator.state.ids import Ids, spell

SCHEMA = """
create table if not exists events (
    number integer primary key autoincrement, appid text not null, fields text not null, delivered_at integer);
"""
KEPT = 200
_FIRST_MSG_ID = 24_000_000_000_000_000


@dataclass(frozen=True)
class Event:
    """A message or event with its number, its XML fields, and the second of its delivery (0: it waits)."""

    number: int
    fields: Fields
    delivered_at: int


class Events:
    """The messages and events of every account, the newest 200 of each; without a server they are just kept."""

    def __init__(self, database: Database, ids: Ids, clock: Clock) -> None:
        self._database = database
        self._ids = ids
        self._clock = clock
        database.create(SCHEMA)

    def add(self, appid: str, fields: Fields, openid: str = "") -> Event:
        """Keep an event from a follower, by default from the helper that sends for everybody."""
        head = {
            "ToUserName": original_id(appid),
            "FromUserName": openid or mass_helper(appid),
            "CreateTime": self._clock.now(),
        }
        tail = {} if fields["MsgType"] == "event" else {"MsgId": _FIRST_MSG_ID + self._ids.number("MsgId")}
        text = json.dumps(head | dict(fields) | tail, ensure_ascii=False)
        with self._database.transaction():
            self._database.run("insert into events values (null, ?, ?, null)", appid, text)
            number = self._database.number("select max(number) from events")
            self._database.run(
                "delete from events where appid = ? and number not in"
                f" (select number from events where appid = ? order by number desc limit {KEPT})",
                appid,
                appid,
            )
        return Event(number, json.loads(text), 0)

    def all(self, appid: str, waiting: bool = False) -> list[Event]:
        """Return the events in the order of their happening, all or those that wait."""
        sql = "select * from events where appid = ? and (not ? or delivered_at is null) order by number"
        rows = self._database.rows(sql, appid, waiting)
        return [Event(row["number"], json.loads(row["fields"]), row["delivered_at"] or 0) for row in rows]

    def take_waiting(self, appid: str) -> list[Event]:
        """Return the events that wait and mark them: nobody else delivers them, WeChat does not come back to them."""
        with self._database.transaction():
            taken = self.all(appid, waiting=True)
            sql = "update events set delivered_at = ? where appid = ? and delivered_at is null"
            self._database.run(sql, self._clock.now(), appid)
        return taken


def original_id(appid: str) -> str:
    """Return the account's name in messages, like ``gh_1a2b3c4d5e6f``."""
    return f"gh_{spell(f'original/{appid}', 32).encode().hex()[:12]}"


def mass_helper(appid: str) -> str:
    """Return the openid that stands behind events about publishing and mass sends."""
    return "o" + spell(f"helper/{appid}", 27)
