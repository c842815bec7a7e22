"""What was published 已发表, and how a draft gets there.

https://developers.weixin.qq.com/doc/subscription/api/public/api_freepublish_submit.html and its neighbours
"""

from collections.abc import Callable, Iterator, Mapping
from functools import partial
from typing import Any

from plugins.shared.errors import ListingShifted
from plugins.wechat.article_json import articles_from_json, number, unreadable
from plugins.wechat.calls import Calls
from plugins.wechat.gateway import DraftArticle, Page, Publication, PublishStatus
from plugins.wechat.hosts import secure


class PublishedList:
    """The published messages of one account; verified accounts only, else CredentialsRefused (48001)."""

    _calls: Calls

    def count_published(self) -> int:
        """Return how many messages were published, by asking for one without its content."""
        ask = partial(self._calls.client.freepublish.batchget, 0, 1, no_content=1)
        total = self._calls.read("freepublish/batchget", ask).get("total_count")
        if not isinstance(total, int):
            raise unreadable("freepublish/batchget")
        return total

    def list_published(self, with_content: bool = True) -> Iterator[Publication]:
        """Yield every published message once, 20 to a request."""
        doing, seen, totals = "freepublish/batchget", set[str](), set[int]()
        for page, total in self._calls.pages(doing, self._ask_published(with_content)):
            totals.add(total)
            for item in page:
                publication = _publication(item, doing)
                if publication.article_id not in seen:
                    seen.add(publication.article_id)
                    yield publication
        if totals != {len(seen)}:
            raise ListingShifted(
                f"{doing}: 列表在读取时变了，请重新运行。/ the list changed while it was read; run again."
            )

    def page_of_published(self, offset: int, with_content: bool = True) -> Page[Publication]:
        """Return up to 20 published messages from an offset on."""
        doing = "freepublish/batchget"
        items, total = self._calls.page(doing, self._ask_published(with_content), offset)
        return Page(total, tuple(_publication(item, doing) for item in items))

    def get_published(self, article_id: str) -> tuple[DraftArticle, ...]:
        """Return the articles of one published message."""
        ask = partial(self._calls.client.freepublish.getarticle, article_id)
        return articles_from_json(self._calls.read("freepublish/getarticle", ask), "freepublish/getarticle")

    def publish_draft(self, media_id: str) -> str:
        """Submit a draft for 发表 and return the task's publish_id."""
        ask = partial(self._calls.client.freepublish.submit, media_id)
        answer = self._calls.once("freepublish/submit", ask, [media_id])
        return _task_id(answer.get("publish_id"))

    def publish_status(self, publish_id: str) -> PublishStatus:
        """Return how a publishing task stands."""
        doing = "freepublish/get"
        answer = self._calls.read(doing, partial(self._calls.client.freepublish.get, publish_id))
        status = answer.get("publish_status")
        if not isinstance(status, int):
            raise unreadable(doing)
        failed = tuple(one for one in _list(answer.get("fail_idx")) if isinstance(one, int))
        return PublishStatus(status, str(answer.get("article_id") or ""), _urls(answer), failed)

    def _ask_published(self, with_content: bool) -> Callable[..., object]:
        return partial(self._calls.client.freepublish.batchget, no_content=0 if with_content else 1)


def _publication(item: Any, doing: str) -> Publication:
    if not isinstance(item, Mapping) or not isinstance(item.get("content"), Mapping) or "article_id" not in item:
        raise unreadable(doing)
    articles = articles_from_json(item["content"], doing)
    return Publication(str(item["article_id"]), number(item, "update_time"), articles)


def _task_id(value: object) -> str:
    """Return a publish_id as text; the official page shows it as text and as a number."""
    if not isinstance(value, int | str) or not str(value):
        raise unreadable("freepublish/submit")
    return str(value)


def _urls(answer: Mapping[str, Any]) -> tuple[str, ...]:
    detail = answer.get("article_detail")
    items = _list(detail.get("item")) if isinstance(detail, Mapping) else []
    ordered = sorted((item for item in items if isinstance(item, Mapping)), key=lambda item: number(item, "idx"))
    return tuple(secure(str(item.get("article_url") or "")) for item in ordered)


def _list(value: object) -> list[Any]:
    return value if isinstance(value, list) else []
