"""The ledger remembers what hangs on walls, and notices when it leads nowhere any more."""

from datetime import date
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.qr_codes.address import page_address
from plugins.qr_codes.ledger import (
    LEDGER,
    PrintedCode,
    code_for,
    ledger_problems,
    load_ledger,
    next_id,
    read_ledger,
    write_ledger,
)
from plugins.site.check import load_site

TODAY = date(2026, 11, 22)


def code(number: int, page: str = "landing:spring", **changes: str) -> PrintedCode:
    fields = {"channel": "s1", "url": "https://shop.example.com/c/s1/spring/", "since": TODAY}
    return PrintedCode(id=f"s1-{number}", page=page, **(fields | changes))  # type: ignore[arg-type]


CODES = st.builds(
    PrintedCode,
    id=st.from_regex(r"[a-z0-9]{2,6}-[0-9]{1,5}", fullmatch=True),
    page=st.sampled_from(["home", "landing:spring", "column:选茶指南", "account"]),
    channel=st.sampled_from(["", "s1", "007", "off"]),
    url=st.sampled_from(["https://a.example/?ch=s1", "http://weixin.qq.com/q/02abc"]),
    since=st.dates(date(2020, 1, 1), date(2030, 1, 1)),
    scene=st.sampled_from(["", "s1-1", "3: x # y"]),
)


@settings(deadline=None)
@given(st.lists(CODES, unique_by=lambda each: each.id, max_size=5))
def test_what_is_written_is_what_is_read(codes: list[PrintedCode]) -> None:
    import tempfile

    with tempfile.TemporaryDirectory() as folder:
        write_ledger(Path(folder), codes)
        assert list(load_ledger(Path(folder))) == codes


def test_the_same_page_and_channel_keep_their_code_and_new_ones_count_on() -> None:
    known = [code(1), code(7, "home", url="https://shop.example.com/?ch=s1")]
    assert code_for(known, "landing:spring", "s1", known[0].url, TODAY) is known[0]
    assert code_for(known, "home", "s1", "https://other.example/", TODAY).id == "s1-8"
    assert next_id(known, "") == "web-1"
    assert next_id([], "s1") == "s1-1"


def test_a_ledger_with_mistakes_says_where(small_shop: Path) -> None:
    write_ledger(small_shop, [code(1), code(2)])
    text = (small_shop / LEDGER).read_text(encoding="utf-8").replace("s1-2", "s1-1").replace("2026-11-22", "gestern", 1)
    (small_shop / LEDGER).write_text(text, encoding="utf-8")
    problems = [str(problem) for problem in read_ledger(small_shop)[1]]
    assert problems
    assert all(each.startswith(f"{LEDGER}:") for each in problems)
    assert any("gestern" in each for each in problems)


def test_a_printed_code_whose_page_or_channel_is_gone_is_a_problem(small_shop: Path) -> None:
    good = code(1)
    gone = code(2, "landing:autumn", url="https://shop.example.com/c/s1/autumn/")
    moved = code(3, url="https://shop.example.com/spring/")
    left = code(4, channel="old", url="https://shop.example.com/c/old/spring/")
    account = code(5, "account", url="http://weixin.qq.com/q/02abc", scene="s1-5")
    write_ledger(small_shop, [good, gone, moved, left, account])
    told = [problem.message for problem in ledger_problems(small_shop, load_site(small_shop))]
    assert len(told) == 3
    assert [text[:4] for text in told] == ["s1-2", "s1-3", "s1-4"]
    assert "landing:spring" in told[0]
    assert "https://shop.example.com/c/s1/spring/" in told[1]


def test_a_shorter_address_of_later_days_leaves_the_printed_one_good(small_shop: Path) -> None:
    short = "channels:\n- {code: s1, name: 店内, kind: store, alias: s}\n"
    (small_shop / "channels.yaml").write_text(short, encoding="utf-8")
    write_ledger(small_shop, [code(1)])
    site = load_site(small_shop)
    assert ledger_problems(small_shop, site) == []
    assert page_address(site, "landing:spring", "s1") == "https://shop.example.com/s/spring/"


def test_the_check_of_the_shop_reads_the_ledger(small_shop: Path) -> None:
    import pytest

    from plugins.shared.errors import ContentProblems
    from plugins.site.check import check_content

    write_ledger(small_shop, [code(2, "landing:autumn", url="https://shop.example.com/c/s1/autumn/")])
    with pytest.raises(ContentProblems, match="s1-2"):
        check_content(small_shop)
    assert page_address(load_site(small_shop), "landing:spring", "s1") == "https://shop.example.com/c/s1/spring/"
