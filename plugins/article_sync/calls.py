"""How many calls of each kind a plan will make: shown to people, and weighed against what is left of the day.

https://developers.weixin.qq.com/doc/subscription/guide/dev/api/limit.html
"""

from collections import Counter

from plugins.article_sync.item import Item
from plugins.article_sync.model import LocalArticle
from plugins.article_sync.plan import Action
from plugins.article_sync.session import Session

ADD, UPDATE, DELETE, GET = "draft/add", "draft/update", "draft/delete", "draft/get"
UPLOAD, MATERIAL = "media/uploadimg", "material/add_material"
_WRITES = {
    Action.CREATE: {ADD: 1, GET: 1},
    Action.PUSH: {UPDATE: 1, GET: 2},
    Action.MERGE: {UPDATE: 1, GET: 2},
    Action.KEEP_BOTH: {UPDATE: 1, ADD: 1, GET: 3},
    Action.DELETE: {DELETE: 1, GET: 1},
}
_SENDS = frozenset({Action.CREATE, Action.PUSH, Action.MERGE, Action.KEEP_BOTH, Action.REGROUP})


def planned_calls(session: Session, item: Item) -> Counter[str]:
    """Return the calls that carrying out an item takes, by endpoint; covers may turn out to be there already."""
    counted = Counter(_WRITES.get(item.action, {}))
    if item.remake:
        groups, old = len(item.remake.groups), len(item.remake.old)
        counted.update({ADD: groups, GET: groups + old, DELETE: old})
    if item.action in _SENDS:
        for local in _files(item):
            counted.update(_uploads(session, local))
        counted[MATERIAL] += sum(_sends_cover(one) for one in _parts(item))
    return +counted


def pictures_of(session: Session, item: Item) -> int:
    """Return how many body pictures an item uploads."""
    return sum(_uploads(session, local).total() for local in _files(item)) if item.action in _SENDS else 0


def _parts(item: Item) -> tuple[Item, ...]:
    return tuple(one for group in item.remake.groups for one in group) if item.remake else (item,)


def _files(item: Item) -> list[LocalArticle]:
    return [part.situation.local for part in _parts(item) if part.situation.local]


def _sends_cover(item: Item) -> bool:
    base, local = item.situation.base, item.situation.local
    return local is not None and (base is None or base.local.get("cover") != local.fingerprints["cover"])


def _uploads(session: Session, local: LocalArticle) -> Counter[str]:
    missing = {sha256: name for name, sha256 in local.pictures.items() if sha256 not in session.pictures.urls}
    return Counter(MATERIAL if name.endswith(".gif") else UPLOAD for name in missing.values())
