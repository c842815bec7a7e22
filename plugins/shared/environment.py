"""The project's own Python environment: made on the first start, found on every later one.

``python3 tasks.py TASK`` works on a machine with nothing but Python, so this module uses the standard library only.
"""

import hashlib
import os
import subprocess
import sys
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from plugins.shared.errors import WeizhanError

ROOT = Path(__file__).resolve().parents[2]
VENV = ROOT / ".venv"
REQUIREMENTS = ROOT / "requirements.txt"
TEST_REQUIREMENTS = ROOT / "requirements-test.txt"
_CREATED = VENV / ".created.stamp"

_PIP = (
    "-m",
    "pip",
    "--disable-pip-version-check",
    "install",
    "--no-deps",
    "--require-hashes",
    "--only-binary",
    ":all:",
)


class EnvironmentProblem(WeizhanError):
    """The environment cannot be made here; the message says what to do."""


def run_task(arguments: Sequence[str]) -> int:
    """Return the exit code of ``invoke ARGUMENTS`` run inside the environment, made first where it is missing."""
    try:
        ensure(REQUIREMENTS)
    except EnvironmentProblem as problem:
        print(problem, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        _say("\n已中断；再运行一次会接着装。/ Interrupted; run it again to go on.")
        return 130
    command = [str(python()), "-m", "invoke", *(arguments or ["--list"])]
    os.chdir(ROOT)
    if os.name == "nt":
        return subprocess.call(command)
    os.execv(command[0], command)


def ensure(requirements: Path) -> None:
    """Make the environment hold exactly what ``requirements`` locks; without network when it already does.

    Raises:
        EnvironmentProblem: the venv module, the package index, or the right to write here is missing.
    """
    stamp = VENV / f".{requirements.stem}.stamp"
    wanted = _digest(requirements)
    try:
        if not _is_whole():
            _say("创建 Python 环境 .venv / Creating the Python environment .venv")
            _create()
        if _read(stamp) != wanted:
            names = sum(1 for line in requirements.read_text(encoding="utf-8").splitlines() if "==" in line)
            _say(f"安装 {names} 个锁定的依赖（只需一次）/ Installing {names} locked packages (once)")
            _install(requirements, names)
            stamp.write_text(wanted, encoding="utf-8")
    except OSError as error:
        raise EnvironmentProblem(
            f"不能在这里建立 .venv（{error}）。请检查文件夹权限，或删掉 .venv 再试。\n"
            f"The environment .venv cannot be made here ({error}). Check the folder's permissions, or delete .venv."
        ) from error


def python() -> Path:
    """Return the environment's interpreter, whether or not it exists yet."""
    return VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def _digest(requirements: Path) -> str:
    return hashlib.sha256(requirements.read_bytes()).hexdigest()


def _is_whole() -> bool:
    """Tell whether the environment was made to the end, and for the Python that it still stands on."""
    return os.access(python(), os.X_OK) and _read(_CREATED) == os.path.realpath(python())


def _read(stamp: Path) -> str:
    return stamp.read_text(encoding="utf-8") if stamp.is_file() else ""


def _create() -> None:
    try:
        import ensurepip  # noqa: F401  (Debian packs it apart from Python)
        import venv

        venv.EnvBuilder(with_pip=True, clear=True, symlinks=os.name != "nt").create(VENV)
        _CREATED.write_text(os.path.realpath(python()), encoding="utf-8")
    except (ImportError, subprocess.CalledProcessError) as error:
        version = ".".join(map(str, sys.version_info[:2]))
        raise EnvironmentProblem(
            f"这台机器的 Python 没有 venv 模块。Debian/Ubuntu：sudo apt install python{version}-venv，然后重试。\n"
            f"This Python lacks the venv module. On Debian/Ubuntu: sudo apt install python{version}-venv; try again."
        ) from error


def _install(requirements: Path, names: int) -> None:
    command = [str(python()), *_PIP, "--progress-bar", "off", "-r", str(requirements)]
    environment = dict(os.environ, PYTHONUNBUFFERED="1")
    process = subprocess.Popen(
        command,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        errors="replace",
        env=environment,
    )
    assert process.stdout is not None
    output = _follow(process.stdout, _Progress(names).show)
    if process.wait() != 0:
        reasons = [line for line in output if line.startswith("ERROR")] or output[-3:]
        raise EnvironmentProblem(
            "依赖没有装上：请检查网络（或设置 PIP_INDEX_URL 用镜像），然后重试。\n"
            "The packages are not installed: check the network (or set PIP_INDEX_URL to a mirror), then try again.\n"
            + "\n".join(f"  {line.strip()}" for line in reasons[-3:])
        )


def _follow(lines: Iterable[str], show: Callable[[str], None]) -> list[str]:
    seen: list[str] = []
    for line in lines:
        seen.append(line.rstrip())
        show(line)
    return seen


class _Progress:
    """One line that counts the packages pip has found."""

    def __init__(self, total: int) -> None:
        self.total = total
        self.found = 0

    def show(self, line: str) -> None:
        if line.startswith("Collecting"):
            self.found += 1
            name = line.split()[1].split("==")[0]
            self._write(f"  {self.found}/{self.total} {name}")
        elif line.startswith("Installing"):
            self._write("  解包 / unpacking ...")
        elif line.startswith("Successfully"):
            self._write("  完成 / done", end="\n")

    def _write(self, text: str, end: str = "") -> None:
        if sys.stderr.isatty():
            print(f"\r\x1b[2K{text}", end=end, file=sys.stderr, flush=True)
        elif end or self.found % 10 == 0:
            print(text, file=sys.stderr, flush=True)


def _say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)
