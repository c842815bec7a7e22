"""What has happened to the account's side of an article since it was agreed on. Pure."""

from collections.abc import Sequence

from plugins.article_sync.match import Situation
from plugins.article_sync.model import AccountArticle, Base, changed


def account_change(base: Base, account: AccountArticle) -> str:
    """Return ``same``, ``drift`` or ``edited``. Comment flags are the console's: no edit of the article."""
    if account.meaning is None:
        return "same"
    different = changed(base.account, account.fingerprints)
    if set(different) - {"html", "comments"}:
        return "edited"
    return "drift" if different else "same"


def edited_at_publishing(base: Base, account: AccountArticle) -> bool:
    """Published messages tell no media_id of the cover and no comment flags: only words count."""
    words = {"title", "author", "digest", "meaning"}
    return account.meaning is not None and bool(words & set(changed(base.account, account.fingerprints)))


def both_edited(situation: Situation) -> bool:
    """Tell whether a draft and its file were both edited since the last sync."""
    base, local, account = situation.base, situation.local, situation.account
    if base is None or local is None or account is None or account.article_id or base.kind != "draft":
        return False
    return bool(changed(base.local, local.fingerprints)) and account_change(base, account) == "edited"


def readable(fields: Sequence[str]) -> tuple[str, ...]:
    """Return the names of fields as people know them."""
    return tuple("body" if name == "meaning" else name for name in fields if name not in ("html", "comments"))
