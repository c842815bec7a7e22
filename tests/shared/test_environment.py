"""The first start: one clear sentence where the machine lacks something, nothing at all where it lacks nothing."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from plugins.shared.environment import ROOT, VENV

pytestmark = pytest.mark.skipif(os.name == "nt", reason="uses POSIX shims")


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A checkout without an environment, with one small requirement."""
    folder = tmp_path / "weizhan"
    (folder / "plugins/shared").mkdir(parents=True)
    for name in ("tasks.py", "plugins/__init__.py"):
        shutil.copy(ROOT / name, folder / name)
    for path in (ROOT / "plugins/shared").glob("*.py"):
        shutil.copy(path, folder / "plugins/shared" / path.name)
    shutil.copy(ROOT / "requirements.txt", folder / "requirements.txt")
    return folder


def start(folder: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "tasks.py", *arguments]
    surroundings = {"PATH": os.environ["PATH"], "HOME": str(folder), "LANG": "C.UTF-8"} | environment
    return subprocess.run(
        command, cwd=folder, env=surroundings, capture_output=True, text=True, timeout=120, check=False
    )


def test_an_older_python_is_told_what_it_needs(checkout: Path) -> None:
    text = (checkout / "tasks.py").read_text(encoding="utf-8")
    (checkout / "tasks.py").write_text(text.replace("(3, 11)", "(3, 99)"), encoding="utf-8")
    result = start(checkout, "demo")
    assert result.returncode == 1
    assert "Weizhan needs Python 3.11 or newer, this is 3." in result.stderr
    assert "Traceback" not in result.stderr


@pytest.mark.slow
def test_without_network_one_sentence_says_so(checkout: Path) -> None:
    nowhere = {"PIP_INDEX_URL": "http://127.0.0.1:9/simple", "PIP_RETRIES": "0", "PIP_CONFIG_FILE": os.devnull}
    result = start(checkout, "build", **nowhere)
    assert result.returncode == 1
    assert "check the network" in result.stderr
    assert "Traceback" not in result.stderr
    assert not (checkout / ".venv/.requirements.stamp").exists()


def test_without_the_venv_module_one_sentence_says_so(checkout: Path) -> None:
    (checkout / "ensurepip.py").write_text("raise ImportError('split off by Debian')\n", encoding="utf-8")
    result = start(checkout, "build")
    assert result.returncode == 1
    assert "lacks the venv module" in result.stderr
    assert "Traceback" not in result.stderr


def test_a_second_start_installs_nothing(tmp_path: Path) -> None:
    stamps = {path.name: path.stat().st_mtime_ns for path in VENV.glob(".*.stamp")}
    if not stamps:
        pytest.skip("these tests do not run in the environment that tasks.py made")
    nowhere = dict(os.environ, PIP_INDEX_URL="http://127.0.0.1:9/simple", PIP_NO_INDEX="1")
    command = [sys.executable, "tasks.py", "--list"]
    result = subprocess.run(command, cwd=ROOT, env=nowhere, capture_output=True, text=True, timeout=60, check=False)
    assert result.returncode == 0
    assert result.stderr == ""
    assert "demo" in result.stdout
    assert {path.name: path.stat().st_mtime_ns for path in VENV.glob(".*.stamp")} == stamps


def test_a_half_made_environment_is_made_again(checkout: Path) -> None:
    (checkout / "requirements.txt").write_text("", encoding="utf-8")
    half = checkout / ".venv/bin"
    half.mkdir(parents=True)
    (half / "python").symlink_to(sys.executable)
    script = (
        "from plugins.shared.environment import REQUIREMENTS, ensure, python; ensure(REQUIREMENTS); print(python())"
    )
    command = [sys.executable, "-c", script]
    result = subprocess.run(command, cwd=checkout, capture_output=True, text=True, timeout=120, check=True)
    assert (checkout / ".venv/pyvenv.cfg").exists()
    assert "Creating the Python environment" in result.stderr


def test_a_folder_that_cannot_hold_the_environment_says_so(checkout: Path) -> None:
    (checkout / ".venv").write_text("a file", encoding="utf-8")
    result = start(checkout, "build")
    assert result.returncode == 1
    assert "cannot be made here" in result.stderr
    assert "Traceback" not in result.stderr
