"""A promotion knows its phase to the second, in Beijing time."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from plugins.landing_pages.dates import Leaf, calendar_leaf, period_text
from plugins.landing_pages.model import LandingPage

PAGE = LandingPage.model_validate(
    {"slug": "a", "title": "t", "starts_at": "2026-11-15", "ends_at": "2027-02-05", "goal": "call"}
)


def test_the_end_is_inclusive_and_the_zone_is_beijing() -> None:
    assert PAGE.phase_at(datetime(2026, 11, 14, 15, 59, 59, tzinfo=UTC)) == "before"
    assert PAGE.phase_at(datetime(2026, 11, 14, 16, 0, 0, tzinfo=UTC)) == "during"
    assert PAGE.phase_at(datetime(2027, 2, 5, 15, 59, 59, tzinfo=UTC)) == "during"
    assert PAGE.phase_at(datetime(2027, 2, 5, 16, 0, 0, tzinfo=UTC)) == "after"


def test_the_period_is_readable() -> None:
    assert period_text(PAGE) == ("2026年11月15日 00:00 起", "2027年2月5日 23:59 止")
    assert PAGE.ends_text == "2027年2月5日止"
    assert calendar_leaf(PAGE.ends_at) == Leaf("2027年2月", "5", "星期五", "23:59")


@given(st.datetimes(datetime(2026, 1, 1), datetime(2028, 1, 1), timezones=st.just(UTC)))
def test_the_phases_follow_each_other(now: datetime) -> None:
    order = ("before", "during", "after")
    assert order.index(PAGE.phase_at(now)) <= order.index(PAGE.phase_at(now + timedelta(hours=1)))


def test_an_end_before_the_start_is_refused() -> None:
    from plugins.shared.front_matter import parse_document
    from plugins.shared.validation import validate

    text = "---\ntitle: t\nstarts_at: 2026-12-02\nends_at: 2026-12-01\ngoal: call\n---\n"
    document, _ = parse_document("a.md", text)
    _, problems = validate(LandingPage, document, slug="a")
    assert [problem.message for problem in problems] == ["ends_at must be later than starts_at."]
