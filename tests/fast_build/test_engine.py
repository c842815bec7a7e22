"""What a saved state is valid for."""

import time
from pathlib import Path

import pytest

from plugins.fast_build.engine import engine, is_loaded_code, surroundings, watched
from plugins.fast_build.store import Source
from plugins.shared.pinyin.readings import CHARACTERS, PHRASES


def stamp(ns: int) -> str:
    return f"{ns}:1:2:{ns - 5}"


def test_code_that_was_edited_after_it_was_loaded_is_not_the_code_that_runs() -> None:
    before, after = time.time_ns() - 10**15, time.time_ns() + 10**9
    assert is_loaded_code({"plugins/site/pages.py": stamp(before), "content/a.md": stamp(after)})
    assert not is_loaded_code({"plugins/site/pages.py": stamp(after)})


@pytest.mark.parametrize("table", [CHARACTERS, PHRASES])
def test_a_table_of_the_engine_is_code(table: str, tmp_path: Path) -> None:
    sources = {name: Source(stamp, "") for name, _, stamp in watched(tmp_path, tmp_path, tmp_path)}
    edited = sources | {f"plugins/shared/pinyin/{table}": Source("", "edited")}
    assert edited.keys() == sources.keys()
    assert engine(edited) != engine(sources)


def test_an_upgraded_package_is_another_surrounding(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    packages = tmp_path / "site-packages"
    (packages / "jinja2-3.1.dist-info").mkdir(parents=True)
    monkeypatch.syspath_prepend(str(packages))
    before = surroundings()
    assert surroundings() == before
    (packages / "jinja2-3.1.dist-info").rename(packages / "jinja2-3.2.dist-info")
    assert surroundings() != before


def test_another_address_of_the_site_is_another_surrounding(monkeypatch: pytest.MonkeyPatch) -> None:
    before = surroundings()
    monkeypatch.setenv("SITEURL", "https://other.example.com")
    assert surroundings() != before
