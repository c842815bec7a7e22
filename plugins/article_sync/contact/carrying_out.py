"""What comes of each pair: a file for what is new, an id and a record for what is the same, both texts kept otherwise.

Files and state are written, the account never.
"""

from dataclasses import replace

from plugins.article_sync.conflict import end_conflict, keep_copy
from plugins.article_sync.contact.choices import Choices
from plugins.article_sync.contact.pairing import Link, Pair
from plugins.article_sync.contact.report import ContactLine, Outcome
from plugins.article_sync.identity import new_id
from plugins.article_sync.model import AccountArticle, Base, LocalArticle, same_content
from plugins.article_sync.pull import new_file
from plugins.article_sync.push import ensure_id
from plugins.article_sync.session import Session
from plugins.shared.errors import WeizhanError
from plugins.shared.files import digest, replace_unchanged


def carry_out(session: Session, pair: Pair, choices: Choices) -> ContactLine:
    """Do what a pair needs and return the report's line. Raises WeizhanError."""
    local, item = pair.local, pair.item
    if pair.link is Link.RECORDED:
        return _line(pair, Outcome.KNOWN)
    if local is None or (pair.link is Link.LIKELY and choices.apart(local.path)):
        return _import(session, pair, choices)
    if pair.link is Link.LIKELY and not choices.same(local.path):
        return _line(pair, Outcome.ASKS)
    if same_content(local, item, session.settings.author):
        if not session.dry_run:
            _record_same(session, local, session.reader.with_meaning(item))
        return _line(pair, Outcome.PAIRED)
    if not session.dry_run:
        _keep_both(session, local, session.reader.with_meaning(item))
    return _line(pair, Outcome.DIFFERS)


def _record_same(session: Session, local: LocalArticle, item: AccountArticle) -> None:
    """Record that both sides agree. A conflict's copy that says no more goes; one that somebody worked in stays."""
    article = ensure_id(session, local)
    end_conflict(session, article, None, item)
    session.record(article, item)


def _import(session: Session, pair: Pair, choices: Choices) -> ContactLine:
    """Write a new file and its record; an existing file is never overwritten."""
    item = pair.item
    article_id = item.id or new_id()
    path, source = new_file(session, item, article_id, status="" if choices.shows(item) else "draft")
    if item.article.kind != "news":
        source = source.replace("\nid: ", "\nwechat: off\nid: ", 1)
    if not session.dry_run:
        data = source.encode("utf-8")
        session.journal.begin(
            article_id,
            op="import",
            path=path,
            media_id=item.media_id,
            message=item.article_id,
            index=str(item.index),
            sha256=digest(data),
        )
        replace_unchanged(session.content / path, data, None)
        _record_import(session, path, article_id, item)
    return replace(_line(pair, Outcome.IMPORTED), path=path, shown=choices.shows(item))


def _record_import(session: Session, path: str, article_id: str, item: AccountArticle) -> None:
    """Record what was just imported. A file that cannot be read back is no article: it goes, the error stays."""
    try:
        session.record(session.reread(path), session.reader.with_meaning(item))
    except WeizhanError:
        (session.content / path).unlink()
        session.journal.end(article_id)
        raise
    session.journal.end(article_id)


def _keep_both(session: Session, local: LocalArticle, item: AccountArticle) -> None:
    """Put the account's text beside the file and record that the two belong together.

    For a draft nothing was ever agreed on, so that both sides count as edited until a person has decided. What is
    published stays as it is, so the file is taken as the site's own version of it.
    """
    article = ensure_id(session, local)
    if item.article_id:
        keep_copy(session, article, item, None)
        session.record(article, item)
        return
    base = Base(article.id, article.path, item.media_id, item.index, local={}, account={})
    session.states.write(base)
    keep_copy(session, article, item, base)


def _line(pair: Pair, outcome: Outcome) -> ContactLine:
    item, local = pair.item, pair.local
    return ContactLine(
        outcome, local.path if local else "", item.article.title, bool(item.article_id), item.update_time
    )
