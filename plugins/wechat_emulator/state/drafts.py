"""The draft box 草稿箱.

https://developers.weixin.qq.com/doc/subscription/api/draftbox/draftmanage/api_draft_batchget.html
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from plugins.wechat_emulator.state.article_rules import Article
from plugins.wechat_emulator.state.clock import Clock
from plugins.wechat_emulator.state.database import Database
from plugins.wechat_emulator.state.ids import Ids, spell
from plugins.wechat_emulator.state.refusal import Refusal

SCHEMA = """
create table if not exists drafts (
    number integer primary key autoincrement, media_id text unique not null, appid text not null,
    articles text not null, update_time integer not null);
create index if not exists drafts_of_account on drafts (appid, update_time desc, number desc);
"""


@dataclass(frozen=True)
class Draft:
    """A draft: its id, its articles in order, and the second of the last write."""

    media_id: str
    articles: tuple[Article, ...]
    update_time: int


class Drafts:
    """The drafts of every account."""

    def __init__(self, database: Database, ids: Ids, clock: Clock) -> None:
        self._database = database
        self._ids = ids
        self._clock = clock
        database.create(SCHEMA)

    def add(self, appid: str, articles: Sequence[Article]) -> str:
        """Keep a new draft and return its media_id."""
        media_id = self._ids.text("media", 64)
        self._database.run(
            "insert into drafts values (null, ?, ?, ?, ?)", media_id, appid, _dump(articles), self._clock.now()
        )
        return media_id

    def get(self, appid: str, media_id: object) -> Draft:
        """Return a draft of this account. Raises Refusal 40007."""
        row = self._database.row("select * from drafts where appid = ? and media_id = ?", appid, str(media_id))
        if row is None:
            raise Refusal(40007)
        return _draft(row)

    def article(self, appid: str, media_id: object, index: int) -> Article:
        """Return the article at a 0-based position. Raises Refusal 40007, 40114."""
        articles = self.get(appid, media_id).articles
        if not 0 <= index < len(articles):
            raise Refusal(40114)
        return articles[index]

    def replace(self, appid: str, media_id: str, index: int, article: Article) -> None:
        """Put another article in the place of one. Raises Refusal 40007, 40114."""
        self.article(appid, media_id, index)
        articles = list(self.get(appid, media_id).articles)
        articles[index] = article
        self._database.run(
            "update drafts set articles = ?, update_time = ? where media_id = ?",
            _dump(articles),
            self._clock.now(),
            media_id,
        )

    def delete(self, appid: str, media_id: object) -> None:
        """Delete a draft for good. Raises Refusal 40007."""
        if not self._database.run("delete from drafts where appid = ? and media_id = ?", appid, str(media_id)):
            raise Refusal(40007)

    def has(self, appid: str, media_id: str) -> bool:
        """Tell whether a media_id is a draft of this account."""
        sql = "select count(*) from drafts where appid = ? and media_id = ?"
        return bool(self._database.number(sql, appid, media_id))

    def discard(self, appid: str, media_id: str) -> None:
        """Take a draft out of the box because it was published; it may be gone already."""
        self._database.run("delete from drafts where appid = ? and media_id = ?", appid, media_id)

    def count(self, appid: str) -> int:
        """Return how many drafts the account holds."""
        return self._database.number("select count(*) from drafts where appid = ?", appid)

    def page(self, appid: str, offset: int, count: int, oldest_first: bool = False) -> list[Draft]:
        """Return some drafts, the last written first unless told otherwise; WeChat promises no order."""
        order = "asc" if oldest_first else "desc"
        rows = self._database.rows(
            f"select * from drafts where appid = ? order by update_time {order}, number {order} limit ? offset ?",
            appid,
            count,
            offset,
        )
        return [_draft(row) for row in rows]


def preview_url(draft: Draft, index: int) -> str:
    """Return the temporary address of an article, another one after every write."""
    key = spell(f"tempkey/{draft.media_id}/{index}/{draft.update_time}", 100)
    return f"http://mp.weixin.qq.com/s?__biz=MzAwMDAwMDAwMA==&tempkey={key}&chksm={key[:12]}#rd"


def _dump(articles: Sequence[Article]) -> str:
    return json.dumps(list(articles), ensure_ascii=False)


def _draft(row: Any) -> Draft:
    return Draft(row["media_id"], tuple(json.loads(row["articles"])), row["update_time"])
