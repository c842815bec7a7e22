"""What the account holds after a write: recorded, and told apart from what somebody wrote in that moment."""

import re
from collections import Counter
from dataclasses import replace

from plugins.article_sync.model import AccountArticle, Base, LocalArticle
from plugins.article_sync.session import Session
from plugins.wechat.gateway import DraftArticle

_LETTER = re.compile(r"\w")


def read_back(
    session: Session, article: LocalArticle, sent: DraftArticle, back: AccountArticle, base: Base | None
) -> bool:
    """Record what the account holds after a write, and tell whether it says what the file says.

    Words that were not sent are an edit in the console between the write and this look. The state keeps what was sent
    then: the final comparison tells of the edit, and the next run brings it home.
    """
    edited = _says_more(article, sent, back)
    session.record(article, _as_sent(article, sent, back) if edited else back, base)
    session.journal.end(article.id)
    return edited or back.meaning == article.meaning


def _says_more(article: LocalArticle, sent: DraftArticle, back: AccountArticle) -> bool:
    """Tell whether there are letters that were not sent; a digest that we left empty is WeChat's own."""
    now = back.article
    theirs = "".join((now.title, now.author, now.digest if sent.digest else "", back.meaning or ""))
    ours = "".join((sent.title, sent.author, sent.digest, article.meaning))
    return bool(Counter(_LETTER.findall(theirs)) - Counter(_LETTER.findall(ours)))


def _as_sent(article: LocalArticle, sent: DraftArticle, back: AccountArticle) -> AccountArticle:
    digest = sent.digest or back.article.digest
    fields = replace(back.article, title=sent.title, author=sent.author, digest=digest)
    return replace(back, article=fields, meaning=article.meaning)
