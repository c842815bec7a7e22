"""Removes what an earlier build wrote and this one did not: the page of a deleted product, an old picture."""

import json
from collections.abc import Iterable
from pathlib import Path

from plugins.shared.files import digest, write_if_changed


def remove_stale(output: Path, written: Iterable[str], cache: Path) -> list[str]:
    """Delete files of the last build that are not among ``written``; return their paths below ``output``.

    Only files that a build of ours has listed are ever deleted.
    """
    listing = cache / "outputs" / f"{digest(str(output.resolve()).encode())[:16]}.json"
    current = sorted(set(written))
    stale = sorted(set(_read(listing)) - set(current))
    for name in stale:
        path = output / name
        path.unlink(missing_ok=True)
        _remove_empty(path.parent, output)
    write_if_changed(listing, json.dumps(current, ensure_ascii=False, indent=0).encode("utf-8"))
    return stale


def _read(listing: Path) -> list[str]:
    try:
        names = json.loads(listing.read_text(encoding="utf-8"))
    except (FileNotFoundError, ValueError):
        return []
    return [name for name in names if isinstance(name, str) and _is_below(name)]


def _is_below(name: str) -> bool:
    """Tell whether a path surely leads into the output; only one with two points in it is worth a closer look."""
    return name[:1] != "/" and (".." not in name or ".." not in Path(name).parts)


def _remove_empty(folder: Path, output: Path) -> None:
    while folder != output and folder.is_dir() and not any(folder.iterdir()):
        folder.rmdir()
        folder = folder.parent
