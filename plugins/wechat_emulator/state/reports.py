"""Statistics: numbers that look likely, follow from the store's seed, and fit each other.

https://developers.weixin.qq.com/doc/service/api/wedata/user/ and /news/, /mess/, /api/ beside it
"""

import hashlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from plugins.wechat_emulator.state.report_dates import days_between

Row = dict[str, Any]
FIRST_DAY = date(2025, 1, 1)
"""Before this day nobody followed the account: sums start here."""
FIRST_DAY_OF_NEW_REPORTS = date(2025, 11, 1)
FEWEST_READS = 3
OLD_DAYS, NEW_DAYS = 7, 30
_USER_SOURCES = (0, 1, 17, 30, 57)
_READ_SOURCES = (0, 1, 2, 4, 5, 6, 7)
_SHARE_SCENES = (1, 2, 255)
_SCENES = ("公众号消息", "聊天会话", "朋友圈", "公众号主页", "搜一搜", "其他")
_BUSY_HOURS = (800, 1200, 1800, 2000, 2200)
_NOT_COUNTS = frozenset({"ref_date", "user_source", "share_scene", "msg_type", "max_time_cost"})
_OLD_PLACES = ("session", "hist_msg", "feed", "friends", "other", "kanyikan", "souyisou")


@dataclass(frozen=True)
class CountedArticle:
    """An article that is read: its ids, its title and address, and the day it came out."""

    msgid: str
    title: str
    url: str
    is_mass: bool
    came_out: date


@dataclass(frozen=True)
class Facts:
    """What reports are made of: a seed of this account, its articles, and yesterday."""

    seed: str
    articles: Sequence[CountedArticle]
    yesterday: date

    def draw(self, low: int, high: int, *key: object) -> int:
        """Return a number from low to high that the key always gets."""
        digest = hashlib.sha256("/".join(map(str, (self.seed, *key))).encode()).digest()
        return low + int.from_bytes(digest[:6], "big") % (high - low + 1)

    def reads(self, article: CountedArticle, day: date) -> int:
        """Return how many people had read an article by the end of a day; half of them on the first."""
        age = (day - article.came_out).days
        return 0 if age < 0 else int(self._popularity(article) * (1 - 0.5 ** (age + 1)))

    def known(self, first: date, last: date) -> list[CountedArticle]:
        """Return the articles of some days that enough people read to be listed."""
        return [
            one
            for one in self.articles
            if first <= one.came_out <= last and self.reads(one, self.yesterday) >= FEWEST_READS
        ]

    def _popularity(self, article: CountedArticle) -> int:
        return self.draw(0, 900, "reads", article.msgid)


Report = Callable[[Facts, date], list[Row]]


def user_summary(facts: Facts, day: date) -> list[Row]:
    """Return who came and left, by the way they came."""
    return [
        {
            "ref_date": str(day),
            "user_source": source,
            "new_user": facts.draw(0, 9, "new", day, source),
            "cancel_user": facts.draw(0, 2, "gone", day, source),
        }
        for source in _USER_SOURCES
    ]


def user_cumulate(facts: Facts, day: date) -> list[Row]:
    """Return how many follow, the sum of user_summary since the first day."""
    rows = (row for one in days_between(FIRST_DAY, day) for row in user_summary(facts, one))
    followers = sum(row["new_user"] - row["cancel_user"] for row in rows)
    return [{"ref_date": str(day), "user_source": 0, "cumulate_user": followers}]


def article_summary(facts: Facts, day: date) -> list[Row]:
    """Return the reads of one day of every article of the last week."""
    return [
        {"ref_date": str(day), "user_source": 99999999, "msgid": one.msgid, "title": one.title}
        | _old_counts(facts.reads(one, day) - facts.reads(one, day - timedelta(days=1)))
        for one in facts.known(day - timedelta(days=OLD_DAYS - 1), day)
    ]


def article_total(facts: Facts, day: date) -> list[Row]:
    """Return, for the articles of a day, the sums of each of the seven days after."""
    last = min(facts.yesterday, day + timedelta(days=OLD_DAYS - 1))
    return [
        {
            "ref_date": str(day),
            "msgid": one.msgid,
            "title": one.title,
            "details": [_old_detail(facts.reads(one, later), later) for later in days_between(day, last)],
        }
        for one in facts.known(day, day)
    ]


def user_read(facts: Facts, day: date) -> list[Row]:
    """Return the reads of a day by the place where readers came from, all together first."""
    parts = {source: facts.draw(0, 60, "read", day, source) for source in _READ_SOURCES}
    every = {99999999: sum(parts.values())} | parts
    return [{"ref_date": str(day), "user_source": source} | _old_counts(users) for source, users in every.items()]


def user_share(facts: Facts, day: date) -> list[Row]:
    """Return the shares of a day."""
    return [
        {"ref_date": str(day), "share_scene": scene} | _shares(facts.draw(0, 15, "share", day, scene))
        for scene in _SHARE_SCENES
    ]


def article_read(facts: Facts, day: date) -> list[Row]:
    """Return the readers of a day of every article of the last month."""
    return [
        {"ref_date": str(day), "msgid": one.msgid, "detail": _readers(users)}
        for one, users in _reads_of_day(facts, day)
    ]


