"""Which articles share a draft: files with one ``post`` do, in the order of ``post_position``. Pure.

An article of a draft can be updated in place; their number and order cannot. A draft whose articles are not the
wanted ones is made anew, and the old one goes.
https://developers.weixin.qq.com/doc/subscription/api/draftbox/draftmanage/api_draft_update.html
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from plugins.article_sync.item import Item, Remake
from plugins.article_sync.match import Situation
from plugins.article_sync.model import AccountArticle
from plugins.article_sync.plan import Action, Decision

LIMIT = 8
"""Articles in one draft; older official pages say so, the current one names no number (45008)."""
_FREE = frozenset({Action.NOTHING, Action.CREATE, Action.PUSH, Action.RECORD})
_Drafts = Mapping[str, Sequence[Item]]
_Group = tuple[Item, ...]


def plan_layout(items: Sequence[Item], unfinished: frozenset[str] = frozenset()) -> list[Item]:
    """Return the plan with the articles of wrong drafts replaced by one item a draft, or a reason why it waits.

    ``unfinished`` are drafts that a run was about to replace when it was killed.
    """
    drafts = _drafts(items)
    groups = _groups(items, drafts)
    wrong = [group for group in groups if _is_wrong(group, drafts, unfinished)]
    doomed = [tuple(inside) for inside in drafts.values() if len(inside) > 1 and all(map(_is_doomed, inside))]
    remade: dict[int, Item] = {}
    for joined in _joined([*wrong, *doomed]):
        remade.update(_remade(joined, drafts))
    return [found for item in items if (found := remade.get(id(item), item)) is not _GONE]


def superseded(
    accounts: Iterable[AccountArticle], unfinished: frozenset[str]
) -> tuple[list[AccountArticle], tuple[str, ...]]:
    """Return the account without the articles that stand in a new draft already, and the old drafts left empty so."""
    accounts = list(accounts)
    elsewhere = {item.id for item in accounts if item.id and item.media_id not in unfinished}
    kept = [item for item in accounts if item.media_id not in unfinished or item.id not in elsewhere]
    left = {item.media_id for item in kept}
    listed = dict.fromkeys(item.media_id for item in accounts)
    return kept, tuple(media_id for media_id in listed if media_id in unfinished and media_id not in left)


def leftovers(media_ids: Sequence[str]) -> list[Item]:
    """Return the item that removes drafts which a killed run has replaced already."""
    decision = Decision(25, "regroup", Action.REGROUP, ("post",))
    return [Item(Situation("~"), decision, Remake(old=tuple(media_ids)))] if media_ids else []


_GONE = Item(Situation(""), Decision(0, "", Action.NOTHING))


def _drafts(items: Iterable[Item]) -> _Drafts:
    found: dict[str, list[Item]] = {}
    for item in items:
        account = item.situation.account
        if account and account.media_id:
            found.setdefault(account.media_id, []).append(item)
    return {media_id: sorted(inside, key=_index) for media_id, inside in found.items()}


def _index(item: Item) -> int:
    return item.situation.account.index if item.situation.account else LIMIT


def _groups(items: Iterable[Item], drafts: _Drafts) -> list[_Group]:
    found: dict[str, list[Item]] = {}
    for item in items:
        if _takes_part(item):
            found.setdefault(_key(item, drafts), []).append(item)
    return [tuple(sorted(group, key=_place)) for group in found.values()]


def _takes_part(item: Item) -> bool:
    base, local, account = item.situation.base, item.situation.local, item.situation.account
    if local is None or not local.wechat or len(item.situation.accounts) > 1 or item.situation.lost:
        return False
    public = (base is not None and base.kind != "draft") or (account is not None and bool(account.article_id))
    return not public and (account is not None or item.action is Action.CREATE)


def _key(item: Item, drafts: _Drafts) -> str:
    """Return what names an article's draft: its post, itself once it has left one, else the draft it stands in."""
    base, local, account = item.situation.base, item.situation.local, item.situation.account
    if local is not None and local.post:
        return f"post:{local.post}"
    if account is None or (base is not None and base.post) or len(drafts[account.media_id]) == 1:
        return f"one:{item.situation.key}"
    return f"draft:{account.media_id}"


def _place(item: Item) -> tuple[int, int, str]:
    local = item.situation.local
    position = local.post_position if local and local.post else 0
    return position, _index(item), item.situation.path


def _is_wrong(group: _Group, drafts: _Drafts, unfinished: frozenset[str]) -> bool:
    places = {item.situation.account.media_id if item.situation.account else "" for item in group}
    if len(places) > 1 or places == {""}:
        return len(group) > 1
    media_id = places.pop()
    inside = drafts[media_id]
    strangers = [item for item in inside if item not in group and (_takes_part(item) or _is_doomed(item))]
    in_order = [_index(item) for item in group] == sorted(_index(item) for item in group)
    return bool(strangers) or not in_order or media_id in unfinished


def _is_doomed(item: Item) -> bool:
    return item.action is Action.DELETE


def _joined(groups: Sequence[_Group]) -> list[list[_Group]]:
    """Return groups that share a draft now together: its articles part only when all of them have a new place."""
    found: list[list[_Group]] = []
    for group in groups:
        near = [one for one in found if _media_ids([group]) & _media_ids(one)]
        found = [one for one in found if one not in near] + [[*(each for one in near for each in one), group]]
    return found


def _media_ids(groups: Iterable[_Group]) -> set[str]:
    accounts = [item.situation.account for group in groups for item in group]
    return {account.media_id for account in accounts if account}


def _remade(groups: Sequence[_Group], drafts: _Drafts) -> dict[int, Item]:
    """Return what takes the place of each article: the first stands for all, the others are part of it."""
    old = tuple(sorted(_media_ids(groups)))
    inside = [item for media_id in old for item in drafts[media_id]]
    kept = tuple(tuple(item for item in group if not _is_doomed(item)) for group in groups)
    members = [item for group in kept for item in group]
    removed = tuple(item for item in inside if _is_doomed(item))
    others = [item for item in inside if item not in members and item not in removed]
    if any(len(group) > LIMIT for group in kept):
        return _waiting(members, "too many in one draft")
    if others or any(item.action not in _FREE for item in members):
        return _waiting([*members, *removed], "regroup waits")
    about = (*members, *removed)
    rule = 25 if old else 1
    first = replace(about[0], decision=Decision(rule, "regroup", Action.REGROUP, ("post",)))
    first = replace(first, remake=Remake(tuple(filter(None, kept)), old, removed))
    return {id(about[0]): first, **{id(item): _GONE for item in about[1:]}}


def _waiting(items: Sequence[Item], name: str) -> dict[int, Item]:
    """Return the articles that must not be touched alone, with the reason; edits go on as they are."""
    held = [item for item in items if item.action in (Action.CREATE, Action.DELETE)] or list(items[:1])
    return {
        id(item): replace(item, decision=replace(item.decision, name=name, action=Action.REPORT))
        for item in held
        if item.action in (Action.CREATE, Action.DELETE, Action.NOTHING)
    }
