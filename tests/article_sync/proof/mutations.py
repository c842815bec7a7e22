"""Breaks the sync in every way of ``broken.py``, one after the other, and looks which test notices.

``python -m tests.article_sync.proof.mutations [--table FILE] [PART OF A NAME ...]`` prints the table. With a file it is
written as it grows; a break that stands in it, judged for the same source and tests, is not tried again. The tests run
in a copy, each time in a fork of this process, which has loaded everything that stays whole: first the test that
the break names, then all of its plugin. Needs an operating system with ``fork``.
"""

import argparse
import importlib
import io
import os
import re
import shutil
import signal
import sys
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from pathlib import Path

import pytest

from tests.article_sync.proof.broken import Mutation, read_breaks
from tests.article_sync.proof.table import Table

_ROOT = Path(__file__).resolve().parents[3]
_STAYS_WHOLE = ("plugins.shared", "plugins.wechat")
_LONGEST_S = 900
"""Seconds of processor time after which a break has made a test endless, which counts as noticed."""
_FITS = "--ignore=tests/article_sync/proof/test_mutations.py"
"""It would notice that the source is not what breaks were written for."""
_FLAGS = ("-x", "-q", "-rfE", "-p", "no:xdist", "-p", "no:cacheprovider", _FITS)


def run(mutations: Sequence[Mutation]) -> Iterator[tuple[Mutation, str]]:
    """Yield each mutation with the test that noticed it, empty for none."""
    importlib.import_module("tests.article_sync.world")  # once, before the forks
    with copied() as copy:
        failed = _first_failure(copy, sorted({one.test for one in mutations if one.test}))
        assert not failed, f"{failed} fails before anything is broken"
        for one in mutations:
            yield one, noticed_by(copy, one, [*filter(None, [one.test])], [f"tests/{_plugin(one)}"])


@contextmanager
def copied() -> Iterator[Path]:
    """Lend a copy of what is broken and of its tests; everything else is linked."""
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder)
        for name in ("plugins", "tests"):
            shutil.copytree(_ROOT / name, copy / name, ignore=shutil.ignore_patterns("node_modules"))
        for path in _ROOT.iterdir():
            if path.name not in (".git", ".venv", "plugins", "tests"):
                (copy / path.name).symlink_to(path)
        yield copy


def noticed_by(copy: Path, mutation: Mutation, *choices: Sequence[str]) -> str:
    """Return the first test that fails, of the first choice that has one."""
    path = copy / "plugins" / mutation.file
    source = path.read_text(encoding="utf-8")
    for compiled in (path.parent / "__pycache__").glob(f"{path.stem}.*.pyc"):
        compiled.unlink()  # it counts as fresh by size and second
    try:
        path.write_text(source.replace(mutation.old, mutation.new), encoding="utf-8")
        return next((found for tests in choices if tests and (found := _first_failure(copy, tests, mutation))), "")
    finally:
        path.write_text(source, encoding="utf-8")


def _plugin(mutation: Mutation) -> str:
    return mutation.file.partition("/")[0]


def _first_failure(copy: Path, tests: Sequence[str], broken: Mutation | None = None) -> str:
    """Return the first test that fails in a fork of this process, empty when all pass."""
    told = copy / "told.txt"
    told.write_text("", encoding="utf-8")
    child = os.fork()
    if not child:
        _test(copy, [f"tests/{one.removeprefix('tests/')}" for one in tests], told, broken)
    _, status = os.waitpid(child, 0)
    text = told.read_text(encoding="utf-8")
    found = re.search(r"(?m)^(?:FAILED|ERROR) tests/(.*?)(?: - .*)?$", text)
    endless = os.WIFSIGNALED(status) and os.WTERMSIG(status) == signal.SIGXCPU
    assert found or endless or status == 0, text
    return found[1] if found else tests[0] if endless else ""


def _test(copy: Path, tests: Sequence[str], told: Path, broken: Mutation | None) -> None:
    """Run tests of the copy, write down what pytest says, and end this process."""
    import resource  # which only systems with fork have

    os.chdir(copy)
    resource.setrlimit(resource.RLIMIT_CPU, (_LONGEST_S, _LONGEST_S))
    sys.path.insert(0, str(copy))
    sys.dont_write_bytecode = broken is not None
    whole = _STAYS_WHOLE if broken is None or broken.file.startswith("article_sync/") else ()
    for name in [*sys.modules]:
        if name.partition(".")[0] in ("plugins", "tests") and not name.startswith(whole):
            del sys.modules[name]
    code, out = 1, io.StringIO()
    try:
        with redirect_stdout(out), redirect_stderr(out):
            code = int(pytest.main([*_FLAGS, *tests]))
    finally:
        told.write_text(out.getvalue(), encoding="utf-8")
        os._exit(code)


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the table; 1 when a break was not noticed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--table", type=Path, help="where verdicts are kept")
    parser.add_argument("parts", nargs="*", default=[""], metavar="PART OF A NAME")
    wanted = parser.parse_args(arguments)
    table = Table(wanted.table, _ROOT)
    mutations = [one for one in read_breaks() if any(part in f"{one.area} {one.name}" for part in wanted.parts)]
    for mutation, test in run([one for one in mutations if not table.knows(one)]):
        table.keep(mutation, test)
    print("\n".join(table.rows(mutations)))
    return int(not all(map(table.noticed, mutations)))


if __name__ == "__main__":
    sys.exit(main())
