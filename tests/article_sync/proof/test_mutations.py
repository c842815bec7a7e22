"""Every rule, brake and guard of the sync is broken in turn; a test must notice each break."""

import ast
import os
import re
from pathlib import Path

import pytest

from plugins.article_sync import brakes
from tests.article_sync.proof.broken import Mutation, read_breaks
from tests.article_sync.proof.mutations import copied, noticed_by, run
from tests.article_sync.proof.table import Table, summary

ROOT = Path(__file__).resolve().parents[3]
BREAKS = read_breaks()
FORKS = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs an operating system with fork")


def test_every_rule_and_every_brake_is_broken_at_least_once() -> None:
    names = {name.removeprefix("_check_") for name in vars(brakes) if name.startswith("_check_")}
    wanted = {*(f"rule {number}" for number in range(1, 27)), *(f"brake {name}" for name in names)}
    assert wanted - {one.about for one in BREAKS} == set()


def test_each_break_fits_the_source_and_is_python_still() -> None:
    for mutation in BREAKS:
        source = (ROOT / "plugins" / mutation.file).read_text(encoding="utf-8")
        assert source.count(mutation.old) == 1, f"{mutation.area}, {mutation.name}: stands once in {mutation.file}"
        ast.parse(source.replace(mutation.old, mutation.new))


def test_each_break_has_a_name_of_its_own_and_a_test_that_is_there() -> None:
    assert len({(one.area, one.name) for one in BREAKS}) == len(BREAKS)
    for mutation in BREAKS:
        name, _, test = mutation.test.partition("::")
        text = (ROOT / "tests" / name).read_text(encoding="utf-8")
        function, _, story = test.removesuffix("]").partition("[")
        assert re.search(rf"(?m)^def {function}\(", text), f"{mutation.name}: {mutation.test}"
        assert not story or (ROOT / "tests" / name).with_name(story).is_dir(), f"{mutation.name}: {mutation.test}"


def test_the_readme_counts_them() -> None:
    readme = Path(__file__).with_name("README.md").read_text(encoding="utf-8")
    assert summary(BREAKS) in readme, "python -m tests.article_sync.proof.table prints what belongs there"


@FORKS
def test_a_break_is_noticed_and_a_change_of_nothing_is_not() -> None:
    test, same = ["article_sync/test_plan.py::test_each_row"], 'Decision(1, "create", Action.CREATE)'
    broken = Mutation("", "rule 1", "not created", "article_sync/plan.py", same, same.replace("CREATE", "REPORT"), "")
    with copied() as copy:
        assert noticed_by(copy, broken._replace(new=f"({same})"), test) == ""
        assert noticed_by(copy, broken, test).startswith(test[0])


def test_a_verdict_is_kept_for_the_same_source_and_tests(tmp_path: Path) -> None:
    first, second = BREAKS[:2]
    Table(tmp_path / "table.jsonl", ROOT).keep(first, "test_x.py::test_y")
    table = Table(tmp_path / "table.jsonl", ROOT)
    assert (table.knows(first), table.knows(second), table.noticed(first)) == (True, False, True)
    assert not table.knows(first._replace(new="something else"))
    assert table.rows([first])[-1].endswith(f"| {first.name} | {first.file} | test_x.py::test_y |")
    (tmp_path / "plugins" / "article_sync").mkdir(parents=True)
    (tmp_path / "plugins" / "article_sync" / "plan.py").write_text("# another source", encoding="utf-8")
    assert not Table(tmp_path / "table.jsonl", tmp_path).knows(first)


@FORKS
@pytest.mark.long
def test_every_break_is_noticed_by_its_test() -> None:
    found = {f"{mutation.area}, {mutation.name}": (test, mutation.test) for mutation, test in run(BREAKS)}
    assert {name: tests for name, tests in found.items() if not tests[0].startswith(tests[1])} == {}
