"""Tokens kept between runs: a file that only its owner reads, or memory where nothing may be written."""

import hashlib
import json
import logging
import threading
from abc import abstractmethod
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from typing import Any

from wechatpy.session import SessionStorage

from plugins.shared.files import write_atomic
from plugins.wechat.credentials import Credentials
from plugins.wechat.file_lock import file_lock

logger = logging.getLogger(__name__)

MARGIN_S = 60
Entries = dict[str, dict[str, Any]]


class TokenSession(SessionStorage):  # type: ignore[misc]
    """wechatpy's session, with an expiry that holds in every process.

    An entry is gone a minute before its time, so that no call starts with a token about to die.
    """

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock

    @abstractmethod
    def locked(self) -> AbstractContextManager[None]:
        """Keep every other process and thread from fetching a token meanwhile."""

    @abstractmethod
    def _read(self) -> Entries: ...

    @abstractmethod
    def _write(self, entries: Entries) -> None: ...

    def get(self, key: str, default: Any = None) -> Any:
        """Return a value that is still good."""
        entry = self._read().get(key)
        return default if entry is None or entry["expires_at"] <= self._clock() else entry["value"]

    def set(self, key: str, value: Any, ttl: float | None = None) -> None:
        """Keep a value for ``ttl`` seconds, less a margin."""
        lifetime = 7200.0 if ttl is None else ttl
        entry = {"value": value, "expires_at": self._clock() + lifetime - min(MARGIN_S, lifetime / 2)}
        self._write({**self._read(), key: entry})

    def delete(self, key: str) -> None:
        """Forget a value."""
        self._write({name: entry for name, entry in self._read().items() if name != key})


class MemoryTokens(TokenSession):
    """Tokens of this process only."""

    def __init__(self, clock: Callable[[], float]) -> None:
        super().__init__(clock)
        self._entries: Entries = {}
        self._lock = threading.RLock()

    @contextmanager
    def locked(self) -> Iterator[None]:
        """Keep every other thread from fetching a token meanwhile."""
        with self._lock:
            yield

    def _read(self) -> Entries:
        return self._entries

    def _write(self, entries: Entries) -> None:
        self._entries = entries


class FileTokens(TokenSession):
    """Tokens in a JSON file with mode 0600."""

    def __init__(self, path: Path, clock: Callable[[], float]) -> None:
        super().__init__(clock)
        self._path = path

    def locked(self) -> AbstractContextManager[None]:
        """Keep every other process and thread from fetching a token meanwhile."""
        return file_lock(self._path.with_suffix(".lock"))

    def _read(self) -> Entries:
        """Return what the file holds; it is a cache, so an unreadable one counts as empty."""
        try:
            entries = json.loads(self._path.read_text(encoding="utf-8"))["entries"]
            return {
                str(key): {"value": one["value"], "expires_at": float(one["expires_at"])}
                for key, one in entries.items()
            }
        except FileNotFoundError:
            return {}
        except (ValueError, KeyError, TypeError, AttributeError):
            logger.info("%s: unreadable, a new token will be fetched", self._path)
            return {}

    def _write(self, entries: Entries) -> None:
        text = json.dumps({"format": 1, "entries": entries}, sort_keys=True) + "\n"
        write_atomic(self._path, text.encode("ascii"), 0o600)


def token_file(state_dir: Path, credentials: Credentials) -> Path:
    """Return the file for one account on one server, so that a token is never shown to another server."""
    name = hashlib.sha256(f"{credentials.appid} {credentials.api_base}".encode()).hexdigest()[:12]
    return state_dir / f"tokens-{name}.json"
