"""Limits that stop a run before its first write: signs that something is wrong rather than edited."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from plugins.article_sync.calls import planned_calls
from plugins.article_sync.direction import waits
from plugins.article_sync.item import Item
from plugins.article_sync.model import AccountArticle, Base, LocalArticle
from plugins.article_sync.plan import Action
from plugins.article_sync.session import Session
from plugins.shared.errors import AccountError, BrakePulled
from plugins.shared.language import say

EDITED_AT_ONCE = 5
DELETED_AT_ONCE = 3
_EDITED_THERE = frozenset({8, 10, 11, 19})
_REWRITTEN = frozenset({Action.PULL, Action.MERGE})


@dataclass(frozen=True)
class Sides:
    """What was found: state, files, and account items, published ones included."""

    bases: Sequence[Base]
    articles: Sequence[LocalArticle]
    accounts: Sequence[AccountArticle]


def check_brakes(session: Session, sides: Sides, items: Sequence[Item], uncommitted: frozenset[str]) -> None:
    """Return when it is safe to go on.

    Raises:
        BrakePulled: a side that was not empty is empty now; too many deletions; too many articles look edited in the
            console at once; a file to be rewritten has uncommitted edits; the calls left today are too few.
    """
    _check_files_there(session, sides)
    _check_drafts_there(session, sides)
    _check_edited(sides, items)
    _check_deletions(session, sides, items)
    _check_uncommitted(items, uncommitted)
    _check_quota(session, items)


def _check_files_there(session: Session, sides: Sides) -> None:
    kept = [base for base in sides.bases if base.kind != "tombstone"]
    if kept and not sides.articles and session.options.force_delete < len(kept):
        count = len(kept)
        raise BrakePulled(
            say(
                f"content/articles 里一篇文章都没有，上次有 {count} 篇。什么都没有改动。"
                f"请检查目录或 git 状态；真的都不要了，请加 --force-delete {count}。",
                f"content/articles is empty, it held {count} articles last time. Nothing was changed. "
                f"Check the folder and git; if they really are to go, add --force-delete {count}.",
            )
        )


def _check_drafts_there(session: Session, sides: Sides) -> None:
    """The articles whose files are still here must have something left in the account."""
    wanted = {article.id for article in sides.articles if article.wechat and article.id}
    drafts = [base for base in sides.bases if base.kind == "draft" and base.id in wanted]
    if drafts and not sides.accounts and session.options.force_delete < len(drafts):
        count = len(drafts)
        raise BrakePulled(
            say(
                f"公众号的草稿箱是空的，上次有 {count} 篇。什么都没有改动。"
                "请核对 WECHAT_APPID 和 WECHAT_API_BASE。手工发表了的，用 copy --paired 登记链接；"
                f"不再同步的，写 wechat: detached；真的都删了，请加 --force-delete {count}。",
                f"The draft box is empty, it held {count} articles last time. Nothing was changed. Check the account. "
                "For those published by hand record the link with copy --paired, for others write 'wechat: detached'; "
                f"if all were deleted on purpose, add --force-delete {count}.",
            )
        )


def _check_edited(sides: Sides, items: Iterable[Item]) -> None:
    edited, total = sum(item.decision.rule in _EDITED_THERE for item in items), len(sides.bases)
    if edited > EDITED_AT_ONCE and edited * 2 > total:
        raise BrakePulled(
            say(
                f"{total} 篇里有 {edited} 篇看起来都在公众号里改过，这不寻常。什么都没有改动。"
                "请先在公众号后台核对；确认无误后用 --only 分批同步。",
                f"{edited} of {total} articles look edited in the console at once. Nothing was changed. "
                "Check them there, then sync in portions with --only.",
            )
        )


def _check_deletions(session: Session, sides: Sides, items: Iterable[Item]) -> None:
    removed = [one for item in items for one in (item.remake.removed if item.remake else (item,))]
    count, total = sum(one.action is Action.DELETE for one in removed), len(sides.bases)
    if count > max(DELETED_AT_ONCE, total / 10, session.options.force_delete):
        raise BrakePulled(
            say(
                f"这次会删掉 {count} 篇草稿（共 {total} 篇），超过了安全上限。什么都没有改动。"
                f"确实要删，请加 --force-delete {count}。",
                f"{count} of {total} drafts would be deleted, more than is safe. Nothing was changed. "
                f"If that is meant, add --force-delete {count}.",
            )
        )


def _check_uncommitted(items: Iterable[Item], uncommitted: frozenset[str]) -> None:
    """What was agreed on is in the state as well; only edits that stand nowhere else are at risk."""
    at_risk = [
        local.path
        for item in items
        if (local := item.situation.local) and item.action in _REWRITTEN and local.path in uncommitted
        if item.situation.base is None or item.situation.base.text != local.source
    ]
    if at_risk:
        names = "\n  ".join(sorted(at_risk))
        raise BrakePulled(
            say(
                f"这些文件有没提交的改动，同步会重写它们。什么都没有改动。请先 git commit：\n  {names}",
                "These files have uncommitted edits and would be rewritten. Nothing was changed. "
                f"Commit them:\n  {names}",
            )
        )


def _check_quota(session: Session, items: Iterable[Item]) -> None:
    done = [item for item in items if not waits(session.options.direction, item.action)]
    for endpoint, calls in sorted(planned_calls(session.pictures, done).items()):
        left = _left(session, endpoint)
        if left is not None and calls > left:
            raise BrakePulled(
                say(
                    f"这次要调用 {endpoint} {calls} 次，今天只剩 {left} 次。什么都没有改动。"
                    "请用 --only 分批，或明天再来。",
                    f"{calls} calls of {endpoint} are needed, {left} are left today. Nothing was changed. "
                    "Sync in portions with --only, or tomorrow.",
                )
            )


def _left(session: Session, endpoint: str) -> int | None:
    """Return the calls left today, None where WeChat does not tell."""
    try:
        return session.gateway.quota(endpoint).remain
    except AccountError:
        return None
