"""Statistics: dates, spans, the hour when numbers are ready, and numbers that fit each other."""

from datetime import date, timedelta
from typing import Any

import pytest

from plugins.wechat_emulator import Store
from plugins.wechat_emulator.state.statistics import KINDS
from tests.wechat_emulator.conftest import NOW, Api

YESTERDAY = "2026-09-20"  # NOW is 2026-09-21 21:33 in Shanghai
NEW = [name for name, kind in KINDS.items() if kind.is_new]


def ask(api: Api, name: str, begin: object = YESTERDAY, end: object = None) -> dict[str, Any]:
    return api.post(f"datacube/{name}", {"begin_date": begin, "end_date": begin if end is None else end})


@pytest.mark.parametrize("name", sorted(KINDS))
def test_every_report_answers_a_list(api: Api, name: str) -> None:
    answer = ask(api, name)
    assert isinstance(answer["list"], list)
    assert ("is_delay" in answer) == (name in NEW)
    assert "errcode" not in answer


@pytest.mark.parametrize("name", sorted(KINDS))
def test_spans(api: Api, name: str) -> None:
    days = KINDS[name].longest_days
    last = date.fromisoformat(YESTERDAY)
    assert "list" in ask(api, name, str(last - timedelta(days=days - 1)), YESTERDAY)
    assert ask(api, name, str(last - timedelta(days=days)), YESTERDAY)["errcode"] == 61501


@pytest.mark.parametrize("wrong", ["20260920", "2026-9-20", "2026-02-30", "", None, 20260920, "２０２６-09-20"])
def test_dates_are_written_in_one_way(api: Api, wrong: object) -> None:
    body = {"begin_date": wrong, "end_date": YESTERDAY}
    assert api.post("datacube/getusersummary", body)["errcode"] == 61500


def test_days_that_are_not_over(api: Api) -> None:
    assert ask(api, "getusersummary", "2026-09-21")["errcode"] == 61501
    assert ask(api, "getusersummary", "2026-09-20", "2026-09-19")["errcode"] == 61501


def test_yesterday_is_ready_at_eight_in_shanghai(api: Api) -> None:
    midnight = NOW - (NOW + 8 * 3600) % 86400
    api.store.clock.set(midnight + 8 * 3600 - 1)
    api.renew_token()
    assert ask(api, "getusersummary")["errcode"] == 61503
    assert "list" in ask(api, "getusersummary", "2026-09-19")
    api.store.clock.set(midnight + 8 * 3600)
    assert "list" in ask(api, "getusersummary")


def test_followers_add_up(api: Api) -> None:
    before, after = ask(api, "getusercumulate", "2026-09-19", YESTERDAY)["list"]
    changes = ask(api, "getusersummary")["list"]
    change = sum(row["new_user"] - row["cancel_user"] for row in changes)
    assert after["cumulate_user"] - before["cumulate_user"] == change
    assert {row["user_source"] for row in changes} >= {0, 1, 17, 30, 57}


@pytest.fixture
def published(api: Api) -> Api:
    """Six articles that came out three days ago."""
    api.store.clock.set(NOW - 3 * 86400)
    api.renew_token()
    for _ in range(6):
        api.publish(api.draft())
    api.store.clock.set(NOW)
    api.renew_token()
    return api


def test_articles_are_known_by_msgid(published: Api) -> None:
    [total, *_] = ask(published, "getarticletotaldetail", "2026-09-18")["list"]
    messages = published.store.published.page("wxdemo000000000001", 0, 20)
    assert total["msgid"] in {f"{message.msg_data_id}_1" for message in messages}
    assert total["content_url"] in {message.urls[0] for message in messages}
    assert (total["publish_type"], total["title"]) == (1, "明前龙井")
    assert [one["stat_date"] for one in total["detail_list"]] == ["2026-09-18", "2026-09-19", "2026-09-20"]
    reads = [one["read_user"] for one in total["detail_list"]]
    assert reads == sorted(reads)
    assert reads[-1] >= 3


def test_the_reports_agree(published: Api) -> None:
    reads = {row["msgid"]: row["detail"]["read_user"] for row in ask(published, "getarticleread")["list"]}
    old = {row["msgid"]: row["int_page_read_user"] for row in ask(published, "getarticlesummary")["list"]}
    total = ask(published, "getarticletotaldetail", "2026-09-18")["list"]
    days = {row["msgid"]: [one["read_user"] for one in row["detail_list"]] for row in total}
    assert reads == old == {msgid: three[2] - three[1] for msgid, three in days.items()}
    assert ask(published, "getbizsummary")["list"][0]["detail"]["read_user"] == sum(reads.values())


def test_articles_hardly_read_are_not_listed(published: Api) -> None:
    kept = published.store.drafts.get("wxdemo000000000001", published.draft()).articles
    for _ in range(300):
        published.store.published.add("wxdemo000000000001", kept)
    published.store.clock.advance(86400)
    published.renew_token()
    listed = ask(published, "getarticletotal", "2026-09-21")["list"]
    assert 250 < len(listed) < 300
    assert min(row["details"][-1]["int_page_read_user"] for row in listed) >= 3


def test_an_account_without_articles_has_empty_lists(api: Api) -> None:
    assert ask(api, "getarticlesummary")["list"] == ask(api, "getarticleread")["list"] == []


def test_new_reports_begin_in_november_2025(api: Api) -> None:
    assert ask(api, "getbizsummary", "2025-10-31") == {"list": [], "is_delay": False}
    assert len(ask(api, "getbizsummary", "2025-10-30", "2025-11-02")["list"]) == 2


def test_settings_for_late_and_for_empty_reports(api: Api) -> None:
    api.settings(statistics_delayed=True, statistics="empty")
    assert ask(api, "getbizsummary") == {"list": [], "is_delay": True}
    assert ask(api, "getusersummary") == {"list": []}


def test_numbers_follow_from_the_seed(api: Api) -> None:
    assert ask(api, "getuserread") == ask(Api(Store(wall=lambda: NOW)), "getuserread")
    assert ask(api, "getuserread") != ask(Api(Store(wall=lambda: NOW, seed="another")), "getuserread")
    sources = {row["user_source"]: row["int_page_read_user"] for row in ask(api, "getuserread")["list"]}
    assert sources.pop(99999999) == sum(sources.values())


@pytest.mark.parametrize(
    ("name", "count"),
    [("getuserread", "int_page_read_user"), ("getusershare", "share_user"), ("getupstreammsg", "msg_user")],
)
def test_hours_make_a_day(api: Api, name: str, count: str) -> None:
    hours = ask(api, f"{name}hour")["list"]
    assert {row["ref_hour"] for row in hours} == {800, 1200, 1800, 2000, 2200}
    assert sum(row[count] for row in hours) == sum(row[count] for row in ask(api, name)["list"])


def test_statistics_have_a_base_of_their_own(api: Api) -> None:
    url = f"http://emulator.invalid/cgi-bin/datacube/getusersummary?access_token={api.token}"
    assert api.http.post(url, json={}).json()["errcode"] == 40066
    assert api.get("datacube/getusersummary")["errcode"] == 43002
