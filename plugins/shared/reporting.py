"""Mistakes shown as one clear message: no traceback, and the exit code that belongs to them."""

import functools
from collections.abc import Callable
from typing import ParamSpec, TypeVar

from invoke.exceptions import Exit

from plugins.shared.errors import WeizhanError

_Parameters = ParamSpec("_Parameters")
_Result = TypeVar("_Result")


def clear_errors(function: Callable[_Parameters, _Result]) -> Callable[_Parameters, _Result]:
    """Return a task body that ends with the message and exit code of a WeizhanError."""

    @functools.wraps(function)
    def run(*args: _Parameters.args, **kwargs: _Parameters.kwargs) -> _Result:
        try:
            return function(*args, **kwargs)
        except WeizhanError as problem:
            raise Exit(str(problem) or None, code=problem.exit_code) from None

    return run
