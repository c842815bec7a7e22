"""Daily counters of every endpoint, and the few chances to clear them.

https://developers.weixin.qq.com/doc/subscription/guide/dev/api/limit.html
"""

from collections.abc import Mapping

from plugins.wechat_emulator.state.accounts import Account
from plugins.wechat_emulator.state.clock import Clock
from plugins.wechat_emulator.state.database import Database
from plugins.wechat_emulator.state.refusal import Refusal

SCHEMA = """
create table if not exists usage (
    appid text not null, period text not null, endpoint text not null, calls integer not null,
    primary key (appid, period, endpoint));
"""
CLEARS_PER_MONTH = 10
DAILY_LIMITS: Mapping[str, int] = {
    "token": 2000,
    "stable_token": 500_000,
    "draft/add": 1000,
    "draft/update": 1000,
    "draft/delete": 1000,
    "draft/count": 1000,
    "draft/batchget": 1000,
    "draft/get": 500,
    "menu/create": 1000,
    "menu/get": 10_000,
    "menu/delete": 1000,
    "get_current_selfmenu_info": 10_000,
}
_OTHER_LIMIT = 100_000
_NOT_COUNTED = frozenset({"clear_quota", "clear_quota/v2"})


class Quota:
    """How often each endpoint was called today, in Shanghai."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock
        database.create(SCHEMA)

    def spend(self, account: Account, endpoint: str) -> None:
        """Count one call. Raises Refusal 45009 when today's are used up."""
        if endpoint in _NOT_COUNTED:
            return
        with self._database.transaction():
            if self.used(account.appid, endpoint) >= limit_of(account, endpoint):
                raise Refusal(45009)
            self._count(account.appid, self._clock.day(), endpoint)

    def used(self, appid: str, endpoint: str) -> int:
        """Return today's calls of an endpoint."""
        return self._calls(appid, self._clock.day(), endpoint)

    def use(self, appid: str, endpoint: str, calls: int) -> None:
        """Set today's calls of an endpoint."""
        self._database.run(
            "insert or replace into usage values (?, ?, ?, ?)", appid, self._clock.day(), endpoint, calls
        )

    def clear(self, appid: str) -> None:
        """Set today's counters to zero, ten times a month. Raises Refusal 48006."""
        month = self._clock.day()[:7]
        with self._database.transaction():
            if self._calls(appid, month, "clear_quota") >= CLEARS_PER_MONTH:
                raise Refusal(48006)
            self._count(appid, month, "clear_quota")
            self._database.run("delete from usage where appid = ? and period = ?", appid, self._clock.day())

    def _calls(self, appid: str, period: str, endpoint: str) -> int:
        sql = "select calls from usage where appid = ? and period = ? and endpoint = ?"
        return self._database.number(sql, appid, period, endpoint)

    def _count(self, appid: str, period: str, endpoint: str) -> None:
        self._database.run(
            "insert into usage values (?, ?, ?, 1)"
            " on conflict (appid, period, endpoint) do update set calls = calls + 1",
            appid,
            period,
            endpoint,
        )


def limit_of(account: Account, endpoint: str) -> int:
    """Return how many calls a day an account has for an endpoint."""
    special = (account.profile.daily_limits or {}).get(endpoint)
    return special if special is not None else DAILY_LIMITS.get(endpoint, _OTHER_LIMIT)
