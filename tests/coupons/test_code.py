"""Codes: what a slip of the pen cannot do, and what nobody can guess."""

from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.coupons.code import (
    ALPHABET,
    LENGTH,
    batch_codes,
    check_sign,
    is_whole,
    near,
    normalise,
    shown,
)

SECRET = "s" * 40
BODIES = st.text(st.sampled_from(ALPHABET), min_size=8, max_size=8)


@settings(deadline=None)
@given(BODIES)
def test_every_single_wrong_sign_is_noticed(body: str) -> None:
    code = body + check_sign(body)
    assert is_whole(code)
    for at, sign in product(range(LENGTH), ALPHABET):
        if sign != code[at]:
            assert not is_whole(code[:at] + sign + code[at + 1 :])


@settings(deadline=None)
@given(BODIES)
def test_every_swap_of_neighbours_is_noticed(body: str) -> None:
    code = body + check_sign(body)
    for at in range(LENGTH - 1):
        if code[at] != code[at + 1]:
            assert not is_whole(code[:at] + code[at + 1] + code[at] + code[at + 2 :])


@settings(deadline=None)
@given(BODIES, st.integers(0, LENGTH - 1), st.sampled_from(ALPHABET))
def test_what_was_meant_is_among_the_near_codes(body: str, at: int, sign: str) -> None:
    code = body + check_sign(body)
    for typed in (code[:at] + sign + code[at + 1 :], code[:at] + code[at + 1 :], code[:at] + sign + code[at:]):
        assert typed == code or code in set(near(typed))
    assert all(is_whole(each) for each in near(code))


def test_no_sign_looks_like_another() -> None:
    assert len(ALPHABET) == len(set(ALPHABET)) == 23
    for alike in ("0O", "1IL", "2Z", "5S", "6G", "8B", "UV"):
        assert len(set(alike) & set(ALPHABET)) <= 1


@pytest.mark.parametrize("typed", ["k7m-4qx-9ra", " K7M 4QX 9RA ", "ｋ７ｍ４ｑｘ９ｒａ", "K7M—4QX—9RA", "k7m4qx9ra。"])
def test_however_it_is_typed_it_is_the_same_code(typed: str) -> None:
    assert normalise(typed) == "K7M4QX9RA"
    assert shown("K7M4QX9RA") == "K7M-4QX-9RA"


@settings(deadline=None)
@given(st.text(max_size=30))
def test_any_text_can_be_asked_about(text: str) -> None:
    code = normalise(text)
    assert normalise(code) == code or not code.isascii()
    assert not is_whole(code) or len(code) == LENGTH
    list(near(code))


def test_a_batch_is_the_same_again_and_grows_at_its_end() -> None:
    codes = batch_codes(SECRET, "b1", 300)
    assert len(set(codes)) == 300
    assert all(map(is_whole, codes))
    assert batch_codes(SECRET, "b1", 200) == codes[:200]


def test_another_secret_or_batch_gives_other_codes() -> None:
    codes = set(batch_codes(SECRET, "b1", 300))
    assert codes.isdisjoint(batch_codes(SECRET, "b2", 300))
    assert codes.isdisjoint(batch_codes(SECRET + "x", "b1", 300))


def test_every_sign_comes_about_as_often_as_any_other() -> None:
    signs = "".join(code[:-1] for code in batch_codes(SECRET, "b1", 2000))
    counts = [signs.count(sign) for sign in ALPHABET]
    assert min(counts) > 16000 / 23 * 0.8
    assert max(counts) < 16000 / 23 * 1.2
