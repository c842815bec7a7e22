"""Making drafts of several articles anew, journalled as one step."""

from plugins.article_sync.item import Item, Remake
from plugins.article_sync.model import AccountArticle, Base, LocalArticle, changed
from plugins.article_sync.push import EMPTY, MovedMeanwhile, composed, ensure_id
from plugins.article_sync.read_back import read_back
from plugins.article_sync.session import Session
from plugins.shared.errors import AnswerUnclear
from plugins.wechat.gateway import DraftArticle

ENTRY = "layout:"
_Member = tuple[LocalArticle, AccountArticle | None, Base | None]


def remake_drafts(session: Session, remake: Remake) -> bool:
    """Add the new drafts, then delete the old ones; tell whether all articles read back as they were meant.

    A run that is killed in between leaves both; the next one finds the journal, and removes the old.

    Raises:
        MovedMeanwhile: an article of the old drafts was edited since the plan.
    """
    held = _read_again(session, remake)
    for account in held:
        session.trash.keep_account(account)
    groups = [[_member(session, item, held) for item in group] for group in remake.groups]
    sent = [[composed(session, local, _current(account), base) for local, account, base in group] for group in groups]
    entry = ENTRY + (groups[0][0][0].id if groups else remake.old[0])
    session.journal.begin(entry, op="layout", old=" ".join(remake.old))
    exact = [_add(session, group, articles, remake.old) for group, articles in zip(groups, sent, strict=True)]
    for media_id in remake.old:
        session.gateway.delete_draft(media_id)
    for item in remake.removed:
        session.states.remove(item.situation.key)
    session.journal.end(entry)
    return all(exact)


def unfinished(entries: dict[str, dict[str, str]]) -> frozenset[str]:
    """Return the drafts that a killed run was about to replace."""
    return frozenset(
        media_id for entry in entries.values() if entry.get("op") == "layout" for media_id in entry["old"].split()
    )


def _read_again(session: Session, remake: Remake) -> list[AccountArticle]:
    """Return the old drafts' articles as they are now."""
    held = [item for media_id in remake.old for item in session.reader.read_draft(media_id)]
    for item in remake.items:
        planned, base = item.situation.account, item.situation.base
        if planned is None:
            continue
        expected = planned.fingerprints if planned.meaning is not None or base is None else base.account
        now = _same_place(planned, held)
        if now is None or set(changed(expected, now.fingerprints)) - {"html", "comments"}:
            raise MovedMeanwhile(
                f"{item.situation.path}: 公众号里的草稿刚刚又改过，没有重组。请再运行一次。/ the draft was just edited."
            )
    return held


def _same_place(planned: AccountArticle, held: list[AccountArticle]) -> AccountArticle | None:
    place = planned.media_id, planned.index
    return next((item for item in held if (item.media_id, item.index) == place), None)


def _member(session: Session, item: Item, held: list[AccountArticle]) -> _Member:
    situation = item.situation
    assert situation.local is not None
    account = _same_place(situation.account, held) if situation.account else None
    return ensure_id(session, situation.local), account, situation.base


def _current(account: AccountArticle | None) -> DraftArticle:
    return account.article if account else EMPTY


def _add(session: Session, group: list[_Member], sent: list[DraftArticle], old: tuple[str, ...]) -> bool:
    try:
        media_id = session.gateway.add_draft(sent)
    except AnswerUnclear:
        media_id = _find(session, [local.id for local, _, _ in group], old)
        if not media_id:
            raise
    back = session.reader.read_draft(media_id)
    written = zip(group, sent, back, strict=False)
    exact = [read_back(session, local, meant, held, base) for (local, _, base), meant, held in written]
    return all(exact)


def _find(session: Session, ids: list[str], old: tuple[str, ...]) -> str:
    """Return the draft that holds exactly these articles, empty when there is none."""
    found: dict[str, list[str]] = {}
    for item in session.reader.listed():
        if item.media_id not in old:
            found.setdefault(item.media_id, []).append(item.id)
    return next((media_id for media_id, inside in found.items() if inside == ids), "")
