"""Permanent and temporary materials.

https://developers.weixin.qq.com/doc/subscription/api/material/permanent/api_getmaterial.html
"""

import json
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass

from plugins.wechat_emulator.state.article_rules import Article
from plugins.wechat_emulator.state.clock import Clock
from plugins.wechat_emulator.state.database import Database
from plugins.wechat_emulator.state.file_format import PICTURES
from plugins.wechat_emulator.state.ids import Ids
from plugins.wechat_emulator.state.pictures import Picture, Pictures
from plugins.wechat_emulator.state.refusal import Refusal

SCHEMA = """
create table if not exists materials (
    number integer primary key autoincrement, media_id text unique not null, appid text not null, kind text not null,
    name text not null, format text not null, url text not null, data blob not null, update_time integer not null,
    expires_at integer, title text not null, introduction text not null);
"""
TEMPORARY_S = 3 * 86400
LISTED_KINDS = ("voice", "video", "image", "news")


@dataclass(frozen=True)
class NewMaterial:
    """A file to keep; title and introduction belong to videos."""

    kind: str
    name: str
    format: str
    data: bytes
    title: str = ""
    introduction: str = ""


@dataclass(frozen=True)
class StoredMaterial:
    """A kept file; ``url`` is set for pictures, covers included."""

    media_id: str
    kind: str
    name: str
    format: str
    url: str
    data: bytes
    update_time: int
    title: str
    introduction: str


class Materials:
    """The materials of every account."""

    def __init__(self, database: Database, ids: Ids, clock: Clock, pictures: Pictures) -> None:
        self._database = database
        self._ids = ids
        self._clock = clock
        self._pictures = pictures
        database.create(SCHEMA)

    def add(self, appid: str, new: NewMaterial, temporary: bool = False) -> StoredMaterial:
        """Keep a file for good, or for three days."""
        now = self._clock.now()
        media_id = self._ids.text("media", 64)
        url = self._pictures.add(Picture(appid, new.format, new.data)) if new.format in PICTURES else ""
        self._database.run(
            "insert into materials values (null, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            media_id,
            appid,
            new.kind,
            new.name,
            new.format,
            url,
            new.data,
            now,
            now + TEMPORARY_S if temporary else None,
            new.title,
            new.introduction,
        )
        return self.get(appid, media_id, temporary)

    def add_news(self, appid: str, articles: Sequence[Article]) -> str:
        """Keep permanent news and return its media_id: no call makes any since 2022, but old ones are still there."""
        data = json.dumps(list(articles), ensure_ascii=False).encode()
        return self.add(appid, NewMaterial("news", "", "news", data)).media_id

    def get(self, appid: str, media_id: object, temporary: bool = False) -> StoredMaterial:
        """Return a material of this account. Raises Refusal 40007."""
        kept = "expires_at > ?" if temporary else "expires_at is null and ? > 0"
        sql = f"select * from materials where appid = ? and media_id = ? and {kept}"
        row = self._database.row(sql, appid, str(media_id), self._clock.now())
        if row is None:
            raise Refusal(40007)
        return _material(row)

    def delete(self, appid: str, media_id: object) -> None:
        """Delete a permanent material. Raises Refusal 40007."""
        found = self.get(appid, media_id)
        self._database.run("delete from materials where media_id = ?", found.media_id)

    def count(self, appid: str, kind: str) -> int:
        """Return how many permanent materials of a kind there are."""
        sql = "select count(*) from materials where appid = ? and kind = ? and expires_at is null"
        return self._database.number(sql, appid, kind)

    def page(self, appid: str, kind: str, offset: int, count: int) -> list[StoredMaterial]:
        """Return some permanent materials of a kind, newest first."""
        rows = self._database.rows(
            "select * from materials where appid = ? and kind = ? and expires_at is null"
            " order by number desc limit ? offset ?",
            appid,
            kind,
            count,
            offset,
        )
        return [_material(row) for row in rows]


def _material(row: sqlite3.Row) -> StoredMaterial:
    return StoredMaterial(
        row["media_id"],
        row["kind"],
        row["name"],
        row["format"],
        row["url"],
        bytes(row["data"]),
        row["update_time"],
        row["title"],
        row["introduction"],
    )
