"""Carrying out one decision, and saying what came of it."""

from collections.abc import Callable
from dataclasses import dataclass
from difflib import unified_diff

from plugins.article_sync.model import AccountArticle, Base, LocalArticle
from plugins.article_sync.plan import Action, Decision, Situation
from plugins.article_sync.pull import import_article, preview_import, pull_article, updated_source, write_copy
from plugins.article_sync.push import create_draft, update_draft
from plugins.article_sync.report import Line, Status
from plugins.article_sync.session import Session
from plugins.article_sync.upload import missing_pictures
from plugins.shared.errors import ContentProblems
from plugins.shared.files import digest
from plugins.shared.language import say

Direction = str
"""``both``, ``push`` or ``pull``."""
_ONE_WAY = {
    "push": frozenset({Action.PULL, Action.IMPORT}),
    "pull": frozenset({Action.CREATE, Action.PUSH}),
}
ORDER = (Action.RECORD, Action.PUSH, Action.CREATE, Action.PULL, Action.IMPORT, Action.CONFLICT, Action.REPORT)
"""Updates before creates, so that a person who waits sees the edits first; reports need nothing."""


@dataclass(frozen=True)
class Item:
    """One article of the plan."""

    situation: Situation
    decision: Decision

    @property
    def path(self) -> str:
        """Where the article's file is or was; a draft without one is named by its id."""
        local, base = self.situation.local, self.situation.base
        return local.path if local else base.path if base else ""

    @property
    def title(self) -> str:
        """The article's title, the file's before the account's."""
        local, accounts = self.situation.local, self.situation.accounts
        return local.title if local else accounts[0].article.title if accounts else ""

    def line(self, status: Status, **more: object) -> Line:
        """Return the report's line for this article."""
        values = {"path": self.path, "title": self.title, "fields": self.decision.fields, **more}
        return Line(rule=self.decision.rule, action=self.decision.name, status=status, **values)  # type: ignore[arg-type]


def preview(session: Session, item: Item, direction: Direction) -> Line:
    """Return what would be done, without writing anything anywhere."""
    return _outcome(session, item, direction, _planned)


def carry_out(session: Session, item: Item, direction: Direction) -> Line:
    """Do it, and return what came of it. Raises WeizhanError."""
    return _outcome(session, item, direction, _done)


def _outcome(session: Session, item: Item, direction: Direction, act: Callable[[Session, Item], Line]) -> Line:
    action, local = item.decision.action, item.situation.local
    if action in _ONE_WAY.get(direction, ()):
        return item.line(Status.WAITING)
    if action is Action.REPORT:
        return item.line(Status.ATTENTION)
    if action in (Action.CREATE, Action.PUSH) and local is not None and local.problems:
        raise ContentProblems(local.problems)
    return act(session, item)


def _planned(session: Session, item: Item) -> Line:
    action, (base, local, account) = item.decision.action, _parts(item)
    if action is Action.CONFLICT:
        return item.line(Status.ATTENTION)
    if action is Action.PULL and local and account:
        new = updated_source(session, local, account, base)
        return item.line(Status.PLANNED, diff=_diff(local.path, local.source, new))
    if action is Action.IMPORT and account:
        path, source = preview_import(session, account)
        return item.line(Status.PLANNED, path=path, diff=_diff(path, "", source))
    uploads = local is not None and action in (Action.CREATE, Action.PUSH)
    return item.line(Status.PLANNED, pictures=missing_pictures(session, local) if local and uploads else 0)


def _done(session: Session, item: Item) -> Line:
    action, (base, local, account) = item.decision.action, _parts(item)
    if action is Action.CREATE and local:
        pictures = missing_pictures(session, local)
        return _checked(item, pictures, create_draft(session, local))
    if action is Action.PUSH and local and account:
        pictures = missing_pictures(session, local)
        return _checked(item, pictures, update_draft(session, local, account, base))
    if action is Action.PULL and local and account:
        new = pull_article(session, local, account, base)
        return item.line(Status.DONE, diff=_diff(local.path, local.source, new))
    if action is Action.IMPORT and account:
        path, source = import_article(session, account)
        return item.line(Status.DONE, path=path, diff=_diff(path, "", source))
    if action is Action.CONFLICT and local and account:
        _keep_both(session, local, account, base)
        return item.line(Status.ATTENTION)
    if local and account:
        _record(session, local, account, base)
    return item.line(Status.DONE)


def _checked(item: Item, pictures: int, reads_back: bool) -> Line:
    if reads_back:
        return item.line(Status.DONE, pictures=pictures)
    note = say(
        "公众号存下来的内容和文件不完全一样，请到后台核对这一篇。",
        "what WeChat stored differs from the file; check this article in the console.",
    )
    return item.line(Status.ATTENTION, pictures=pictures, note=note)


def _keep_both(session: Session, local: LocalArticle, account: AccountArticle, base: Base | None) -> None:
    """Leave the account's version beside the file; the state remembers that there is a conflict, and nothing else."""
    conflict = write_copy(session, local, account, base)
    if base and dict(base.conflict or {}) != conflict:
        session.mark_conflict(base, conflict)


def _record(session: Session, local: LocalArticle, account: AccountArticle, base: Base | None) -> None:
    if base and base.conflict:
        copy = session.content / base.conflict.get("copy", "")
        if copy.is_file() and digest(copy.read_bytes()) == base.conflict.get("sha256"):
            copy.unlink()
    session.record(local, account, base)
    session.journal.end(local.id)


def _parts(item: Item) -> tuple[Base | None, LocalArticle | None, AccountArticle | None]:
    situation = item.situation
    return situation.base, situation.local, situation.account


def _diff(path: str, before: str, after: str) -> str:
    rows = unified_diff(before.splitlines(), after.splitlines(), path, path, lineterm="", n=1)
    return "\n".join(rows)
