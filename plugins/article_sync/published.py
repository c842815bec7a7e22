"""Where a draft went that is no longer in the box: the search among what the account has published.

Personal and unverified accounts may not list it (48001); then nobody can tell, and nothing follows.
https://developers.weixin.qq.com/doc/subscription/api/public/api_freepublish_batchget.html
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from plugins.article_sync.model import AccountArticle, Base, fingerprint
from plugins.shared.errors import CredentialsRefused, ListingShifted, QuotaUsedUp
from plugins.wechat.gateway import DraftArticle, Gateway

_TRIES = 3
IdIn = Callable[[str], str]
"""From an address behind 阅读原文 to our id, empty for none."""


@dataclass(frozen=True)
class Search:
    """What was found, by our id, with texts; ``complete`` tells that what is missing was not published.

    ``fresh`` are the ids of files that the state does not know, ``messages`` all that is published, by article_id,
    unless the search came to an end before.
    """

    found: Mapping[str, AccountArticle]
    complete: bool
    fresh: frozenset[str] = frozenset()
    messages: tuple[str, ...] = ()


def search_published(gateway: Gateway, wanted: Mapping[str, Base | None], id_in: IdIn) -> Search:
    """Look for our ids among the published articles; stops as soon as all were found, costs nothing for none.

    ``wanted`` maps an id to its state: an article that a person parted from its id in the console is known by title,
    author and digest. Texts come with the pages, for single ones are worth one of 100 calls a day each.

    Raises:
        ListingShifted: the list changed under our hands three times.
    """
    for attempt in range(_TRIES):
        try:
            return _listed(gateway, wanted, id_in) if wanted else Search({}, True)
        except (CredentialsRefused, QuotaUsedUp):
            return Search({}, False)
        except ListingShifted:
            if attempt == _TRIES - 1:
                raise
    return Search({}, False)


def _listed(gateway: Gateway, wanted: Mapping[str, Base | None], id_in: IdIn) -> Search:
    found: dict[str, AccountArticle] = {}
    messages = []
    words = {_words(base): article_id for article_id, base in wanted.items() if base}
    for publication in gateway.list_published():
        messages.append(publication.article_id)
        for index, article in enumerate(publication.articles):
            ours = id_in(article.content_source_url)
            article_id = ours or words.get(_shown(article), "")
            if article_id in wanted and article_id not in found and not article.is_deleted:
                found[article_id] = AccountArticle(
                    "", index, publication.update_time, article, article_id, article_id=publication.article_id
                )
        if len(found) == len(wanted):
            return Search(found, True)
    return Search(found, True, messages=tuple(messages))


def vanished(
    bases: Sequence[Base], ids_without_state: Sequence[str], drafts: Sequence[AccountArticle]
) -> dict[str, Base | None]:
    """Return what should be in the box and is not: drafts that the state knows, and files with an id."""
    present = {item.id for item in drafts}
    expected: dict[str, Base | None] = {base.id: base for base in bases if base.kind == "draft"}
    expected.update(dict.fromkeys(ids_without_state))
    return {article_id: base for article_id, base in expected.items() if article_id not in present}


def _words(base: Base) -> tuple[str, ...]:
    return tuple(base.account.get(name, "") for name in ("title", "author", "digest"))


def _shown(article: DraftArticle) -> tuple[str, ...]:
    return tuple(map(fingerprint, (article.title, article.author, article.digest)))
