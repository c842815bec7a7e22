"""Everything the account holds: drafts and published articles with their texts, 20 to a call, each page paid for once.

https://developers.weixin.qq.com/doc/subscription/api/public/api_freepublish_batchget.html
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from plugins.article_sync.contact.ledger import DRAFTS, PUBLISHED, Ledger
from plugins.article_sync.model import AccountArticle
from plugins.shared.errors import CredentialsRefused, ListingShifted
from plugins.shared.language import say
from plugins.wechat import Gateway, Page

_TRIES = 3
_NOT_OPEN = 48001
IdIn = Callable[[str], str]
"""From an address behind 阅读原文 to our id, empty for none."""


@dataclass(frozen=True)
class History:
    """Every article, drafts first, texts not yet understood; ``deleted`` counts those that were taken back.

    ``complete`` is False where the account may not list what it has published.
    """

    items: tuple[AccountArticle, ...]
    deleted: int
    complete: bool


def read_history(gateway: Gateway, ledger: Ledger, id_in: IdIn) -> History:
    """Return all drafts and published articles.

    Raises:
        ListingShifted: a list changed under our hands three times.
        AccountError: WeChat refused; what was read so far is in the ledger.
    """
    drafts = _listed(ledger, DRAFTS, gateway.page_of_drafts, lambda draft: draft.media_id)
    published = _published(gateway, ledger)
    items = [
        replace(
            AccountArticle(draft.media_id, index, draft.update_time, article, id_in(article.content_source_url)),
            neighbours=len(draft.articles) - 1,
        )
        for draft in drafts
        for index, article in enumerate(draft.articles)
    ]
    items += [
        AccountArticle(
            "", index, one.update_time, article, id_in(article.content_source_url), article_id=one.article_id
        )
        for one in published
        for index, article in enumerate(one.articles)
    ]
    kept = tuple(item for item in items if not item.article.is_deleted)
    return History(kept, len(items) - len(kept), not ledger.closed)


def _published(gateway: Gateway, ledger: Ledger) -> list[Any]:
    if ledger.closed:
        return []
    try:
        return _listed(ledger, PUBLISHED, gateway.page_of_published, lambda one: one.article_id)
    except CredentialsRefused as refused:
        if refused.errcode != _NOT_OPEN:
            raise
        ledger.keep_closed()
        return []


def _listed(ledger: Ledger, kind: str, ask: Callable[[int], Page[Any]], key: Callable[[Any], str]) -> list[Any]:
    """Return a whole list; every page must tell the same total, and that many must be there."""
    for _ in range(_TRIES):
        pages = ledger.pages.get(kind, [])
        while not pages or sum(len(page.items) for page in pages) < pages[-1].total:
            ledger.keep_page(kind, ask(sum(len(page.items) for page in pages)))
            pages = ledger.pages[kind]
        found = {key(item): item for page in pages for item in page.items}
        if {page.total for page in pages} == {len(found)}:
            return list(found.values())
        ledger.forget_pages(kind)
    raise ListingShifted(
        say("公众号的列表在读取时一直在变。请稍后再运行。", "the account's list kept changing; run again later.")
    )
