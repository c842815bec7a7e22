"""Mass sending 群发: who got what, and how often that may be.

https://developers.weixin.qq.com/doc/subscription/api/notify/message/api_sendall.html
https://developers.weixin.qq.com/doc/subscription/api/notify/message/api_massmsgget.html
"""

import json
import sqlite3
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from plugins.wechat_emulator.state.accounts import Account
from plugins.wechat_emulator.state.clock import Clock
from plugins.wechat_emulator.state.database import Database
from plugins.wechat_emulator.state.drafts import Drafts
from plugins.wechat_emulator.state.event_xml import mass_finished
from plugins.wechat_emulator.state.events import Events
from plugins.wechat_emulator.state.followers import Follower
from plugins.wechat_emulator.state.ids import Ids, number_in
from plugins.wechat_emulator.state.published import Published
from plugins.wechat_emulator.state.refusal import Refusal

SCHEMA = """
create table if not exists mass_sends (
    msg_id integer primary key, appid text not null, media_id text not null, clientmsgid text not null,
    recipients text not null, total integer not null, status text not null, created_at integer not null,
    day text not null, ready_at integer not null, msg_data_id integer not null, article_id text not null);
create index if not exists mass_sends_of_account on mass_sends (appid, status);
"""
WAITING, SENDING, SENT, FAILED, DELETED = "WAITING", "SENDING", "SEND_SUCCESS", "SEND_FAIL", "DELETE"
CONFIRM_WITHIN_S, REPEAT_PAUSE_S, REMEMBERED_S = 1800, 60, 86400
_FIRST_MSG_ID = 1_000_000_000


@dataclass(frozen=True)
class NewSend:
    """A message to send: the draft (empty for text and pictures), the people, and the sender's own id."""

    media_id: str
    people: Sequence[Follower]
    clientmsgid: str = ""
    to_all: bool = False


@dataclass(frozen=True)
class MassSend:
    """A message that was sent, or will be; ``article_id`` is set once a draft went out."""

    msg_id: int
    media_id: str
    recipients: tuple[str, ...]
    total: int
    status: str
    msg_data_id: int
    article_id: str


