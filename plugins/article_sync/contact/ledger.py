"""What a first contact has paid for: pages of listings and downloads, so that a run that was killed repeats neither.

One line of JSON for each, appended as it happens, in the state folder. It costs some calls to lose it and nothing else.
"""

import json
from collections.abc import Callable
from dataclasses import asdict, dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, TypeVar

from plugins.wechat import Crop, Draft, DraftArticle, Page, Publication

FORMAT = 1
FRESH_FOR = timedelta(hours=24)
"""Older listings are asked again; pictures never change under their address."""
DRAFTS, PUBLISHED = "drafts", "published"
Message = TypeVar("Message", Draft, Publication)


@dataclass
class Ledger:
    """The lines so far. Without a path nothing is kept, as a dry run demands."""

    path: Path | None
    now: datetime
    pages: dict[str, list[Page[Any]]] = field(default_factory=dict)
    pictures: dict[str, str] = field(default_factory=dict)
    closed: bool = False

    @classmethod
    def open(cls, path: Path | None, now: datetime) -> "Ledger":
        """Return the ledger of an earlier run that did not end, or an empty one."""
        ledger = cls(path, now)
        for line in _lines(path):
            ledger._remember(line)
        return ledger

    def keep_page(self, kind: str, page: Page[Any]) -> None:
        """Keep one page of a listing."""
        self._append({"kind": kind, "total": page.total, "items": [asdict(item) for item in page.items]})
        self.pages.setdefault(kind, []).append(page)

    def keep_picture(self, sha256: str, url: str) -> None:
        """Keep that a picture lies on the disk."""
        self._append({"kind": "picture", "sha256": sha256, "url": url})
        self.pictures[url] = sha256

    def keep_closed(self) -> None:
        """Keep that this account may not list what it has published."""
        self._append({"kind": "closed"})
        self.closed = True

    def forget_pages(self, kind: str) -> None:
        """Start a listing again: it changed while it was read."""
        self._append({"kind": "forget", "what": kind})
        self.pages.pop(kind, None)

    def end(self) -> None:
        """Everything is recorded elsewhere by now."""
        if self.path:
            self.path.unlink(missing_ok=True)

    def _append(self, line: dict[str, Any]) -> None:
        if self.path is None:
            return
        self.path.parent.mkdir(parents=True, exist_ok=True)
        with self.path.open("ab") as file:
            stamped = {"format": FORMAT, "at": self.now.isoformat(), **line}
            file.write(json.dumps(stamped, ensure_ascii=False).encode("utf-8") + b"\n")

    def _remember(self, line: dict[str, Any]) -> None:
        kind = line["kind"]
        if kind == "picture":
            self.pictures[line["url"]] = line["sha256"]
        elif self.now - datetime.fromisoformat(line["at"]) > FRESH_FOR:
            return
        elif kind == "forget":
            self.pages.pop(line["what"], None)
        elif kind == "closed":
            self.closed = True
        else:
            read = _READERS[kind]
            self.pages.setdefault(kind, []).append(Page(line["total"], tuple(map(read, line["items"]))))


def _lines(path: Path | None) -> list[dict[str, Any]]:
    """Return the whole lines of a file; the last one may have been cut off."""
    found = []
    for row in path.read_bytes().splitlines() if path and path.exists() else ():
        try:
            line = json.loads(row)
        except ValueError:
            continue
        if line.get("format") == FORMAT:
            found.append(line)
    return found


def _draft(data: dict[str, Any]) -> Draft:
    return Draft(data["media_id"], data["update_time"], _articles(data))


def _publication(data: dict[str, Any]) -> Publication:
    return Publication(data["article_id"], data["update_time"], _articles(data))


def _articles(data: dict[str, Any]) -> tuple[DraftArticle, ...]:
    return tuple(
        DraftArticle(**{**one, "crops": tuple(Crop(**crop) for crop in one["crops"])}) for one in data["articles"]
    )


_READERS: dict[str, Callable[[dict[str, Any]], Any]] = {DRAFTS: _draft, PUBLISHED: _publication}
