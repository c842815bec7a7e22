"""Publishing 发表 as a task: accepted at once, decided later.

https://developers.weixin.qq.com/doc/subscription/api/public/api_freepublish_submit.html
https://developers.weixin.qq.com/doc/subscription/api/public/api_freepublish_get.html
"""

import json
import sqlite3
from dataclasses import dataclass

from plugins.wechat_emulator.state.accounts import Account
from plugins.wechat_emulator.state.article_rules import Article
from plugins.wechat_emulator.state.clock import Clock
from plugins.wechat_emulator.state.database import Database
from plugins.wechat_emulator.state.drafts import Drafts
from plugins.wechat_emulator.state.event_xml import publish_finished
from plugins.wechat_emulator.state.events import Events
from plugins.wechat_emulator.state.ids import Ids, number_in
from plugins.wechat_emulator.state.published import Published
from plugins.wechat_emulator.state.refusal import Refusal

SCHEMA = """
create table if not exists publications (
    publish_id integer primary key, appid text not null, media_id text not null, articles text not null,
    msg_data_id integer not null, status integer not null, polls_left integer not null, ready_at integer not null,
    article_id text not null);
create index if not exists running_publications on publications (appid, status);
"""
SUCCESS, RUNNING, NOT_ORIGINAL, FAILED, REVIEW_REFUSED, DELETED, BANNED = range(7)
_NAMES_THE_CULPRIT = (NOT_ORIGINAL, REVIEW_REFUSED)
_FIRST_PUBLISH_ID = 100_000_000


@dataclass(frozen=True)
class Publication:
    """A task: its ids, its status, and the message that came of it (empty unless it succeeded)."""

    publish_id: int
    media_id: str
    articles: tuple[Article, ...]
    msg_data_id: int
    status: int
    article_id: str

    @property
    def fail_idx(self) -> list[int]:
        """The 1-based positions of the articles to blame; always the first here."""
        return [1] if self.status in _NAMES_THE_CULPRIT else []


class Publications:
    """The publishing tasks of every account; how slow and how lucky they are stands in the account's settings."""

    def __init__(
        self, database: Database, ids: Ids, clock: Clock, drafts: Drafts, published: Published, events: Events
    ) -> None:
        self._database = database
        self._ids = ids
        self._clock = clock
        self._drafts = drafts
        self._published = published
        self._events = events
        database.create(SCHEMA)

    def submit(self, account: Account, media_id: str) -> Publication:
        """Accept a draft; it stays in the box until the task succeeds. Raises Refusal 40007."""
        draft = self._drafts.get(account.appid, media_id)
        publish_id = _FIRST_PUBLISH_ID + self._ids.number("publish_id")
        self._database.run(
            "insert into publications values (?, ?, ?, ?, ?, ?, ?, ?, '')",
            publish_id,
            account.appid,
            media_id,
            json.dumps(draft.articles, ensure_ascii=False),
            self._published.next_msg_data_id(),
            RUNNING,
            account.settings.publish_polls,
            self._clock.now() + account.settings.publish_seconds,
        )
        return self.get(account.appid, publish_id)

    def get(self, appid: str, publish_id: object) -> Publication:
        """Return a task as it stands, numbers as text allowed. Raises Refusal 53502."""
        sql = "select * from publications where appid = ? and publish_id = ?"
        row = self._database.row(sql, appid, number_in(publish_id))
        if row is None:
            raise Refusal(53502)
        return self._looked_up(row)

    def poll(self, appid: str, publish_id: object) -> Publication:
        """Return a task and count that it was asked for: that is what a slow task waits for."""
        found = self.get(appid, publish_id)
        if found.status == RUNNING:
            self._database.run(
                "update publications set polls_left = max(0, polls_left - 1) where publish_id = ?", found.publish_id
            )
        return found

    def settle(self, account: Account) -> None:
        """End the tasks whose time has come."""
        sql = "select * from publications where appid = ? and status = ? and polls_left = 0 and ready_at <= ?"
        for row in self._database.rows(sql, account.appid, RUNNING, self._clock.now()):
            self._end(account, self._looked_up(row))

    def _end(self, account: Account, task: Publication) -> None:
        only = account.profile.publish_outcome
        outcome = account.settings.publish_outcome if only is None else only
        succeeds = outcome in (SUCCESS, DELETED, BANNED)
        article_id = self._publish(account.appid, task, outcome) if succeeds else ""
        status = SUCCESS if succeeds else outcome
        sql = "update publications set status = ?, article_id = ? where publish_id = ?"
        self._database.run(sql, status, article_id, task.publish_id)
        ended = Publication(task.publish_id, task.media_id, task.articles, task.msg_data_id, status, article_id)
        self._events.add(account.appid, publish_finished(ended.publish_id, status, *self._detail(account.appid, ended)))

    def _publish(self, appid: str, task: Publication, outcome: int) -> str:
        article_id, _ = self._published.add(appid, task.articles, task.msg_data_id)
        self._drafts.discard(appid, task.media_id)
        if outcome == DELETED:
            self._published.delete(appid, article_id)
        if outcome == BANNED:
            self._published.ban(appid, article_id)
        return article_id

    def _detail(self, appid: str, task: Publication) -> tuple[str, list[str], list[int]]:
        urls = self._published.get(appid, task.article_id).urls if task.article_id else []
        return task.article_id, urls, task.fail_idx

    def _looked_up(self, row: sqlite3.Row) -> Publication:
        """Return a task; one that succeeded shows what became of its message."""
        status = row["status"]
        if row["article_id"]:
            message = self._published.get(row["appid"], row["article_id"])
            status = BANNED if message.is_banned else DELETED if message.is_deleted else status
        articles = tuple(json.loads(row["articles"]))
        return Publication(row["publish_id"], row["media_id"], articles, row["msg_data_id"], status, row["article_id"])
