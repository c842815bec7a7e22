"""Articles that everybody can read: published, sent to followers, or published by hand in the console.

https://developers.weixin.qq.com/doc/subscription/api/public/api_freepublish_batchget.html
"""

import json
import sqlite3
from collections.abc import Sequence
from dataclasses import dataclass

from plugins.wechat_emulator.state.article_rules import Article
from plugins.wechat_emulator.state.clock import Clock
from plugins.wechat_emulator.state.database import Database
from plugins.wechat_emulator.state.ids import Ids
from plugins.wechat_emulator.state.refusal import Refusal

SCHEMA = """
create table if not exists published_messages (
    number integer primary key autoincrement, article_id text unique not null, appid text not null,
    articles text not null, msg_data_id integer not null, is_mass integer not null, is_banned integer not null,
    update_time integer not null);
"""
_FIRST_MSG_DATA_ID = 2_247_480_000


@dataclass(frozen=True)
class PublishedMessage:
    """One to eight articles under one ``article_id``; each holds its permanent ``url`` and ``is_deleted``."""

    article_id: str
    articles: tuple[Article, ...]
    msg_data_id: int
    is_mass: bool
    is_banned: bool
    update_time: int

    @property
    def is_deleted(self) -> bool:
        """Whether nothing is left of it."""
        return all(article["is_deleted"] for article in self.articles)

    @property
    def urls(self) -> list[str]:
        """The permanent addresses, in order."""
        return [article["url"] for article in self.articles]


class Published:
    """The published messages of every account."""

    def __init__(self, database: Database, ids: Ids, clock: Clock) -> None:
        self._database = database
        self._ids = ids
        self._clock = clock
        database.create(SCHEMA)

    def next_msg_data_id(self) -> int:
        """Return an id by which statistics know a message."""
        return _FIRST_MSG_DATA_ID + self._ids.number("msg_data_id")

    def add(
        self, appid: str, articles: Sequence[Article], msg_data_id: int | None = None, is_mass: bool = False
    ) -> tuple[str, list[str]]:
        """Keep a message and return its article_id and the permanent address of each article."""
        article_id = self._ids.text("article", 43)
        urls = [f"https://mp.weixin.qq.com/s/{self._ids.text('permanent', 22)}" for _ in articles]
        kept = [article | {"url": url, "is_deleted": False} for article, url in zip(articles, urls, strict=True)]
        self._database.run(
            "insert into published_messages values (null, ?, ?, ?, ?, ?, 0, ?)",
            article_id,
            appid,
            json.dumps(kept, ensure_ascii=False),
            msg_data_id or self.next_msg_data_id(),
            int(is_mass),
            self._clock.now(),
        )
        return article_id, urls

    def get(self, appid: str, article_id: object) -> PublishedMessage:
        """Return a message of this account. Raises Refusal 53600."""
        sql = "select * from published_messages where appid = ? and article_id = ?"
        row = self._database.row(sql, appid, str(article_id))
        if row is None:
            raise Refusal(53600)
        return _message(row)

    def has(self, appid: str, article_id: object) -> bool:
        """Tell whether an article_id belongs to this account."""
        sql = "select count(*) from published_messages where appid = ? and article_id = ?"
        return bool(self._database.number(sql, appid, str(article_id)))

    def delete(self, appid: str, article_id: object, index: int = 0) -> None:
        """Delete the article at a 1-based position, or all of them for 0. Raises Refusal 53600, 40114."""
        message = self.get(appid, article_id)
        if not 0 <= index <= len(message.articles):
            raise Refusal(40114)
        articles = [
            article | {"is_deleted": True} if index in (0, number) else article
            for number, article in enumerate(message.articles, start=1)
        ]
        self._database.run(
            "update published_messages set articles = ? where article_id = ?",
            json.dumps(articles, ensure_ascii=False),
            message.article_id,
        )

    def ban(self, appid: str, article_id: object) -> None:
        """Let Tencent ban a message with all its articles. Raises Refusal 53600."""
        message = self.get(appid, article_id)
        self._database.run("update published_messages set is_banned = 1 where article_id = ?", message.article_id)

    def count(self, appid: str, mass: bool = True) -> int:
        """Return how many messages there are, with or without those that were sent to followers."""
        sql = "select count(*) from published_messages where appid = ? and is_mass <= ?"
        return self._database.number(sql, appid, int(mass))

    def page(
        self, appid: str, offset: int, count: int, mass: bool = True, oldest_first: bool = False
    ) -> list[PublishedMessage]:
        """Return some messages; WeChat promises no order."""
        order = "asc" if oldest_first else "desc"
        rows = self._database.rows(
            "select * from published_messages where appid = ? and is_mass <= ?"
            f" order by number {order} limit ? offset ?",
            appid,
            int(mass),
            count,
            offset,
        )
        return [_message(row) for row in rows]


def _message(row: sqlite3.Row) -> PublishedMessage:
    return PublishedMessage(
        row["article_id"],
        tuple(json.loads(row["articles"])),
        row["msg_data_id"],
        bool(row["is_mass"]),
        bool(row["is_banned"]),
        row["update_time"],
    )
