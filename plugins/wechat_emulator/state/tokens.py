"""access_token of both kinds: the classic one and the stable one, which do not know of each other.

https://developers.weixin.qq.com/doc/subscription/api/base/api_getaccesstoken.html
https://developers.weixin.qq.com/doc/subscription/api/base/api_getstableaccesstoken.html
"""

import re
from dataclasses import dataclass

from plugins.wechat_emulator.state.accounts import Account, Accounts
from plugins.wechat_emulator.state.clock import Clock
from plugins.wechat_emulator.state.database import Database
from plugins.wechat_emulator.state.ids import Ids
from plugins.wechat_emulator.state.refusal import Refusal

SCHEMA = """
create table if not exists tokens (
    value text primary key, appid text not null, kind text not null, issued_at integer not null,
    expires_at integer not null, replaced integer not null default 0, forced integer not null default 0);
"""
LIFETIME_S = 7200
GRACE_S = 300
FORCE_PAUSE_S = 30
FORCE_PER_DAY = 20
_SHAPE = re.compile(r"[\w-]{20,512}", re.ASCII)


@dataclass(frozen=True)
class Token:
    """A token and how many seconds it has left."""

    value: str
    expires_in: int


class Tokens:
    """Every token that was ever handed out."""

    def __init__(self, database: Database, ids: Ids, clock: Clock, accounts: Accounts) -> None:
        self._database = database
        self._ids = ids
        self._clock = clock
        self._accounts = accounts
        database.create(SCHEMA)

    def issue_classic(self, account: Account) -> Token:
        """Return a new token; older classic ones die within five minutes."""
        end = self._clock.now() + GRACE_S
        self._database.run(
            "update tokens set replaced = 1, expires_at = min(expires_at, ?) where appid = ? and kind = 'classic'",
            end,
            account.appid,
        )
        return self._issue(account, "classic")

    def issue_stable(self, account: Account, force: bool) -> Token:
        """Return the current stable token, renewed in its last five minutes; ``force`` kills it at once."""
        if force:
            self._forced(account)
            return self._issue(account, "stable", forced=True)
        now = self._clock.now()
        current = self._database.row(
            "select value, expires_at from tokens where appid = ? and kind = 'stable' and replaced = 0"
            " and expires_at > ? order by issued_at desc, rowid desc",
            account.appid,
            now + GRACE_S,
        )
        if current:
            return Token(current["value"], current["expires_at"] - now)
        return self._issue(account, "stable")

    def account_of(self, token: str | None) -> Account:
        """Return the account that a token opens. Raises Refusal 41001, 40014, 40001 or 42001."""
        if not token:
            raise Refusal(41001)
        if not _SHAPE.fullmatch(token):
            raise Refusal(40014)
        found = self._database.row("select appid, expires_at, replaced from tokens where value = ?", token)
        if found is None:
            raise Refusal(40001)
        if found["expires_at"] <= self._clock.now():
            raise Refusal(40001 if found["replaced"] else 42001)
        account = self._accounts.get(found["appid"])
        if account.settings.token_always_wrong:
            raise Refusal(40001)
        return account

    def expire_all(self, appid: str) -> None:
        """Let every token of an account run out now."""
        self._database.run("update tokens set expires_at = ? where appid = ?", self._clock.now(), appid)

    def _forced(self, account: Account) -> None:
        """Count a forced refresh; the codes for too soon and too often are not documented."""
        now = self._clock.now()
        forced = "from tokens where appid = ? and forced = 1"
        if now - self._database.number(f"select max(issued_at) {forced}", account.appid) < FORCE_PAUSE_S:
            raise Refusal(45011)
        today = f"select count(*) {forced} and issued_at > ?"
        if self._database.number(today, account.appid, now - 86400) >= FORCE_PER_DAY:
            raise Refusal(45009)
        self._database.run(
            "update tokens set replaced = 1, expires_at = min(expires_at, ?) where appid = ? and kind = 'stable'",
            now,
            account.appid,
        )

    def _issue(self, account: Account, kind: str, forced: bool = False) -> Token:
        number = self._ids.number("token generation")
        value = f"{number}_{self._ids.text('token', 133)}"
        now = self._clock.now()
        self._database.run(
            "insert into tokens values (?, ?, ?, ?, ?, 0, ?)",
            value,
            account.appid,
            kind,
            now,
            now + LIFETIME_S,
            int(forced),
        )
        return Token(value, LIFETIME_S)
