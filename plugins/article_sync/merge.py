"""Both sides edited one article in different places: one text with both edits."""

from dataclasses import dataclass

from plugins.article_sync.article_file import encode
from plugins.article_sync.conflict import end_conflict
from plugins.article_sync.model import AccountArticle, Base, LocalArticle, changed
from plugins.article_sync.pull import updated_source
from plugins.article_sync.push import update_draft
from plugins.article_sync.session import Session, body_of
from plugins.article_sync.three_way import merge_texts
from plugins.shared.errors import FileChangedMeanwhile
from plugins.shared.files import replace_unchanged
from plugins.shared.front_matter import set_scalar
from plugins.shared.language import say

_KEYS = ("title", "author", "digest", "cover")


@dataclass(frozen=True)
class Merge:
    """The merged file, and the account's version as a file: what the state agrees on before the merge is pushed."""

    source: str
    theirs: LocalArticle


def find_merge(session: Session, article: LocalArticle, account: AccountArticle, base: Base) -> Merge | None:
    """Return the merge of disjoint edits, None when both sides touched the same place."""
    agreed = session.parse(article.path, base.text)
    if agreed is None or agreed.fingerprints["pictures"] != base.local.get("pictures"):
        return None  # a picture was replaced under the same name: who has which cannot be told from the texts
    source = updated_source(session, agreed, account, base)
    theirs = session.parse(article.path, source)
    here = set(changed(base.local, article.fingerprints)) & set(_KEYS)
    there = set(changed(base.account, account.fingerprints)) & set(_KEYS)
    if theirs is None or any(getattr(article, key) != getattr(theirs, key) for key in here & there):
        return None
    body = merge_texts(agreed.body, article.body, theirs.body)
    if body.clashes:
        return None
    merged = body_of(article.source, article.body, body.text)
    for key in sorted(there - here):
        if getattr(theirs, key) != getattr(article, key):
            merged = set_scalar(merged, key, getattr(theirs, key))
    return Merge(merged, theirs) if session.parse(article.path, merged) else None


def merge_article(session: Session, article: LocalArticle, account: AccountArticle, base: Base) -> tuple[str, bool]:
    """Write the merged text to both sides; return it, and whether the draft reads back as it was meant.

    The account's version is agreed on in between, so that a run that is killed here goes on with a push.

    Raises:
        FileChangedMeanwhile: the edits are no longer disjoint.
    """
    found = find_merge(session, article, account, base)
    if found is None:
        zh, en = (
            "两边的改动现在有重叠，没有合并。请再运行一次。",
            "the edits overlap now; nothing was merged. Run again.",
        )
        raise FileChangedMeanwhile(f"{article.path}: {say(zh, en)}")
    path = session.content / article.path
    before = path.read_bytes()
    session.trash.keep_file(article.slug, before)
    replace_unchanged(path, encode(found.source, before), article.sha256)
    session.record(found.theirs, account, base, restyled=False)
    end_conflict(session, article, base)
    merged = session.reread(article.path)
    if merged.fingerprints == found.theirs.fingerprints:
        return found.source, True
    return found.source, update_draft(session, merged, account, base)
