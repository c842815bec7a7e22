"""Articles that were published; so far only from the console."""

import json
from collections.abc import Sequence

from plugins.wechat_emulator.state.article_rules import Article
from plugins.wechat_emulator.state.clock import Clock
from plugins.wechat_emulator.state.database import Database
from plugins.wechat_emulator.state.ids import Ids

SCHEMA = """
create table if not exists published (
    number integer primary key autoincrement, article_id text unique not null, appid text not null,
    articles text not null, update_time integer not null);
"""


class Published:
    """The published messages of every account."""

    def __init__(self, database: Database, ids: Ids, clock: Clock) -> None:
        self._database = database
        self._ids = ids
        self._clock = clock
        database.create(SCHEMA)

    def add(self, appid: str, articles: Sequence[Article]) -> tuple[str, list[str]]:
        """Keep a message and return its article_id and the permanent address of each article."""
        article_id = self._ids.text("article", 43)
        urls = [f"https://mp.weixin.qq.com/s/{self._ids.text('permanent', 22)}" for _ in articles]
        kept = [article | {"url": url} for article, url in zip(articles, urls, strict=True)]
        text, now = json.dumps(kept, ensure_ascii=False), self._clock.now()
        self._database.run("insert into published values (null, ?, ?, ?, ?)", article_id, appid, text, now)
        return article_id, urls

    def has(self, appid: str, article_id: object) -> bool:
        """Tell whether an article_id belongs to this account."""
        sql = "select count(*) from published where appid = ? and article_id = ?"
        return bool(self._database.number(sql, appid, str(article_id)))
