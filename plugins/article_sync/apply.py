"""Carrying out one decision, and saying what came of it."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from difflib import unified_diff

from plugins.article_sync.calls import pictures_of, planned_uploads, planned_writes
from plugins.article_sync.conflict import both_versions, copy_name, end_conflict, keep_copy
from plugins.article_sync.direction import TO_ACCOUNT, waits
from plugins.article_sync.frozen import bury, freeze, record_again
from plugins.article_sync.item import Item
from plugins.article_sync.merge import merge_article
from plugins.article_sync.plan import Action
from plugins.article_sync.pull import import_article, pull_article
from plugins.article_sync.push import create_draft, set_id, update_draft
from plugins.article_sync.redirects import lead_on
from plugins.article_sync.regroup import remake_drafts
from plugins.article_sync.removal import delete_draft, detach
from plugins.article_sync.report import Line, Status
from plugins.article_sync.resolve import keep_both, restore_file, restored_source
from plugins.article_sync.session import Session
from plugins.article_sync.ways_out import ways_out
from plugins.shared.errors import ContentProblems
from plugins.shared.language import say

ORDER = tuple(Action)
"""State first, then updates, creates, pulls, deletions; within one kind in the order of the plan."""
_Act = Callable[[Session, Item], Line]


def carry_out(session: Session, item: Item) -> Line:
    """Do it, and return what came of it. Raises WeizhanError."""
    return held_back(session, item) or DOING[item.action](session, item)


def held_back(session: Session, item: Item) -> Line | None:
    """Return the line of an item that this run's direction leaves out, None for all others.

    Raises:
        ContentProblems: the file is not fit to be sent.
    """
    if waits(session.options.direction, item.action):
        return item.line(Status.WAITING)
    parts = item.remake.items if item.remake else (item,)
    problems = [one for part in parts if part.situation.local for one in part.situation.local.problems]
    if problems and item.action in TO_ACCOUNT - {Action.DELETE}:
        raise ContentProblems(problems)
    return None


def costs(session: Session, item: Item) -> dict[str, int]:
    """Return the pictures and calls of an item, as a line names them; what it sends costs no later one again."""
    uploads = planned_uploads(session.pictures, [item])
    session.pictures.met.update(uploads)
    return {"pictures": pictures_of(uploads), "calls": planned_writes(item).total() + len(uploads)}


def diff(path: str, before: str, after: str) -> str:
    """Return a unified diff of a file's text."""
    return "\n".join(unified_diff(before.splitlines(), after.splitlines(), path, path, lineterm="", n=1))


def _push(session: Session, item: Item) -> Line:
    spent = costs(session, item)
    exact = update_draft(session, item.local, item.account, item.base)
    end_conflict(session, item.local, item.base, item.situation.account)
    return _checked(item, exact, spent)


def _create(session: Session, item: Item) -> Line:
    spent = costs(session, item)
    return _checked(item, create_draft(session, item.local, item.base), spent)


def _merge(session: Session, item: Item) -> Line:
    spent = costs(session, item)
    source, exact = merge_article(session, item.local, item.account, item.agreed)
    return _checked(item, exact, {**spent, "diff": diff(item.local.path, item.local.source, source)})


def _keep_both(session: Session, item: Item) -> Line:
    spent = costs(session, item)
    path = keep_both(session, item.local, item.account, item.base)
    note = say(f"公众号的版本另存为 {path}", f"the account's version is {path} now")
    return item.line(Status.DONE, note=note, **spent)


def _regroup(session: Session, item: Item) -> Line:
    assert item.remake is not None
    spent = costs(session, item)
    exact = remake_drafts(session, item.remake)
    return _checked(item, exact, {**spent, "note": "\n".join(part.situation.path for part in item.remake.items)})


def _pull(session: Session, item: Item) -> Line:
    new = pull_article(session, item.local, item.account, item.base)
    end_conflict(session, item.local, item.base, item.situation.account)
    return item.line(Status.DONE, diff=diff(item.local.path, item.local.source, new), url=_url(item))


def _import(session: Session, item: Item) -> Line:
    path, source = import_article(session, item.account)
    return item.line(Status.DONE, path=path, diff=diff(path, "", source))


def _restore(session: Session, item: Item) -> Line:
    spent = costs(session, item)
    path, source = restore_file(session, item.account, item.agreed)
    return item.line(Status.DONE, path=path, diff=diff(path, "", source), **spent)


