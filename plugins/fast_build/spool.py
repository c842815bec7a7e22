"""Texts that are needed once more at the end: kept in a file, they take no memory until then."""

import tempfile
from typing import IO

_BUFFER_BYTES = 1 << 18


class Spool:
    """Texts by name in a temporary file without a name of its own."""

    def __init__(self) -> None:
        self._file: IO[bytes] = tempfile.TemporaryFile(buffering=_BUFFER_BYTES)  # noqa: SIM115 (as long as the spool)
        self._places: dict[str, tuple[int, int]] = {}
        self._end = 0

    def put(self, name: str, text: str) -> None:
        """Keep a text."""
        data = text.encode("utf-8")
        self._places[name] = self._end, len(data)
        self._end += self._file.write(data)

    def close(self) -> None:
        """Forget every text."""
        self._file.close()

    def get(self, name: str) -> str:
        """Return a text."""
        start, size = self._places[name]
        self._file.seek(start)
        return self._file.read(size).decode("utf-8")
