"""Imports that a killed run had begun: the file is there, its record is not."""

from collections.abc import Sequence

from plugins.article_sync.model import AccountArticle
from plugins.article_sync.session import Session
from plugins.shared.errors import ContentProblems
from plugins.shared.files import digest


def finish_imports(session: Session, items: Sequence[AccountArticle]) -> None:
    """Record every file that was written for an account item and not touched since; forget what never came to be.

    A file that somebody has edited meanwhile is paired like any other.
    """
    if session.dry_run:
        return
    places = {(item.article_id or item.media_id, item.index): item for item in items}
    recorded = {base.id for base in session.states.read(session.settings.new_account)}
    for article_id, entry in session.journal.read().items():
        if entry.get("op") != "import" or "sha256" not in entry:
            continue
        item = places.get((entry.get("message") or entry["media_id"], int(entry["index"])))
        if article_id not in recorded and item and _untouched(session, entry):
            _record(session, entry["path"], item)
        session.journal.end(article_id)


def _untouched(session: Session, entry: dict[str, str]) -> bool:
    path = session.content / entry["path"]
    return path.is_file() and digest(path.read_bytes()) == entry["sha256"]


def _record(session: Session, path: str, item: AccountArticle) -> None:
    try:
        session.record(session.reread(path), session.reader.with_meaning(item))
    except ContentProblems:
        return