def _record(session: Session, item: Item) -> Line:
    _lead_on(session, item)
    if item.situation.account is None:
        record_again(session, item.local, item.agreed)
    else:
        end_conflict(session, item.local, item.base, item.situation.account)
        session.record(item.local, item.account, item.base, restyled=False)
        session.journal.end(item.local.id)
    return item.line(Status.DONE, url=_url(item))


def _rebind(session: Session, item: Item) -> Line:
    """Write the id back, and leave what was agreed on as it is: the account may have been edited since."""
    local = set_id(session, item.local, item.agreed.id)
    _lead_on(session, item)
    session.states.write(replace(item.agreed, path=local.path))
    return item.line(Status.DONE)


def _conflict(session: Session, item: Item) -> Line:
    """Leave the account's version beside the file, and touch neither side."""
    local, account, base = item.local, item.account, item.base
    name = copy_name(local) if session.dry_run else keep_copy(session, local, account, base)
    versions = both_versions(session, local, account, base)
    return item.line(Status.ATTENTION, copy=name, versions=versions, commands=ways_out(item), url=_url(item))


def _copy(session: Session, item: Item) -> Line:
    """Leave the account's version of a deleted file where the file was."""
    agreed, source = restored_source(session.dry(), item.account, item.agreed)
    name = copy_name(agreed) if session.dry_run else keep_copy(session, agreed, item.account, item.agreed)
    shown = diff(item.agreed.path, item.agreed.text, source)
    return item.line(Status.ATTENTION, copy=name, diff=shown, commands=ways_out(item))


def _freeze(session: Session, item: Item) -> Line:
    freeze(session, item.local, item.situation.account, item.base)
    return item.line(Status.ATTENTION, url=_url(item))


def _bury(session: Session, item: Item) -> Line:
    bury(session, item.situation.account, item.agreed)
    return item.line(Status.DONE, url=_url(item))


def _detach(session: Session, item: Item) -> Line:
    detach(session, item.local, item.agreed)
    return item.line(Status.DONE)


def _drop(session: Session, item: Item) -> Line:
    session.states.remove(item.agreed.id)
    return item.line(Status.DONE)


def _delete(session: Session, item: Item) -> Line:
    spent = costs(session, item)
    delete_draft(session, item.account, item.agreed)
    return item.line(Status.DONE, **spent)


def _report(_session: Session, item: Item) -> Line:
    return item.line(Status.ATTENTION, commands=ways_out(item))


def _clash(_session: Session, item: Item) -> Line:
    ids = ", ".join(base.id for base in item.situation.lost)
    return item.line(Status.CLASH, note=say(f"可能的 id：{ids}", f"possible ids: {ids}"))


DOING: Mapping[Action, _Act] = {
    Action.RECORD: _record,
    Action.REBIND: _rebind,
    Action.PUSH: _push,
    Action.MERGE: _merge,
    Action.KEEP_BOTH: _keep_both,
    Action.CREATE: _create,
    Action.REGROUP: _regroup,
    Action.PULL: _pull,
    Action.IMPORT: _import,
    Action.RESTORE: _restore,
    Action.FREEZE: _freeze,
    Action.CONFLICT: _conflict,
    Action.COPY: _copy,
    Action.DETACH: _detach,
    Action.TOMBSTONE: _bury,
    Action.DROP: _drop,
    Action.DELETE: _delete,
    Action.REPORT: _report,
    Action.CLASH: _clash,
}
"""What carries out each decision; there is nothing to do for NOTHING."""


def _checked(item: Item, exact: bool, values: Mapping[str, object]) -> Line:
    if exact:
        return item.line(Status.DONE, **values)
    note = say(
        "公众号存下来的内容和文件不完全一样，请到后台核对这一篇。",
        "what WeChat stored differs from the file; check this article in the console.",
    )
    return item.line(Status.ATTENTION, **{**values, "note": note})


def _lead_on(session: Session, item: Item) -> None:
    """Let the address that a renamed file had lead to the new one."""
    if item.base and item.base.path != item.local.path:
        lead_on(session, item.base.path, item.local.path)


def _url(item: Item) -> str:
    account = item.situation.account
    if account is None:
        return item.base.url if item.base else ""
    return account.article.url if account.article_id else ""
