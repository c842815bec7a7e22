"""The decision table: what each article needs so that both sides agree. Pure, and the only place that decides."""

from dataclasses import dataclass
from enum import Enum

from plugins.article_sync.changes import account_change, edited_at_publishing, readable
from plugins.article_sync.match import Situation, bare
from plugins.article_sync.model import AccountArticle, Base, Fingerprints, LocalArticle, changed, same_content
from plugins.article_sync.options import KEEP_ACCOUNT, KEEP_BOTH, KEEP_LOCAL, Options


class Action(Enum):
    """What is done about an article. ``REPORT`` and ``CLASH`` touch neither side."""

    NOTHING = "nothing"
    RECORD = "record"
    REBIND = "rebind"
    PUSH = "push"
    MERGE = "merge"
    KEEP_BOTH = "keep both"
    CREATE = "create"
    REGROUP = "regroup"
    PULL = "pull"
    IMPORT = "import"
    RESTORE = "restore"
    FREEZE = "freeze"
    CONFLICT = "conflict"
    COPY = "copy"
    DETACH = "detach"
    TOMBSTONE = "tombstone"
    DROP = "drop"
    DELETE = "delete"
    REPORT = "report"
    CLASH = "clash"


UNSEEN = "same at a new time"
"""Recorded without a line: nothing has changed."""


@dataclass(frozen=True)
class Decision:
    """A row of the table: its number, the action, and the fields that differ from the base on either side."""

    rule: int
    name: str
    action: Action
    fields: tuple[str, ...] = ()


def decide(situation: Situation, options: Options | None = None, author: str = "", look: str = "") -> Decision:
    """Return the row of the decision table that a situation falls into.

    ``author`` stands in where an article names none; ``look`` is the fingerprint of the theme that is used now.
    """
    options = options or Options()
    base, local, account = situation.base, situation.local, situation.account
    # Two account items carry one id: no telling which is meant.
    if len(situation.accounts) > 1:
        return Decision(24, "duplicate id", Action.REPORT)
    # A file that was synced before has lost its id; creating it again would double the article.
    if situation.lost:
        return _id_lost(situation)
    # The editor keeps this article out of WeChat; its counterpart is no orphan either.
    if local is not None and not local.wechat:
        return Decision(26, "opted out", Action.NOTHING)
    if base is None:
        if account is None and situation.may_be_published and options.resolve != KEEP_LOCAL:
            return Decision(1, "known elsewhere", Action.REPORT)
        return _first_contact(local, account, author, situation.sent, options)
    if base.kind != "draft":
        return _after_publishing(base, local, account)
    if local is None:
        return _without_file(base, account, situation.may_be_published, options)
    if account is None:
        return _without_account(base, local, situation.may_be_published, options)
    if account.article_id:
        return _just_published(base, local, account, author, options)
    found = _both(base, local, account, author, situation.mergeable, options, look)
    # The text is the known one under a new time: noted, so that it need not be fetched again.
    if found.action is Action.NOTHING and situation.settled and account.update_time != base.update_time:
        return Decision(6, UNSEEN, Action.RECORD)
    return found


def _id_lost(situation: Situation) -> Decision:
    local, lost = situation.local, situation.lost
    if local is not None and len(lost) == 1 and bare(lost[0].text) == bare(local.source):
        return Decision(23, "id found", Action.REBIND)
    return Decision(23, "id lost", Action.CLASH)


def _first_contact(
    local: LocalArticle | None,
    account: AccountArticle | None,
    author: str,
    sent: Fingerprints | None,
    options: Options,
) -> Decision:
    if local is not None and account is None:
        # Only here: a new article.
        return Decision(1, "create", Action.CREATE)
    if local is None or account is None:
        # Only there: an orphan with our id, or written in the console.
        found = bool(account and account.id and not account.id.startswith("@"))
        return (
            Decision(2, "orphan of ours", Action.IMPORT) if found else Decision(3, "written in console", Action.IMPORT)
        )
    # Published by hand: only the link is known.
    if account.article_id and account.meaning is None:
        return Decision(14, "published", Action.RECORD)
    # Both there, never recorded: a lost state or a crash before it was written.
    if same_content(local, account, author):
        return Decision(4, "pair", Action.RECORD)
    # Sent by a run that was killed before it could record it, and edited since on one side only.
    if sent and sent["meaning"] == account.fingerprints["meaning"]:
        return Decision(
            7, "push", Action.PUSH, tuple(changed(sent, {**local.fingerprints, "meaning": sent["meaning"]}))
        )
    if sent and local.fingerprints == {name: value for name, value in sent.items() if name != "meaning"}:
        return Decision(8, "pull", Action.PULL, ("body",))
    return _conflict(5, "first contact conflict", (), account, options)


def _after_publishing(base: Base, local: LocalArticle | None, account: AccountArticle | None) -> Decision:
    # A draft carries the id of what is published already: a copy made in the console.
    if account is not None and not account.article_id:
        return Decision(24, "published and draft", Action.REPORT)
    if local is None:
        # The published article stays; the site keeps an address for it.
        if base.kind == "tombstone":
            return Decision(20, "none", Action.NOTHING)
        return Decision(20, "tombstone", Action.TOMBSTONE)
    # Published texts cannot change: the site shows the correction.
    if here := changed(base.local, local.fingerprints):
        return Decision(15, "frozen", Action.FREEZE, tuple(here))
    if base.kind == "tombstone" or base.path != local.path:
        return Decision(22, "rename", Action.RECORD)
    return Decision(6, "none", Action.NOTHING)


