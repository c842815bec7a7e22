"""Jobs in worker processes, where one that kills its process takes no other along."""

import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from typing import TypeVar

FEW = 3
"""Fewer jobs than these are done without a pool."""

Job = TypeVar("Job")
Result = TypeVar("Result")


def run_in_workers(
    work: Callable[[Job], Result], jobs: Sequence[Job], lost: Callable[[Job], Result], workers: int = 0
) -> Iterator[Result]:
    """Yield the result of every job in order; a job whose process died gives ``lost(job)``."""
    if len(jobs) < FEW:
        yield from map(work, jobs)
        return
    done = 0
    try:
        with ProcessPoolExecutor(min(len(jobs), workers or os.cpu_count() or 1)) as pool:
            for result in pool.map(work, jobs):
                yield result
                done += 1
    except BrokenProcessPool:
        for job in jobs[done:]:  # whose fault it was, nobody knows: each gets a process of its own
            yield _alone(work, job, lost)


def _alone(work: Callable[[Job], Result], job: Job, lost: Callable[[Job], Result]) -> Result:
    with ProcessPoolExecutor(1) as pool:
        try:
            return pool.submit(work, job).result()
        except BrokenProcessPool:
            return lost(job)
