"""How the emulator stands a crowd: ``python -m plugins.wechat_emulator.bench``.

Fifty clients carry out ten thousand draft operations on a server in a process of its own, three times on the same
server; memory is compared between the first run and the last.
"""

import re
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

from plugins.wechat_emulator.load import LoadReport, run_load

CLIENTS, OPERATIONS, RUNS = 50, 10_000, 3
_SERVER = "import sys; from pathlib import Path; from plugins.wechat_emulator.command import run_emulator as run\n"
_ROOT = Path(__file__).resolve().parents[2]


def main(arguments: Sequence[str]) -> int:
    """Print the figures, for a file and for memory; 1 when anything was lost."""
    clients, operations = (int(arguments[0]), int(arguments[1])) if len(arguments) == 2 else (CLIENTS, OPERATIONS)
    problems = 0
    with tempfile.TemporaryDirectory() as folder:
        for data in (folder, ":memory:"):
            print(
                f"{clients} clients, {operations} draft operations, data in {'a file' if data == folder else 'memory'}"
            )
            problems += _bench(data, clients, operations)
    return 1 if problems else 0


def _bench(data: str, clients: int, operations: int) -> int:
    command = [sys.executable, "-c", f"{_SERVER}run(Path({data!r}), port=0)"]
    problems = 0
    with subprocess.Popen(command, cwd=_ROOT, stdout=subprocess.PIPE, text=True, encoding="utf-8") as server:
        assert server.stdout is not None
        server.stdout.readline()
        base = server.stdout.readline().strip().partition("=")[2]
        for number in range(RUNS):
            report = run_load(base, clients, operations)
            print(f"  run {number + 1}: {_figures(report)}, server memory {_memory_mb(server.pid)}")
            problems += len(report.problems)
            for problem in report.problems[:10]:
                print(f"    {problem}")
        server.terminate()
    return problems


def _figures(report: LoadReport) -> str:
    return (
        f"{report.operations} calls in {report.seconds:.1f} s = {report.per_second:.0f}/s, median "
        f"{report.median_ms:.0f} ms, slowest {report.slowest_ms:.0f} ms, {len(report.problems)} problems"
    )


def _memory_mb(pid: int) -> str:
    """Return the resident memory of a process, where the system tells."""
    try:
        found = re.search(r"VmRSS:\s+(\d+) kB", Path(f"/proc/{pid}/status").read_text(encoding="ascii"))
    except OSError:
        found = None
    return f"{int(found.group(1)) / 1024:.1f} MB" if found else "unknown"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
