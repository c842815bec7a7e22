"""Texts that wait in a file."""

import os

import pytest

from plugins.fast_build.spool import PartlySpooled, Spool

TEXTS = {"a": "一", "b": "", "c": "茶" * 200_000, "d": "&\n"}


def test_what_is_put_is_there() -> None:
    spool = Spool()
    for name, text in TEXTS.items():
        spool.put(name, text)
        assert spool[name] == text
    assert dict(spool) == TEXTS
    with pytest.raises(KeyError):
        spool["e"]


@pytest.mark.skipif(not hasattr(os, "fork"), reason="no forks on this system")
def test_forks_read_at_the_same_time() -> None:
    spool = Spool()
    for number in range(2_000):
        spool.put(str(number), f"{number} " * (number % 50))
    spool.write()
    worker = os.fork()
    wrong = sum(spool[str(number)] != f"{number} " * (number % 50) for number in range(2_000))
    if not worker:
        os._exit(1 if wrong else 0)
    assert (wrong, os.waitpid(worker, 0)[1]) == (0, 0)


def test_some_texts_are_in_the_spool_and_all_keep_their_order() -> None:
    spool = Spool()
    for name in "db":
        spool.put(name, TEXTS[name])
    assert list(PartlySpooled(TEXTS, spool).items()) == list(TEXTS.items())
