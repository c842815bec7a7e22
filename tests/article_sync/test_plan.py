"""The decision table by plain calls: every row, and independence of the order of listing."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.article_sync.match import Situation, match
from plugins.article_sync.model import AccountArticle, Base, LocalArticle
from plugins.article_sync.options import RESOLUTIONS, Options
from plugins.article_sync.plan import Action, decide
from plugins.wechat.gateway import DraftArticle

LOCAL = LocalArticle("articles/one.md", "one", "text", "", "text", "题", id="aaaaaaaaaa", meaning="m")
ACCOUNT = AccountArticle("M", 0, 9, DraftArticle("题", "<p>"), "aaaaaaaaaa", "m", "<p>")
BASE = Base("aaaaaaaaaa", "articles/one.md", "M", 0, LOCAL.fingerprints, ACCOUNT.fingerprints, "text")
LOCAL_EDITED = replace(LOCAL, body="other", meaning="n")
ACCOUNT_EDITED = replace(ACCOUNT, meaning="o", html="<p>o")
DRIFTED = replace(ACCOUNT, html="<p><span>")
PUBLIC = replace(ACCOUNT, media_id="", article_id="A")
PUBLISHED = replace(BASE, kind="published")
UNFETCHED = replace(ACCOUNT, meaning=None, html="")


@pytest.mark.parametrize(
    ("base", "local", "accounts", "rule", "action"),
    [
        (None, LOCAL, (), 1, Action.CREATE),
        (None, None, (ACCOUNT,), 2, Action.IMPORT),
        (None, None, (replace(ACCOUNT, id=""),), 3, Action.IMPORT),
        (None, LOCAL, (ACCOUNT,), 4, Action.RECORD),
        (None, LOCAL_EDITED, (ACCOUNT,), 5, Action.CONFLICT),
        (None, LOCAL, (PUBLIC,), 4, Action.RECORD),
        (None, LOCAL_EDITED, (PUBLIC,), 5, Action.CONFLICT),
        (None, LOCAL_EDITED, (replace(UNFETCHED, media_id="", article_id="A"),), 14, Action.RECORD),
        (BASE, LOCAL, (ACCOUNT,), 6, Action.NOTHING),
        (BASE, LOCAL, (UNFETCHED,), 6, Action.NOTHING),
        (BASE, LOCAL_EDITED, (ACCOUNT,), 7, Action.PUSH),
        (BASE, LOCAL_EDITED, (UNFETCHED,), 7, Action.PUSH),
        (BASE, LOCAL, (ACCOUNT_EDITED,), 8, Action.PULL),
        (BASE, LOCAL_EDITED, (replace(ACCOUNT_EDITED, meaning="n"),), 9, Action.RECORD),
        (replace(BASE, conflict={"copy": "x"}), LOCAL, (ACCOUNT,), 9, Action.RECORD),
        (BASE, LOCAL_EDITED, (ACCOUNT_EDITED,), 11, Action.CONFLICT),
        (BASE, LOCAL, (DRIFTED,), 12, Action.RECORD),
        (BASE, LOCAL_EDITED, (DRIFTED,), 13, Action.PUSH),
        (BASE, LOCAL, (PUBLIC,), 14, Action.RECORD),
        (BASE, LOCAL, (replace(PUBLIC, meaning="o"),), 14, Action.PULL),
        (BASE, LOCAL_EDITED, (replace(PUBLIC, meaning="n"),), 14, Action.RECORD),
        (BASE, LOCAL_EDITED, (PUBLIC,), 15, Action.FREEZE),
        (BASE, LOCAL_EDITED, (replace(PUBLIC, meaning="o"),), 15, Action.CONFLICT),
        (PUBLISHED, LOCAL, (), 6, Action.NOTHING),
        (PUBLISHED, LOCAL, (PUBLIC,), 6, Action.NOTHING),
        (PUBLISHED, replace(LOCAL, path="articles/two.md"), (), 22, Action.RECORD),
        (PUBLISHED, LOCAL_EDITED, (), 15, Action.FREEZE),
        (PUBLISHED, LOCAL, (ACCOUNT,), 24, Action.REPORT),
        (PUBLISHED, None, (), 20, Action.TOMBSTONE),
        (replace(PUBLISHED, kind="tombstone"), None, (), 20, Action.NOTHING),
        (BASE, None, (PUBLIC,), 20, Action.TOMBSTONE),
        (BASE, LOCAL, (), 16, Action.REPORT),
        (BASE, LOCAL_EDITED, (), 17, Action.REPORT),
        (BASE, None, (ACCOUNT,), 18, Action.REPORT),
        (BASE, None, (ACCOUNT_EDITED,), 19, Action.COPY),
        (BASE, None, (), 21, Action.DROP),
        (BASE, replace(LOCAL, path="articles/two.md"), (ACCOUNT,), 22, Action.RECORD),
        (BASE, replace(LOCAL_EDITED, path="articles/two.md"), (ACCOUNT,), 7, Action.PUSH),
        (BASE, LOCAL_EDITED, (ACCOUNT, replace(ACCOUNT, media_id="N")), 24, Action.REPORT),
        (BASE, LOCAL, (replace(ACCOUNT, index=1),), 25, Action.RECORD),
        (BASE, replace(LOCAL_EDITED, wechat=False), (ACCOUNT_EDITED,), 26, Action.NOTHING),
        (None, replace(LOCAL, wechat=False), (), 26, Action.NOTHING),
    ],
)
def test_each_row(
    base: Base | None, local: LocalArticle | None, accounts: tuple[AccountArticle, ...], rule: int, action: Action
) -> None:
    decision = decide(Situation("key", base, local, accounts))
    assert (decision.rule, decision.action) == (rule, action)


@pytest.mark.parametrize(
    ("local", "account", "rule", "action"),
    [
        (LOCAL, ACCOUNT, 4, Action.RECORD),
        (LOCAL_EDITED, ACCOUNT, 7, Action.PUSH),
        (LOCAL, ACCOUNT_EDITED, 8, Action.PULL),
        (LOCAL_EDITED, ACCOUNT_EDITED, 5, Action.CONFLICT),
    ],
)
def test_what_a_killed_run_has_sent_stands_for_a_record(
    local: LocalArticle, account: AccountArticle, rule: int, action: Action
) -> None:
    sent = {**LOCAL.fingerprints, "meaning": ACCOUNT.fingerprints["meaning"]}
    decision = decide(Situation("key", None, local, (account,), sent=sent))
    assert (decision.rule, decision.action) == (rule, action)


def test_a_lost_id_is_told_from_a_new_file() -> None:
    moved = replace(LOCAL, id="", path="articles/new.md")
    found = match([BASE], [moved], [ACCOUNT])
    assert [decide(one).rule for one in found] == [23]
    other = replace(moved, source="something else")
    assert sorted(decide(one).rule for one in match([BASE], [other], [ACCOUNT])) == [1, 18]


def test_a_file_with_an_id_is_not_created_while_its_article_may_be_published() -> None:
    known = Situation("key", None, LOCAL, may_be_published=True)
    assert decide(known).action is Action.REPORT
    assert decide(known, Options(resolve="keep-local")).action is Action.CREATE


def test_a_known_text_under_a_new_time_is_noted_once_it_has_settled() -> None:
    later = Situation("key", BASE, LOCAL, (replace(ACCOUNT, update_time=BASE.update_time + 60),))
    assert decide(later).action is Action.NOTHING
    assert decide(replace(later, settled=True)).action is Action.RECORD
    noted = replace(BASE, update_time=ACCOUNT.update_time)
    assert decide(Situation("key", noted, LOCAL, (ACCOUNT,), settled=True)).action is Action.NOTHING


def test_comments_switched_on_there_are_no_edit_of_the_article() -> None:
    commented = replace(ACCOUNT, article=replace(ACCOUNT.article, need_open_comment=1))
    assert decide(Situation("key", BASE, LOCAL, (commented,))).rule == 12
    assert decide(Situation("key", BASE, LOCAL_EDITED, (commented,))).rule == 13


CLASH = Situation("key", BASE, LOCAL_EDITED, (ACCOUNT_EDITED,))


@pytest.mark.parametrize(
    ("situation", "options", "rule", "action"),
    [
        (replace(CLASH, mergeable=True), Options(), 10, Action.CONFLICT),
        (replace(CLASH, mergeable=True), Options(merge=True), 10, Action.MERGE),
        (CLASH, Options(merge=True), 11, Action.CONFLICT),
        (CLASH, Options(resolve="keep-local"), 11, Action.PUSH),
        (CLASH, Options(resolve="keep-account"), 11, Action.PULL),
        (CLASH, Options(resolve="keep-both"), 11, Action.KEEP_BOTH),
        (Situation("key", None, LOCAL_EDITED, (ACCOUNT,)), Options(resolve="keep-local"), 5, Action.PUSH),
        (Situation("key", BASE, LOCAL), Options(resolve="keep-local"), 16, Action.CREATE),
        (Situation("key", BASE, LOCAL), Options(resolve="keep-account"), 16, Action.DETACH),
        (Situation("key", BASE, LOCAL_EDITED), Options(resolve="keep-local"), 17, Action.CREATE),
        (Situation("key", BASE, None, (ACCOUNT,)), Options(delete_drafts=True), 18, Action.DELETE),
        (Situation("key", BASE, None, (ACCOUNT_EDITED,)), Options(delete_drafts=True), 19, Action.COPY),
        (Situation("key", BASE, None, (ACCOUNT_EDITED,)), Options(resolve="keep-local"), 19, Action.COPY),
        (Situation("key", BASE, None, (ACCOUNT,)), Options(resolve="keep-account"), 18, Action.RESTORE),
        (Situation("key", BASE, None, (ACCOUNT_EDITED,)), Options(resolve="keep-account"), 19, Action.RESTORE),
        (
            Situation("key", BASE, LOCAL_EDITED, (replace(PUBLIC, meaning="o"),)),
            Options(resolve="keep-local"),
            15,
            Action.FREEZE,
        ),
        (Situation("key", BASE, LOCAL, (ACCOUNT,)), Options(restyle=True), 6, Action.PUSH),
        (Situation("key", BASE, LOCAL, (ACCOUNT_EDITED,)), Options(restyle=True), 8, Action.PULL),
    ],
)
def test_what_a_person_asks_for(situation: Situation, options: Options, rule: int, action: Action) -> None:
    decision = decide(situation, options, look="new")
    assert (decision.rule, decision.action) == (rule, action)


WISHES = [Options(), Options(merge=True), *(Options(resolve=each) for each in RESOLUTIONS), Options(delete_drafts=True)]


@pytest.mark.parametrize("options", WISHES)
@pytest.mark.parametrize("local", [LOCAL, LOCAL_EDITED, None])
def test_nothing_follows_from_a_draft_whose_end_is_unknown(options: Options, local: LocalArticle | None) -> None:
    decision = decide(Situation("key", BASE, local, may_be_published=True), options)
    assert decision.action is Action.REPORT


@pytest.mark.parametrize("options", WISHES)
@pytest.mark.parametrize("local", [LOCAL, LOCAL_EDITED, None])
@pytest.mark.parametrize("base", [BASE, PUBLISHED, None])
@pytest.mark.parametrize("account", [PUBLIC, replace(PUBLIC, meaning="o"), None])
def test_what_is_published_is_never_written(
    options: Options, local: LocalArticle | None, base: Base | None, account: AccountArticle | None
) -> None:
    if account or (base and base.kind == "published"):
        found = decide(Situation("key", base, local, (account,) if account else ()), options).action
        assert found not in {Action.PUSH, Action.MERGE, Action.CREATE, Action.DELETE, Action.KEEP_BOTH, Action.REGROUP}


IDS = [letter * 10 for letter in "abcdefg"]


@given(st.permutations(IDS), st.permutations(IDS), st.permutations(IDS))
def test_the_plan_does_not_depend_on_the_order_of_listing(bases: list[str], files: list[str], items: list[str]) -> None:
    def plan(one: list[str], two: list[str], three: list[str]) -> list[tuple[str, int]]:
        found = match(
            [replace(BASE, id=name, path=f"articles/{name}.md", media_id=name) for name in one if name[0] in "abcd"],
            [replace(LOCAL, id=name, path=f"articles/{name}.md") for name in two if name[0] in "abef"],
            [replace(ACCOUNT, id=name, media_id=name) for name in three if name[0] in "acfg"],
        )
        return [(situation.key, decide(situation).rule) for situation in found]

    assert plan(bases, files, items) == plan(IDS, IDS, IDS)
