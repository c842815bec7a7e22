"""Nothing is counted twice, whatever the order of lists, and every line is counted as something."""

from collections import Counter
from datetime import date, datetime

from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.coupons.code import batch_codes
from plugins.coupons.issued import Issued, suggestion
from plugins.coupons.reconcile import Ledger, reconcile
from plugins.coupons.redemption import Redemption
from plugins.shared.validation import SHANGHAI

CODES = batch_codes("s" * 40, "b1", 6)
END = datetime(2026, 12, 1, 23, 59, 59, tzinfo=SHANGHAI)
BOOK = {code: Issued(code, "spring", "s1", "", END, batch="b1") for code in CODES}
BOOK["HELLO26"] = Issued("HELLO26", "spring", "", "", END, public=True)
TYPED = [*CODES, "HELLO26", CODES[0][:-1] + ("3" if CODES[0][-1] != "3" else "4"), "NOSUCHCODE"]

LINES = st.builds(
    Redemption,
    day=st.sampled_from([date(2026, 11, 20), date(2026, 11, 21), date(2026, 12, 2)]),
    store=st.sampled_from(["一店", "二店"]),
    receipt=st.sampled_from(["", "7"]),
    code=st.sampled_from(TYPED),
)
LISTS = st.lists(st.lists(LINES, max_size=8), max_size=4)


def numbered(lists: list[list[Redemption]]) -> list[list[Redemption]]:
    """Return the lists as a reader gives them: every line knows where it stands."""
    from dataclasses import replace

    return [
        [replace(line, where=f"{chr(97 + number)}.csv:{place}", typed=line.code) for place, line in enumerate(rows, 2)]
        for number, rows in enumerate(lists)
    ]


def statuses(ledger: Ledger) -> Counter[tuple[str, ...]]:
    return Counter((each.redemption.code, each.redemption.store, each.status) for each in ledger.entries)


@settings(deadline=None)
@given(LISTS, st.randoms(use_true_random=False), st.booleans())
def test_the_order_of_lists_and_of_lines_changes_nothing(
    lists: list[list[Redemption]], random: object, ok: bool
) -> None:
    before = numbered(lists)
    after = [list(rows) for rows in before]
    random.shuffle(after)  # type: ignore[attr-defined]
    for rows in after:
        random.shuffle(rows)  # type: ignore[attr-defined]
    assert reconcile(after, BOOK, ok).entries == reconcile(before, BOOK, ok).entries


@settings(deadline=None)
@given(LISTS, st.data())
def test_a_list_handed_in_twice_changes_nothing(lists: list[list[Redemption]], data: st.DataObject) -> None:
    before = numbered(lists)
    again = data.draw(st.lists(st.sampled_from(before), max_size=3)) if before else []
    assert statuses(reconcile([*before, *again], BOOK)) == statuses(reconcile(before, BOOK))


@settings(deadline=None)
@given(LISTS)
def test_a_single_code_counts_at_most_once_and_only_in_time(lists: list[list[Redemption]]) -> None:
    ledger = reconcile(numbered(lists), BOOK)
    redeemed = Counter(each.redemption.code for each in ledger.entries if each.status == "redeemed")
    assert all(redeemed[code] <= 1 for code in CODES)
    written = {line.code for rows in lists for line in rows if line.day <= END.date()}
    assert {code for code in CODES if redeemed[code]} == written & set(CODES)


@settings(deadline=None)
@given(LISTS)
def test_every_line_of_one_list_is_counted_as_something(lists: list[list[Redemption]]) -> None:
    for rows in numbered(lists):
        assert len(reconcile([rows], BOOK).entries) == len(rows)


def line(code: str, day: int = 20, receipt: str = "", store: str = "一店") -> Redemption:
    return Redemption(date(2026, 11, day), store, receipt, code)


def judged(*lists: list[Redemption], accept: bool = False) -> list[str]:
    return [each.status for each in reconcile(lists, BOOK, accept).entries]


def test_the_earliest_use_of_a_code_counts() -> None:
    late, early = line(CODES[0], 22, store="二店"), line(CODES[0], 21)
    entries = reconcile([[late], [early]], BOOK).entries
    assert [(each.redemption.day.day, each.status) for each in entries] == [(21, "redeemed"), (22, "doubled")]


def test_a_public_code_counts_for_every_customer_but_once_a_receipt() -> None:
    assert judged([line("HELLO26"), line("HELLO26")]) == ["redeemed", "redeemed"]
    assert judged([line("HELLO26", receipt="7"), line("HELLO26", receipt="7")]) == ["redeemed", "doubled"]
    assert judged([line("HELLO26", receipt="7")], [line("HELLO26", receipt="7")]) == ["redeemed"]


def test_the_last_day_is_a_good_day() -> None:
    assert judged([Redemption(date(2026, 12, 1), "", "", CODES[0])]) == ["redeemed"]
    assert judged([Redemption(date(2026, 12, 2), "", "", CODES[0])]) == ["expired"]


def test_a_slip_is_invalid_with_a_suggestion_until_it_is_accepted() -> None:
    wrong = CODES[0][1] + CODES[0][0] + CODES[0][2:]
    (entry,) = reconcile([[line(wrong)]], BOOK).entries
    assert (entry.status, entry.suggestion) == ("invalid", CODES[0])
    assert judged([line(wrong)], accept=True) == ["redeemed"]
    assert judged([line(wrong)], [line(CODES[0])], accept=True) == ["redeemed"]
    assert judged([line(wrong), line(CODES[0], 21)], accept=True) == ["redeemed", "doubled"]


def test_two_codes_that_may_be_meant_are_no_suggestion() -> None:
    typed = CODES[0][:4] + CODES[0][5:]
    other = next(each for each in __import__("plugins.coupons.code", fromlist=["near"]).near(typed) if each != CODES[0])
    assert suggestion(typed, BOOK) == CODES[0]
    assert suggestion(typed, BOOK | {other: BOOK[CODES[0]]}) == ""
