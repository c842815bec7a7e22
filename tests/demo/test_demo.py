"""The demo is what a newcomer sees first: it runs as the README says, and it fails when a step does not hold."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from plugins.demo.editor import ADDED, NEW_TITLE, play_editor
from plugins.demo.story import DemoFailed, Story
from plugins.shared.errors import WeizhanError
from plugins.wechat_emulator import ConsoleEditor, EmulatorServer
from tests.conftest import ROOT


def git_status() -> str:
    command = ["git", "status", "--porcelain", "content", "theme", "plugins"]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout


@pytest.mark.parametrize(("lang", "last"), [("zh_CN.UTF-8", "全部通过"), ("C.UTF-8", "Everything holds")])
@pytest.mark.slow
def test_the_demo_checks_itself_and_leaves_the_repository_alone(lang: str, last: str) -> None:
    before = git_status()
    environment = dict(os.environ, LANG=lang)
    command = [sys.executable, "-m", "invoke", "demo", "--check"]
    result = subprocess.run(
        command, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=300, check=False
    )
    assert result.returncode == 0, result.stdout + result.stderr
    assert result.stdout.rstrip().endswith(last)
    assert f"+{NEW_TITLE}"[1:] in result.stdout
    assert ADDED.strip("（）") in result.stdout
    assert git_status() == before


def test_a_step_that_does_not_hold_ends_the_demo() -> None:
    lines: list[str] = []
    story = Story(lines.append, colour=False)
    story.check(True, "好", "fine")
    with pytest.raises(DemoFailed, match="not so"):
        story.check(False, "不对", "not so")
    assert lines == ["   ✓ fine"]


def test_an_account_without_drafts_is_told_so() -> None:
    with EmulatorServer() as server, pytest.raises(WeizhanError, match="at least one article"):
        play_editor(ConsoleEditor(server.url))


def test_content_that_cannot_be_used_fails_with_its_place(sample_shop: Path, tmp_path: Path) -> None:
    folder = tmp_path / "shop"
    shutil.copytree(
        ROOT, folder, ignore=shutil.ignore_patterns(".venv", ".git", ".wechat", "output", ".*_cache", "docs")
    )
    product = folder / "content/products/longjing-mingqian.md"
    product.write_text(
        product.read_text(encoding="utf-8").replace("category: lvcha", "category: lucha"), encoding="utf-8"
    )
    command = [sys.executable, "-m", "invoke", "build"]
    result = subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=120, check=False)
    assert result.returncode == 1
    assert "products/longjing-mingqian.md:" in result.stderr
    assert "no category 'lucha'" in result.stderr
    assert "Traceback" not in result.stderr
