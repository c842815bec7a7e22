"""Mistakes on the command line, seen as a person sees them."""

import subprocess
import sys
from pathlib import Path

import pytest
from invoke.exceptions import Exit

from plugins.shared.reporting import clear_errors
from tests.conftest import ROOT


def test_words_where_a_number_belongs() -> None:
    done = _invoke("sync --force-delete abc")
    assert (done.returncode, done.stderr) == (2, "abc: a whole number belongs here.\n")


def test_a_reader_that_goes_away() -> None:
    command = f"{sys.executable} -m invoke check | true"
    done = subprocess.run(["bash", "-c", command], cwd=ROOT, capture_output=True, text=True, check=True)
    assert "Traceback" not in done.stderr


def test_a_disk_that_refuses(tmp_path: Path) -> None:
    @clear_errors
    def write() -> None:
        (tmp_path / "file" / "below").mkdir()

    (tmp_path / "file").touch()
    with pytest.raises(Exit) as stopped:
        write()
    assert (stopped.value.code, str(tmp_path / "file" / "below") in str(stopped.value)) == (3, True)
    assert "run again" in str(stopped.value)


def _invoke(arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "invoke", *arguments.split()]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