def article_share(facts: Facts, day: date) -> list[Row]:
    """Return the sharers of a day of every article of the last month."""
    return [
        {"ref_date": str(day), "msgid": one.msgid, "detail": {"share_user": users // 12}}
        for one, users in _reads_of_day(facts, day)
    ]


def biz_summary(facts: Facts, day: date) -> list[Row]:
    """Return the whole account's day."""
    users = sum(count for _, count in _reads_of_day(facts, day))
    came_out = sum(one.came_out == day for one in facts.articles)
    detail = _readers(users) | _reactions(users) | {"redirect_ori_page_user": users // 20, "send_page_count": came_out}
    return [{"ref_date": str(day), "detail": detail}]


def article_total_detail(facts: Facts, day: date) -> list[Row]:
    """Return, for the articles of a day, the sums of each of the thirty days after."""
    last = min(facts.yesterday, day + timedelta(days=NEW_DAYS - 1))
    return [
        {
            "ref_date": str(day),
            "msgid": one.msgid,
            "title": one.title,
            "content_url": one.url,
            "publish_type": 0 if one.is_mass else 1,
            "detail_list": [_new_detail(facts.reads(one, later), later) for later in days_between(day, last)],
        }
        for one in facts.known(day, day)
    ]


def upstream(facts: Facts, day: date) -> list[Row]:
    """Return the messages that followers sent."""
    users = facts.draw(0, 12, "messages", day)
    return [{"ref_date": str(day), "user_source": 0, "msg_type": 1, "msg_user": users, "msg_count": users * 2}]


def upstream_distribution(facts: Facts, day: date) -> list[Row]:
    """Return how many followers sent 1 to 5, 6 to 10 and more messages."""
    users = facts.draw(0, 12, "messages", day)
    parts = {1: users - users // 4, 2: users // 4, 3: 0}
    return [
        {"ref_date": str(day), "user_source": 0, "count_interval": part, "msg_user": count}
        for part, count in parts.items()
    ]


def interface(facts: Facts, day: date) -> list[Row]:
    """Return how the account's own server did."""
    calls = facts.draw(0, 40, "callbacks", day)
    counts = {"callback_count": calls, "fail_count": calls // 20, "total_time_cost": calls * 85, "max_time_cost": 640}
    return [{"ref_date": str(day)} | counts]


def hourly(report: Report) -> Report:
    """Return a report that spreads its day over the busy hours; 2000 stands for 20:00."""
    return lambda facts, day: [
        {"ref_date": row["ref_date"], "ref_hour": hour} | _share_of_hour(row, number)
        for row in report(facts, day)
        for number, hour in enumerate(_BUSY_HOURS)
    ]


def _share_of_hour(row: Row, number: int) -> Row:
    """Return a part of a row's counts, so that all hours together make the day; the first hour has the rest."""
    hours = len(_BUSY_HOURS)
    counts = {name: value for name, value in row.items() if name not in _NOT_COUNTS}
    shares = {name: value // hours + (value % hours if number == 0 else 0) for name, value in counts.items()}
    return {name: shares.get(name, value) for name, value in row.items() if name != "ref_date"}


def _reads_of_day(facts: Facts, day: date) -> list[tuple[CountedArticle, int]]:
    before = day - timedelta(days=1)
    listed = facts.known(day - timedelta(days=NEW_DAYS - 1), day)
    return [(one, facts.reads(one, day) - facts.reads(one, before)) for one in listed]


def _old_counts(users: int) -> Row:
    counts = {"int_page_read": users, "ori_page_read": users // 20, "share": users // 12, "add_to_fav": users // 30}
    people = {f"{name}_user": count for name, count in counts.items()}
    return people | {f"{name}_count": count * 2 for name, count in counts.items()}


def _old_detail(users: int, day: date) -> Row:
    places = {f"int_page_from_{place}_read_user": users // (n + 2) for n, place in enumerate(_OLD_PLACES)}
    counted = places | {name.replace("_user", "_count"): count * 2 for name, count in places.items()}
    shares = {f"feed_share_from_{place}_{what}": users // 30 for place in _OLD_PLACES[:5] for what in ("user", "cnt")}
    return {"stat_date": str(day), "target_user": users * 4} | _old_counts(users) | counted | shares


def _new_detail(users: int, day: date) -> Row:
    rates = {"read_delivery_rate": 0.25, "read_finish_rate": 0.6, "read_avg_activetime": 48.5} if users else {}
    jumps = [{"position": 0.5, "rate": 0.3}, {"position": 1, "rate": 0.6}] if users else []
    sums = {"read_user": users, "praise_money": users // 50 * 100, "read_subscribe_user": users // 40}
    return {"stat_date": str(day)} | sums | _reactions(users) | rates | {"read_jump_position": jumps}


def _readers(users: int) -> Row:
    parts = [{"user_count": users // (number + 2), "scene_desc": scene} for number, scene in enumerate(_SCENES)]
    return {"read_user": users, "read_user_source": parts}


def _reactions(users: int) -> Row:
    parts: Mapping[str, int] = {
        "share_user": 12,
        "zaikan_user": 25,
        "like_user": 18,
        "comment_count": 60,
        "collection_user": 30,
    }
    return {name: users // part for name, part in parts.items()}


def _shares(users: int) -> Row:
    return {"share_count": users * 2, "share_user": users}
