"""How many calls of each kind a plan will make: shown to people, and weighed against what is left of the day.

https://developers.weixin.qq.com/doc/subscription/guide/dev/api/limit.html
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from math import ceil

from plugins.article_sync.item import Item
from plugins.article_sync.model import LocalArticle
from plugins.article_sync.picture_map import PictureMap
from plugins.article_sync.plan import Action
from plugins.wechat.gateway import PAGE_SIZE

ADD, UPDATE, DELETE, GET, PAGE = "draft/add", "draft/update", "draft/delete", "draft/get", "draft/batchget"
UPLOAD, MATERIAL = "media/uploadimg", "material/add_material"
_WRITES = {
    Action.CREATE: {ADD: 1, GET: 1},
    Action.PUSH: {UPDATE: 1, GET: 2},
    Action.MERGE: {UPDATE: 1, GET: 2},
    Action.KEEP_BOTH: {UPDATE: 1, ADD: 1, GET: 3},
    Action.DELETE: {DELETE: 1, GET: 1},
}
_SENDS = frozenset({Action.CREATE, Action.PUSH, Action.MERGE, Action.KEEP_BOTH, Action.REGROUP})
_COVER = "cover:"


def planned_writes(item: Item) -> Counter[str]:
    """Return the calls about drafts that carrying out an item takes, by endpoint."""
    counted = Counter(_WRITES.get(item.action, {}))
    if item.action is Action.RESTORE and item.account.meaning is None:
        counted[GET] += 1
    if item.remake:
        groups, old = len(item.remake.groups), len(item.remake.old)
        counted.update({ADD: groups, GET: groups + old, DELETE: old})
    return counted


def planned_calls(pictures: PictureMap, items: Iterable[Item]) -> Counter[str]:
    """Return the calls that a plan takes: what articles share goes up once, what was written is listed at the end."""
    items = list(items)
    writes = sum(map(planned_writes, items), Counter[str]())
    pages = ceil((writes[ADD] + writes[UPDATE]) / PAGE_SIZE)
    return +(writes + Counter(planned_uploads(pictures, items).values()) + Counter({PAGE: pages}))


def planned_uploads(pictures: PictureMap, items: Iterable[Item]) -> dict[str, str]:
    """Return what has to go up, by fingerprint, each with its endpoint; covers may turn out to be there already."""
    found: dict[str, str] = {}
    for item in items:
        for part in _parts(item) if item.action in _SENDS else ():
            if local := part.situation.local:
                found |= _body_pictures(local) | _cover(part, local)
    return {key: endpoint for key, endpoint in found.items() if not pictures.has(key)}


def pictures_of(uploads: Mapping[str, str]) -> int:
    """Return how many of some uploads are pictures in texts."""
    return sum(not key.startswith(_COVER) for key in uploads)


def _parts(item: Item) -> tuple[Item, ...]:
    return tuple(one for group in item.remake.groups for one in group) if item.remake else (item,)


def _body_pictures(local: LocalArticle) -> dict[str, str]:
    return {sha256: MATERIAL if name.endswith(".gif") else UPLOAD for name, sha256 in local.pictures.items()}


def _cover(item: Item, local: LocalArticle) -> dict[str, str]:
    """Return the cover, unless the account has it by what was agreed on."""
    base, cover = item.situation.base, local.fingerprints["cover"]
    return {} if base and base.local.get("cover") == cover else {_COVER + cover: MATERIAL}
