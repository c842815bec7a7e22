"""The followers of an account: a dozen, made up, always the same ones.

https://developers.weixin.qq.com/doc/offiaccount/User_Management/Getting_a_User_List.html
"""

import sqlite3
from dataclasses import dataclass

from plugins.wechat_emulator.state.clock import Clock
from plugins.wechat_emulator.state.database import Database
from plugins.wechat_emulator.state.ids import spell
from plugins.wechat_emulator.state.refusal import Refusal

SCHEMA = """
create table if not exists followers (
    number integer primary key autoincrement, appid text not null, openid text unique not null,
    wechat_id text not null, nickname text not null, platform integer not null, refuses integer not null,
    followed_at integer);
create index if not exists followers_of_account on followers (appid, number);
"""
NICKNAMES = ["阿岚", "小满", "老许", "竹子", "青禾", "云朵", "石头", "茉莉", "大寒", "拾光", "一叶", "过客"]
IOS, ANDROID, OTHER_PLATFORM = 1, 2, 3


@dataclass(frozen=True)
class Follower:
    """One person: ``followed_at`` is 0 after leaving, ``refuses`` is true where messages are switched off.

    The second last follower refuses messages, the last one, 过客, does not follow yet.
    """

    openid: str
    wechat_id: str
    nickname: str
    platform: int
    refuses: bool
    followed_at: int


class Followers:
    """The people around every account."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock
        database.create(SCHEMA)

    def everybody(self, appid: str) -> list[Follower]:
        """Return all whom the account knows, followers or not."""
        with self._database.transaction():
            rows = self._rows(appid)
            if not rows:
                self._invent(appid)
                rows = self._rows(appid)
        return [_follower(row) for row in rows]

    def all(self, appid: str) -> list[Follower]:
        """Return those who follow the account now."""
        return [person for person in self.everybody(appid) if person.followed_at]

    def get(self, appid: str, openid: object) -> Follower:
        """Return somebody by openid, following or not. Raises Refusal 40003."""
        for person in self.everybody(appid):
            if person.openid == openid:
                return person
        raise Refusal(40003)

    def find(self, appid: str, name: object) -> Follower | None:
        """Return somebody by openid or WeChat id."""
        people = (person for person in self.everybody(appid) if name in (person.openid, person.wechat_id))
        return next(people, None)

    def follow(self, appid: str, openid: str) -> None:
        """Let somebody follow, or follow again."""
        found = self.get(appid, openid)
        sql = "update followers set followed_at = ? where openid = ?"
        self._database.run(sql, found.followed_at or self._clock.now(), openid)

    def leave(self, appid: str, openid: str) -> None:
        """Let somebody stop following."""
        self._database.run("update followers set followed_at = 0 where openid = ?", self.get(appid, openid).openid)

    def _rows(self, appid: str) -> list[sqlite3.Row]:
        return self._database.rows("select * from followers where appid = ? order by number", appid)

    def _invent(self, appid: str) -> None:
        last = len(NICKNAMES)
        for number, nickname in enumerate(NICKNAMES, start=1):
            self._database.run(
                "insert into followers values (null, ?, ?, ?, ?, ?, ?, ?)",
                appid,
                "o" + spell(f"follower/{appid}/{number}", 27),
                f"wxid_{number:02d}",
                nickname,
                (IOS, ANDROID, OTHER_PLATFORM)[number % 3],
                int(number == last - 1),
                0 if number == last else self._clock.now(),
            )


def _follower(row: sqlite3.Row) -> Follower:
    return Follower(
        row["openid"],
        row["wechat_id"],
        row["nickname"],
        row["platform"],
        bool(row["refuses"]),
        row["followed_at"] or 0,
    )
