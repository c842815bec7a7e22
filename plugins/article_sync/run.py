"""One sync from beginning to end: lock, read both sides, decide, check the brakes, apply, compare, report."""

import time
from collections.abc import Callable, Sequence
from contextlib import nullcontext
from dataclasses import dataclass, replace
from datetime import datetime
from fnmatch import fnmatch
from pathlib import Path

from plugins.article_sync.account import AccountReader
from plugins.article_sync.apply_all import apply_all
from plugins.article_sync.base import BaseFolder
from plugins.article_sync.brakes import check_brakes
from plugins.article_sync.final import Time, compare_finally
from plugins.article_sync.git import changed_upstream, uncommitted
from plugins.article_sync.item import Item
from plugins.article_sync.journal import Journal
from plugins.article_sync.local import LocalSide, Unreadable, read_local
from plugins.article_sync.local_problems import AUTHOR_LIMIT
from plugins.article_sync.lock import hold_lock
from plugins.article_sync.model import Base
from plugins.article_sync.options import Options
from plugins.article_sync.picture_map import PictureMap
from plugins.article_sync.plan import UNSEEN, Action
from plugins.article_sync.plan_file import SavedPlan, read_plan, write_plan
from plugins.article_sync.regroup import unfinished
from plugins.article_sync.report import Line, Report, Status
from plugins.article_sync.session import Session
from plugins.article_sync.settings import SyncSettings
from plugins.article_sync.survey import Survey, identifier, survey
from plugins.article_sync.trash import Trash
from plugins.shared.errors import AccountError, BrakePulled
from plugins.wechat import Gateway, account_name


@dataclass(frozen=True)
class Surroundings:
    """What a run takes from outside: time, a place for progress, and files of plans.

    ``clock`` tells the time while the run goes on; ``save_plan`` and ``saved_plan`` are paths for --plan and --apply.
    """

    clock: Callable[[], datetime] | None = None
    sleep: Callable[[float], object] = time.sleep
    on_upload: Callable[[str], None] = lambda _name: None
    save_plan: Path | None = None
    saved_plan: Path | None = None


def sync(
    content: Path,
    gateway: Gateway,
    settings: SyncSettings,
    now: datetime,
    options: Options | None = None,
    around: Surroundings | None = None,
) -> Report:
    """Bring content/articles/ and the account together, and return what was done.

    A dry run reads both sides and writes nothing at all.

    Raises:
        UsageProblem: two files with one id, or a plan that cannot be read.
        StateUntrusted: the state is another account's, of a newer format, or unreadable.
        BrakePulled: a safety limit; nothing was written.
        LockHeld: another run is at work.
        AccountError: the account could not be listed; nothing was written.
    """
    options, around = options or Options(), around or Surroundings()
    settings = replace(settings, author=settings.author[:AUTHOR_LIMIT])
    name = account_name(gateway.appid)
    plan = read_plan(around.saved_plan, name) if around.saved_plan else None
    options = plan.options if plan else replace(options, dry_run=options.dry_run or around.save_plan is not None)
    free = nullcontext() if options.dry_run else hold_lock(settings.state_dir / "sync.lock", now)
    with free:
        states = BaseFolder(content, name)
        bases = states.read(settings.new_account)
        local = read_local(content, settings, bases)
        session = open_session(content, gateway, settings, now, bases, local, options)
        return _run(replace(session, on_upload=around.on_upload), bases, local, around, plan)


def open_session(
    content: Path,
    gateway: Gateway,
    settings: SyncSettings,
    now: datetime,
    bases: Sequence[Base],
    local: LocalSide,
    options: Options,
) -> Session:
    """Return what every action works with."""
    states = BaseFolder(content, account_name(gateway.appid))
    pictures = PictureMap.read(states)
    journal = Journal(settings.state_dir / f"journal-{states.account}.json")
    identify = identifier(settings, bases, journal.read(), {article.id for article in local.articles})
    reader = AccountReader(gateway, identify, pictures.key_of)
    trash = Trash(settings.state_dir / "trash", now)
    posts = {base.media_id: base.post for base in bases if base.post and base.media_id}
    return Session(content, gateway, settings, now, states, pictures, reader, journal, trash, options, posts=posts)


def _run(
    session: Session, bases: Sequence[Base], local: LocalSide, around: Surroundings, plan: SavedPlan | None
) -> Report:
    found = survey(session, bases, local)
    only = session.options.only
    chosen = [item for item in found.items if not only or _is_meant(only, item.names)]
    if around.save_plan:
        write_plan(around.save_plan, session.states.account, session.options, chosen)
    braked = _brake(session, found, chosen)
    lines, stopped = apply_all(session, chosen, changed_upstream(session.content), plan)
    if not session.dry_run:
        lines += _finish(session, bases, chosen, lines, Time(around.clock or (lambda: session.now), around.sleep))
    broken = [_unreadable_line(one) for one in local.unreadable if not only or _is_meant(only, (one.path,))]
    in_sync = sum(item.action is Action.NOTHING or item.decision.name == UNSEEN for item in chosen)
    return Report(
        (*braked, *broken, *lines), in_sync, session.dry_run, stopped or (BrakePulled.exit_code if braked else 0)
    )


def _is_meant(only: str, names: Sequence[str]) -> bool:
    """Tell whether a name fits the pattern, or is it: titles may hold ``[`` and ``]``."""
    return only in names or any(fnmatch(name, only) for name in names)


def _brake(session: Session, found: Survey, chosen: Sequence[Item]) -> list[Line]:
    """Return nothing when it is safe to go on. A dry run shows its plan all the same. Raises BrakePulled."""
    try:
        check_brakes(session, found.sides, chosen, uncommitted(session.content))
    except BrakePulled as brake:
        if not session.dry_run:
            raise
        return [Line(0, "brake", "", "", Status.ATTENTION, note=str(brake))]
    return []


def _finish(
    session: Session, bases: Sequence[Base], chosen: Sequence[Item], lines: Sequence[Line], time: Time
) -> list[Line]:
    """Look once more at what was written, and close the journal; ``bases`` are as they were before."""
    try:
        changed = any(item.action is not Action.NOTHING for item in chosen)
        found = compare_finally(session, time, bases) if changed else []
        _settle(session, [*lines, *found])
    except (OSError, AccountError) as error:
        return [Line(0, "final comparison", "", "", Status.FAILED, note=str(error))]
    return found


def _settle(session: Session, lines: Sequence[Line]) -> None:
    """Forget journal entries that are recorded by now, or whose file never came to be."""
    entries = session.journal.read()
    if not entries:
        return
    bases = session.states.read(session.settings.new_account)
    files = {article.id for article in read_local(session.content, session.settings, bases).articles}
    done = {base.id for base in bases} | (entries.keys() - files)
    clean = all(line.status is not Status.FAILED for line in lines)
    left = {item.media_id for item in session.reader.listed()} if unfinished(entries) else set()
    for key, entry in entries.items():
        if entry.get("op") == "layout":
            over = not left & unfinished({key: entry})
        else:
            over = key in done if entry.get("op") in ("create", "import") else clean
        if over:
            session.journal.end(key)


def _unreadable_line(one: Unreadable) -> Line:
    note = "\n".join(map(str, one.problems))
    return Line(0, "problem", one.path, "", Status.ATTENTION, note=note)
