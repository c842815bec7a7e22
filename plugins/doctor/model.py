"""What the account answered, and what follows from it."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum

from plugins.shared.errors import AccountError
from plugins.wechat import Quota

Text = tuple[str, str]
"""The same in Chinese and in English."""


class State(Enum):
    """How a check came out. ``UNKNOWN``: it could not be asked."""

    GOOD = "good"
    LIMITED = "limited"
    BAD = "bad"
    UNKNOWN = "unknown"


class MenuMode(Enum):
    """Who made the menu that followers see."""

    UNKNOWN = "unknown"
    NONE = "none"
    CLOSED = "closed"
    CONSOLE = "console"
    API = "api"


@dataclass(frozen=True)
class Facts:
    """The account's answers. ``refused`` maps an endpoint to its error, ``open`` holds those that answered."""

    server: str
    token: AccountError | None = None
    ip: str = ""
    open: frozenset[str] = frozenset()
    refused: Mapping[str, AccountError] = field(default_factory=dict)
    quotas: Mapping[str, Quota] = field(default_factory=dict)
    drafts: int = 0
    published: int = 0
    menu: MenuMode = MenuMode.UNKNOWN


@dataclass(frozen=True)
class Check:
    """One line: what was looked at, how it is, what was found, and what to click."""

    name: str
    title: Text
    state: State
    found: Text
    click: Text = ("", "")


@dataclass(frozen=True)
class Command:
    """What a command can do with this account, and what takes its place where it cannot."""

    name: str
    state: State
    about: Text


@dataclass(frozen=True)
class Diagnosis:
    """Everything that a person is told."""

    server: str
    checks: tuple[Check, ...]
    quotas: Mapping[str, Quota]
    commands: tuple[Command, ...]
    exit_code: int