def _without_file(base: Base, account: AccountArticle | None, may_be_published: bool, options: Options) -> Decision:
    if account is None and may_be_published:
        # Nobody can tell whether it was published, so nothing follows.
        return Decision(21, "vanished, unknown", Action.REPORT)
    if account is None:
        # Gone on both sides.
        return Decision(21, "both gone", Action.DROP)
    if account.article_id:
        return Decision(20, "tombstone", Action.TOMBSTONE)
    if options.resolve == KEEP_ACCOUNT:
        return Decision(19 if account_change(base, account) == "edited" else 18, "restore", Action.RESTORE)
    # Deleted here, edited there: the edit must not be lost.
    if account_change(base, account) == "edited":
        if options.delete_drafts and options.resolve == KEEP_LOCAL:
            return Decision(19, "delete draft", Action.DELETE)
        return Decision(19, "edited but deleted here", Action.COPY)
    # Deleted here: the draft stays until a person says that it should go.
    if options.delete_drafts:
        return Decision(18, "delete draft", Action.DELETE)
    return Decision(18, "local delete", Action.REPORT)


def _without_account(base: Base, local: LocalArticle, may_be_published: bool, options: Options) -> Decision:
    here = tuple(changed(base.local, local.fingerprints))
    rule = 17 if here else 16
    # Not among the drafts, and nobody can tell whether it was published: nothing follows.
    if may_be_published:
        return Decision(rule, "vanished, unknown", Action.REPORT, here)
    if options.resolve == KEEP_LOCAL:
        return Decision(rule, "create again", Action.CREATE, here)
    if options.resolve == KEEP_ACCOUNT:
        return Decision(rule, "detach", Action.DETACH, here)
    # Deleted in the console; the file stays either way.
    if here:
        return Decision(17, "edited but deleted there", Action.REPORT, here)
    return Decision(16, "remote delete", Action.REPORT)


def _just_published(
    base: Base, local: LocalArticle, account: AccountArticle, author: str, options: Options
) -> Decision:
    here = tuple(changed(base.local, local.fingerprints))
    if not edited_at_publishing(base, account):
        if here:
            return Decision(15, "frozen", Action.FREEZE, here)
        return Decision(14, "published", Action.RECORD)
    # Somebody edited it in the console before publishing it.
    if same_content(local, account, author):
        return Decision(14, "published", Action.RECORD)
    if not here:
        return Decision(14, "published, pull", Action.PULL, readable(changed(base.account, account.fingerprints)))
    return _conflict(15, "published, conflict", here, account, options)


def _both(
    base: Base,
    local: LocalArticle,
    account: AccountArticle,
    author: str,
    mergeable: bool,
    options: Options,
    look: str,
) -> Decision:
    here = changed(base.local, local.fingerprints)
    there = account_change(base, account)
    fields = tuple(changed(base.account, account.fingerprints)) if account.meaning is not None else ()
    if here and there == "edited":
        # Edited on both sides to the same end.
        if same_content(local, account, author):
            return Decision(9, "false conflict", Action.RECORD, tuple(here))
        both = tuple(dict.fromkeys((*here, *readable(fields))))
        # Edited in different places: merged when asked.
        if mergeable:
            if options.merge:
                return Decision(10, "merge", Action.MERGE, both)
            return _conflict(10, "mergeable", both, account, options)
        # Edited in the same place: a person chooses.
        return _conflict(11, "conflict", both, account, options)
    if here:
        # Edited here; WeChat's rewriting of the HTML does not stand in the way.
        return Decision(13 if there == "drift" else 7, "push", Action.PUSH, tuple(here))
    if there == "edited":
        # Edited in the console.
        return Decision(8, "pull", Action.PULL, readable(fields))
    if there == "drift":
        # The HTML was rewritten, the text is the same.
        return Decision(12, "drift", Action.RECORD, tuple(name for name in fields if name == "comments"))
    # The file has another name.
    if base.path != local.path:
        return Decision(22, "rename", Action.RECORD)
    # The article stands elsewhere in its draft, or a conflict is over.
    if (base.media_id, base.index) != (account.media_id, account.index):
        return Decision(25, "re-index", Action.RECORD)
    if base.conflict:
        return Decision(9, "conflict over", Action.RECORD)
    # Only the looks have changed: pushed when asked.
    if options.restyle and look != base.theme:
        return Decision(6, "restyle", Action.PUSH, ("theme",))
    return Decision(6, "none", Action.NOTHING)


def _conflict(rule: int, name: str, fields: tuple[str, ...], account: AccountArticle, options: Options) -> Decision:
    if options.resolve == KEEP_LOCAL:
        # What is published cannot be overwritten: the file stays, and is a correction.
        action = Action.FREEZE if account.article_id else Action.PUSH
        return Decision(rule, "keep local", action, fields)
    if options.resolve == KEEP_ACCOUNT:
        return Decision(rule, "keep account", Action.PULL, fields)
    if options.resolve == KEEP_BOTH and not account.article_id:
        return Decision(rule, "keep both", Action.KEEP_BOTH, fields)
    return Decision(rule, name, Action.CONFLICT, fields)
