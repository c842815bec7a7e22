"""Which drafts are known to be unchanged, so that their texts need not be fetched again.

A cache in the state folder, never committed: losing it costs some calls and nothing else. A draft touched within the
last two seconds is not taken for known, because its time would not change at a second edit.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from plugins.article_sync.apply import Item
from plugins.article_sync.model import Base
from plugins.article_sync.plan import Action
from plugins.shared.files import write_atomic

SETTLED_S = 2


@dataclass(frozen=True)
class Seen:
    """Update times by our id."""

    path: Path
    times: Mapping[str, int]

    @classmethod
    def read(cls, state_dir: Path, account: str) -> "Seen":
        """Return what is known, nothing when the file is missing or broken."""
        path = state_dir / f"seen-{account}.json"
        try:
            times = {str(key): int(value) for key, value in json.loads(path.read_bytes()).items()}
        except (OSError, ValueError, AttributeError, TypeError):
            times = {}
        return cls(path, times)

    def unchanged(self, bases: Iterable[Base]) -> dict[str, int]:
        """Return the update_time by media_id at which all of a draft's articles are known."""
        found: dict[str, set[int]] = {}
        for base in bases:
            found.setdefault(base.media_id, set()).add(self.times.get(base.id) or base.update_time)
        return {media_id: min(times) for media_id, times in found.items() if len(times) == 1 and min(times)}

    def update(self, items: Iterable[Item], now: datetime) -> "Seen":
        """Return what is known after a run: the drafts that were read and found as recorded."""
        times = dict(self.times)
        for item in items:
            base, account = item.situation.base, item.situation.account
            if base and account and item.decision.action is Action.NOTHING:
                if account.update_time + SETTLED_S <= now.timestamp():
                    times[base.id] = account.update_time
            else:
                times.pop(item.situation.key, None)
        return Seen(self.path, times)

    def write(self) -> None:
        """Write the file when it says something new."""
        data = json.dumps(dict(self.times), indent=0, sort_keys=True).encode("ascii")
        if self.times and (not self.path.exists() or self.path.read_bytes() != data):
            write_atomic(self.path, data)
