"""Every account article as it was before we changed it, and every file before it was rewritten."""

import json
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path

from plugins.article_sync.model import AccountArticle
from plugins.shared.files import write_atomic


@dataclass(frozen=True)
class Trash:
    """A folder that only grows; one file per change."""

    folder: Path
    now: datetime

    def keep_account(self, item: AccountArticle) -> None:
        """Keep an account article as JSON."""
        data = {"media_id": item.media_id, "index": item.index, "id": item.id, "article": asdict(item.article)}
        text = json.dumps(data, ensure_ascii=False, indent=2, sort_keys=True)
        self._keep(item.id or item.media_id[:12], "json", text.encode("utf-8"))

    def keep_file(self, name: str, data: bytes) -> None:
        """Keep a Markdown file."""
        self._keep(name, "md", data)

    def _keep(self, name: str, suffix: str, data: bytes) -> None:
        stem = f"{self.now:%Y%m%d-%H%M%S}-{name}"
        path, number = self.folder / f"{stem}.{suffix}", 1
        while path.exists():
            path, number = self.folder / f"{stem}-{number}.{suffix}", number + 1
        write_atomic(path, data)
