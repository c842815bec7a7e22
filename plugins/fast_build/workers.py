"""Work shared among processes, with the results one process would give, in the same order."""

import json
import os
from collections.abc import Callable, Sequence
from typing import Any, TypeVar

_Item = TypeVar("_Item")

FEWEST = 150
"""Below so many items one process is quicker than two."""

_STEP = 20


def in_workers(
    work: Callable[[Sequence[_Item]], list[Any]], items: Sequence[_Item], processes: int | None = None
) -> list[Any]:
    """Return ``work(items)``, done by this process and its forks, each with every n-th item.

    Results must be plain JSON values, one for each item. A share whose worker fails is done here again, so that an
    error shows as it would without workers.
    """
    count = min(processes or os.cpu_count() or 1, max(1, len(items) // FEWEST if processes is None else len(items)))
    if count < 2 or not hasattr(os, "fork"):
        return work(items)
    workers = [_start(work, items[place::count]) for place in range(1, count)]
    results: list[Any] = [None] * len(items)
    results[0::count] = work(items[0::count])
    for place, worker in enumerate(workers, start=1):
        share = _finish(worker)
        results[place::count] = work(items[place::count]) if share is None else share
    return results


def _start(work: Callable[[Sequence[_Item]], list[Any]], items: Sequence[_Item]) -> tuple[int, int]:
    reading, writing = os.pipe()
    parent = os.getpid()
    worker = os.fork()
    if worker:
        os.close(writing)
        return worker, reading
    code = 1
    try:
        os.close(reading)
        data = json.dumps(_while_wanted(work, items, parent), ensure_ascii=False).encode("utf-8", "surrogatepass")
        with os.fdopen(writing, "wb") as pipe:
            pipe.write(data)
        code = 0
    finally:
        os._exit(code)  # nothing of the parent's clean-up belongs to a fork


def _while_wanted(work: Callable[[Sequence[_Item]], list[Any]], items: Sequence[_Item], parent: int) -> list[Any]:
    """Work in short steps, and stop when the build was killed: no page may be written behind the next build's back."""
    results: list[Any] = []
    for start in range(0, len(items), _STEP):
        if os.getppid() != parent:
            os._exit(1)
        results += work(items[start : start + _STEP])
    return results


def _finish(worker: tuple[int, int]) -> list[Any] | None:
    process, reading = worker
    with os.fdopen(reading, "rb") as pipe:
        data = pipe.read()
    _, status = os.waitpid(process, 0)
    if status:
        return None
    results: list[Any] = json.loads(data.decode("utf-8", "surrogatepass"))
    return results
