"""The draft that is to be published: what is in it, and whether it is what both sides agreed on."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from plugins.article_sync.identity import id_in
from plugins.article_sync.model import AccountArticle, Base, LocalArticle, changed
from plugins.article_sync.session import Session
from plugins.shared.errors import NotFound, UsageProblem
from plugins.shared.language import say
from plugins.wechat import PublishStatus


class NotInSync(UsageProblem):
    """File and draft are not what both sides agreed on; publishing would send out something nobody has read."""

    exit_code = 1


@dataclass(frozen=True)
class PublishedDraft:
    """Every article of one draft, with its file and state where it has them, in the draft's order."""

    media_id: str
    items: tuple[AccountArticle, ...]
    files: tuple[tuple[LocalArticle, Base], ...]

    @property
    def titles(self) -> tuple[str, ...]:
        """The titles of all articles, for they are published together."""
        return tuple(item.article.title for item in self.items)


def read_draft(session: Session, media_id: str, bases: Sequence[Base], files: Sequence[LocalArticle]) -> PublishedDraft:
    """Return the draft as it is now. Raises NotFound."""
    articles = session.gateway.get_draft(media_id)
    bare = [AccountArticle(media_id, index, 0, article) for index, article in enumerate(articles)]
    by_id = {article.id: article for article in files if article.id}
    mine = [base for base in bases if base.media_id == media_id and base.kind == "draft" and base.id in by_id]
    items = tuple(map(session.reader.with_meaning, bare))
    return PublishedDraft(media_id, items, tuple((by_id[base.id], base) for base in mine))


def check_agreed(draft: PublishedDraft) -> None:
    """Return when every file and its article are what the last sync recorded.

    Raises:
        NotInSync: one side was edited since, or there is an open conflict.
    """
    for article, base in draft.files:
        here = article.fingerprints != dict(base.local)
        there = base.index >= len(draft.items) or _was_edited(base, draft.items[base.index])
        if base.conflict or here or there:
            raise NotInSync(
                say(
                    f"{article.path}: 文件和草稿上次同步之后又改过（或有冲突）。先 sync，再 publish。",
                    f"{article.path}: edited since the last sync, or in conflict. Run sync first, then publish.",
                )
            )


def record_published(session: Session, draft: PublishedDraft, status: PublishStatus) -> dict[str, str]:
    """Write down that the draft's articles are published; return their permanent addresses by path."""
    found = {}
    for article, base in draft.files:
        url = status.urls[base.index] if base.index < len(status.urls) else ""
        after = replace(base, kind="published", media_id="", article_id=status.article_id, url=url, update_time=0)
        session.states.write(after)
        found[article.path] = url
    return found


def find_published(session: Session, article_id: str) -> PublishStatus | None:
    """Return what became of a draft that may have been published, found by our id; None when it was not."""
    for publication in session.gateway.list_published(with_content=False):
        for article in publication.articles:
            if id_in(article.content_source_url, session.settings) == article_id and not article.is_deleted:
                urls = tuple(one.url for one in publication.articles)
                return PublishStatus(0, publication.article_id, urls)
    return None


def is_in_box(session: Session, media_id: str) -> bool:
    """Tell whether the draft is still there."""
    try:
        session.gateway.get_draft(media_id)
    except NotFound:
        return False
    return True


def _was_edited(base: Base, item: AccountArticle) -> bool:
    return bool(set(changed(base.account, item.fingerprints)) - {"html"})
