"""Texts that are seldom needed: kept in a file, they take no memory until then."""

import os
import tempfile
from collections.abc import Iterator, Mapping
from typing import IO

_BUFFER_BYTES = 1 << 18


class Spool(Mapping[str, str]):
    """Texts by name in a temporary file without a name of its own. Forks may read what was put before them."""

    def __init__(self) -> None:
        self._file: IO[bytes] = tempfile.TemporaryFile(buffering=_BUFFER_BYTES)  # noqa: SIM115 (as long as the spool)
        self._places: dict[str, tuple[int, int]] = {}
        self._end = 0
        self._is_written = True

    def put(self, name: str, text: str) -> None:
        """Keep a text."""
        data = text.encode("utf-8")
        self._places[name] = self._end, len(data)
        self._end += self._file.write(data)
        self._is_written = False

    def write(self) -> None:
        """Write what was put; to be called before a fork."""
        if not self._is_written:
            self._file.flush()
            self._is_written = True

    def __getitem__(self, name: str) -> str:
        start, size = self._places[name]
        self.write()
        return self._read(start, size).decode("utf-8")

    def __iter__(self) -> Iterator[str]:
        return iter(self._places)

    def __len__(self) -> int:
        return len(self._places)

    def __del__(self) -> None:
        self._file.close()

    def _read(self, start: int, size: int) -> bytes:
        if hasattr(os, "pread"):  # forks share the place where a file is read
            return os.pread(self._file.fileno(), size, start)
        self._file.seek(start)
        return self._file.read(size)


class PartlySpooled(Mapping[str, str]):
    """Texts in the order that they had, some of which are in a spool."""

    def __init__(self, texts: Mapping[str, str], spool: Spool) -> None:
        self._texts = {name: None if name in spool else text for name, text in texts.items()}
        self._spool = spool

    def __getitem__(self, name: str) -> str:
        text = self._texts[name]
        return self._spool[name] if text is None else text

    def __iter__(self) -> Iterator[str]:
        return iter(self._texts)

    def __len__(self) -> int:
        return len(self._texts)
