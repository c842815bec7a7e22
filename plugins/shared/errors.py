"""Everything that can go wrong by the hand of a person or of WeChat, in one tree.

WeizhanError
├── ContentProblems         files in content/ that cannot be used; all of them at once
├── UsageProblem            flags or settings that do not fit together (exit code 2)
├── FileChangedMeanwhile    a file was edited between reading and writing it
├── StateUntrusted          state of another account, a newer format, or unreadable (exit code 7)
├── BrakePulled             a safety limit stopped everything before the first write (exit code 4)
├── LockHeld                another run is at work (exit code 6)
└── AccountError            WeChat refused, or did not answer
    ├── CredentialsRefused  appid, secret, IP or permission (exit code 5)
    ├── QuotaUsedUp         the daily or per-minute limit of an endpoint
    ├── NotFound            no such media_id, menu or article
    ├── Refused             any other errcode: the request itself is wrong
    └── AnswerUnclear       time-out, dropped connection, unreadable answer: the effect is unknown
        └── ListingShifted  a list changed while it was read: nothing may be concluded from it

A message says where, what, and what to do. ``exit_code`` is what a task ends with.
"""

from collections.abc import Iterable
from typing import NamedTuple


class WeizhanError(Exception):
    """A mistake that the person at the keyboard can mend; shown without a traceback."""

    exit_code = 1


class Problem(NamedTuple):
    """One thing wrong in one place: ``file:line: what is wrong. What to write instead.``"""

    path: str
    line: int
    message: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.message}"


class ContentProblems(WeizhanError):
    """Files in content/ that cannot be used; ``problems`` is sorted by file and line."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(problems))
        super().__init__("\n".join(map(str, self.problems)))


class UsageProblem(WeizhanError):
    """Flags or settings that do not fit together."""

    exit_code = 2


class FileChangedMeanwhile(WeizhanError):
    """A file was edited between reading and writing it; nothing was overwritten."""


class StateUntrusted(WeizhanError):
    """Saved state that must not be believed: another account's, a newer format, or unreadable."""

    exit_code = 7


class BrakePulled(WeizhanError):
    """A safety limit stopped everything before the first write."""

    exit_code = 4


class LockHeld(WeizhanError):
    """Another run is at work on the same content."""

    exit_code = 6


class AccountError(WeizhanError):
    """WeChat refused or did not answer; ``errcode`` is WeChat's number, None without an answer.

    ``rid`` is the name under which WeChat remembers the call, ``ip`` the caller's address where the answer told it.
    """

    exit_code = 3

    def __init__(self, message: str, errcode: int | None = None, rid: str = "", ip: str = "") -> None:
        super().__init__(message)
        self.errcode, self.rid, self.ip = errcode, rid, ip


class CredentialsRefused(AccountError):
    """The appid, the secret, the caller's IP or the account's permissions do not allow it."""

    exit_code = 5


class QuotaUsedUp(AccountError):
    """The daily or per-minute limit of an endpoint is reached."""


class NotFound(AccountError):
    """The account holds nothing under that id."""


class Refused(AccountError):
    """WeChat rejects the request as it is."""


class AnswerUnclear(AccountError):
    """No readable answer came; whether the request took effect is unknown."""


class ListingShifted(AnswerUnclear):
    """A list changed while it was read; nothing may be concluded from it."""
