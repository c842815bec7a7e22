"""Breaks the sync in every way of ``broken.py``, one after the other, and looks which test notices.

``python -m tests.article_sync.proof.mutations [PART OF A NAME]`` prints the table. The tests run in a copy, each time
in a fork of this process, which has loaded everything that stays whole. Needs an operating system with ``fork``.
"""

import io
import os
import re
import shutil
import sys
import tempfile
from collections.abc import Iterator, Sequence
from compileall import compile_dir
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path

import pytest

from tests.article_sync.proof.broken import MUTATIONS, Mutation
from tests.article_sync.scenarios.test_scenarios import STORIES, read_story

_ROOT = Path(__file__).resolve().parents[3]
_HERE = "tests/article_sync"
_TABLE = f"{_HERE}/test_plan.py"
_ALL = ("plan", "rules_create", "rules_edit", "rules_gone", "rules_identity", "brakes", "resolve", "posts", "safety")
_MORE = ("two_clones", "plan_file", "absence", "bodies", "calls", "final")
_ASKED_FIRST = {
    "brakes.py": "brakes safety",
    "layout.py": "posts",
    "regroup.py": "posts safety",
    "3": "rules_create",
    "5": "safety",
    "7": "rules_edit",
    "8": "rules_edit",
    "10": "resolve",
    "11": "rules_edit resolve",
    "14": "rules_gone",
    "16": "rules_gone safety",
    "18": "rules_gone",
    "22": "rules_identity",
    "23": "rules_identity",
    "25": "posts rules_identity",
    "absence": "absence",
    "bodies": "bodies",
    "dry run": "safety",
    "final": "final",
    "hash": "safety",
    "journal": "safety posts",
    "merge": "resolve",
    "quota": "calls brakes",
    "read again": "rules_edit posts",
    "read back": "resolve safety",
    "same second": "safety",
    "saved plan": "plan_file",
    "state": "safety",
    "stop": "safety",
    "stale clone": "two_clones",
    "trash": "rules_edit resolve posts",
    "unclear answer": "safety posts",
    "unreadable file": "rules_identity",
}
"""Where a break of a file, rule or guard is most likely noticed; only to save time."""
_STAYS_WHOLE = ("plugins.shared", "plugins.wechat")
_FLAGS = ("-x", "-q", "-rfE", "-p", "no:xdist", "-p", "no:cacheprovider")


def run(mutations: Sequence[Mutation]) -> Iterator[tuple[Mutation, str]]:
    """Yield each mutation with the test that caught it, empty for none."""
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder)
        for name in ("plugins", "tests"):
            shutil.copytree(_ROOT / name, copy / name, ignore=shutil.ignore_patterns("__pycache__"))
        for name in ("pyproject.toml", ".gitattributes"):
            shutil.copy(_ROOT / name, copy)
        compile_dir(copy / "plugins" / "article_sync", quiet=1)
        failed = _first_failure(copy, _everything())
        assert not failed, f"{failed} fails before anything is broken"
        for one in mutations:
            yield one, _caught(copy, one)


def _caught(copy: Path, mutation: Mutation) -> str:
    """Return the first test that fails, the likely ones before all others."""
    path = copy / "plugins" / "article_sync" / mutation.file
    source = path.read_text(encoding="utf-8")
    for compiled in (path.parent / "__pycache__").glob(f"{path.stem}.*.pyc"):
        compiled.unlink()  # it counts as fresh by size and second
    try:
        path.write_text(source.replace(mutation.old, mutation.new), encoding="utf-8")
        return _first_failure(copy, _likely(mutation), path.stem) or _first_failure(copy, _everything(), path.stem)
    finally:
        path.write_text(source, encoding="utf-8")


def _likely(mutation: Mutation) -> list[str]:
    """Return the table's own test, the stories of the rule or brake, and the files that know most about it."""
    stories = [
        f"{_HERE}/scenarios/test_scenarios.py::test_story[{path.parent.name}]"
        for path in STORIES
        if mutation.about in {str(value) for key, value in read_story(path).items() if key in ("rule", "brake")}
    ]
    own = [_TABLE] if mutation.file in ("plan.py", "changes.py") else []
    first = _ASKED_FIRST.get(mutation.file) or _ASKED_FIRST.get(mutation.about, "rules_edit")
    return [*own, *stories, *(f"{_HERE}/test_{name}.py" for name in first.split())]


def _everything() -> list[str]:
    return [f"{_HERE}/scenarios", *(f"{_HERE}/test_{name}.py" for name in (*_ALL, *_MORE))]


def _first_failure(copy: Path, tests: Sequence[str], broken: str = "") -> str:
    """Return the first test that fails in a fork of this process, empty when all pass."""
    told = copy / "told.txt"
    child = os.fork()
    if not child:
        _test(copy, tests, told, broken)
    _, status = os.waitpid(child, 0)
    text = told.read_text(encoding="utf-8")
    found = re.search(rf"(?m)^(?:FAILED|ERROR) {_HERE}/(.*?)(?: - .*)?$", text)
    assert found or status == 0, text
    return found[1] if found else ""


def _test(copy: Path, tests: Sequence[str], told: Path, broken: str) -> None:
    """Run tests of the copy, write down what pytest says, and end this process."""
    os.chdir(copy)
    sys.path[0] = str(copy)
    sys.dont_write_bytecode = bool(broken)
    for name in [*sys.modules]:
        if name.partition(".")[0] in ("plugins", "tests") and not name.startswith(_STAYS_WHOLE):
            del sys.modules[name]
    code, out = 1, io.StringIO()
    try:
        with redirect_stdout(out), redirect_stderr(out):
            code = int(pytest.main([*_FLAGS, *tests]))
    finally:
        told.write_text(out.getvalue(), encoding="utf-8")
        os._exit(code)


def main(wanted: str = "") -> int:
    """Print the table; 1 when a break was not caught."""
    survived = 0
    for mutation, test in run([one for one in MUTATIONS if wanted in one.name]):
        print(f"| {mutation.about} | {mutation.what} | {test or 'SURVIVED'} |", flush=True)
        survived += not test
    return int(survived > 0)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
