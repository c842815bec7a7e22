"""What counts, and that it counts once."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.channel_report.hit import Hit
from plugins.channel_report.occurrence import Occurrence, occurrences, union, without_requests_beside_reports
from tests.channel_report.lines import PHONE

AT = datetime(2026, 11, 22, 2, 0, 5, tzinfo=UTC)
PAGE = Hit(AT, "203.0.113.7", "GET", "/c/hfj/spring/", "", 200, PHONE)
REPORT = replace(PAGE, method="POST", path="/b.gif", query="e=view&p=/c/hfj/spring/&c=hfj", status=405)
CHANNELS = {"/h/": "hfj", "/c/hfj/": "hfj"}


def seen(*hits: Hit) -> list[Occurrence]:
    return list(occurrences(hits, "/b.gif", CHANNELS))


def test_a_page_is_a_view_through_its_folder_or_its_query() -> None:
    hits = [
        PAGE,
        replace(PAGE, path="/h/spring/index.html"),
        replace(PAGE, path="/p/longjing/", query="from=timeline&ch=box"),
        replace(PAGE, path="/", query="utm_source=weibo"),
        replace(PAGE, path="/", query="ch=<script>&branch=3"),
    ]
    events = [each.event for each in seen(*hits)]
    assert [event.channel for event in events] == ["hfj", "hfj", "box", "weibo", ""]
    assert [event.name for event in events] == ["view", "view", "detail", "view", "view"]


def test_what_nobody_read_is_no_view() -> None:
    for change in ({"status": 404}, {"method": "HEAD"}, {"path": "/images/a.webp"}, {"path": "//evil.example/"}):
        assert seen(replace(PAGE, **change)) == []  # type: ignore[arg-type]


def test_a_refused_report_counts_and_a_robots_does_not() -> None:
    assert [each.event.name for each in seen(REPORT)] == ["view"]
    (robot,) = seen(replace(REPORT, agent="Googlebot/2.1 (+http://www.google.com/bot.html)"))
    assert robot.robot
    assert without_requests_beside_reports([robot]) == []


def test_on_a_day_with_reports_requests_do_not_count_again() -> None:
    tomorrow = replace(PAGE, at=AT + timedelta(days=1))
    kept = without_requests_beside_reports(seen(PAGE, REPORT, tomorrow))
    assert [(each.day, each.from_page) for each in kept] == [
        (date(2026, 11, 22), False),
        (date(2026, 11, 23), True),
    ]


def test_a_visitor_is_known_for_a_day_only_and_never_by_address() -> None:
    today, again, tomorrow, other = seen(
        PAGE,
        replace(PAGE, at=AT + timedelta(hours=3)),
        replace(PAGE, at=AT + timedelta(days=1)),
        replace(PAGE, visitor="::1"),
    )
    assert today.visitor == again.visitor
    assert len({today.visitor, tomorrow.visitor, other.visitor}) == 3
    assert "203" not in today.visitor


HITS = st.builds(
    lambda seconds, path, visitor: replace(PAGE, at=AT + timedelta(seconds=seconds), path=path, visitor=visitor),
    st.integers(0, 2),
    st.sampled_from(["/", "/c/hfj/spring/"]),
    st.sampled_from(["a", "b"]),
)


@settings(deadline=None)
@given(st.lists(st.lists(HITS, max_size=6), max_size=4), st.data())
def test_logs_in_any_order_and_handed_in_again_give_the_same(logs: list[list[Hit]], data: st.DataObject) -> None:
    once = [seen(*log) for log in logs]
    again = data.draw(st.permutations(once + data.draw(st.lists(st.sampled_from(once), max_size=2)) if once else []))
    assert sorted(map(repr, union(once))) == sorted(map(repr, union(again)))


@settings(deadline=None)
@given(st.lists(HITS, max_size=8))
def test_one_log_counts_every_line(log: list[Hit]) -> None:
    assert len(union([seen(*log)])) == len(log)
