"""Carrying out a whole plan in its order, past single failures, and never a deletion after one."""

from collections.abc import Sequence
from dataclasses import replace

from plugins.article_sync.apply import ORDER, carry_out
from plugins.article_sync.item import Item
from plugins.article_sync.plan import UNSEEN, Action
from plugins.article_sync.plan_file import SavedPlan, seen_now
from plugins.article_sync.preview import preview
from plugins.article_sync.report import Line, Status
from plugins.article_sync.session import Session
from plugins.shared.errors import AccountError, CredentialsRefused, QuotaUsedUp, WeizhanError
from plugins.shared.language import say

_QUIET = frozenset({Action.REPORT, Action.CLASH, Action.CONFLICT})


def apply_all(
    session: Session, items: Sequence[Item], upstream: frozenset[str], plan: SavedPlan | None
) -> tuple[list[Line], int]:
    """Return the lines in the order of the plan, and the exit code of what stopped the run, 0 for nothing.

    ``upstream`` are paths that colleagues have changed in commits which are not here yet.
    """
    found: dict[int, Line] = {}
    stopped = 0
    for item in sorted(items, key=lambda one: (one.removes, ORDER.index(one.action))):
        if item.action is Action.NOTHING:
            continue
        held = _held_back(session, item, list(found.values()), stopped, upstream, plan)
        if held is not None:
            found[id(item)] = held
            continue
        try:
            found[id(item)] = (preview if session.dry_run else carry_out)(session, item)
        except (CredentialsRefused, QuotaUsedUp) as error:
            stopped = error.exit_code
            found[id(item)] = item.line(Status.FAILED, note=str(error))
        except (AccountError, OSError) as error:
            found[id(item)] = item.line(Status.FAILED, note=str(error))
        except WeizhanError as error:
            found[id(item)] = item.line(Status.ATTENTION, note=str(error))
    shown = [
        item for item in items if item.decision.name != UNSEEN or found.get(id(item), _DONE).status is Status.FAILED
    ]
    return [found[id(item)] for item in shown if id(item) in found], stopped


_DONE = Line(0, "", "", "", Status.DONE)


def _held_back(
    session: Session,
    item: Item,
    before: Sequence[Line],
    stopped: int,
    upstream: frozenset[str],
    plan: SavedPlan | None,
) -> Line | None:
    """Return the line of an item that is not carried out, None for all others."""
    if stopped and item.action not in _QUIET:
        note = say("上面的错误之后没有再继续。", "the run stopped at the error above.")
        return item.line(Status.FAILED, note=note)
    if item.removes and any(line.status is Status.FAILED for line in before):
        note = say("有别的文章失败，这次什么都不删。", "another article failed: nothing is deleted in this run.")
        return item.line(Status.WAITING, note=note)
    if plan is not None and plan.seen.get(item.situation.key) != seen_now(item):
        return _stale(item, plan)
    if _touched(session, item) & upstream:
        note = say(
            "同事已经同步过这一篇，您的文件夹是旧的。请先 git pull，再运行。",
            "a colleague has synced this one, your folder is behind. Run git pull, then sync again.",
        )
        return replace(item.line(Status.ATTENTION, note=note), action="behind")
    return None


def _stale(item: Item, plan: SavedPlan) -> Line:
    if item.situation.key in plan.seen:
        note = say("计划之后又有改动，跳过了。", "it changed since the plan: skipped.")
    else:
        note = say("不在计划里，这次没有处理。", "not in the plan, left for another run.")
    return replace(item.line(Status.ATTENTION, note=note), action="stale")


def _touched(session: Session, item: Item) -> set[str]:
    """Return the paths below content/ that hold an article and its state."""
    about = item.remake.items if item.remake else (item,)
    folder = session.states.folder.relative_to(session.content).as_posix()
    return {path for one in about for path in (f"{folder}/{one.situation.key}.json", one.situation.path)}
