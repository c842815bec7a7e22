"""Mistakes shown as one clear message: no traceback, and the exit code that belongs to them."""

import functools
import os
import sys
from collections.abc import Callable
from typing import ParamSpec, Self, TypeVar

from invoke.exceptions import Exit

from plugins.shared.errors import AccountError, UsageProblem, WeizhanError
from plugins.shared.language import say

_Parameters = ParamSpec("_Parameters")
_Result = TypeVar("_Result")


class Number(int):
    """A whole number on the command line: the default of a task's option, and what is typed for it."""

    def __new__(cls, typed: int | str) -> Self:
        """Return the number. Raises Exit with the code of a usage problem for anything else."""
        try:
            return super().__new__(cls, typed)
        except ValueError:
            message = say(f"{typed}：这里要写一个整数。", f"{typed}: a whole number belongs here.")
            raise Exit(message, code=UsageProblem.exit_code) from None


def clear_errors(function: Callable[_Parameters, _Result]) -> Callable[_Parameters, _Result]:
    """Return a task body that ends with a message and an exit code where a WeizhanError or the disk stops it."""

    @functools.wraps(function)
    def run(*args: _Parameters.args, **kwargs: _Parameters.kwargs) -> _Result:
        try:
            return function(*args, **kwargs)
        except WeizhanError as problem:
            raise Exit(str(problem) or None, code=problem.exit_code) from None
        except BrokenPipeError:  # piped into head: nobody reads on
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            raise Exit(code=1) from None
        except OSError as problem:
            raise Exit(_disk_says(problem), code=AccountError.exit_code) from None

    return run


def _disk_says(problem: OSError) -> str:
    where = " → ".join(str(name) for name in (problem.filename, problem.filename2) if name)
    what = f"{where}: {problem.strerror}" if where else str(problem)
    return say(
        f"{what}。请检查文件夹权限、磁盘空间和这个路径，再运行一次。",
        f"{what}. Check the folder's permissions, the disk space and this path, then run again.",
    )
