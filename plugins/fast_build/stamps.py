"""What the file system says about files: enough to know, without reading one, that it has not changed."""

import hashlib
import os
from collections.abc import Iterator
from pathlib import Path

RACY_NS = 2_000_000_000
"""A file touched so shortly before a build may change again within one tick of a coarse clock (FAT: two seconds)."""


def stamp_of(status: os.stat_result) -> str:
    """Return size, both times and the number of a file as one text."""
    return f"{status.st_mtime_ns}:{status.st_size}:{status.st_ino}:{status.st_ctime_ns}"


def size_in(stamp: str) -> int:
    """Return the size in bytes that a stamp tells; -1 for no stamp."""
    return int(stamp.split(":", 2)[1]) if stamp else -1


def walk(root: Path, label: str, suffix: str | tuple[str, ...] = "") -> Iterator[tuple[str, str, str]]:
    """Yield label/name, path and stamp of every file below a folder; hidden folders are left out, links followed.

    A root that is a file yields itself under ``label``; one that does not exist yields nothing.
    """
    if root.is_file():
        yield label, str(root), stamp_of(root.stat())
        return
    folders = [(str(root), label)]
    seen: set[tuple[int, int]] = set()
    while folders:
        folder, prefix = folders.pop()
        try:
            entries = list(os.scandir(folder))
        except (FileNotFoundError, NotADirectoryError):
            continue
        for entry in entries:
            name = f"{prefix}/{entry.name}"
            try:
                if entry.is_dir():
                    place = entry.stat()
                    if entry.name[0] != "." and entry.name != "__pycache__" and _new(seen, place):
                        folders.append((entry.path, name))
                elif entry.name.endswith(suffix):
                    yield name, entry.path, stamp_of(entry.stat())
            except FileNotFoundError:  # gone since it was listed, or a link to nothing
                continue


def is_racy(stamp: str, started_ns: int) -> bool:
    """Tell whether a file was touched too shortly before ``started_ns``, or after it, for its stamp to be trusted."""
    return is_newer(stamp, started_ns - RACY_NS)


def is_newer(stamp: str, moment_ns: int) -> bool:
    """Tell whether a file was touched after a moment."""
    modified, _, _, changed = stamp.split(":")
    return max(int(modified), int(changed)) > moment_ns


def digest_of(path: str | Path) -> str:
    """Return the SHA-256 of a file's bytes; a file that is gone has none."""
    try:
        return hashlib.sha256(Path(path).read_bytes()).hexdigest()
    except FileNotFoundError:
        return ""


def _new(seen: set[tuple[int, int]], place: os.stat_result) -> bool:
    key = (place.st_dev, place.st_ino)
    if key in seen and key != (0, 0):  # some file systems number nothing
        return False
    seen.add(key)
    return True
