"""One run at a time: a lock file that expires, and that the death of its owner frees on the same machine."""

import json
import os
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path

from plugins.shared.errors import LockHeld

LIFETIME = timedelta(minutes=30)
"""How long a lock of another machine counts; one of this machine counts as long as its process lives."""
_LONGEST = timedelta(hours=24)
"""By then a living process with that number is another one."""


@contextmanager
def hold_lock(path: Path, now: datetime) -> Iterator[None]:
    """Hold the lock while the block lasts. Raises LockHeld."""
    path.parent.mkdir(parents=True, exist_ok=True)
    entry = {"pid": os.getpid(), "host": socket.gethostname(), "until": (now + LIFETIME).timestamp()}
    data = json.dumps(entry).encode("utf-8")
    _take(path, data, now)
    try:
        yield
    finally:
        if path.exists() and path.read_bytes() == data:  # a run that slept past its time has lost it
            path.unlink(missing_ok=True)


def _take(path: Path, data: bytes, now: datetime) -> None:
    for _ in range(2):
        try:
            handle = os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o644)
        except FileExistsError:
            if not _is_stale(path, now):
                break
            path.unlink(missing_ok=True)
        else:
            with os.fdopen(handle, "wb") as file:
                file.write(data)
            return
    raise LockHeld(
        f"另一个同步正在运行（{path}）。请等它结束；确定没有的话，删掉这个文件。\n"
        f"Another sync is running ({path}). Wait for it, or delete the file if there is none."
    )


def _is_stale(path: Path, now: datetime) -> bool:
    try:
        entry = json.loads(path.read_bytes())
        pid, host, until = int(entry["pid"]), str(entry["host"]), float(entry["until"])
    except (OSError, ValueError, KeyError, TypeError):
        return False
    if host != socket.gethostname():
        return until < now.timestamp()
    return not _is_alive(pid) or until + _LONGEST.total_seconds() < now.timestamp()


def _is_alive(pid: int) -> bool:
    if pid == os.getpid():
        return True
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True
