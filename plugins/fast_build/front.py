"""The look before a build: what has changed since the last one, found without loading Pelican or a template."""

import os
import time
from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from plugins.fast_build.engine import surroundings, watched
from plugins.fast_build.sources import Sources
from plugins.fast_build.stamps import stamp_of
from plugins.fast_build.store import Store, store_for
from plugins.fast_build.workers import in_workers

_TOUCHED_UP = "content/products/"
_MANY, _PIECE = 5_000, 200


class Look(NamedTuple):
    """A last build that is whole and still valid; its sources with new stamps, and the names of those edited."""

    store: Store
    meta: Mapping[str, str]
    sources: Sources
    changed: tuple[str, ...]
    pages: int

    def settle(self) -> None:
        """Keep stamps that were new, or too fresh to be trusted last time."""
        if rows := self.sources.rows():
            self.store.save({"sources": rows}, {})


def look(root: Path, content: Path, output: Path, now: datetime) -> Look | None:
    """Return what has changed since the last ``invoke build`` into ``output``.

    None where that build cannot be built upon: another time, engine, theme or folder, files added or removed,
    something else edited than products, or output that is not as it was left. Only sources with a new stamp are read.
    """
    store = store_for(root / ".cache", output)
    meta = store.meta()
    if not (_fits(meta, root, content) and is_current(meta, now)):
        return None
    known, files = store.stamps("sources"), list(watched(root, content, root / "theme"))
    touched = [(name, path, stamp) for name, path, stamp in files if known.get(name) != stamp]
    if len(files) != len(known) or not all(name in known for name, _, _ in touched):
        return None
    sources = Sources(touched, store.sources(name for name, _, _ in touched), time.time_ns())
    changed = tuple(sources.changed())
    if not all(name.startswith(_TOUCHED_UP) for name in changed) or not _is_there(output, store.stamps("outputs")):
        return None
    return Look(store, meta, sources, changed, store.count_pages())


def sign(root: Path, output: Path) -> int:
    """Note that the last build was made with the arguments that ``look`` takes for granted; return its pages."""
    store = store_for(root / ".cache", output)
    store.save({"meta": [("by_front", "1")]}, {})
    return store.count_pages()


def _fits(meta: Mapping[str, str], root: Path, content: Path) -> bool:
    return (
        meta.get("by_front") == "1"
        and meta.get("foreign") == ""
        and meta.get("engine") != ""
        and meta.get("content") == str(content.resolve())
        and meta.get("theme") == str((root / "theme").resolve())
        and meta.get("surroundings") == surroundings()
    )


def is_current(meta: Mapping[str, str], now: datetime) -> bool:
    """Tell whether the pages of a last build are those of ``now``, as long as nothing is edited."""
    return datetime.fromisoformat(meta["built_for"]) <= now < datetime.fromisoformat(meta["valid_until"])


def _is_there(output: Path, stamps: Mapping[str, str]) -> bool:
    """Tell whether every file is as it was left; many are looked at by all processors."""

    def look_at(pieces: Sequence[Sequence[tuple[str, str]]]) -> list[bool]:
        return [all(stamp_of(os.stat(f"{output}/{name}")) == stamp for name, stamp in piece) for piece in pieces]

    files = list(stamps.items())
    pieces = [files[start : start + _PIECE] for start in range(0, len(files), _PIECE)]
    try:
        looks = in_workers(look_at, pieces, 1 if len(files) < _MANY else os.cpu_count())
        return all(is_as_left for _, is_as_left in looks)
    except OSError:
        return False
