"""Every format says the same of the same request; no log, however broken, stops the report."""

import gzip
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.channel_report.hit import Hit
from plugins.channel_report.reader import MOST_PROBLEMS, read_log
from plugins.shared.errors import Problem
from tests.channel_report import lines
from tests.channel_report.lines import PHONE

AT = datetime(2026, 11, 22, 2, 0, 5, tzinfo=UTC)
HITS = st.builds(
    Hit,
    at=st.datetimes(datetime(2020, 1, 1), datetime(2030, 1, 1)).map(lambda at: at.replace(tzinfo=UTC, microsecond=0)),
    visitor=st.sampled_from(["203.0.113.7", "2001:db8::1"]),
    method=st.sampled_from(["GET", "POST", "HEAD"]),
    path=st.sampled_from(["/", "/c/hfj/spring/", "/b.gif", "/columns/%E8%8C%B6/"]),
    query=st.sampled_from(["", "e=view&p=/c/hfj/spring/&c=hfj", "ch=box&from=timeline"]),
    status=st.sampled_from([200, 304, 404, 405]),
    agent=st.sampled_from([PHONE, "Mozilla/5.0 (compatible; Baiduspider/2.0)", "curl/8.5.0"]),
)
FORMATS = {"nginx": lines.nginx, "oss": lines.oss, "cos": lines.cos, "cloudfront": lines.cloudfront}


def read(path: Path, data: bytes) -> tuple[list[Hit], list[Problem]]:
    path.write_bytes(data)
    problems: list[Problem] = []
    return list(read_log(path, "a.log", problems)), problems


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("packed", [False, True])
@settings(deadline=None)
@given(hits=st.lists(HITS, max_size=5))
def test_what_was_logged_is_what_is_read(
    tmp_path_factory: pytest.TempPathFactory, name: str, packed: bool, hits: list[Hit]
) -> None:
    head = lines.CLOUDFRONT_HEAD if name == "cloudfront" else ""
    data = (head + "".join(FORMATS[name](hit) + "\n" for hit in hits)).encode()
    path = tmp_path_factory.getbasetemp() / "a.log"
    assert read(path, gzip.compress(data) if packed else data) == (hits, [])


def test_a_line_that_is_none_is_told_with_its_number(tmp_path: Path) -> None:
    good = lines.nginx(Hit(AT, "203.0.113.7", "GET", "/", "", 200, PHONE))
    hits, problems = read(tmp_path / "a.log", f"{good}\nwhat is this\n\n{good}\n".encode())
    assert len(hits) == 2
    assert [(problem.line, "what is this" in problem.message) for problem in problems] == [(2, True)]


def test_a_file_of_something_else_is_told_in_few_words(tmp_path: Path) -> None:
    _, problems = read(tmp_path / "a.log", b"nothing\n" * 500)
    assert len(problems) == MOST_PROBLEMS + 1
    assert "400 more" in problems[-1].message


def test_a_damaged_archive_gives_what_it_holds_and_a_problem(tmp_path: Path) -> None:
    good = lines.nginx(Hit(AT, "203.0.113.7", "GET", "/", "", 200, PHONE)) + "\n"
    whole = gzip.compress(good.encode() * 3000)
    hits, problems = read(tmp_path / "a.log.gz", whole[: len(whole) // 2])
    assert len(problems) == 1
    assert 0 <= len(hits) < 3000


def test_other_request_lines_of_the_internet_are_passed_over(tmp_path: Path) -> None:
    told = [
        '203.0.113.7 - - [22/Nov/2026:02:00:05 +0000] "\\x16\\x03\\x01" 400 157 "-" "-"',
        '203.0.113.7 - - [22/Nov/2026:02:00:05 +0000] "" 400 0 "-" "-"',
        '203.0.113.7 - - [31/Feb/2026:02:00:05 +0000] "GET / HTTP/1.1" 200 1 "-" "x"',
        '203.0.113.7 - - [22/Xxx/2026:02:00:05 +0000] "GET / HTTP/1.1" 200 1 "-" "x"',
    ]
    hits, problems = read(tmp_path / "a.log", "\n".join(told).encode())
    assert hits == []
    assert [problem.line for problem in problems] == [1, 2, 3, 4]


NOISE = st.one_of(
    st.binary(max_size=120),
    st.sampled_from([lines.nginx(Hit(AT, "1", "GET", "/", "", 200, PHONE)).encode(), lines.CLOUDFRONT_HEAD.encode()]),
    st.text(st.sampled_from('"[]\\ -\t#:/?&=%0123456789GETPOSTNov²'), max_size=120).map(str.encode),
    st.just(lines.cos(Hit(AT, "1", "GET", "/", "a=1", 200, PHONE)).encode()[:70]),
)


@settings(deadline=None)
@given(st.lists(NOISE, max_size=8), st.booleans())
def test_any_bytes_are_a_log_with_problems(
    tmp_path_factory: pytest.TempPathFactory, parts: list[bytes], packed: bool
) -> None:
    data = b"\n".join(parts)
    _, problems = read(tmp_path_factory.getbasetemp() / "n.log", gzip.compress(data) if packed else data)
    assert all(1 <= problem.line <= data.count(b"\n") + 1 for problem in problems)


def test_a_line_without_end_is_no_burden(tmp_path: Path) -> None:
    hits, problems = read(tmp_path / "a.log", b"x" * 1_000_000)
    assert hits == []
    assert len(problems) <= MOST_PROBLEMS + 1
