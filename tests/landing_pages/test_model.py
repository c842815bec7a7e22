"""A promotion knows its phase to the second, in Beijing time."""

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from plugins.landing_pages.model import LandingPage
from plugins.landing_pages.pages import period_text

PAGE = LandingPage.model_validate(
    {"slug": "a", "title": "t", "starts_at": "2026-11-15", "ends_at": "2027-02-05", "goal": "call"}
)


def test_the_end_is_inclusive_and_the_zone_is_beijing() -> None:
    assert PAGE.phase_at(datetime(2026, 11, 14, 15, 59, 59, tzinfo=UTC)) == "before"
    assert PAGE.phase_at(datetime(2026, 11, 14, 16, 0, 0, tzinfo=UTC)) == "during"
    assert PAGE.phase_at(datetime(2027, 2, 5, 15, 59, 59, tzinfo=UTC)) == "during"
    assert PAGE.phase_at(datetime(2027, 2, 5, 16, 0, 0, tzinfo=UTC)) == "after"


def test_the_period_is_readable() -> None:
    assert period_text(PAGE) == "2026年11月15日 00:00 – 2027年2月5日 23:59"


@given(st.datetimes(datetime(2026, 1, 1), datetime(2028, 1, 1), timezones=st.just(UTC)))
def test_days_left_reach_zero_exactly_when_it_is_over(now: datetime) -> None:
    left = PAGE.days_left(now)
    assert (left == 0) == (now >= PAGE.ends_at)
    assert now + timedelta(days=left) >= PAGE.ends_at


def test_an_end_before_the_start_is_refused() -> None:
    from plugins.shared.front_matter import parse_document
    from plugins.shared.validation import validate

    text = "---\ntitle: t\nstarts_at: 2026-12-02\nends_at: 2026-12-01\ngoal: call\n---\n"
    document, _ = parse_document("a.md", text)
    _, problems = validate(LandingPage, document, slug="a")
    assert [problem.message for problem in problems] == ["ends_at must be later than starts_at."]
