"""The draft box 草稿箱.

https://developers.weixin.qq.com/doc/subscription/api/draftbox/draftmanage/api_draft_add.html and its neighbours
"""

from collections.abc import Callable, Iterator, Sequence
from functools import partial

from plugins.wechat.article_json import article_to_json, articles_from_json, drafts_from_json, held, unreadable
from plugins.wechat.calls import Calls
from plugins.wechat.gateway import Draft, DraftArticle, Page


class DraftBox:
    """The drafts of one account."""

    _calls: Calls

    def count_drafts(self) -> int:
        """Return how many drafts the account holds."""
        total = self._calls.read("draft/count", self._calls.client.draft.count).get("total_count")
        if not isinstance(total, int):
            raise unreadable("draft/count")
        return total

    def list_drafts(self, with_content: bool = True) -> Iterator[Draft]:
        """Yield every draft, 20 to a request; each once, even when the list shifts meanwhile."""
        seen: set[str] = set()
        for page, _ in self._calls.pages("draft/batchget", self._ask_drafts(with_content)):
            for draft in drafts_from_json(page, "draft/batchget"):
                if draft.media_id not in seen:
                    seen.add(draft.media_id)
                    yield draft

    def page_of_drafts(self, offset: int, with_content: bool = True) -> Page[Draft]:
        """Return up to 20 drafts from an offset on."""
        items, total = self._calls.page("draft/batchget", self._ask_drafts(with_content), offset)
        return Page(total, tuple(drafts_from_json(items, "draft/batchget")))

    def get_draft(self, media_id: str) -> tuple[DraftArticle, ...]:
        """Return the articles of one draft."""
        answer = self._calls.read("draft/get", lambda: self._calls.client.draft.get(media_id), [media_id])
        return articles_from_json(answer, "draft/get")

    def add_draft(self, articles: Sequence[DraftArticle]) -> str:
        """Create a draft and return its media_id."""
        body = {"articles": [article_to_json(article) for article in articles]}
        covers = [article.thumb_media_id for article in articles]
        answer = self._calls.once("draft/add", lambda: self._calls.client.post("draft/add", data=body), covers)
        return self._calls.fresh(held(answer, "media_id", "draft/add"))

    def update_draft(self, media_id: str, article: DraftArticle, index: int = 0) -> None:
        """Replace the article at ``index`` as a whole; saying it twice does no harm."""
        sent = article_to_json(article)
        uses = [media_id, article.thumb_media_id]
        self._calls.read("draft/update", lambda: self._calls.client.draft.update(media_id, index, sent), uses)

    def delete_draft(self, media_id: str) -> None:
        """Delete a draft for good."""
        self._calls.once("draft/delete", lambda: self._calls.client.draft.delete(media_id))

    def _ask_drafts(self, with_content: bool) -> Callable[..., object]:
        return partial(self._calls.client.draft.batchget, no_content=0 if with_content else 1)
