"""The texts of some drafts of a listing, a page at a time: a page costs one of 1,000 calls a day, a draft one of 500.

https://developers.weixin.qq.com/doc/subscription/guide/dev/api/limit.html
"""

from collections.abc import Sequence, Set
from dataclasses import replace

from plugins.wechat.gateway import PAGE_SIZE, Draft, Gateway


def read_bodies(gateway: Gateway, listed: Sequence[Draft], wanted: Set[str]) -> dict[str, Draft]:
    """Return the wanted drafts with their texts, by media_id: one call for each page that held some of them.

    ``listed`` is the whole listing in the account's own order. Places are only hints: what has moved off its page
    since is asked for alone. Raises NotFound for a draft that is gone.
    """
    found = _on_pages(gateway, _offsets(listed, wanted), wanted)
    for draft in listed:
        if draft.media_id in wanted and draft.media_id not in found:
            found[draft.media_id] = replace(draft, articles=gateway.get_draft(draft.media_id))
    return found


def find_bodies(gateway: Gateway, wanted: Set[str]) -> dict[str, Draft]:
    """Return drafts with their texts, by media_id, looked for from the beginning of the listing until all are found.

    What was written last usually stands there; WeChat promises no order, so it may take the whole listing.
    """
    found: dict[str, Draft] = {}
    for draft in gateway.list_drafts() if wanted else ():
        if draft.media_id in wanted:
            found[draft.media_id] = draft
        if len(found) == len(wanted):
            break
    return found


def _offsets(listed: Sequence[Draft], wanted: Set[str]) -> list[int]:
    return sorted({place - place % PAGE_SIZE for place, draft in enumerate(listed) if draft.media_id in wanted})


def _on_pages(gateway: Gateway, offsets: Sequence[int], wanted: Set[str]) -> dict[str, Draft]:
    """Return the wanted drafts on some pages, each as it is now: a page tells the time that belongs to the text."""
    items = (draft for offset in offsets for draft in gateway.page_of_drafts(offset).items)
    return {draft.media_id: draft for draft in items if draft.media_id in wanted}
