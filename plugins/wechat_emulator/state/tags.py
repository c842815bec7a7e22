"""Tags 标签 of followers.

https://developers.weixin.qq.com/doc/offiaccount/User_Management/User_Tag_Management.html
"""

import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass

from plugins.wechat_emulator.state.database import Database
from plugins.wechat_emulator.state.refusal import Refusal

SCHEMA = """
create table if not exists tags (
    appid text not null, id integer not null, name text not null, primary key (appid, id));
create table if not exists tagged (
    appid text not null, tag_id integer not null, openid text not null, primary key (appid, openid, tag_id));
"""
MOST_TAGS, MOST_PER_FOLLOWER, NAME_CHARS = 100, 20, 30
RESERVED = {0: "默认组", 1: "屏蔽组", 2: "星标组"}
_FIRST_ID = 100


@dataclass(frozen=True)
class Tag:
    """A tag: id, name, and how many followers carry it."""

    id: int
    name: str
    count: int


class Tags:
    """The tags of every account; ids below 3 are WeChat's own, those of an account start at 100."""

    def __init__(self, database: Database) -> None:
        self._database = database
        database.create(SCHEMA)

    def create(self, appid: str, name: object) -> Tag:
        """Keep a new tag. Raises Refusal 45056 too many, 45157 bad or taken name, 45158 too long."""
        checked = self._checked_name(appid, name)
        if self._database.number("select count(*) from tags where appid = ?", appid) >= MOST_TAGS:
            raise Refusal(45056)
        tag_id = max(_FIRST_ID, self._database.number("select max(id) + 1 from tags where appid = ?", appid))
        self._database.run("insert into tags values (?, ?, ?)", appid, tag_id, checked)
        return Tag(tag_id, checked, 0)

    def all(self, appid: str) -> list[Tag]:
        """Return every tag in use, WeChat's star group first."""
        star = Tag(2, RESERVED[2], len(self.members(appid, 2)))
        rows = self._database.rows("select * from tags where appid = ? order by id", appid)
        return [star, *(Tag(row["id"], row["name"], len(self.members(appid, row["id"]))) for row in rows)]

    def has(self, appid: str, tag_id: object) -> bool:
        """Tell whether a tag exists."""
        return tag_id == 2 or bool(self._row(appid, tag_id))

    def rename(self, appid: str, tag_id: object, name: object) -> None:
        """Give a tag another name. Raises Refusal as create does, 45058 reserved, 45159 unknown."""
        kept = self._changeable(appid, tag_id)
        checked = self._checked_name(appid, name, kept)
        self._database.run("update tags set name = ? where appid = ? and id = ?", checked, appid, kept)

    def delete(self, appid: str, tag_id: object) -> None:
        """Delete a tag and take it off everybody. Raises Refusal 45058, 45159."""
        kept = self._changeable(appid, tag_id)
        self._database.run("delete from tags where appid = ? and id = ?", appid, kept)
        self._database.run("delete from tagged where appid = ? and tag_id = ?", appid, kept)

    def members(self, appid: str, tag_id: object) -> list[str]:
        """Return the openids that carry a tag, in a steady order."""
        sql = "select openid from tagged where appid = ? and tag_id = ? order by openid"
        return [row["openid"] for row in self._database.rows(sql, appid, tag_id if type(tag_id) is int else -1)]

    def of(self, appid: str, openid: str) -> list[int]:
        """Return the ids of a follower's tags, oldest tag first."""
        sql = "select tag_id from tagged where appid = ? and openid = ? order by tag_id"
        return [row["tag_id"] for row in self._database.rows(sql, appid, openid)]

    def put_on(self, appid: str, tag_id: int, openids: Sequence[str]) -> list[str]:
        """Tag followers and return those who carry too many tags already."""
        full = [openid for openid in openids if self._is_full(appid, tag_id, openid)]
        for openid in openids:
            if openid not in full:
                self._database.run("insert or ignore into tagged values (?, ?, ?)", appid, tag_id, openid)
        return full

    def take_off(self, appid: str, tag_id: int, openids: Sequence[str]) -> None:
        """Take a tag off followers; those without it stay as they are."""
        for openid in openids:
            self._database.run(
                "delete from tagged where appid = ? and tag_id = ? and openid = ?", appid, tag_id, openid
            )

    def _is_full(self, appid: str, tag_id: int, openid: str) -> bool:
        carried = self.of(appid, openid)
        return tag_id not in carried and len(carried) >= MOST_PER_FOLLOWER

    def _changeable(self, appid: str, tag_id: object) -> int:
        if type(tag_id) is int and tag_id in RESERVED:
            raise Refusal(45058)
        row = self._row(appid, tag_id)
        if row is None:
            raise Refusal(45159)
        return int(row["id"])

    def _row(self, appid: str, tag_id: object) -> sqlite3.Row | None:
        number = tag_id if type(tag_id) is int and abs(tag_id) < 2**63 else -1
        return self._database.row("select * from tags where appid = ? and id = ?", appid, number)

    def _checked_name(self, appid: str, name: object, own: int = -1) -> str:
        if not isinstance(name, str) or not name.strip():
            raise Refusal(45157)
        if len(name) > NAME_CHARS:
            raise Refusal(45158)
        sql = "select count(*) from tags where appid = ? and name = ? and id <> ?"
        if name in RESERVED.values() or self._database.number(sql, appid, name, own):
            raise Refusal(45157)
        return name
