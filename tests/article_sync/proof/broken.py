"""Every way in which the sync is broken on purpose: a rule, a brake or a guard, and the piece of source that goes.

``old`` stands exactly once in its file; ``python -m tests.article_sync.proof.mutations`` breaks one after the other.
"""

from typing import NamedTuple


class Mutation(NamedTuple):
    """One piece of source replaced by another. ``about`` is a rule's number, or the name of a brake or guard."""

    about: str
    what: str
    file: str
    old: str
    new: str

    @property
    def name(self) -> str:
        """How people refer to it."""
        return f"{self.about}: {self.what}"


def _plan(about: str, what: str, old: str, new: str) -> Mutation:
    return Mutation(about, what, "plan.py", old, new)


_RULES = (
    _plan("1", "not created", 'Decision(1, "create", Action.CREATE)', 'Decision(1, "create", Action.REPORT)'),
    _plan(
        "1",
        "created although it may be published",
        "if account is None and situation.may_be_published and options.resolve != KEEP_LOCAL:",
        "if False:",
    ),
    _plan(
        "2",
        "orphan taken for a stranger",
        'found = bool(account and account.id and not account.id.startswith("@"))',
        "found = False",
    ),
    _plan(
        "2",
        "not brought back",
        'Decision(2, "orphan of ours", Action.IMPORT)',
        'Decision(2, "orphan of ours", Action.REPORT)',
    ),
    _plan(
        "3",
        "not imported",
        'Decision(3, "written in console", Action.IMPORT)',
        'Decision(3, "written in console", Action.REPORT)',
    ),
    Mutation("3", "on the site at once", "pull.py", 'status: str = "draft") -> tuple', 'status: str = "") -> tuple'),
    Mutation(
        "3",
        "overwrites a file",
        "pull.py",
        "slug = free_slug(session.content, slug_of(account.article.title, article_id))",
        "slug = slug_of(account.article.title, article_id)",
    ),
    _plan(
        "4",
        "equal texts in conflict",
        "if same_content(local, account, author):\n        return Decision(4,",
        "if False:\n        return Decision(4,",
    ),
    _plan("4", "sent again", 'Decision(4, "pair", Action.RECORD)', 'Decision(4, "pair", Action.PUSH)'),
    _plan(
        "5",
        "the file wins",
        'return _conflict(5, "first contact conflict", (), account, options)',
        'return Decision(5, "first contact conflict", Action.PUSH)',
    ),
    _plan(
        "5",
        "the account wins",
        'return _conflict(5, "first contact conflict", (), account, options)',
        'return Decision(5, "first contact conflict", Action.PULL)',
    ),
    _plan(
        "5",
        "what a killed run has sent is forgotten (file edited)",
        'if sent and sent["meaning"] == account.fingerprints["meaning"]:',
        "if False:",
    ),
    _plan(
        "5",
        "what a killed run has sent is forgotten (draft edited)",
        "if sent and local.fingerprints == ",
        "if False and local.fingerprints == ",
    ),
    _plan(
        "6",
        "pushed without an edit",
        '("theme",))\n    return Decision(6, "none", Action.NOTHING)',
        '("theme",))\n    return Decision(6, "none", Action.PUSH)',
    ),
    _plan("6", "restyled unasked", "if options.restyle and look != base.theme:", "if look != base.theme:"),
    _plan("6", "new time never noted", "if found.action is Action.NOTHING and situation.settled and", "if False and"),
    _plan("7", "not pushed", '"push", Action.PUSH, tuple(here))', '"push", Action.REPORT, tuple(here))'),
    Mutation(
        "7",
        "what people set in the console is lost",
        "push.py",
        "    return replace(\n        current,",
        "    return replace(\n        EMPTY,",
    ),
    Mutation(
        "7", "an old cover goes up again", "push.py", "kept = _keeps_cover(article, current, base)", "kept = False"
    ),
    _plan(
        "8",
        "recorded and not pulled",
        'Decision(8, "pull", Action.PULL, readable(fields))',
        'Decision(8, "pull", Action.RECORD, readable(fields))',
    ),
    Mutation(
        "8",
        "every field rewritten",
        "pull.py",
        "fields = set(changed(base.account, account.fingerprints)) if base else",
        "fields =",
    ),
    _plan(
        "9",
        "equal edits in conflict",
        "if same_content(local, account, author):\n            return Decision(9,",
        "if False:\n            return Decision(9,",
    ),
    _plan(
        "9",
        "equal edits pushed",
        'Decision(9, "false conflict", Action.RECORD,',
        'Decision(9, "false conflict", Action.PUSH,',
    ),
    _plan("9", "a conflict never ends", "if base.conflict:", "if False:"),
    _plan("10", "merged unasked", "if options.merge:", "if True:"),
    _plan("10", "never merged", "if mergeable:", "if False:"),
    Mutation(
        "10",
        "replaced pictures merged",
        "merge.py",
        'if agreed is None or agreed.fingerprints["pictures"] != base.local.get("pictures"):',
        "if agreed is None:",
    ),
    Mutation(
        "10",
        "titles merged by guess",
        "merge.py",
        "if theirs is None or any(getattr(article, key) != getattr(theirs, key) for key in here & there):",
        "if theirs is None:",
    ),
    _plan("11", "no conflict: the file wins", 'if here and there == "edited":', "if False:"),
    _plan(
        "11",
        "the account wins",
        'return _conflict(11, "conflict", both, account, options)',
        'return Decision(11, "conflict", Action.PULL, both)',
    ),
    Mutation("11", "overlapping edits merged", "merge.py", "if body.clashes:", "if False:"),
    Mutation(
        "11",
        "no copy beside the file",
        "conflict.py",
        "if current is None or (current == known and current != digest(data)):",
        "if False:",
    ),
    Mutation(
        "11",
        "a copy that a person works on is overwritten",
        "conflict.py",
        "if current is None or (current == known and current != digest(data)):",
        "if True:",
    ),
    Mutation(
        "11",
        "the copy stays after the end",
        "conflict.py",
        "if digest(copy.read_bytes()) in known:",
        "if False:",
    ),
    _plan("11", "keep-local pulls", "else Action.PUSH\n        return", "else Action.PULL\n        return"),
    _plan(
        "11",
        "keep-both keeps one",
        'Decision(rule, "keep both", Action.KEEP_BOTH, fields)',
        'Decision(rule, "keep both", Action.PUSH, fields)',
    ),
    Mutation(
        "12",
        "drift taken for an edit",
        "changes.py",
        'if set(different) - {"html", "comments"}:',
        'if set(different) - {"comments"}:',
    ),
    Mutation(
        "12",
        "comment switches taken for an edit",
        "changes.py",
        'if set(different) - {"html", "comments"}:',
        'if set(different) - {"html"}:',
    ),
    _plan("12", "drift not recorded", 'Decision(12, "drift", Action.RECORD,', 'Decision(12, "drift", Action.NOTHING,'),
    _plan(
        "13",
        "drift in the way of a push",
        'if here and there == "edited":',
        'if here and there != "same":',
    ),
    _plan("13", "told as 7", '13 if there == "drift" else 7', "7"),
    _plan(
        "14",
        "publishing not noticed",
        "if account.article_id:\n        return _just_published(",
        "if False:\n        return _just_published(",
    ),
    _plan("14", "an edit before publishing is lost", "if not edited_at_publishing(base, account):", "if True:"),
    Mutation(
        "14",
        "only known by its link",
        "published.py",
        'article_id = ours or words.get(_shown(article), "")',
        "article_id = ours",
    ),
    _plan(
        "15",
        "published text pushed",
        'Decision(15, "frozen", Action.FREEZE, here)',
        'Decision(15, "frozen", Action.PUSH, here)',
    ),
    _plan(
        "15",
        "correction not noticed",
        "if here := changed(base.local, local.fingerprints):\n        return Decision(15,",
        "if here := []:\n        return Decision(15,",
    ),
    _plan(
        "15",
        "edits on both sides not told",
        'return _conflict(15, "published, conflict", here, account, options)',
        'return Decision(15, "frozen", Action.FREEZE, here)',
    ),
    _plan(
        "15",
        "keep-local writes what is published",
        "Action.FREEZE if account.article_id else Action.PUSH",
        "Action.PUSH",
    ),
    Mutation(
        "15",
        "no day of correction",
        "frozen.py",
        "    article = set_key(session, article, CORRECTED,",
        '    article = set_key(session, article, "other",',
    ),
    _plan(
        "16",
        "created again unasked",
        'Decision(16, "remote delete", Action.REPORT)',
        'Decision(16, "remote delete", Action.CREATE)',
    ),
    _plan(
        "16",
        "detached unasked",
        'Decision(16, "remote delete", Action.REPORT)',
        'Decision(16, "remote delete", Action.DETACH)',
    ),
    _plan(
        "16",
        "gone is believed without a search",
        "    if may_be_published:\n        return Decision(rule,",
        "    if False:\n        return Decision(rule,",
    ),
    Mutation(
        "16",
        "48001 taken for not published",
        "published.py",
        "except (CredentialsRefused, QuotaUsedUp):\n            return Search({}, False)",
        "except (CredentialsRefused, QuotaUsedUp):\n            return Search({}, True)",
    ),
    Mutation(
        "16",
        "an incomplete listing is believed",
        "account.py",
        "if len(drafts) == before and (not drafts or self.gateway.count_drafts() == before):",
        "if True:",
    ),
    _plan("17", "told as 16", "rule = 17 if here else 16", "rule = 16"),
    _plan(
        "17",
        "created again unasked",
        'Decision(17, "edited but deleted there", Action.REPORT, here)',
        'Decision(17, "edited but deleted there", Action.CREATE, here)',
    ),
    _plan(
        "18",
        "deleted unasked",
        'Decision(18, "local delete", Action.REPORT)',
        'Decision(18, "local delete", Action.DELETE)',
    ),
    _plan("18", "never deleted", "    if options.delete_drafts:\n", "    if False:\n"),
    Mutation(
        "18",
        "no copy in the trash",
        "removal.py",
        "session.trash.keep_account(read_again(session, base.path, account, base))",
        "read_again(session, base.path, account, base)",
    ),
    Mutation(
        "18",
        "an edit after the plan is deleted",
        "removal.py",
        "session.trash.keep_account(read_again(session, base.path, account, base))",
        "session.trash.keep_account(account)",
    ),
    _plan("19", "the deletion wins", '    if account_change(base, account) == "edited":\n', "    if False:\n"),
    _plan(
        "19",
        "an edit is deleted without being named",
        "if options.delete_drafts and options.resolve == KEEP_LOCAL:",
        "if options.delete_drafts:",
    ),
    _plan(
        "20",
        "a published article is deleted",
        "if account.article_id:\n        return Decision(20,",
        "if False:\n        return Decision(20,",
    ),
    _plan("20", "told in every run", 'if base.kind == "tombstone":', "if False:"),
    Mutation("20", "its address leads nowhere", "frozen.py", "    lead_on(session, base.path)\n", ""),
    _plan("21", "not forgotten", 'Decision(21, "both gone", Action.DROP)', 'Decision(21, "both gone", Action.REPORT)'),
    _plan("21", "forgotten although it may be published", "if account is None and may_be_published:", "if False:"),
    _plan("22", "not noticed", "    if base.path != local.path:\n", "    if False:\n"),
    _plan(
        "22",
        "costs a call",
        '    if base.path != local.path:\n        return Decision(22, "rename", Action.RECORD)',
        '    if base.path != local.path:\n        return Decision(22, "rename", Action.PUSH)',
    ),
    _plan(
        "22",
        "not noticed once published",
        'if base.kind == "tombstone" or base.path != local.path:',
        'if base.kind == "tombstone":',
    ),
    Mutation(
        "22", "its old address leads nowhere", "apply.py", "lead_on(session, item.base.path, item.local.path)", "pass"
    ),
    _plan("23", "taken for a new article", "    if situation.lost:\n        return _id_lost(situation)\n", ""),
    _plan(
        "23", "bound to another text", "len(lost) == 1 and bare(lost[0].text) == bare(local.source)", "len(lost) == 1"
    ),
    _plan("23", "bound by guess where two fit", "len(lost) == 1 and bare(", "bare("),
    _plan("24", "one of two taken", "if len(situation.accounts) > 1:", "if len(situation.accounts) > 2:"),
    _plan(
        "24", "a copy of what is published is taken", "if account is not None and not account.article_id:", "if False:"
    ),
    _plan("25", "not noticed", "if (base.media_id, base.index) != (account.media_id, account.index):", "if False:"),
    Mutation(
        "25",
        "known by place before id",
        "survey.py",
        'return id_in(article.content_source_url, settings) or by_title or places.get((media_id, index), "")',
        'return places.get((media_id, index), "") or by_title or id_in(article.content_source_url, settings)',
    ),
    Mutation(
        "25",
        "another order not noticed",
        "layout.py",
        "return bool(strangers) or not in_order or media_id in unfinished",
        "return bool(strangers) or media_id in unfinished",
    ),
    _plan("26", "synced all the same", "if local is not None and not local.wechat:", "if False:"),
)


