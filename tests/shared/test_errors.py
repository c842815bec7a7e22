"""The error tree is the one its docstring draws, and ends tasks with the documented codes."""

import inspect
import re

import pytest

from plugins.shared import errors
from plugins.shared.errors import AccountError, ContentProblems, NotFound, Problem, WeizhanError


def classes() -> dict[str, type[WeizhanError]]:
    found = inspect.getmembers(errors, inspect.isclass)
    return {name: value for name, value in found if issubclass(value, WeizhanError)}


def drawn() -> dict[str, str]:
    """Map each class of the drawing to the class it hangs from."""
    parents: list[str] = []
    result = {}
    for line in (errors.__doc__ or "").splitlines():
        match = re.match(r"([│├└─ ]*)([A-Z]\w+)( |$)", line)
        if match and match[2] in classes():
            depth = len(match[1]) // 4
            parents[depth:] = [match[2]]
            result[match[2]] = parents[depth - 1] if depth else "Exception"
    return result


def test_the_docstring_draws_the_whole_tree():
    assert drawn() == {name: value.__base__.__name__ for name, value in classes().items()}


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("WeizhanError", 1),
        ("ContentProblems", 1),
        ("UsageProblem", 2),
        ("AccountError", 3),
        ("Refused", 3),
        ("AnswerUnclear", 3),
        ("BrakePulled", 4),
        ("CredentialsRefused", 5),
        ("LockHeld", 6),
        ("StateUntrusted", 7),
    ],
)
def test_exit_codes_are_those_of_the_contract(name, code):
    assert classes()[name].exit_code == code


def test_problems_are_shown_together_sorted_by_file_and_line():
    error = ContentProblems([Problem("b.md", 1, "x."), Problem("a.md", 10, "y."), Problem("a.md", 9, "z.")])
    assert str(error) == "a.md:9: z.\na.md:10: y.\nb.md:1: x."
    assert [problem.line for problem in error.problems] == [9, 10, 1]


def test_an_account_error_keeps_wechats_number():
    assert NotFound("no such draft", 40007).errcode == 40007
    assert AccountError("no answer").errcode is None
