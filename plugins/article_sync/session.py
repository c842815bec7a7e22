"""What one run works with: content, account, settings, state, and the small jobs that every action needs."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path

from plugins.article_sync.account import AccountReader
from plugins.article_sync.article_file import parse_article, read_article
from plugins.article_sync.base import BaseFolder
from plugins.article_sync.convert.blocks import Blocks
from plugins.article_sync.convert.from_markdown import read_markdown
from plugins.article_sync.convert.map_blocks import each_link
from plugins.article_sync.convert.to_wechat import RENDER_VERSION
from plugins.article_sync.journal import Journal
from plugins.article_sync.local_text import linked_cards, local_blocks, read_body
from plugins.article_sync.model import AccountArticle, Base, LocalArticle
from plugins.article_sync.names import LinkNames
from plugins.article_sync.options import Options
from plugins.article_sync.picture_map import PictureMap
from plugins.article_sync.settings import SyncSettings
from plugins.article_sync.themes import load_theme
from plugins.article_sync.trash import Trash
from plugins.shared.errors import ContentProblems
from plugins.shared.markdown import as_typed
from plugins.wechat.gateway import Gateway

SETTLED_S = 2
"""WeChat's times are whole seconds: a draft touched in the last two may change once more without a new time."""


def _unnoticed(_name: str) -> None:
    return None


@dataclass(frozen=True)
class Session:
    """One run over one account, begun at ``now``.

    ``on_upload`` is told the name of every picture that goes up; ``posts`` maps the media_id of a draft of several
    articles to what its files call it.
    """

    content: Path
    gateway: Gateway
    settings: SyncSettings
    now: datetime
    states: BaseFolder
    pictures: PictureMap
    reader: AccountReader
    journal: Journal
    trash: Trash
    options: Options = field(default=Options())
    on_upload: Callable[[str], None] = _unnoticed
    posts: Mapping[str, str] = field(default_factory=dict)

    @property
    def dry_run(self) -> bool:
        """Whether nothing at all may be written."""
        return self.options.dry_run

    @property
    def look(self) -> str:
        """The fingerprint of how articles look now: theme and way of rendering."""
        return f"{load_theme(self.settings.article_theme).fingerprint}.{RENDER_VERSION}"

    def dry(self) -> "Session":
        """Return this session without the right to write."""
        return replace(self, options=replace(self.options, dry_run=True))

    def compared(self, article: LocalArticle) -> Blocks:
        """Return a file's blocks with the names that the account's blocks have."""
        return local_blocks(read_body(article.body, self.settings), article.slug, self.settings, article.pictures)

    def linked(self, article: LocalArticle) -> Blocks:
        """Return the cards of products that a file's text only links to."""
        cards = linked_cards(read_body(article.body, self.settings), self.settings)
        return local_blocks(cards, article.slug, self.settings, article.pictures)

    def link_names(self, body: str, slug: str) -> LinkNames:
        """Return the finder of content references for a text."""
        targets = dict.fromkeys(map(as_typed, each_link(read_markdown(body))))
        known = {self.settings.address_of(target, slug) or target: target for target in targets}
        return LinkNames(self.settings, slug, known)

    def reread(self, path: str) -> LocalArticle:
        """Return a file as it is now. Raises ContentProblems when it cannot be read."""
        article, problems = read_article(self.content, self.content / path, self.settings)
        if article is None:
            raise ContentProblems(problems)
        return article

    def parse(self, path: str, source: str) -> LocalArticle | None:
        """Return the article that a file would be with another text, None when that text is no article."""
        return parse_article(self.content, path, source, self.settings)

    def is_settled(self, update_time: int, read_at: datetime) -> bool:
        """Tell whether a draft's time was old enough to stand for the text that was read then."""
        return 0 < update_time <= read_at.timestamp() - SETTLED_S

    def record(
        self, article: LocalArticle, account: AccountArticle, before: Base | None = None, restyled: bool = True
    ) -> None:
        """Write down what both sides hold now; ``restyled``: the account's HTML is what we render now."""
        fresh = Base(
            id=article.id,
            path=article.path,
            media_id=account.media_id,
            index=account.index,
            local=article.fingerprints,
            account=account.fingerprints if account.meaning is not None or before is None else before.account,
            text=article.source,
            kind="published" if account.article_id else "draft",
            article_id=account.article_id,
            url=account.article.url if account.article_id else "",
            update_time=account.update_time if self.is_settled(account.update_time, self.now) else 0,
            render_version=RENDER_VERSION,
            theme=self.look if restyled or before is None else before.theme,
            post=article.post,
            pictures=dict(article.pictures),
        )
        self.states.write(fresh)

    def mark_conflict(self, base: Base, conflict: Mapping[str, str]) -> None:
        """Note an open conflict; what both sides agreed on last stays as it was."""
        self.states.write(replace(base, conflict=conflict))


def body_of(source: str, body: str, new_body: str) -> str:
    """Return a file's text with another body below the same front matter."""
    head = source[: len(source) - len(body)] if body else source.rstrip("\n") + "\n\n"
    return head + new_body


def safe_name(text: str) -> str:
    """Return a text as part of a file name: ASCII letters, digits and hyphens."""
    return re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-") or "picture"
