"""State that cannot be trusted, moved out of the way; nothing of it is thrown away."""

import json
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from plugins.article_sync.base import BaseFolder, read_json
from plugins.shared.errors import StateUntrusted, WeizhanError
from plugins.shared.files import write_atomic

_SHARED = ("images.json", "menu.json")


@dataclass(frozen=True)
class Distrust:
    """Which state of an account is not believed: what cannot be read, or everything about articles."""

    states: BaseFolder
    journal: Path
    everything: bool

    def untrusted(self) -> list[Path]:
        """Return the files that must go, those that belong together side by side."""
        found = []
        for path in sorted(self.states.folder.glob("*.json")):
            if path.name == "menu.json":
                continue
            if (self.everything and path.name not in _SHARED) or not self._is_readable(path):
                found += [path, path.with_suffix(".md")]
        texts = [path for path in self.states.folder.glob("*.md") if not path.with_suffix(".json").exists()]
        return [path for path in (*found, *texts, *self._journals()) if path.exists()]

    def move(self, trash: Path, now: datetime) -> tuple[str, ...]:
        """Move them into the trash and return their names: first every copy, then every removal."""
        folder = trash / f"{now:%Y%m%d-%H%M%S}-state-{self.states.account}"
        paths = self.untrusted()
        for path in paths:
            write_atomic(folder / path.name, path.read_bytes())
        for path in paths:
            path.unlink()
        return tuple((folder / path.name).as_posix() for path in paths)

    def copy_of_the_rest(self, folder: Path) -> BaseFolder:
        """Return a copy of what would be left, for a dry run."""
        left = BaseFolder(folder, self.states.account)
        gone = set(self.untrusted())
        for path in self.states.folder.glob("*.*"):
            if path not in gone:
                write_atomic(left.folder / path.name, path.read_bytes())
        return left

    def _is_readable(self, path: Path) -> bool:
        try:
            if path.name in _SHARED:
                read_json(path, self.states.account)
            else:
                self.states.read_one(path)
        except StateUntrusted:
            return False
        return True

    def _journals(self) -> list[Path]:
        try:
            entries = json.loads(self.journal.read_bytes()) if self.journal.exists() else {}
            readable = isinstance(entries, dict) and all(isinstance(one, dict) for one in entries.values())
        except (OSError, ValueError, WeizhanError):
            readable = False
        return [] if readable else [self.journal]
