"""First contact from beginning to end: read everything, pair, import, record. The account is never written to."""

from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from plugins.article_sync.base import BaseFolder
from plugins.article_sync.contact.carrying_out import carry_out
from plugins.article_sync.contact.choices import Choices
from plugins.article_sync.contact.history import History, read_history
from plugins.article_sync.contact.ledger import Ledger
from plugins.article_sync.contact.looks import meet_pictures
from plugins.article_sync.contact.pairing import Link, Pair, candidates, pair
from plugins.article_sync.contact.pictures import ArrivingPictures
from plugins.article_sync.contact.progress import Step, no_progress
from plugins.article_sync.contact.report import ContactLine, ContactReport, Outcome
from plugins.article_sync.contact.unfinished import finish_imports
from plugins.article_sync.identity import id_in
from plugins.article_sync.local import LocalSide, read_local
from plugins.article_sync.local_problems import AUTHOR_LIMIT
from plugins.article_sync.lock import hold_lock
from plugins.article_sync.model import Base, LocalArticle
from plugins.article_sync.opening import open_beside
from plugins.article_sync.picture_map import PictureMap
from plugins.article_sync.session import Session
from plugins.article_sync.settings import SyncSettings
from plugins.shared.errors import AccountError, CredentialsRefused, QuotaUsedUp, WeizhanError
from plugins.shared.front_matter import parse_document
from plugins.wechat import Gateway, account_name

COLUMN = "公众号文章"
"""The column of imported articles in a shop that has none yet."""
SAVED_EVERY = 25
"""Articles between two writes of the map of pictures, which grows to hundreds of kilobytes."""
Progress = Callable[[int], AbstractContextManager[Step]]


def adopt(
    content: Path,
    gateway: Gateway,
    settings: SyncSettings,
    now: datetime,
    choices: Choices | None = None,
    dry_run: bool = False,
    progress: Progress | None = None,
    states: BaseFolder | None = None,
) -> ContactReport:
    """Pair content/articles/ with the account, import the rest of the account's history, and return what was done.

    ``states`` replaces the state that is read, for a dry run over what would be left of it.

    A run that was killed goes on where it was; a second run finds everything known. A dry run writes nothing at all
    and fetches only pictures that must be compared.

    Raises:
        UsageProblem: two files share one id.
        StateUntrusted: the state is another account's, of a newer format, or unreadable.
        LockHeld: another run is at work.
        AccountError: the account could not be listed.
    """
    author, category = settings.author[:AUTHOR_LIMIT], settings.category or COLUMN
    settings = replace(settings, author=author, category=category)
    with nullcontext() if dry_run else hold_lock(settings.state_dir / "sync.lock", now):
        states = states or BaseFolder(content, account_name(gateway.appid))
        states.read(settings.new_account)
        ledger = Ledger.open(None if dry_run else ledger_path(settings, states.account), now)
        pictures = ArrivingPictures.over(PictureMap.read(states), ledger)
        session = open_beside(content, gateway, settings, now, states, pictures, dry_run)
        return _adopt(session, ledger, choices or Choices(), progress or _silent)


def ledger_path(settings: SyncSettings, account: str) -> Path:
    """Return where a first contact keeps what it has paid for."""
    return settings.state_dir / f"adopt-{account}.jsonl"


def _adopt(session: Session, ledger: Ledger, choices: Choices, progress: Progress) -> ContactReport:
    history = read_history(session.gateway, ledger, lambda url: id_in(url, session.settings))
    finish_imports(session, history.items)
    bases = session.states.read(session.settings.new_account)
    local = read_local(session.content, session.settings)
    pairs = _pairs(session, history, bases, local)
    try:
        lines, stopped = _carry_out_all(session, pairs, choices, progress)
    finally:
        _save_pictures(session)
    if not stopped and not any(line.outcome is Outcome.FAILED for line in lines):
        ledger.end()
    pictures = session.pictures
    arrived = pictures.arrived if isinstance(pictures, ArrivingPictures) else 0
    alone = _alone(local, bases, lines)
    return ContactReport(
        tuple(lines), alone, history.deleted, arrived, history.complete, session.dry_run, stopped_with=stopped
    )


def _pairs(session: Session, history: History, bases: Sequence[Base], local: LocalSide) -> list[Pair]:
    recorded = {base.id for base in bases}
    free = [article for article in local.articles if article.id not in recorded and article.wechat]
    for item, article in candidates(history.items, free):
        meet_pictures(session, article, item)
    items = [session.reader.with_meaning(item) if free else replace(item, meaning="") for item in history.items]
    return pair(items, local.articles, bases, _day_of, session.settings.author)


def _carry_out_all(
    session: Session, pairs: Sequence[Pair], choices: Choices, progress: Progress
) -> tuple[list[ContactLine], int]:
    """Return the lines, and the exit code of what stopped the run, 0 for nothing."""
    lines: list[ContactLine] = []
    with progress(sum(one.link is not Link.RECORDED for one in pairs)) as step:
        for one in pairs:
            try:
                lines.append(carry_out(session, one, choices))
            except (CredentialsRefused, QuotaUsedUp) as error:
                return [*lines, _failed(one, error)], error.exit_code
            except (AccountError, OSError, WeizhanError) as error:
                lines.append(_failed(one, error))
            if one.link is not Link.RECORDED:
                step(one.item.article.title)
                if len(lines) % SAVED_EVERY == 0:
                    _save_pictures(session)
    return lines, 0


def _save_pictures(session: Session) -> None:
    """Write the map of pictures, which a sync between a kill and the next run needs."""
    if not session.dry_run:
        session.pictures.save()


def _failed(one: Pair, error: Exception) -> ContactLine:
    item, path = one.item, one.local.path if one.local else ""
    return ContactLine(
        Outcome.FAILED, path, item.article.title, bool(item.article_id), item.update_time, note=str(error)
    )


def _alone(local: LocalSide, bases: Sequence[Base], lines: Sequence[ContactLine]) -> tuple[str, ...]:
    """Return the files that the account does not know, those left out of it on purpose aside."""
    known, paths = {base.id for base in bases}, {line.path for line in lines}
    return tuple(one.path for one in local.articles if one.wechat and one.id not in known and one.path not in paths)


def _day_of(article: LocalArticle) -> str:
    return str(parse_document(article.path, article.source)[0].meta.get("date", ""))[:10]


def _silent(_total: int) -> AbstractContextManager[Step]:
    return nullcontext(no_progress)
