"""Counters of every endpoint by day and by minute, and the few chances to clear them.

https://developers.weixin.qq.com/doc/subscription/guide/dev/api/limit.html
https://developers.weixin.qq.com/doc/subscription/api/apimanage/api_clearquota.html
"""

from plugins.wechat_emulator.state.accounts import Account
from plugins.wechat_emulator.state.clock import Clock
from plugins.wechat_emulator.state.database import Database
from plugins.wechat_emulator.state.limits import NOT_COUNTED, limit_of
from plugins.wechat_emulator.state.refusal import Refusal

SCHEMA = """
create table if not exists usage (
    appid text not null, period text not null, endpoint text not null, calls integer not null,
    primary key (appid, period, endpoint));
"""
CLEARS_PER_MONTH = 10
SINGLE_CLEARS_PER_MONTH = 50
_MINUTES = "minute "


class Quota:
    """How often each endpoint was called today, in Shanghai, and in this minute."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock
        database.create(SCHEMA)

    def spend(self, account: Account, endpoint: str) -> None:
        """Count one call. Raises Refusal 45009 when today's are used up, 45011 when this minute's are."""
        if endpoint in NOT_COUNTED:
            return
        with self._database.transaction():
            if self.used(account.appid, endpoint) >= daily_limit(account, endpoint):
                raise Refusal(45009)
            self._spend_minute(account.appid, endpoint)
            self._count(account.appid, self._clock.day(), endpoint)

    def used(self, appid: str, endpoint: str) -> int:
        """Return today's calls of an endpoint."""
        return self._calls(appid, self._clock.day(), endpoint)

    def counters(self, appid: str) -> dict[str, int]:
        """Return today's calls of every endpoint that was called, by its name."""
        sql = "select endpoint, calls from usage where appid = ? and period = ? order by endpoint"
        return {row["endpoint"]: row["calls"] for row in self._database.rows(sql, appid, self._clock.day())}

    def use(self, appid: str, endpoint: str, calls: int) -> None:
        """Set today's calls of an endpoint."""
        self._database.run(
            "insert or replace into usage values (?, ?, ?, ?)", appid, self._clock.day(), endpoint, calls
        )

    def use_minute(self, appid: str, endpoint: str, calls: int) -> None:
        """Set this minute's calls of an endpoint."""
        self._database.run("insert or replace into usage values (?, ?, ?, ?)", appid, self._minute(), endpoint, calls)

    def clear(self, appid: str) -> None:
        """Set today's counters to zero, ten times a month. Raises Refusal 48006."""
        with self._database.transaction():
            self._spend_month(appid, "clear_quota", CLEARS_PER_MONTH)
            self._database.run("delete from usage where appid = ? and period = ?", appid, self._clock.day())

    def clear_one(self, appid: str, endpoint: str) -> None:
        """Set today's counter of one endpoint to zero, fifty times a month. Raises Refusal 48006."""
        with self._database.transaction():
            self._spend_month(appid, "openapi/quota/clear", SINGLE_CLEARS_PER_MONTH)
            self.use(appid, endpoint, 0)

    def _spend_month(self, appid: str, endpoint: str, limit: int) -> None:
        month = self._clock.day()[:7]
        if self._calls(appid, month, endpoint) >= limit:
            raise Refusal(48006)
        self._count(appid, month, endpoint)

    def _spend_minute(self, appid: str, endpoint: str) -> None:
        limit = limit_of(endpoint).minute
        if not limit:
            return
        minute = self._minute()
        if self._calls(appid, minute, endpoint) >= limit:
            raise Refusal(45011)
        self._database.run("delete from usage where period like ? and period <> ?", f"{_MINUTES}%", minute)
        self._count(appid, minute, endpoint)

    def _minute(self) -> str:
        return f"{_MINUTES}{self._clock.now() // 60}"

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


def daily_limit(account: Account, endpoint: str) -> int:
    """Return how many calls a day an account has for an endpoint."""
    limit = limit_of(endpoint)
    return limit.test_day if account.profile.is_test and limit.test_day else limit.day
