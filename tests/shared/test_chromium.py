"""A browser is found where people have it, and its absence is never silent."""

from pathlib import Path

import pytest

from plugins.shared.chromium import BrowserMissing, find_chromium


def executable(path: Path) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("#!/bin/sh\n", encoding="utf-8")
    path.chmod(0o755)
    return path


def test_the_variable_wins(tmp_path: Path) -> None:
    mine = executable(tmp_path / "my-browser")
    assert find_chromium({"CHROMIUM": str(mine)}) == mine


def test_a_variable_that_leads_nowhere_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(BrowserMissing, match="cannot be run"):
        find_chromium({"CHROMIUM": str(tmp_path / "none")})


def test_playwrights_browser_is_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    older = executable(tmp_path / ".cache/ms-playwright/chromium-1100/chrome-linux/chrome")
    newer = executable(tmp_path / ".cache/ms-playwright/chromium-1200/chrome-linux64/chrome")
    assert find_chromium({"HOME": str(tmp_path)}) == newer
    newer.unlink()
    assert find_chromium({"HOME": str(tmp_path)}) == older


def test_none_is_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert find_chromium({"HOME": str(tmp_path)}) is None
