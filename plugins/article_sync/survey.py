"""Both sides as they are at the beginning of a run, and what each article needs."""

from collections.abc import Callable, Mapping, Sequence, Set
from dataclasses import dataclass, replace

from plugins.article_sync.absence import AbsenceFile
from plugins.article_sync.brakes import Sides
from plugins.article_sync.changes import both_edited
from plugins.article_sync.identity import id_in
from plugins.article_sync.item import Item
from plugins.article_sync.layout import leftovers, plan_layout, superseded
from plugins.article_sync.local import LocalSide, Unreadable
from plugins.article_sync.match import Situation, match
from plugins.article_sync.merge import find_merge
from plugins.article_sync.model import AccountArticle, Base, changed, fingerprint
from plugins.article_sync.options import KEEP_ACCOUNT, KEEP_LOCAL
from plugins.article_sync.pasted import BY_HAND, pasted_links
from plugins.article_sync.plan import decide
from plugins.article_sync.published import Search, search_published, vanished
from plugins.article_sync.regroup import unfinished
from plugins.article_sync.session import Session
from plugins.article_sync.settings import SyncSettings
from plugins.wechat.gateway import DraftArticle


@dataclass(frozen=True)
class Survey:
    """What was found on both sides, and the plan that follows from it."""

    sides: Sides
    items: tuple[Item, ...]


def survey(session: Session, bases: Sequence[Base], local: LocalSide) -> Survey:
    """Read the account and decide about every article.

    Raises:
        AccountError: the account could not be listed completely; nothing may be concluded.
    """
    entries = session.journal.read()
    old = unfinished(entries)
    listed = session.reader.read(known_times(bases), {one.id for one in local.articles if one.id and not one.wechat})
    accounts, replaced = superseded(listed, old)
    search = _search(session, bases, local, accounts)
    accounts += [
        item if item.article_id == BY_HAND else session.reader.with_meaning(item) for item in search.found.values()
    ]
    situations = match(bases, local.articles, accounts, session.journal.sent())
    situations = [one for one in situations if not _is_unreadable(one, local.unreadable)]
    situations = [one for one in situations if not _is_half_adopted(one, entries)]
    known = [_with_facts(session, _with_text(session, one), search) for one in situations]
    items = [Item(one, decide(one, session.options, session.settings.author, session.look)) for one in known]
    planned = (*plan_layout(items, old), *leftovers(replaced))
    return Survey(Sides(bases, local.articles, accounts), planned)


def identifier(
    settings: SyncSettings, bases: Sequence[Base], journal: Mapping[str, Mapping[str, str]], files: set[str]
) -> Callable[[str, int, DraftArticle], str]:
    """Return how our id of an account article is found: behind 阅读原文, else by title, else by place in its draft.

    An article without our link keeps its id when others move before it in the draft.
    """
    titles = {(base.media_id, base.account.get("title", "")): base.id for base in bases if base.media_id}
    places = {(base.media_id, base.index): base.id for base in bases if base.media_id}
    for article_id, entry in journal.items():
        if entry.get("op") == "import" and article_id in files:
            places.setdefault((entry["media_id"], int(entry["index"])), article_id)

    def identify(media_id: str, index: int, article: DraftArticle) -> str:
        by_title = titles.get((media_id, fingerprint(article.title)), "")
        return id_in(article.content_source_url, settings) or by_title or places.get((media_id, index), "")

    return identify


def known_times(bases: Sequence[Base]) -> dict[str, int]:
    """Return by media_id the update_time at which all of a draft's articles are known, 0 where they are not."""
    found: dict[str, set[int]] = {}
    for base in bases:
        if base.kind == "draft":
            found.setdefault(base.media_id, set()).add(base.update_time)
    return {media_id: min(times) if len(times) == 1 else 0 for media_id, times in found.items()}


def _search(session: Session, bases: Sequence[Base], local: LocalSide, drafts: Sequence[AccountArticle]) -> Search:
    """Look for what should be in the draft box and is not, first among the links that people recorded by hand."""
    known = {base.id for base in bases}
    begun = session.journal.read()
    fresh = [one.id for one in local.articles if one.id and one.wechat and one.id not in known and one.id not in begun]
    off = {one.id for one in local.articles if not one.wechat}
    missing = vanished([base for base in bases if base.id not in off], fresh, drafts)
    links = pasted_links(session.content)
    pasted = {key: _pasted(key, links[key], base) for key, base in missing.items() if key in links}
    wanted = {key: base for key, base in missing.items() if key not in pasted}
    search = _search_for(session, wanted, {one.id for one in local.articles})
    return Search({**search.found, **pasted}, search.complete, frozenset(fresh))


def _search_for(session: Session, wanted: Mapping[str, Base | None], files: Set[str]) -> Search:
    """Search the published articles, unless all that follows are reports that were made before."""
    absences = AbsenceFile(session.settings.state_dir / f"absent-{session.states.account}.json")
    told = session.options.resolve not in (KEEP_LOCAL, KEEP_ACCOUNT) and all(wanted.values()) and wanted.keys() <= files
    if wanted and told and absences.still_holds(session.gateway, wanted.keys(), session.now):
        return Search({}, True)
    search = search_published(session.gateway, wanted, lambda url: id_in(url, session.settings))
    absent = wanted.keys() - search.found.keys()
    if absent and search.complete and not session.dry_run:
        absences.note(absent, search.messages, session.now)
    return search


def _pasted(article_id: str, url: str, base: Base | None) -> AccountArticle:
    """Return an article that was published by hand: only its link is known."""
    return AccountArticle("", 0, 0, DraftArticle("", "", url=url), article_id, article_id=BY_HAND)


def _with_text(session: Session, situation: Situation) -> Situation:
    """Read a skimmed file after all where more than its fingerprints will be asked for."""
    base, local, account = situation.base, situation.local, situation.account
    if base is None or local is None or not local.skimmed or base.kind != "draft":
        return situation
    quiet = account is not None and (account.meaning is None or not changed(base.account, account.fingerprints))
    if quiet and not local.post and not session.options.restyle and not changed(base.local, local.fingerprints):
        return situation
    return replace(situation, local=session.reread(local.path))


def _with_facts(session: Session, situation: Situation, search: Search) -> Situation:
    """Add what the decision needs to know besides the three versions."""
    base, local, account = situation.base, situation.local, situation.account
    expected = (base is not None and base.kind == "draft") or situation.key in search.fresh
    unknown = expected and account is None and not search.complete
    mergeable = False
    if both_edited(situation) and base and local and account:
        mergeable = find_merge(session.dry(), local, account, base) is not None
    settled = account is not None and session.is_settled(account.update_time, session.now)
    return replace(situation, mergeable=mergeable, may_be_published=unknown, settled=settled)


def _is_half_adopted(situation: Situation, entries: Mapping[str, Mapping[str, str]]) -> bool:
    """A file that adopt was killed over before its record belongs to a published article: it is no new one."""
    alone = situation.base is None and not situation.accounts
    return alone and bool(entries.get(situation.key, {}).get("message"))


def _is_unreadable(situation: Situation, unreadable: Sequence[Unreadable]) -> bool:
    """An article whose file cannot be read is neither deleted nor new: nothing is decided about it."""
    base = situation.base
    ids = {one.id for one in unreadable if one.id}
    paths = {one.path for one in unreadable}
    return situation.local is None and (situation.key in ids or bool(base and base.path in paths))
