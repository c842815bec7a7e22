"""An open conflict: the account's version beside the file, what both sides say, and the end of it."""

from plugins.article_sync.article_file import FOLDER
from plugins.article_sync.model import AccountArticle, Base, LocalArticle
from plugins.article_sync.pull import updated_source
from plugins.article_sync.session import Session
from plugins.article_sync.three_way import differences, merge_texts
from plugins.shared.files import digest, write_atomic
from plugins.shared.front_matter import parse_document

SUFFIX = ".account.md"
"""Files beside articles that are neither built nor pushed."""


def keep_copy(session: Session, article: LocalArticle, account: AccountArticle, base: Base | None) -> str:
    """Write the account's version beside the file, as ``<name>.account.md``, and return its path.

    A copy that a person has edited stays as it is. The state remembers that there is a conflict, and nothing else.
    """
    name = copy_name(article)
    path = session.content / name
    known = base.conflict.get("sha256") if base and base.conflict else None
    current = digest(path.read_bytes()) if path.exists() else None
    data = updated_source(session, article, account, base).encode("utf-8")
    if current is None or (current == known and current != digest(data)):
        write_atomic(path, data)
        current = digest(data)
    conflict = {"copy": name, "sha256": known if known and current != digest(data) else digest(data)}
    if base and dict(base.conflict or {}) != conflict:
        session.mark_conflict(base, conflict)
    return name


def end_conflict(
    session: Session, article: LocalArticle, base: Base | None, account: AccountArticle | None = None
) -> None:
    """Remove the copy, unless somebody worked in it.

    Without a state, one that says what the file or the ``account`` says is nobody's work.
    """
    copy = session.content / copy_name(article)
    if not copy.is_file():
        return
    known = {base.conflict.get("sha256") if base and base.conflict else ""}
    if base is None and account is not None:
        said = article.source, updated_source(session.dry(), article, account, None)
        known = {digest(text.encode("utf-8")) for text in said}
    if digest(copy.read_bytes()) in known:
        copy.unlink()


def copy_name(article: LocalArticle) -> str:
    """Return the path of the copy below content/."""
    return f"{FOLDER}/{article.slug}{SUFFIX}"


def both_versions(
    session: Session, article: LocalArticle, account: AccountArticle, base: Base | None
) -> tuple[tuple[str, str], ...]:
    """Return what both sides say where they disagree: pairs of the file's text and the account's."""
    theirs = updated_source(session.dry(), article, account, base)
    agreed = base.text if base else ""
    clashes = merge_texts(_body(agreed), article.body, _body(theirs)).clashes if agreed else ()
    pairs = clashes or differences(article.body, _body(theirs))
    words = [
        (f"{key}: {here}", f"{key}: {there}")
        for key in ("title", "author", "digest")
        if (here := getattr(article, key)) != (there := _meta(theirs, key))
    ]
    return (*words, *((ours.strip(), other.strip()) for ours, other in pairs))


def _body(source: str) -> str:
    return parse_document("", source)[0].body


def _meta(source: str, key: str) -> str:
    return str(parse_document("", source)[0].meta.get(key, "")).strip()
