"""Every way in which the sync is broken on purpose, read from the folder ``breaks``.

A file of that folder maps files below ``plugins/`` to breaks. The first key of a break names the rule, brake or guard,
its value says how it is broken; ``old`` is a piece of source that stands exactly once in its file, ``new`` what stands
there instead; ``test`` is the test, below ``tests/``, that notices.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import yaml

BREAKS = Path(__file__).with_name("breaks")


class Mutation(NamedTuple):
    """One piece of source replaced by another; ``about`` is like ``rule 7``, ``brake edited``, ``journal``."""

    area: str
    about: str
    what: str
    file: str
    old: str
    new: str
    test: str

    @property
    def name(self) -> str:
        """How people refer to it."""
        return f"{self.about}: {self.what}"


def read_breaks() -> list[Mutation]:
    """Return all breaks in the order of their files."""
    return [one for path in sorted(BREAKS.glob("*.yaml")) for one in _read(path)]


def _read(path: Path) -> Iterator[Mutation]:
    files: dict[str, list[dict[str, Any]]] = yaml.safe_load(path.read_text(encoding="utf-8"))
    for file, entries in files.items():
        for entry in entries:
            about, what = next(iter(entry.items()))
            yield Mutation(path.stem, about, what, file, entry["old"], entry["new"], entry["test"])
