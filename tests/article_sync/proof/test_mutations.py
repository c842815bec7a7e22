"""Every rule, brake and guard of the sync is broken in turn; a test must notice each break."""

import ast
import os
from pathlib import Path

import pytest

from plugins.article_sync import brakes
from tests.article_sync.proof.broken import MUTATIONS
from tests.article_sync.proof.mutations import run

PLUGIN = Path(brakes.__file__).parent


def test_every_rule_and_every_brake_is_broken_at_least_once() -> None:
    names = {name.removeprefix("_check_") for name in vars(brakes) if name.startswith("_check_")}
    missing = {*map(str, range(1, 27)), *names} - {one.about for one in MUTATIONS}
    assert missing == set()


def test_each_break_fits_the_source_and_is_python_still() -> None:
    for mutation in MUTATIONS:
        source = (PLUGIN / mutation.file).read_text(encoding="utf-8")
        assert source.count(mutation.old) == 1, mutation.name
        ast.parse(source.replace(mutation.old, mutation.new))


@pytest.mark.long
@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs an operating system with fork")
def test_every_break_is_caught() -> None:
    assert [one.name for one, test in run(MUTATIONS) if not test] == []
