"""Deaths and full disks at the moments that matter: just before a file takes its place, seen through audit events."""

import errno
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.article_sync.world import Killed

_WATCHED = {"os.rename", "os.remove"}


class Fate:
    """Lets the ``nth`` change of a file below ``root`` never happen; disarmed, it does nothing.

    A hook may raise, and what it raises arrives where the call was made:
    https://docs.python.org/3/library/audit_events.html
    """

    def __init__(self) -> None:
        self._root = ""
        self._left = 0
        self._disk = False
        sys.addaudithook(self._hook)

    @contextmanager
    def strike(self, root: Path, nth: int, disk: bool = False) -> Iterator[None]:
        """End the process at the nth change while the block lasts; with ``disk`` the disk is full from then on."""
        self._root, self._left, self._disk = str(root), nth, disk
        try:
            yield
        finally:
            self._left = 0

    def _hook(self, event: str, arguments: tuple[object, ...]) -> None:
        if not self._left or event not in _WATCHED or self._root not in str(arguments[0]):
            return
        if str(arguments[0]).endswith(".lock"):  # the lock of a dead process is free; this one lives on
            return
        if self._disk and event == "os.remove":  # a full disk still lets go of files
            return
        if self._left > 1:
            self._left -= 1
            return
        if self._disk:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        self._left = 0
        raise Killed
