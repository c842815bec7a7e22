"""Articles that are public: WeChat's text cannot change any more, the site's can, and says so."""

from dataclasses import replace

from plugins.article_sync.conflict import end_conflict
from plugins.article_sync.model import AccountArticle, Base, LocalArticle
from plugins.article_sync.push import set_key
from plugins.article_sync.redirects import lead_on
from plugins.article_sync.session import Session
from plugins.shared.validation import SHANGHAI

CORRECTED = "corrected"
"""The key that holds the day of a correction; the site shows it."""


def freeze(session: Session, article: LocalArticle, account: AccountArticle | None, base: Base | None) -> None:
    """Note the day of a correction in the file, and the correction in the state: it is told once.

    What was agreed on stays the text that WeChat shows.
    """
    article = set_key(session, article, CORRECTED, f"{session.now.astimezone(SHANGHAI):%Y-%m-%d}")
    end_conflict(session, article, base)
    if base is None and account is not None:
        session.record(article, account)
    elif base is not None:
        known = _published(base, account) if account else base
        known = replace(known, kind="published", path=article.path, conflict=None, pictures=None)
        session.states.write(replace(known, local=article.fingerprints))


def bury(session: Session, account: AccountArticle | None, base: Base) -> None:
    """Note that a published article's file was deleted: the site leads its address on."""
    lead_on(session, base.path)
    session.states.write(replace(_published(base, account) if account else base, kind="tombstone", conflict=None))


def record_again(session: Session, article: LocalArticle, base: Base) -> None:
    """Note where the file of a published article is now."""
    session.states.write(replace(base, kind="published", path=article.path))


def _published(base: Base, account: AccountArticle) -> Base:
    url = account.article.url
    return replace(base, kind="published", media_id="", index=account.index, article_id=account.article_id, url=url)