def _brake(about: str, what: str, old: str, new: str) -> Mutation:
    return Mutation(about, what, "brakes.py", old, new)


_BRAKES = (
    _brake("files_there", "gone", "    _check_files_there(session, sides)\n", ""),
    _brake(
        "files_there",
        "any number will do",
        "session.options.force_delete < len(kept)",
        "not session.options.force_delete",
    ),
    _brake("drafts_there", "gone", "    _check_drafts_there(session, sides)\n", ""),
    _brake(
        "drafts_there",
        "pulled though all were published",
        "if drafts and not sides.accounts and",
        "if drafts and not [one for one in sides.accounts if one.media_id] and",
    ),
    _brake("edited", "gone", "    _check_edited(sides, items)\n", ""),
    _brake("edited", "six are few", "EDITED_AT_ONCE = 5", "EDITED_AT_ONCE = 6"),
    _brake("edited", "half is enough", "edited * 2 > total", "edited * 2 >= total"),
    _brake("deletions", "gone", "    _check_deletions(session, sides, items)\n", ""),
    _brake("deletions", "four are few", "DELETED_AT_ONCE = 3", "DELETED_AT_ONCE = 4"),
    _brake("deletions", "three are many", "DELETED_AT_ONCE = 3", "DELETED_AT_ONCE = 2"),
    _brake("deletions", "half are few", "total / 10", "total / 2"),
    _brake("uncommitted", "gone", "    _check_uncommitted(items, uncommitted)\n", ""),
    _brake("uncommitted", "not for merges", "frozenset({Action.PULL, Action.MERGE})", "frozenset({Action.PULL})"),
    _brake(
        "uncommitted",
        "also for what the tool wrote",
        "        if item.situation.base is None or item.situation.base.text != local.source\n",
        "",
    ),
    _brake("quota", "gone", "    _check_quota(session, items)\n", ""),
    _brake("quota", "one too many", "calls > left", "calls > left + 1"),
    Mutation(
        "another_account",
        "gone",
        "base.py",
        "if others and self.account not in others and not new_account:",
        "if False:",
    ),
    Mutation(
        "lock",
        "gone",
        "run.py",
        'free = nullcontext() if options.dry_run else hold_lock(settings.state_dir / "sync.lock", now)',
        "free = nullcontext()",
    ),
    Mutation(
        "failed_article",
        "deletes all the same",
        "apply_all.py",
        "if item.removes and any(line.status is Status.FAILED for line in before):",
        "if False:",
    ),
    Mutation("state", "a newer format is read all the same", "base.py", 'if data["format"] > FORMAT:', "if False:"),
    Mutation("state", "another account's is read", "base.py", 'if data.get("account") != account:', "if False:"),
)
_GUARDS = (
    Mutation("dry run", "writes", "apply_all.py", "(preview if session.dry_run else carry_out)", "carry_out"),
    Mutation(
        "dry run",
        "looks once more and writes it down",
        "run.py",
        "if not session.dry_run:\n        lines +=",
        "if True:\n        lines +=",
    ),
    Mutation(
        "stop", "goes on after a refusal", "apply_all.py", "if stopped and item.action not in _QUIET:", "if False:"
    ),
    Mutation("stale clone", "overwrites", "apply_all.py", "if _touched(session, item) & upstream:", "if False:"),
    Mutation(
        "saved plan",
        "carried out though things moved",
        "apply_all.py",
        "if plan is not None and plan.seen.get(item.situation.key) != seen_now(item):",
        "if False:",
    ),
    Mutation(
        "read again",
        "an edit after the plan is overwritten",
        "push.py",
        "if current is None or set(changed(expected, current.fingerprints)) - _NOT_OURS:",
        "if current is None:",
    ),
    Mutation(
        "read again",
        "not before a regrouping",
        "regroup.py",
        'if now is None or set(changed(expected, now.fingerprints)) - {"html", "comments"}:',
        "if now is None:",
    ),
    Mutation("trash", "not before an update", "push.py", "    session.trash.keep_account(current)\n", ""),
    Mutation("trash", "not before a pull", "pull.py", "    session.trash.keep_file(article.slug, before)\n", ""),
    Mutation("trash", "not before a merge", "merge.py", "    session.trash.keep_file(article.slug, before)\n", ""),
    Mutation(
        "trash",
        "not before a regrouping",
        "regroup.py",
        "        session.trash.keep_account(account)\n",
        "        pass\n",
    ),
    Mutation(
        "unclear answer",
        "the draft is not looked for",
        "push.py",
        "        found = session.reader.find(article.id)\n",
        "        found = None\n",
    ),
    Mutation(
        "unclear answer",
        "a regrouped draft is not looked for",
        "regroup.py",
        "media_id = _find(session, [local.id for local, _, _ in group], old)",
        'media_id = ""',
    ),
    Mutation(
        "journal",
        "a create is not begun",
        "push.py",
        '    session.journal.begin(article_id, op="create",',
        '    dict(article_id=article_id, op="create",',
    ),
    Mutation(
        "journal",
        "a regrouping is not begun",
        "regroup.py",
        '    session.journal.begin(entry, op="layout", old=" ".join(remake.old))\n',
        "",
    ),
    Mutation(
        "hash",
        "a file edited meanwhile is overwritten",
        "pull.py",
        "replace_unchanged(path, encode(source, before), article.sha256)",
        "path.write_bytes(encode(source, before))",
    ),
    Mutation(
        "merge",
        "not agreed on in between",
        "merge.py",
        "    session.record(found.theirs, account, base, restyled=False)\n",
        "",
    ),
    Mutation(
        "same second", "a fresh time is trusted", "session.py", "read_at.timestamp() - SETTLED_S", "read_at.timestamp()"
    ),
    Mutation(
        "read back",
        "what WeChat changed is not told",
        "push.py",
        "return back.meaning == article.meaning",
        "return True",
    ),
    Mutation(
        "unreadable file",
        "taken for deleted",
        "survey.py",
        "    situations = [one for one in situations if not _is_unreadable(one, local.unreadable)]\n",
        "",
    ),
    Mutation(
        "absence",
        "a person's decision relies on memory",
        "survey.py",
        "session.options.resolve not in (KEEP_LOCAL, KEEP_ACCOUNT) and ",
        "",
    ),
    Mutation(
        "absence",
        "memory lasts for ever",
        "absence.py",
        "or not 0 <= now.timestamp() - known.at < _LASTS_S:",
        "or False:",
    ),
    Mutation(
        "final",
        "an edit during the run is not told",
        "final.py",
        "    if changed(base.account, item.fingerprints):\n",
        "    if False:\n",
    ),
    Mutation(
        "final",
        "only the first page is looked at",
        "bodies.py",
        "        if len(found) == len(wanted):\n            break\n",
        "        break\n",
    ),
    Mutation(
        "bodies",
        "a draft off its page is taken for empty",
        "bodies.py",
        "articles=gateway.get_draft(draft.media_id))",
        "articles=draft.articles)",
    ),
    Mutation(
        "bodies",
        "every text is looked for on the first page",
        "bodies.py",
        "place - place % PAGE_SIZE",
        "0",
    ),
    Mutation(
        "quota",
        "reading again is not counted",
        "calls.py",
        "Action.PUSH: {UPDATE: 1, GET: 2},",
        "Action.PUSH: {UPDATE: 1, GET: 1},",
    ),
)
MUTATIONS = (*_RULES, *_BRAKES, *_GUARDS)
