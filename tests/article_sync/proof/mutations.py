"""Breaks the sync in every way of ``broken.py``, one after the other, and looks which test notices.

``python -m tests.article_sync.proof.mutations [PART OF A NAME]`` prints the table. The tests run in a copy.
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

from tests.article_sync.proof.broken import MUTATIONS, Mutation

_ROOT = Path(__file__).resolve().parents[3]
_NAMES = ("test_plan", "scenarios", "test_rules_create", "test_rules_edit", "test_rules_gone", "test_rules_identity")
_MORE = ("test_brakes", "test_resolve", "test_posts", "test_two_clones", "test_plan_file", "test_safety")
_LIMIT_S = 1800


def run(mutations: Sequence[Mutation]) -> Iterator[tuple[Mutation, str]]:
    """Yield each mutation with the test that caught it, empty for none."""
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder)
        for name in ("plugins", "tests"):
            shutil.copytree(_ROOT / name, copy / name, ignore=shutil.ignore_patterns("__pycache__"))
        for name in ("pyproject.toml", ".gitattributes"):
            shutil.copy(_ROOT / name, copy)
        assert not (failed := _first_failure(copy)), f"{failed} fails before anything is broken"
        for one in mutations:
            yield one, _caught(copy, one)


def _caught(copy: Path, mutation: Mutation) -> str:
    path = copy / "plugins" / "article_sync" / mutation.file
    source = path.read_text(encoding="utf-8")
    assert source.count(mutation.old) == 1, (
        f"{mutation.name}: {mutation.file} holds it {source.count(mutation.old)} times"
    )
    for compiled in (path.parent / "__pycache__").glob(f"{path.stem}.*.pyc"):
        compiled.unlink()  # it counts as fresh by size and second
    try:
        path.write_text(source.replace(mutation.old, mutation.new), encoding="utf-8")
        return _first_failure(copy, "-B")
    finally:
        path.write_text(source, encoding="utf-8")


def _first_failure(copy: Path, *flags: str) -> str:
    """Return the first test that fails, empty when all pass."""
    tests = [f"tests/article_sync/{name}{'' if name == 'scenarios' else '.py'}" for name in (*_NAMES, *_MORE)]
    command = [sys.executable, *flags, "-m", "pytest", "-x", "-q", "-rfE", "-p", "no:xdist", "-p", "no:cacheprovider"]
    done = subprocess.run(
        [*command, *tests],
        cwd=copy,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=_LIMIT_S,
        env={**os.environ, "PYTHONPATH": str(copy)},
        check=False,
    )
    found = re.search(r"(?m)^(?:FAILED|ERROR) tests/article_sync/(.*?)(?: - .*)?$", done.stdout)
    assert found or done.returncode == 0, done.stdout + done.stderr
    return found[1] if found else ""


def main(wanted: str = "") -> int:
    """Print the table; 1 when a break was not caught."""
    survived = 0
    for mutation, test in run([one for one in MUTATIONS if wanted in one.name]):
        print(f"| {mutation.about} | {mutation.what} | {test or 'SURVIVED'} |", flush=True)
        survived += not test
    return int(survived > 0)


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
