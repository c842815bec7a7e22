"""QR codes with a parameter 带参数二维码.

https://developers.weixin.qq.com/doc/service/api/qrcode/qrcodes/api_createqrcode.html
"""

import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from plugins.wechat_emulator.state.accounts import Account
from plugins.wechat_emulator.state.clock import Clock
from plugins.wechat_emulator.state.database import Database
from plugins.wechat_emulator.state.ids import Ids
from plugins.wechat_emulator.state.refusal import Refusal

SCHEMA = """
create table if not exists qr_codes (
    ticket text primary key, appid text not null, scene text not null, url text not null, expires_at integer);
create index if not exists qr_codes_of_account on qr_codes (appid, scene);
"""
TEMPORARY = ("QR_SCENE", "QR_STR_SCENE")
PERMANENT = ("QR_LIMIT_SCENE", "QR_LIMIT_STR_SCENE")
LONGEST_S = 2_592_000
SCENE_CHARS, LAST_TEMPORARY_ID, LAST_PERMANENT_ID = 64, 2**32 - 1, 100_000


@dataclass(frozen=True)
class QrCode:
    """A code: its ticket, what it tells the account, what is drawn, and when it ends (None: never)."""

    ticket: str
    appid: str
    scene: str
    url: str
    expires_at: int | None


class QrCodes:
    """The codes of every account."""

    def __init__(self, database: Database, ids: Ids, clock: Clock) -> None:
        self._database = database
        self._ids = ids
        self._clock = clock
        database.create(SCHEMA)

    def create(self, account: Account, sent: Mapping[str, Any]) -> QrCode:
        """Return a new code. Raises Refusal 40052 action_name, 40053 action_info, expire_seconds, too many."""
        action = sent.get("action_name")
        if action not in TEMPORARY + PERMANENT:
            raise Refusal(40052)
        scene = _scene(action, sent.get("action_info"))
        expires_at = None if action in PERMANENT else self._clock.now() + _life_s(sent, account)
        if expires_at is None:
            self._check_room(account, scene)
        ticket = self._ids.text("ticket", 94) + "=="
        code = QrCode(ticket, account.appid, scene, f"http://weixin.qq.com/q/{self._ids.text('qr', 22)}", expires_at)
        self._database.run(
            "insert into qr_codes values (?, ?, ?, ?, ?)", code.ticket, code.appid, code.scene, code.url, expires_at
        )
        return code

    def get(self, ticket: str) -> QrCode | None:
        """Return a code that is still good, None for any other ticket."""
        sql = "select * from qr_codes where ticket = ? and (expires_at is null or expires_at > ?)"
        row = self._database.row(sql, ticket, self._clock.now())
        return _qr_code(row) if row else None

    def seconds_left(self, code: QrCode) -> int:
        """Return how long a temporary code lasts."""
        return (code.expires_at or 0) - self._clock.now()

    def _check_room(self, account: Account, scene: str) -> None:
        """Refuse one permanent code too many; the same scene again is no further code (community-reported)."""
        sql = "select count(distinct scene) from qr_codes where appid = ? and expires_at is null and scene <> ?"
        if self._database.number(sql, account.appid, scene) >= account.settings.qr_limit:
            raise Refusal(40053)


def _scene(action: str, info: object) -> str:
    """Return what the code tells, as text."""
    scene = info.get("scene") if isinstance(info, Mapping) else None
    if not isinstance(scene, Mapping):
        raise Refusal(40053)
    if "STR" in action:
        text = scene.get("scene_str")
        if not isinstance(text, str) or not 1 <= len(text) <= SCENE_CHARS:
            raise Refusal(40053)
        return text
    number, last = scene.get("scene_id"), LAST_PERMANENT_ID if action in PERMANENT else LAST_TEMPORARY_ID
    if type(number) is not int or not 1 <= number <= last:
        raise Refusal(40053)
    return str(number)


def _life_s(sent: Mapping[str, Any], account: Account) -> int:
    seconds = sent.get("expire_seconds", account.settings.qr_default_seconds)
    if type(seconds) is not int or not 1 <= seconds <= LONGEST_S:
        raise Refusal(40053)
    return seconds


def _qr_code(row: sqlite3.Row) -> QrCode:
    return QrCode(row["ticket"], row["appid"], row["scene"], row["url"], row["expires_at"])
