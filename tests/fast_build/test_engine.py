"""What a saved state is valid for."""

import time

from plugins.fast_build.engine import is_loaded_code


def stamp(ns: int) -> str:
    return f"{ns}:1:2:{ns - 5}"


def test_code_that_was_edited_after_it_was_loaded_is_not_the_code_that_runs() -> None:
    before, after = time.time_ns() - 10**15, time.time_ns() + 10**9
    assert is_loaded_code({"plugins/site/pages.py": stamp(before), "content/a.md": stamp(after)})
    assert not is_loaded_code({"plugins/site/pages.py": stamp(after)})
