"""The look before a build: what has changed since the last one, found without loading Pelican or a template."""

import os
import time
from collections.abc import Iterable, Mapping
from datetime import datetime
from pathlib import Path
from typing import NamedTuple

from plugins.fast_build.engine import surroundings, watched
from plugins.fast_build.sources import Sources
from plugins.fast_build.stamps import stamp_of
from plugins.fast_build.store import Store, store_for


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
    or output that is not as it was left. Only sources with a new stamp are read.
    """
    store = store_for(root / ".cache", output)
    meta = store.meta()
    if not (_fits(meta, root, content) and is_current(meta, now)):
        return None
    known, files = store.stamps("sources"), list(watched(root, content, root / "theme"))
    touched = [(name, path, stamp) for name, path, stamp in files if known.get(name) != stamp]
    if len(files) != len(known) or not all(name in known for name, _, _ in touched):
        return None
    written = store.stamps("outputs")
    if not _is_there(output, written):
        return None
    sources = Sources(touched, store.sources(name for name, _, _ in touched), time.time_ns())
    return Look(store, meta, sources, tuple(sources.changed()), _count_pages(written))


def sign(root: Path, output: Path) -> int:
    """Note that the last build was made with the arguments that ``look`` takes for granted; return its pages."""
    store = store_for(root / ".cache", output)
    store.save({"meta": [("by_front", "1")]}, {})
    return _count_pages(store.stamps("outputs"))


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
    try:
        statuses = map(os.stat, [f"{output}/{name}" for name in stamps])
        return all(map(str.__eq__, map(stamp_of, statuses), stamps.values()))
    except OSError:
        return False


def _count_pages(names: Iterable[str]) -> int:
    return sum(name.endswith(".html") for name in names)
