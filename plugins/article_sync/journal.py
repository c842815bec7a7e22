"""What was begun and perhaps not finished: written before a call whose effect cannot be told afterwards."""

import json
from dataclasses import dataclass
from pathlib import Path

from plugins.shared.errors import StateUntrusted
from plugins.shared.files import write_atomic


@dataclass(frozen=True)
class Journal:
    """Entries by our id.

    ``create`` waits for a draft with the id and holds the fingerprints of what was sent; ``import`` waits for a file
    and holds its path and the draft's place.
    """

    path: Path

    def read(self) -> dict[str, dict[str, str]]:
        """Return the unfinished entries. Raises StateUntrusted for a file that is no journal."""
        try:
            data = json.loads(self.path.read_bytes())
            return {str(key): {str(k): str(v) for k, v in entry.items()} for key, entry in data.items()}
        except FileNotFoundError:
            return {}
        except (OSError, ValueError, AttributeError) as error:
            raise StateUntrusted(
                f"{self.path}: 日志读不懂（{error}）。确认没有别的同步在运行后删掉它。\n"
                f"{self.path}: the journal is unreadable ({error}). Delete it when no other sync is running."
            ) from error

    def sent(self) -> dict[str, dict[str, str]]:
        """Return the fingerprints of what was being created, by id."""
        entries = self.read().items()
        return {
            key: {name: value for name, value in entry.items() if name != "op"}
            for key, entry in entries
            if entry.get("op") == "create" and "meaning" in entry
        }

    def begin(self, article_id: str, **entry: str) -> None:
        """Write an entry and flush it to the disk before the call is made."""
        self._write({**self.read(), article_id: entry})

    def end(self, article_id: str) -> None:
        """Forget an entry whose outcome is recorded in the state."""
        entries = self.read()
        if entries.pop(article_id, None) is not None:
            self._write(entries)

    def _write(self, entries: dict[str, dict[str, str]]) -> None:
        if entries:
            write_atomic(self.path, json.dumps(entries, ensure_ascii=False, indent=2, sort_keys=True).encode("utf-8"))
        else:
            self.path.unlink(missing_ok=True)
