"""The READMEs tell the truth: every task is in both, every file they name exists, CI runs what they say."""

import re
from pathlib import Path

import pytest
from invoke import Collection

import tasks

ROOT = Path(tasks.__file__).parent
READMES = ["README.md", "README.zh-CN.md"]


@pytest.mark.parametrize("name", READMES)
def test_every_task_is_documented(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    documented = set(re.findall(r"`([a-z]+)`", text))
    assert set(Collection.from_module(tasks).task_names) <= documented


@pytest.mark.parametrize("name", READMES)
def test_every_file_that_is_linked_exists(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    links = [link for link in re.findall(r"\]\(([^)]+)\)", text) if ":" not in link]
    assert links
    assert [link for link in links if not (ROOT / link).exists()] == []


def test_ci_runs_what_the_readme_says() -> None:
    commands = [
        line for line in (ROOT / ".ci/run").read_text(encoding="utf-8").splitlines() if line.startswith("python")
    ]
    assert commands == ["python3 tasks.py test"]
    assert all(commands[0] in (ROOT / name).read_text(encoding="utf-8") for name in READMES)


@pytest.mark.parametrize("name", ["requirements.txt", "requirements-test.txt"])
def test_locked_requirements_name_no_address(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    assert "://" not in text
    pinned = re.findall(r"^[a-z0-9][^\s;]*", text, flags=re.MULTILINE)
    assert pinned
    assert all("==" in requirement for requirement in pinned)
    assert text.count("--hash=sha256:") >= len(pinned)
