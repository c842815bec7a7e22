"""What a command costs: seconds on the clock, seconds of processor, and memory, its children included."""

import os
import resource
import subprocess
import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

_POLL_S = 0.02


@dataclass(frozen=True, order=True)
class Spent:
    """Seconds of processor (which other work on the machine disturbs less), and on the clock."""

    cpu_s: float
    wall_s: float


def spend(command: Sequence[str], folder: Path) -> Spent:
    """Run a command and return what it took.

    Raises:
        subprocess.CalledProcessError: it failed.
    """
    before, start = _children_s(), time.perf_counter()
    subprocess.run(command, cwd=folder, check=True, capture_output=True)
    return Spent(_children_s() - before, time.perf_counter() - start)


def peak_mb(command: Sequence[str], folder: Path) -> float:
    """Return the largest memory of a command and all its descendants; what they share is counted once (Linux's PSS)."""
    with subprocess.Popen(command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        peaks = [0.0]
        watcher = threading.Thread(target=_watch, args=(process, peaks))
        watcher.start()
        process.wait()
        watcher.join()
    return peaks[0]


def _children_s() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _watch(process: "subprocess.Popen[bytes]", peaks: list[float]) -> None:
    while process.poll() is None:
        peaks[0] = max(peaks[0], sum(_memory_mb(each) for each in _family(process.pid)))
        time.sleep(_POLL_S)


def _family(top: int) -> set[int]:
    parents = {}
    for name in filter(str.isdigit, os.listdir("/proc")):
        try:
            parents[int(name)] = int(Path(f"/proc/{name}/stat").read_text().rsplit(")", 1)[1].split()[1])
        except (OSError, IndexError):
            continue
    found = {top}
    while more := {child for child, parent in parents.items() if parent in found} - found:
        found |= more
    return found


def _memory_mb(process: int) -> float:
    try:
        lines = Path(f"/proc/{process}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0.0
    return next((int(line.split()[1]) / 1024 for line in lines if line.startswith("Pss:")), 0.0)
