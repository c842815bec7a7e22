"""What a dry run says about one decision: the same line, and nothing written anywhere."""

from plugins.article_sync.apply import DOING, costs, diff, held_back
from plugins.article_sync.item import Item
from plugins.article_sync.merge import find_merge
from plugins.article_sync.plan import Action
from plugins.article_sync.pull import preview_import, updated_source
from plugins.article_sync.report import Line, Status
from plugins.article_sync.resolve import restored_source
from plugins.article_sync.session import Session

_ONLY_SAID = frozenset({Action.CONFLICT, Action.COPY, Action.REPORT, Action.CLASH})


def preview(session: Session, item: Item) -> Line:
    """Return what would be done. Raises WeizhanError where doing it would."""
    session = session.dry()
    if item.action in _ONLY_SAID:
        return DOING[item.action](session, item)
    if held := held_back(session, item):
        return held
    path, source = _new_text(session, item)
    before = item.situation.local.source if item.situation.local else ""
    return item.line(
        Status.PLANNED,
        path=path or item.situation.path,
        diff=diff(path, before, source) if path else "",
        **costs(session, item),
    )


def _new_text(session: Session, item: Item) -> tuple[str, str]:
    """Return path and text of the file that would be written, empty when there is none."""
    if item.action is Action.IMPORT:
        return preview_import(session, item.account)
    if item.action is Action.PULL:
        return item.local.path, updated_source(session, item.local, item.account, item.base)
    if item.action is Action.MERGE and (found := find_merge(session, item.local, item.account, item.agreed)):
        return item.local.path, found.source
    if item.action is Action.RESTORE:
        account = item.account
        if account.meaning is None:
            account = session.reader.read_one(account.media_id, account.index)
        return item.agreed.path, restored_source(session, account, item.agreed)[1]
    return "", ""
