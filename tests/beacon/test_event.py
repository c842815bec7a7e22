"""What a log line may claim, and what is believed of it."""

import re
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.beacon import ACTIONS, EVENTS, Event, parse_event
from plugins.beacon.event import VIEWS, is_page
from tests.conftest import ROOT


def test_an_event_is_name_page_and_channel() -> None:
    assert parse_event("e=coupon&p=/c/hfj/spring/&c=hfj") == Event("coupon", "/c/hfj/spring/", "hfj")
    assert parse_event("e=search-empty&p=%2Fsearch%2F&c=") == Event("search_empty", "/search/", "")
    assert parse_event("e=favourites&p=/p/longjing/") == Event("favourite", "/p/longjing/", "")


@pytest.mark.parametrize(
    "query",
    [
        "",
        "e=view",
        "e=buyall&p=/",
        "e=view&p=//evil.example/",
        "e=view&p=https://evil.example/",
        "e=view&p=/&c=a b",
        "e=view&p=/&c=" + "x" * 21,
        "e=view&p=/" + "x" * 300,
        "e=view&p=/%0a",
        "&".join("a=1" for _ in range(30)),
    ],
)
def test_what_no_page_of_ours_sends_is_no_event(query: str) -> None:
    assert parse_event(query) is None


@settings(deadline=None)
@given(st.text(max_size=80))
def test_any_query_can_be_asked_about(query: str) -> None:
    event = parse_event(query)
    assert event is None or (event.name in EVENTS and is_page(event.page))


def test_every_event_is_documented_and_what_pages_send_is_known() -> None:
    text = (ROOT / "plugins/beacon/README.md").read_text(encoding="utf-8")
    words = set(re.findall(r"`([a-z-]+)`", text))
    sent = words - {"view"} | {"view"}
    known = {event.name for word in sent if (event := parse_event(f"e={word}&p=/"))}
    assert known == set(EVENTS)
    assert set(ACTIONS) | VIEWS <= set(EVENTS)
    for path in Path(ROOT / "theme/templates").rglob("*.html"):
        for name in re.findall(r'data-track="([a-z-]+)"', path.read_text(encoding="utf-8")):
            assert parse_event(f"e={name}&p=/"), (path.name, name)
