"""One sync from beginning to end: lock, read both sides, decide, check the brakes, apply, report."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from fnmatch import fnmatch
from pathlib import Path

from plugins.article_sync.account import AccountReader
from plugins.article_sync.apply import ORDER, Direction, Item, carry_out, preview
from plugins.article_sync.base import BaseFolder
from plugins.article_sync.brakes import check_brakes
from plugins.article_sync.identity import id_in
from plugins.article_sync.journal import Journal
from plugins.article_sync.local import AUTHOR_LIMIT, LocalSide, Unreadable, read_local
from plugins.article_sync.lock import hold_lock
from plugins.article_sync.model import Base
from plugins.article_sync.picture_map import PictureMap
from plugins.article_sync.plan import Action, Situation, decide, match
from plugins.article_sync.report import Line, Report, Status
from plugins.article_sync.seen import Seen
from plugins.article_sync.session import Session
from plugins.article_sync.settings import SyncSettings
from plugins.article_sync.trash import Trash
from plugins.shared.errors import (
    AccountError,
    CredentialsRefused,
    QuotaUsedUp,
    UsageProblem,
    WeizhanError,
)
from plugins.shared.language import say
from plugins.wechat import DraftArticle, Gateway, account_name


def sync(
    content: Path,
    gateway: Gateway,
    settings: SyncSettings,
    now: datetime,
    dry_run: bool = False,
    only: str | None = None,
    direction: Direction = "both",
) -> Report:
    """Bring content/articles/ and the account together, and return what was done.

    A dry run reads both sides and writes nothing at all. ``only`` is a pattern for paths or titles; ``direction``
    is ``both``, ``push`` or ``pull``.

    Raises:
        UsageProblem: a wrong direction, or two files with one id.
        StateUntrusted: the state is another account's, of a newer format, or unreadable.
        BrakePulled: a safety limit; nothing was written.
        LockHeld: another run is at work.
        AccountError: the account could not be listed; nothing was written.
    """
    if direction not in ("both", "push", "pull"):
        raise UsageProblem(f"direction={direction}: both, push, pull")
    settings = replace(settings, author=settings.author[:AUTHOR_LIMIT])
    if dry_run:
        return _sync(content, gateway, settings, now, True, only, direction)
    with hold_lock(settings.state_dir / "sync.lock", now):
        return _sync(content, gateway, settings, now, False, only, direction)


def _sync(
    content: Path,
    gateway: Gateway,
    settings: SyncSettings,
    now: datetime,
    dry_run: bool,
    only: str | None,
    direction: Direction,
) -> Report:
    states = BaseFolder(content, account_name(gateway.appid))
    bases = states.read(settings.new_account)
    local = read_local(content, settings)
    session = _open(content, gateway, settings, now, states, bases, local, dry_run)
    seen = Seen.read(settings.state_dir, states.account)
    accounts = session.reader.read(seen.unchanged(bases))
    situations = match(bases, local.articles, accounts, session.journal.sent())
    items = [Item(one, decide(one, settings.author)) for one in situations if not _is_unreadable(one, local.unreadable)]
    chosen = [item for item in items if only is None or _fits(item, only)]
    check_brakes(bases, local.articles, accounts, [item.decision for item in chosen])
    lines, stopped = _apply_all(session, chosen, direction, dry_run)
    if not dry_run:
        _settle(session, bases, local)
        seen.update(items, now).write()
    broken = [_unreadable_line(one) for one in local.unreadable if only is None or fnmatch(one.path, only)]
    in_sync = sum(item.decision.action is Action.NOTHING for item in chosen)
    return Report((*broken, *lines), in_sync, dry_run, stopped)


def _open(
    content: Path,
    gateway: Gateway,
    settings: SyncSettings,
    now: datetime,
    states: BaseFolder,
    bases: Sequence[Base],
    local: LocalSide,
    dry_run: bool,
) -> Session:
    pictures = PictureMap.read(states)
    journal = Journal(settings.state_dir / f"journal-{states.account}.json")
    identify = _identifier(settings, bases, journal.read(), {article.id for article in local.articles})
    reader = AccountReader(gateway, identify, pictures.key_of)
    trash = Trash(settings.state_dir / "trash", now)
    return Session(content, gateway, settings, now, states, pictures, reader, journal, trash, dry_run)


def _identifier(
    settings: SyncSettings, bases: Sequence[Base], journal: Mapping[str, Mapping[str, str]], files: set[str]
) -> Callable[[str, int, DraftArticle], str]:
    """Return how our id of an account article is found: behind 阅读原文, else by its place in the draft box."""
    places = {(base.media_id, base.index): base.id for base in bases}
    for article_id, entry in journal.items():
        if entry.get("op") == "import" and article_id in files:
            places.setdefault((entry["media_id"], int(entry["index"])), article_id)

    def identify(media_id: str, index: int, article: DraftArticle) -> str:
        return id_in(article.content_source_url, settings) or places.get((media_id, index), "")

    return identify


def _apply_all(session: Session, items: Sequence[Item], direction: Direction, dry_run: bool) -> tuple[list[Line], int]:
    """Return the lines in the order of the plan, and the exit code of what stopped the run, 0 for nothing."""
    found: dict[int, Line] = {}
    stopped = 0
    ordered = [item for action in ORDER for item in items if item.decision.action is action]
    for item in ordered:
        if stopped and item.decision.action is not Action.REPORT:
            note = say("上面的错误之后没有再继续。", "the run stopped at the error above.")
            found[id(item)] = item.line(Status.FAILED, note=note)
            continue
        try:
            found[id(item)] = (preview if dry_run else carry_out)(session, item, direction)
        except (CredentialsRefused, QuotaUsedUp) as error:
            stopped = error.exit_code
            found[id(item)] = item.line(Status.FAILED, note=str(error))
        except AccountError as error:
            found[id(item)] = item.line(Status.FAILED, note=str(error))
        except OSError as error:
            found[id(item)] = item.line(Status.FAILED, note=str(error))
        except WeizhanError as error:
            found[id(item)] = item.line(Status.ATTENTION, note=str(error))
    return [found[id(item)] for item in items if id(item) in found], stopped


def _settle(session: Session, bases: Sequence[Base], local: LocalSide) -> None:
    """Forget journal entries that are recorded by now, or whose file never came to be."""
    files = {article.id for article in local.articles}
    known = {base.id for base in bases}
    for article_id in session.journal.read():
        if article_id in known or article_id not in files:
            session.journal.end(article_id)


def _is_unreadable(situation: Situation, unreadable: Sequence[Unreadable]) -> bool:
    """An article whose file cannot be read is neither deleted nor new: nothing is decided about it."""
    base = situation.base
    ids = {one.id for one in unreadable if one.id}
    paths = {one.path for one in unreadable}
    return situation.local is None and (situation.key in ids or bool(base and base.path in paths))


def _fits(item: Item, only: str) -> bool:
    stem = item.path.rpartition("/")[2].removesuffix(".md")
    return any(fnmatch(name, only) for name in (item.path, stem, item.title) if name)


def _unreadable_line(one: Unreadable) -> Line:
    note = "\n".join(map(str, one.problems))
    return Line(0, "problem", one.path, "", Status.ATTENTION, note=note)
