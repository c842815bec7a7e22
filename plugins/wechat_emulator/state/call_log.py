"""The last calls that clients made, without their secrets."""

import re
import threading
from collections import deque
from dataclasses import asdict, dataclass
from typing import Any
from urllib.parse import parse_qsl, urlencode

KEPT = 200
HIDDEN = "***"
_SECRETS = frozenset(
    {"access_token", "secret", "appsecret", "app_secret", "ticket", "key", "signature", "msg_signature"}
)
_ERRCODE = re.compile(rb'\{"errcode":(-?\d+)')
_LONGEST = 300


@dataclass(frozen=True)
class LoggedCall:
    """One call: its number, when it came, what was asked, how it ended and how long it took.

    ``outcome`` is ``ok``, an errcode as text, ``dropped`` or ``cut``.
    """

    number: int
    at: int
    method: str
    path: str
    query: str
    outcome: str
    duration_ms: float

    def as_mapping(self) -> dict[str, Any]:
        """Return every field by its name."""
        return asdict(self)


class CallLog:
    """The last 200 calls, in memory."""

    def __init__(self) -> None:
        self._calls: deque[LoggedCall] = deque(maxlen=KEPT)
        self._lock = threading.Lock()
        self._number = 0

    def add(self, at: int, method: str, path: str, query: str, outcome: str, duration_ms: float) -> None:
        """Remember a call."""
        with self._lock:
            self._number += 1
            shown = (path[:_LONGEST], scrubbed(query)[:_LONGEST])
            self._calls.append(LoggedCall(self._number, at, method, *shown, outcome, round(duration_ms, 1)))

    def last(self) -> list[LoggedCall]:
        """Return the calls, newest first."""
        with self._lock:
            return list(reversed(self._calls))

    def clear(self) -> None:
        """Forget every call."""
        with self._lock:
            self._calls.clear()


def scrubbed(query: str) -> str:
    """Return a query string with the value of every token and secret hidden."""
    pairs = parse_qsl(query, keep_blank_values=True, errors="replace")
    return urlencode([(name, HIDDEN if name.lower() in _SECRETS else value) for name, value in pairs], safe="*/:,")


def outcome_of(data: bytes, promised_bytes: int | None, content_type: str) -> str:
    """Return how a call ended, by the start and the end of its answer."""
    if promised_bytes is not None and promised_bytes > len(data):
        return "dropped"
    if found := _ERRCODE.match(data):
        return "ok" if found.group(1) == b"0" else found.group(1).decode()
    is_json = data[:1] == b"{" and content_type.startswith(("application/json", "text/plain"))
    return "cut" if is_json and not data.endswith(b"}") else "ok"
