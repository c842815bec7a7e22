"""The account's side: every draft as values, listed completely or not at all."""

from collections.abc import Callable, Mapping, Set
from dataclasses import dataclass, replace

from plugins.article_sync.bodies import find_bodies, read_bodies
from plugins.article_sync.convert.canonical import canonical_html
from plugins.article_sync.convert.meaning import meaning, read_wechat
from plugins.article_sync.model import AccountArticle, fingerprint
from plugins.shared.errors import AnswerUnclear
from plugins.wechat.gateway import PAGE_SIZE, Draft, DraftArticle, Gateway

_TRIES = 3
Identify = Callable[[str, int, DraftArticle], str]
"""From media_id, index and article to our id, empty for an unknown one."""
KeyOf = Callable[[str], str]
"""From a picture's address to what identifies it on both sides."""


@dataclass(frozen=True)
class AccountReader:
    """Reads articles with the names that this project gives to them and to their pictures."""

    gateway: Gateway
    identify: Identify
    key_of: KeyOf

    def read(self, known: Mapping[str, int], left_alone: Set[str] = frozenset()) -> list[AccountArticle]:
        """Return every article of every draft, in order of media_id and index.

        ``known`` maps media_id to the update_time at which its text is known, 0 for one that is not. The bodies of
        drafts that still have that time are not fetched, nor are those of articles whose ids are ``left_alone``.

        Raises:
            AnswerUnclear: the list changed under our hands three times; nothing may be concluded from it.
        """
        with_content = sum(not time for time in known.values()) * PAGE_SIZE >= len(known)
        drafts = self._listing(with_content, known)
        wanted = {one.media_id for one in drafts if not _is_known(one, known) and self._matters(one, left_alone)}
        full = {one.media_id: one for one in drafts} if with_content else read_bodies(self.gateway, drafts, wanted)
        found = []
        for draft in sorted(drafts, key=lambda one: one.media_id):
            found += self._items(full[draft.media_id]) if draft.media_id in wanted else self._items(draft, False)
        return found

    def find_written(self, media_ids: Set[str]) -> list[AccountArticle]:
        """Return the articles of drafts that were written just now, in order of media_id and index.

        What is not among the drafts any more is left out.
        """
        found = find_bodies(self.gateway, media_ids)
        return [item for _, draft in sorted(found.items()) for item in self._items(draft)]

    def read_one(self, media_id: str, index: int, update_time: int = 0) -> AccountArticle:
        """Return one article as it is now. Raises NotFound."""
        return self.read_draft(media_id, update_time)[index]

    def read_draft(self, media_id: str, update_time: int = 0) -> list[AccountArticle]:
        """Return all articles of a draft as they are now. Raises NotFound."""
        draft = Draft(media_id, update_time, self.gateway.get_draft(media_id))
        return self._items(draft)

    def find(self, article_id: str) -> AccountArticle | None:
        """Return the article with our id, None where it was not seen; used after an unclear answer.

        A draft that was just made usually stands on the first page, so that nothing more is asked for.
        """
        for draft in self.gateway.list_drafts(with_content=False):
            for item in self._items(draft, False):
                if item.id == article_id:
                    return self.read_one(item.media_id, item.index, item.update_time)
        return None

    def listed(self) -> list[AccountArticle]:
        """Return every article of every draft, in order, without texts."""
        return [item for draft in self._listing(False, {}) for item in self._items(draft, False)]

    def with_meaning(self, item: AccountArticle) -> AccountArticle:
        """Return an item with the meaning and the canonical HTML of its text."""
        content = item.article.content
        said, html = meaning(read_wechat(content, self.key_of)), fingerprint(canonical_html(content))
        return replace(item, meaning=said, html=html)

    def _matters(self, draft: Draft, left_alone: Set[str]) -> bool:
        articles = [(index, one) for index, one in enumerate(draft.articles) if one.kind == "news"]
        return any(self.identify(draft.media_id, index, one) not in left_alone for index, one in articles)

    def _items(self, draft: Draft, with_texts: bool = True) -> list[AccountArticle]:
        """Return a draft's articles, with what their texts mean if they were read. 贴图 are no articles of ours."""
        items = [
            AccountArticle(
                draft.media_id,
                index,
                draft.update_time,
                article,
                self.identify(draft.media_id, index, article),
                neighbours=len(draft.articles) - 1,
            )
            for index, article in enumerate(draft.articles)
            if article.kind == "news"
        ]
        return [self.with_meaning(item) for item in items] if with_texts else items

    def _listing(self, with_content: bool, known: Mapping[str, int]) -> list[Draft]:
        """Return all drafts; the count before and after must be that of the ids collected.

        Bodies of known texts are dropped at once: of thousands of drafts few are wanted.
        """
        for _ in range(_TRIES):
            before = self.gateway.count_drafts()
            listed = self.gateway.list_drafts(with_content=with_content)
            drafts = {one.media_id: _bare(one) if _is_known(one, known) else one for one in listed}
            if len(drafts) == before and (not drafts or self.gateway.count_drafts() == before):
                return list(drafts.values())
        raise AnswerUnclear(
            "草稿箱在读取时一直在变，这次什么都没有做。请稍后再运行。/ The draft box kept changing; run again."
        )


def _is_known(draft: Draft, known: Mapping[str, int]) -> bool:
    time = known.get(draft.media_id, 0)
    return bool(time) and time == draft.update_time


def _bare(draft: Draft) -> Draft:
    return replace(draft, articles=tuple(replace(one, content="") for one in draft.articles))
