"""Jobs in processes: in order, all of them, and a job that kills its process is the only one lost."""

import os

from plugins.images.workers import run_in_workers


def square_or_die(number: int) -> int:
    if number < 0:
        os._exit(3)
    return number * number


def test_results_come_in_order() -> None:
    assert list(run_in_workers(square_or_die, range(20), lambda number: -1, workers=2)) == [n * n for n in range(20)]


def test_a_killer_takes_no_other_job_along() -> None:
    jobs = [1, 2, -3, 4, -5, 6]
    assert list(run_in_workers(square_or_die, jobs, lambda number: -1, workers=2)) == [1, 4, -1, 16, -1, 36]
