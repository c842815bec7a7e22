"""A plan in a file: written by one run, carried out by another, each item only if it is still the same."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from plugins.article_sync.base import render_json
from plugins.article_sync.item import Item
from plugins.article_sync.model import AccountArticle, Base, fingerprint
from plugins.article_sync.options import Options
from plugins.article_sync.plan import Action
from plugins.shared.errors import UsageProblem
from plugins.shared.files import write_atomic
from plugins.shared.language import say

FORMAT = 1


@dataclass(frozen=True)
class SavedPlan:
    """What was planned: the flags, and by article what was seen then."""

    options: Options
    seen: dict[str, str]


def write_plan(path: Path, account: str, options: Options, items: Sequence[Item]) -> None:
    """Write a plan for ``--apply``; it holds no text, only fingerprints."""
    entries = [
        {
            "key": item.situation.key,
            "rule": item.decision.rule,
            "action": item.decision.name,
            "path": item.situation.path,
            "title": item.situation.title,
            "fields": list(item.decision.fields),
            "seen": seen_now(item),
        }
        for item in items
        if item.action is not Action.NOTHING
    ]
    flags = {name: value for name, value in options.changes.items() if name != "dry_run"}
    write_atomic(path, render_json({"format": FORMAT, "account": account, "options": flags, "items": entries}))


def read_plan(path: Path, account: str) -> SavedPlan:
    """Return a plan.

    Raises:
        UsageProblem: it is none, of a newer format, or for another account.
    """
    try:
        data: dict[str, Any] = json.loads(path.read_bytes())
        if data["format"] != FORMAT or data["account"] != account:
            raise ValueError(f"format {data['format']}, account {data['account']}")
        seen = {str(item["key"]): str(item["seen"]) for item in data["items"]}
        return SavedPlan(Options(**data["options"]), seen)
    except OSError as error:
        raise UsageProblem(_unusable(path, "文件打不开", "the file cannot be opened")) from error
    except (ValueError, KeyError, TypeError) as error:
        raise UsageProblem(_unusable(path, "不是这个公众号的同步计划", "no plan for this account")) from error


def _unusable(path: Path, zh: str, en: str) -> str:
    return say(
        f"{path}：{zh}。请用 python3 tasks.py sync --plan {path} 重新生成。",
        f"{path}: {en}. Write one with python3 tasks.py sync --plan {path}.",
    )


def seen_now(item: Item) -> str:
    """Return a fingerprint of everything that was decided upon; any edit on either side changes it."""
    about = item.remake.items if item.remake else (item,)
    parts = [part for one in about for part in _versions(one)]
    return fingerprint(item.decision.name, *parts)


def _versions(item: Item) -> list[str]:
    situation = item.situation
    local = situation.local.sha256 if situation.local else ""
    return [_base(situation.base), local, *(_account(one, situation.base) for one in situation.accounts)]


def _base(base: Base | None) -> str:
    return fingerprint(base.text, base.path, str(dict(base.account)), str(dict(base.local))) if base else ""


def _account(item: AccountArticle, base: Base | None) -> str:
    """A body that was not fetched is the known one."""
    known = dict(base.account) if base and item.meaning is None else dict(item.fingerprints)
    return fingerprint(item.media_id, str(item.index), item.article_id, str(sorted(known.items())))
