"""Work shared among processes, with the results one process would give."""

import marshal
import os
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from typing import IO, Any, TypeVar

_Item = TypeVar("_Item")

FEWEST = 150
"""Below so many items one process is quicker than two."""

_BLOCKS = 120
"""Into so many blocks work is cut, so that all are done at the same time; items beside each other share memory."""


def in_workers(
    work: Callable[[Sequence[_Item]], list[Any]], items: Sequence[_Item], processes: int | None = None
) -> Iterator[tuple[_Item, Any]]:
    """Yield each item and what ``work`` makes of it, in no fixed order.

    This process and its forks each take the next block of items until none is left. Results must be plain values
    (texts, numbers, tuples and lists of them), one for each item. Blocks whose worker fails are done here again, so
    that an error shows as it would without workers.
    """
    count = min(processes or os.cpu_count() or 1, max(1, len(items) // FEWEST if processes is None else len(items)))
    if count < 2 or not hasattr(os, "fork"):
        yield from zip(items, work(items), strict=True)
        return
    size = -(-len(items) // _BLOCKS)
    blocks = [items[start : start + size] for start in range(0, len(items), size)]
    left = set(range(len(blocks)))
    for place, results in _done(work, blocks, count):
        left.remove(place)
        yield from zip(blocks[place], results, strict=True)
    for place in sorted(left):
        yield from zip(blocks[place], work(blocks[place]), strict=True)


def _done(
    work: Callable[[Sequence[_Item]], list[Any]], blocks: Sequence[Sequence[_Item]], count: int
) -> Iterator[tuple[int, list[Any]]]:
    """Yield the number of each block and its results; no worker is left behind."""
    queue = _queue(len(blocks))
    with ExitStack() as files:
        outcomes = [files.enter_context(tempfile.TemporaryFile()) for _ in range(1, count)]
        workers = [_start(work, blocks, queue, outcome) for outcome in outcomes]
        try:
            for place in _places(queue):
                yield place, work(blocks[place])
        finally:
            list(_places(queue))  # after an error nobody finds more to do
            os.close(queue)
            ended = [os.waitpid(worker, 0)[1] for worker in workers]
        for outcome, status in zip(outcomes, ended, strict=True):
            yield from () if status else _read(outcome)


def _queue(count: int) -> int:
    """Return a pipe that holds the number of each block as a byte: whoever reads one has that block."""
    reading, writing = os.pipe()
    os.write(writing, bytes(range(count)))
    os.close(writing)
    return reading


def _places(queue: int) -> Iterator[int]:
    while place := os.read(queue, 1):
        yield place[0]


def _start(
    work: Callable[[Sequence[_Item]], list[Any]], blocks: Sequence[Sequence[_Item]], queue: int, outcome: IO[bytes]
) -> int:
    """Fork a worker that takes blocks and writes each one's number and results to ``outcome``."""
    parent = os.getpid()
    if worker := os.fork():
        return worker
    code = 1
    try:
        for place in _places(queue):
            if os.getppid() != parent:  # the build was killed: no page may be written behind the next build's back
                break
            data = marshal.dumps((place, work(blocks[place])))
            outcome.write(len(data).to_bytes(8, "big") + data)
        else:
            outcome.flush()
            code = 0
    finally:
        os._exit(code)  # nothing of the parent's clean-up belongs to a fork


def _read(outcome: IO[bytes]) -> Iterator[tuple[int, list[Any]]]:
    outcome.seek(0)
    while length := outcome.read(8):
        yield marshal.loads(outcome.read(int.from_bytes(length, "big")))
