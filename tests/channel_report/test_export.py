"""Events from somebody else's table."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.channel_report.export import parse_time, read_export


def read(tmp_path: Path, text: str) -> tuple[list[tuple[str, str, str]], list[str]]:
    path = tmp_path / "e.csv"
    path.write_text(text, encoding="utf-8")
    rows, problems = read_export(path, "e.csv")
    return [(each.event.name, each.event.page, each.event.channel) for each in rows], list(map(str, problems))


def test_columns_are_found_by_name_and_wrong_rows_told(tmp_path: Path) -> None:
    text = (
        "渠道,时间,事件,页面\nhfj,2026-11-22 10:00,tel,/c/hfj/spring/\n"
        ",1795312800,search-empty,/search/\nhfj,gestern,tel,/\nhfj,2026-11-22,nothing,/\nhfj,2026-11-22,tel,/a&e=buy\n"
    )
    rows, problems = read(tmp_path, text)
    assert rows == [("tel", "/c/hfj/spring/", "hfj"), ("search_empty", "/search/", "")]
    assert [problem.split(" ")[0] for problem in problems] == ["e.csv:4:", "e.csv:5:", "e.csv:6:"]


def test_without_headings_the_wanted_ones_are_named(tmp_path: Path) -> None:
    assert "time, event, page, channel, visitor" in read(tmp_path, "a,b\n1,2\n")[1][0]


@pytest.mark.parametrize(
    ("text", "hour"),
    [("2026-11-22 10:00", 2), ("2026/11/22 10:00:00", 2), ("2026-11-22T10:00:00+00:00", 10), ("1795312800", 2)],
)
def test_times_without_a_zone_are_beijings(text: str, hour: int) -> None:
    at = parse_time(text)
    assert at is not None
    assert at.astimezone(UTC).hour == hour
    assert at.astimezone(UTC).date() == datetime(2026, 11, 22).date()


@settings(deadline=None)
@given(st.text(max_size=200))
def test_any_text_can_be_read(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    path = tmp_path_factory.getbasetemp() / "f.csv"
    path.write_text("time,event,page,channel\n" + text, encoding="utf-8", errors="replace")
    rows, problems = read_export(path, "f")
    assert all(problem.line >= 1 for problem in problems)
    assert isinstance(rows, list)
