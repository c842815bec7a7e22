"""The statistics endpoints: which report, how many days, old or new.

https://developers.weixin.qq.com/doc/service/api/wedata/user/ and /news/, /mess/, /api/ beside it
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from plugins.wechat_emulator.state import reports
from plugins.wechat_emulator.state.accounts import Account
from plugins.wechat_emulator.state.clock import Clock
from plugins.wechat_emulator.state.published import Published
from plugins.wechat_emulator.state.report_dates import day_of, report_days
from plugins.wechat_emulator.state.reports import CountedArticle, Facts, Report, Row


@dataclass(frozen=True)
class Kind:
    """A report, the most days in one call, and whether it is one of the reports that began in November 2025."""

    report: Report
    longest_days: int
    is_new: bool = False


KINDS: Mapping[str, Kind] = {
    "getusersummary": Kind(reports.user_summary, 7),
    "getusercumulate": Kind(reports.user_cumulate, 7),
    "getarticlesummary": Kind(reports.article_summary, 1),
    "getarticletotal": Kind(reports.article_total, 1),
    "getuserread": Kind(reports.user_read, 1),
    "getuserreadhour": Kind(reports.hourly(reports.user_read), 1),
    "getusershare": Kind(reports.user_share, 1),
    "getusersharehour": Kind(reports.hourly(reports.user_share), 1),
    "getarticleread": Kind(reports.article_read, 1, True),
    "getarticleshare": Kind(reports.article_share, 1, True),
    "getbizsummary": Kind(reports.biz_summary, 30, True),
    "getarticletotaldetail": Kind(reports.article_total_detail, 1, True),
    "getupstreammsg": Kind(reports.upstream, 7),
    "getupstreammsghour": Kind(reports.hourly(reports.upstream), 1),
    "getupstreammsgweek": Kind(reports.upstream, 1),
    "getupstreammsgmonth": Kind(reports.upstream, 1),
    "getupstreammsgdist": Kind(reports.upstream_distribution, 15),
    "getupstreammsgdistweek": Kind(reports.upstream_distribution, 15),
    "getupstreammsgdistmonth": Kind(reports.upstream_distribution, 15),
    "getinterfacesummary": Kind(reports.interface, 30),
    "getinterfacesummaryhour": Kind(reports.hourly(reports.interface), 1),
}


class Statistics:
    """The reports of every account; nothing is kept, all follows from the seed and from what was published."""

    def __init__(self, clock: Clock, published: Published, seed: str) -> None:
        self._clock = clock
        self._published = published
        self._seed = seed

    def read(self, account: Account, name: str, sent: Mapping[str, Any]) -> tuple[list[Row], bool | None]:
        """Return a report, and whether it is late (None where the report does not say). Raises Refusal 6150x."""
        kind, now = KINDS[name], self._clock.now()
        days = report_days(sent.get("begin_date"), sent.get("end_date"), kind.longest_days, now)
        first = reports.FIRST_DAY_OF_NEW_REPORTS if kind.is_new else reports.FIRST_DAY
        facts = self._facts(account.appid)
        empty = account.settings.statistics == "empty"
        rows = [] if empty else [row for day in days if day >= first for row in kind.report(facts, day)]
        return rows, account.settings.statistics_delayed if kind.is_new else None

    def _facts(self, appid: str) -> Facts:
        yesterday = day_of(self._clock.now()) - timedelta(days=1)
        return Facts(f"{self._seed}/{appid}", self._articles(appid), yesterday)

    def _articles(self, appid: str) -> list[CountedArticle]:
        return [
            CountedArticle(
                f"{message.msg_data_id}_{number}",
                article["title"],
                article["url"],
                message.is_mass,
                day_of(message.update_time),
            )
            for message in self._published.page(appid, 0, self._published.count(appid))
            for number, article in enumerate(message.articles, start=1)
        ]
