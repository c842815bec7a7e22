"""The decision table: what each article needs so that both sides agree. Pure, and the only place that decides."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum

from plugins.article_sync.model import AccountArticle, Base, Fingerprints, LocalArticle, same_content


class Action(Enum):
    """What is done about an article. ``REPORT`` touches neither side."""

    NOTHING = "nothing"
    CREATE = "create"
    PUSH = "push"
    PULL = "pull"
    IMPORT = "import"
    RECORD = "record"
    CONFLICT = "conflict"
    REPORT = "report"


@dataclass(frozen=True)
class Situation:
    """All that is known about one article; ``accounts`` holds every account item with its id.

    ``sent`` is what a run that was killed had just sent: the file's fingerprints, and ``meaning``.
    """

    key: str
    base: Base | None = None
    local: LocalArticle | None = None
    accounts: tuple[AccountArticle, ...] = ()
    id_lost: bool = False
    sent: Fingerprints | None = None

    @property
    def account(self) -> AccountArticle | None:
        """The account's side when there is exactly one."""
        return self.accounts[0] if len(self.accounts) == 1 else None


@dataclass(frozen=True)
class Decision:
    """A row of the table: its number, the action, and the fields that differ from the base on either side."""

    rule: int
    name: str
    action: Action
    fields: tuple[str, ...] = ()


def decide(situation: Situation, author: str = "") -> Decision:
    """Return the row of the decision table that a situation falls into.

    ``author`` is the one that stands in where an article names none.
    """
    base, local, account = situation.base, situation.local, situation.account
    # Two account items carry one id: no telling which is meant.
    if len(situation.accounts) > 1:
        return Decision(24, "duplicate id", Action.REPORT)
    # A file that was synced before has lost its id; creating it again would double the article.
    if situation.id_lost:
        return Decision(23, "id lost", Action.REPORT)
    # The editor keeps this article out of WeChat; its counterpart is no orphan either.
    if local is not None and not local.wechat:
        return Decision(26, "opted out", Action.NOTHING)
    if base is None:
        return _first_contact(local, account, author, situation.sent)
    if local is None:
        return _without_file(base, account)
    if account is None:
        return _without_account(base, local)
    return _both(base, local, account, author)


def _first_contact(
    local: LocalArticle | None, account: AccountArticle | None, author: str, sent: Fingerprints | None
) -> Decision:
    if local is not None and account is None:
        # Several files that form one draft are not built yet; one draft each would be wrong.
        if local.post:
            return Decision(1, "part of a multi-article draft", Action.REPORT)
        # Only here: a new article.
        return Decision(1, "create", Action.CREATE)
    if local is None:
        # Only there: an orphan with our id, or written in the console.
        found = bool(account and account.id and not account.id.startswith("@"))
        return (
            Decision(2, "orphan of ours", Action.IMPORT) if found else Decision(3, "written in console", Action.IMPORT)
        )
    # Both there, never recorded: a lost state or a crash before it was written.
    if account is not None and same_content(local, account, author):
        return Decision(4, "pair", Action.RECORD)
    # Sent by a run that was killed before it could record it, and edited since on one side only.
    if account is not None and sent and sent["meaning"] == account.fingerprints["meaning"]:
        return Decision(
            7, "push", Action.PUSH, tuple(changed(sent, {**local.fingerprints, "meaning": sent["meaning"]}))
        )
    if sent and local.fingerprints == {name: value for name, value in sent.items() if name != "meaning"}:
        return Decision(8, "pull", Action.PULL, ("body",))
    return Decision(5, "first contact conflict", Action.CONFLICT)


def _without_file(base: Base, account: AccountArticle | None) -> Decision:
    # Gone here and not in the drafts: deleted or published, which drafts alone cannot tell.
    if account is None:
        return Decision(21, "both gone", Action.REPORT)
    # Deleted here, edited there: the edit must not be lost.
    if _account_change(base, account) == "edited":
        return Decision(19, "edit beats delete", Action.REPORT)
    # Deleted here: the draft stays until a person deletes it.
    return Decision(18, "local delete", Action.REPORT)


