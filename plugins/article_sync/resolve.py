"""Carrying out what a person decided about a conflict."""

from dataclasses import replace

from plugins.article_sync.article_file import FOLDER
from plugins.article_sync.conflict import end_conflict
from plugins.article_sync.identity import new_id
from plugins.article_sync.model import AccountArticle, Base, LocalArticle
from plugins.article_sync.pull import free_slug, updated_source
from plugins.article_sync.push import create_draft, update_draft
from plugins.article_sync.session import Session
from plugins.shared.errors import ContentProblems, Problem
from plugins.shared.files import replace_unchanged
from plugins.shared.front_matter import set_scalar
from plugins.shared.language import say


def keep_both(session: Session, article: LocalArticle, account: AccountArticle, base: Base | None) -> str:
    """Push the file, and keep the account's version as an article of its own; return that one's path.

    The new file is written first: from then on no step can lose a word.
    """
    slug = free_slug(session.content, f"{article.slug}-account")
    path = f"{FOLDER}/{slug}.md"
    source = set_scalar(updated_source(session, article, account, base), "id", new_id())
    replace_unchanged(session.content / path, set_scalar(source, "status", "draft").encode("utf-8"), None)
    update_draft(session, article, account, base)
    end_conflict(session, article, base, account)
    create_draft(session, session.reread(path))
    return path


def restored_source(session: Session, account: AccountArticle, base: Base) -> tuple[LocalArticle, str]:
    """Return a deleted file as it was agreed on last, and its text with the account's edits.

    Raises:
        ContentProblems: the text in the state is no article.
    """
    agreed = session.parse(base.path, base.text)
    if agreed is None:
        zh, en = "同步记录里的文本读不出来，请从 git 恢复这个文件。", "its text in the state is unreadable; use git."
        raise ContentProblems([Problem(base.path, 1, say(zh, en))])
    return agreed, updated_source(session, agreed, account, base)


def restore_file(session: Session, account: AccountArticle, base: Base) -> tuple[str, str]:
    """Write a deleted file again, with what the account says; return its path and text."""
    account = account if account.meaning is not None else session.reader.read_one(account.media_id, account.index)
    _, source = restored_source(session, account, base)
    taken = (session.content / base.path).exists()
    slug = base.path.rpartition("/")[2].removesuffix(".md")
    path = f"{FOLDER}/{free_slug(session.content, slug)}.md" if taken else base.path
    replace_unchanged(session.content / path, source.encode("utf-8"), None)
    session.record(session.reread(path), account, replace(base, conflict=None), restyled=False)
    return path, source