class MassSends:
    """The mass sends of every account."""

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

    def send(self, account: Account, new: NewSend) -> MassSend:
        """Accept a message; it goes out at once, later, or when the administrator confirms it (status WAITING).

        Raises:
            Refusal: 45065 and 45066 for a clientmsgid that was used, 45028 quota, 89504 another one still waits.
        """
        self._check_client_id(account.appid, new.clientmsgid)
        recipients = self._check_quota(account, new.people)
        waits = account.settings.mass_protected and new.to_all
        if waits and self._waiting(account.appid):
            raise Refusal(89504)
        msg_id, now = _FIRST_MSG_ID + self._ids.number("msg_id"), self._clock.now()
        self._database.run(
            "insert into mass_sends values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, '')",
            msg_id,
            account.appid,
            new.media_id,
            new.clientmsgid,
            json.dumps(recipients),
            len(new.people),
            WAITING if waits else SENDING,
            now,
            self._clock.day(),
            now + account.settings.mass_seconds,
            self._published.next_msg_data_id(),
        )
        return self.get(account.appid, msg_id)

    def get(self, appid: str, msg_id: object) -> MassSend:
        """Return a send. Raises Refusal 40059 (community-reported)."""
        row = self._database.row("select * from mass_sends where appid = ? and msg_id = ?", appid, number_in(msg_id))
        if row is None:
            raise Refusal(40059)
        return _send(row)

    def find_by_url(self, appid: str, url: str) -> tuple[MassSend, int] | None:
        """Return the send that an article's permanent address belongs to, and the article's 1-based position."""
        for row in self._database.rows("select * from mass_sends where appid = ? and article_id <> ''", appid):
            urls = self._published.get(appid, row["article_id"]).urls
            if url in urls:
                return _send(row), urls.index(url) + 1
        return None

    def delete(self, appid: str, send: MassSend, index: int) -> None:
        """Take one article back by its 1-based position, all for 0; cards stay on phones. Raises Refusal 40060."""
        if send.status != SENT or not send.article_id:
            raise Refusal(40059)
        if not 0 <= index <= len(self._published.get(appid, send.article_id).articles):
            raise Refusal(40060)
        self._published.delete(appid, send.article_id, index)
        if self._published.get(appid, send.article_id).is_deleted:
            self._set_status(send.msg_id, DELETED)

    def confirm(self, account: Account) -> int:
        """Let the administrator confirm what waits; return how many messages go out."""
        waiting = self._waiting(account.appid)
        for row in waiting:
            self._set_status(row["msg_id"], SENDING)
        self.settle(account)
        return len(waiting)

    def settle(self, account: Account) -> None:
        """Send what is due, and drop what nobody confirmed within half an hour."""
        now = self._clock.now()
        expired = "update mass_sends set status = ? where appid = ? and status = ? and created_at <= ?"
        self._database.run(expired, FAILED, account.appid, WAITING, now - CONFIRM_WITHIN_S)
        due = "select * from mass_sends where appid = ? and status = ? and ready_at <= ?"
        for row in self._database.rows(due, account.appid, SENDING, now):
            self._end(account, _send(row))

    def _end(self, account: Account, send: MassSend) -> None:
        gone = bool(send.media_id) and not self._drafts.has(account.appid, send.media_id)
        succeeds = not account.settings.mass_fails and not gone
        article_id, urls = "", list[str]()
        if succeeds and send.media_id:
            articles = self._drafts.get(account.appid, send.media_id).articles
            article_id, urls = self._published.add(account.appid, articles, send.msg_data_id, is_mass=True)
            self._drafts.discard(account.appid, send.media_id)
        self._set_status(send.msg_id, SENT if succeeds else FAILED)
        self._database.run("update mass_sends set article_id = ? where msg_id = ?", article_id, send.msg_id)
        sent = len(send.recipients) if succeeds else 0
        status = "send success" if succeeds else "send fail"
        self._events.add(account.appid, mass_finished(send.msg_id, status, send.total, sent, urls))

    def _check_client_id(self, appid: str, clientmsgid: str) -> None:
        sql = "select * from mass_sends where appid = ? and clientmsgid = ? and created_at > ? order by msg_id desc"
        row = self._database.row(sql, appid, clientmsgid, self._clock.now() - REMEMBERED_S) if clientmsgid else None
        if row is None:
            return
        if self._clock.now() - row["created_at"] < REPEAT_PAUSE_S:
            raise Refusal(45066)
        raise Refusal(45065, fields={"msg_id": row["msg_id"]})

    def _check_quota(self, account: Account, people: Sequence[Follower]) -> list[str]:
        """Return the openids that a message reaches: those who want messages and had not too many this month."""
        profile, today = account.profile, self._clock.day()
        sent_today = "select count(*) from mass_sends where appid = ? and day = ? and status in (?, ?, ?)"
        states = (SENT, SENDING, DELETED)
        if profile.sends_per_day and self._database.number(sent_today, account.appid, today, *states) >= (
            profile.sends_per_day
        ):
            raise Refusal(45028)
        had = self._sends_this_month(account.appid)
        most = profile.sends_per_user
        open_to = [person.openid for person in people if not most or had[person.openid] < most]
        if people and not open_to:
            raise Refusal(45028)
        wanted = {person.openid for person in people if person.followed_at and not person.refuses}
        return [openid for openid in open_to if openid in wanted]

    def _sends_this_month(self, appid: str) -> Counter[str]:
        sql = "select recipients from mass_sends where appid = ? and day like ? and status in (?, ?, ?)"
        rows = self._database.rows(sql, appid, f"{self._clock.day()[:7]}%", SENT, SENDING, DELETED)
        return Counter(openid for row in rows for openid in json.loads(row["recipients"]))

    def _waiting(self, appid: str) -> list[sqlite3.Row]:
        return self._database.rows("select * from mass_sends where appid = ? and status = ?", appid, WAITING)

    def _set_status(self, msg_id: int, status: str) -> None:
        self._database.run("update mass_sends set status = ? where msg_id = ?", status, msg_id)


def _send(row: sqlite3.Row) -> MassSend:
    return MassSend(
        row["msg_id"],
        row["media_id"],
        tuple(json.loads(row["recipients"])),
        row["total"],
        row["status"],
        row["msg_data_id"],
        row["article_id"],
    )
