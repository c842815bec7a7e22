"""Drafts that a person wants gone, and articles that leave the sync."""

from plugins.article_sync.article_file import DETACHED
from plugins.article_sync.model import AccountArticle, Base, LocalArticle
from plugins.article_sync.push import read_again, set_key
from plugins.article_sync.session import Session


def delete_draft(session: Session, account: AccountArticle, base: Base) -> None:
    """Delete a draft, after a copy of it as it is now went to the trash. WeChat has no recycle bin.

    Raises:
        MovedMeanwhile: it was edited since the plan.
    """
    session.trash.keep_account(read_again(session, base.path, account, base))
    session.gateway.delete_draft(account.media_id)
    session.states.remove(base.id)


def detach(session: Session, article: LocalArticle, base: Base) -> None:
    """Keep the file out of WeChat from now on; it stays on the site."""
    set_key(session, article, "wechat", DETACHED)
    session.states.remove(base.id)
