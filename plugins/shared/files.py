"""Files replaced whole or not at all."""

import hashlib
import os
import stat
import tempfile
from pathlib import Path

from plugins.shared.errors import FileChangedMeanwhile
from plugins.shared.language import say


def digest(data: bytes) -> str:
    """Return the SHA-256 of some bytes, in hexadecimal."""
    return hashlib.sha256(data).hexdigest()


def write_atomic(path: Path, data: bytes, mode: int | None = None) -> None:
    """Replace a file in one step: temporary file beside it, fsync, rename.

    ``mode`` is set before the rename; without one a file keeps its mode and a new file gets the usual one.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        os.chmod(name, mode if mode is not None else _mode_of(path))
        os.replace(name, path)
    except BaseException:
        os.unlink(name)
        raise


def replace_unchanged(path: Path, data: bytes, expected: str | None) -> None:
    """Replace a file only if its bytes still have the digest that was read; None: it must not exist.

    Raises:
        FileChangedMeanwhile: somebody edited, created or removed it since.
    """
    current = digest(path.read_bytes()) if path.exists() else None
    if current != expected:
        zh, en = "读取之后又被改动，没有覆盖。请重新运行。", "edited since it was read. Run again."
        raise FileChangedMeanwhile(f"{path}: {say(zh, en)}")
    write_atomic(path, data)


def write_if_changed(path: Path, data: bytes) -> bool:
    """Write a generated file unless it already holds these bytes; tell whether it was written."""
    try:
        if path.read_bytes() == data:
            return False
    except FileNotFoundError:
        path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return True


def _mode_of(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode) if path.exists() else 0o666 & ~_umask()


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
