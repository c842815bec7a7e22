"""Calls with a good token: which may be sent again, which never, and listings read page by page."""

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import Any

from plugins.wechat.api_client import ApiClient
from plugins.wechat.article_json import number, unreadable
from plugins.wechat.attempts import Renewal, Result, persist
from plugins.wechat.gateway import PAGE_SIZE


class Calls:
    """The API of one account. Ids that this process made itself are known to exist: see ``fresh``."""

    def __init__(self, client: ApiClient, sleep: Callable[[float], object]) -> None:
        self.client = client
        self.sleep = sleep
        self._fresh: set[str] = set()

    def read(self, doing: str, send: Callable[[], object], uses: Iterable[str] = ()) -> Result:
        """Return the result of a call that may be sent more than once; ``uses`` are the ids that it relies on."""
        return self._call(doing, send, True, frozenset(uses))

    def once(self, doing: str, send: Callable[[], object], uses: Iterable[str] = ()) -> Result:
        """Return the result of a call that must not be sent again after an unclear answer."""
        return self._call(doing, send, False, frozenset(uses))

    def fresh(self, media_id: str) -> str:
        """Note that an id was given out just now, and return it.

        Until it was used once, 40007 about it means that WeChat's servers have not all heard of it
        (community-reported), so a refused call is sent again after a pause.
        """
        self._fresh.add(media_id)
        return media_id

    def page(self, doing: str, ask: Callable[..., object], offset: int) -> tuple[list[Any], int]:
        """Return the items of one page of a listing, and the total as it tells it."""
        answer = self.read(doing, partial(ask, offset=offset, count=PAGE_SIZE))
        items, total = answer.get("item"), number(answer, "total_count")
        if not isinstance(items, list) or (not items and offset < total):
            raise unreadable(doing)
        return items, total

    def pages(self, doing: str, ask: Callable[..., object]) -> Iterator[tuple[list[Any], int]]:
        """Yield every page of a listing."""
        offset, total = 0, 1
        while offset < total:
            items, total = self.page(doing, ask, offset)
            yield items, total
            offset += len(items)

    def _call(self, doing: str, send: Callable[[], object], repeatable: bool, uses: frozenset[str]) -> Result:
        """Make a call with a good token; a refused one is fetched again, then forced once, then given up."""
        renewals = self._renewals(self.client.access_token)
        settling = bool(uses & self._fresh)
        result = persist(doing, send, repeatable=repeatable, sleep=self.sleep, renewals=renewals, settling=settling)
        self._fresh -= uses
        return result

    def _renewals(self, used: str) -> Iterator[Renewal]:
        """Yield what to do about a refused token, and then about the one that took its place."""
        for force in (False, True):
            yield partial(self.client.fetch_access_token, used, force)
            used = self.client.access_token