def _without_account(base: Base, local: LocalArticle) -> Decision:
    if base.kind == "published":
        return Decision(6, "none", Action.NOTHING)
    # Not among the drafts: deleted or published in the console, which drafts alone cannot tell.
    if local.fingerprints == dict(base.local):
        return Decision(16, "remote delete", Action.REPORT)
    return Decision(17, "edit beats delete", Action.REPORT)


def _both(base: Base, local: LocalArticle, account: AccountArticle, author: str) -> Decision:
    here = changed(base.local, local.fingerprints)
    there = _account_change(base, account)
    fields = tuple(changed(base.account, account.fingerprints)) if account.meaning is not None else ()
    if here and there == "edited":
        # Edited on both sides to the same end.
        if same_content(local, account, author):
            return Decision(9, "false conflict", Action.RECORD, tuple(here))
        # Edited on both sides: a person chooses.
        return Decision(11, "conflict", Action.CONFLICT, tuple(dict.fromkeys((*here, *_readable(fields)))))
    if here:
        # Edited here; WeChat's rewriting of the HTML does not stand in the way.
        return Decision(13 if there == "drift" else 7, "push", Action.PUSH, tuple(here))
    if there == "edited":
        # Edited in the console.
        return Decision(8, "pull", Action.PULL, _readable(fields))
    if there == "drift":
        # The HTML was rewritten, the text is the same.
        return Decision(12, "drift", Action.RECORD)
    # The file has another name.
    if base.path != local.path:
        return Decision(22, "rename", Action.RECORD)
    # The article stands elsewhere in its draft, or a conflict is over.
    if (base.media_id, base.index) != (account.media_id, account.index):
        return Decision(25, "re-index", Action.RECORD)
    if base.conflict:
        return Decision(9, "conflict over", Action.RECORD)
    return Decision(6, "none", Action.NOTHING)


def _account_change(base: Base, account: AccountArticle) -> str:
    """Return ``same``, ``drift`` or ``edited``."""
    if account.meaning is None:
        return "same"
    different = changed(base.account, account.fingerprints)
    if set(different) - {"html"}:
        return "edited"
    return "drift" if different else "same"


def _readable(fields: Sequence[str]) -> tuple[str, ...]:
    return tuple("body" if name == "meaning" else name for name in fields if name != "html")


def changed(before: Fingerprints, after: Fingerprints) -> list[str]:
    """Return the names of the fields whose fingerprints differ."""
    return [name for name in sorted({*before, *after}) if before.get(name) != after.get(name)]


def match(
    bases: Iterable[Base],
    articles: Iterable[LocalArticle],
    accounts: Iterable[AccountArticle],
    sent: Mapping[str, Fingerprints] | None = None,
) -> list[Situation]:
    """Return one situation per article, ordered by path, then by id; ids decide who belongs to whom.

    Account items without an id are articles of their own, known by ``@media_id/index``. A file without an id is
    new, unless it is in the place of one that has lost its file, or has its text: then the id was lost.
    """
    by_id = {base.id: base for base in bases}
    articles = list(articles)
    files = {article.id: article for article in articles if article.id}
    items: dict[str, list[AccountArticle]] = {}
    for item in accounts:
        items.setdefault(item.id or f"@{item.media_id}/{item.index}", []).append(item)
    lost: dict[str, LocalArticle] = {}
    new: list[Situation] = []
    for article in articles:
        if not article.id:
            base = _lost_by(article, [base for base in by_id.values() if base.id not in {*files, *lost}])
            if base:
                lost[base.id] = article
            else:
                new.append(Situation(article.path, local=article))
    known = [
        Situation(
            key,
            by_id.get(key),
            files.get(key) or lost.get(key),
            tuple(items.get(key, ())),
            key in lost,
            (sent or {}).get(key),
        )
        for key in {**by_id, **files, **items}
    ]
    return sorted((*known, *new), key=lambda one: (one.local.path if one.local else "~", one.key))


def _lost_by(article: LocalArticle, bases: Iterable[Base]) -> Base | None:
    fitting = [base for base in bases if base.path == article.path or _bare(base.text) == _bare(article.source)]
    return fitting[0] if fitting else None


def _bare(source: str) -> str:
    """Return a file's text without the line that the tool wrote."""
    return "".join(line for line in source.splitlines(keepends=True) if not line.startswith("id: "))
