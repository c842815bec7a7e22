"""Opening hours as text and for the script; days that are different."""

import pytest
from pydantic import ValidationError

from plugins.stores.hours import script_hours, span_text
from plugins.stores.model import Store

FACTS = {"slug": "a", "name": "一店", "city": "杭州", "address": "路 1 号"}


@pytest.mark.parametrize(
    ("span", "text"),
    [
        ("09:30-21:00", "09:30–21:00"),
        ("18:00-02:00", "18:00–次日 02:00"),
        ("10:00-24:00", "10:00–24:00"),
        ("closed", "休息"),
    ],
)
def test_a_span_is_readable(span: str, text: str) -> None:
    assert span_text(span) == text


def test_days_that_are_different_stand_in_order() -> None:
    store = Store.model_validate(
        FACTS | {"hours": {"mon-sun": "09:30-21:00"}, "special": {"2027-02-07": "closed", "2027-02-05": "09:30-15:00"}}
    )
    assert store.special_text == (("2027年2月5日", "09:30–15:00"), ("2027年2月7日", "休息"))
    assert store.script_hours.endswith(",09:30-21:00,2027-02-05=09:30-15:00,2027-02-07=")
    assert script_hours({"tue": "09:00-10:00"}, {}) == ",09:00-10:00,,,,,"


@pytest.mark.parametrize("special", [{"2027-02-30": "closed"}, {"初一": "closed"}, {"2027-02-06": "9-15"}])
def test_days_that_cannot_be_read_are_refused(special: dict[str, str]) -> None:
    with pytest.raises(ValidationError, match="should be written as"):
        Store.model_validate(FACTS | {"special": special})
