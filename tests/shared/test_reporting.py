"""Mistakes on the command line, seen as a person sees them."""

import subprocess
import sys

from tests.conftest import ROOT


def test_words_where_a_number_belongs() -> None:
    done = _invoke("sync --force-delete abc")
    assert (done.returncode, done.stderr) == (2, "abc: a whole number belongs here.\n")


def test_a_reader_that_goes_away() -> None:
    command = f"{sys.executable} -m invoke check | true"
    done = subprocess.run(["bash", "-c", command], cwd=ROOT, capture_output=True, text=True, check=True)
    assert "Traceback" not in done.stderr


def _invoke(arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "invoke", *arguments.split()]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
