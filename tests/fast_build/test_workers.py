"""Work shared among processes."""

import os
from collections.abc import Sequence
from pathlib import Path

import pytest

from plugins.fast_build.workers import in_workers


def doubled(items: Sequence[int]) -> list[tuple[int, str]]:
    return [(2 * each, f"茶 {each}\udc80") for each in items]


def _is_there(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return True


@pytest.mark.parametrize("count", [0, 1, 2, 119, 121, 1000])
@pytest.mark.parametrize("processes", [1, 2, 5])
def test_every_item_is_done_once(count: int, processes: int) -> None:
    pairs = list(in_workers(doubled, range(count), processes))
    assert sorted(pairs) == list(zip(range(count), doubled(range(count)), strict=True))


def test_others_share_the_work(tmp_path: Path) -> None:
    def work(items: Sequence[int]) -> list[int]:
        (tmp_path / str(os.getpid())).touch()
        while len(list(tmp_path.iterdir())) < 3:  # nobody goes on before all have begun
            pass
        return list(items)

    assert sorted(in_workers(work, range(30), 3)) == [(each, each) for each in range(30)]


def test_what_a_worker_fails_at_is_done_here() -> None:
    here = os.getpid()

    def work(items: Sequence[int]) -> list[int]:
        if os.getpid() != here:
            raise ValueError("only elsewhere")
        return list(items)

    assert sorted(in_workers(work, range(500), 3)) == [(each, each) for each in range(500)]


def test_an_error_shows_as_it_would_without_workers() -> None:
    def work(items: Sequence[int]) -> list[int]:
        return [1 // (each - 77) for each in items]

    with pytest.raises(ZeroDivisionError):
        list(in_workers(work, range(200), 2))


def test_no_worker_outlives_an_error(tmp_path: Path) -> None:
    here = os.getpid()

    def work(items: Sequence[int]) -> list[int]:
        if os.getpid() == here:
            (tmp_path / "failed").touch()
            raise ValueError("here")
        (tmp_path / str(os.getpid())).touch()
        while not (tmp_path / "failed").exists():  # so that there is work left when the error comes
            pass
        return list(items)

    with pytest.raises(ValueError, match="here"):
        list(in_workers(work, range(1200), 3))
    workers = [int(each.name) for each in tmp_path.iterdir() if each.name != "failed"]
    assert not any(map(_is_there, workers))
