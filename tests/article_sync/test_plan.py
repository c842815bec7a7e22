"""The decision table by plain calls: every row, and independence of the order of listing."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plugins.article_sync.model import AccountArticle, Base, LocalArticle
from plugins.article_sync.plan import Action, Situation, decide, match
from plugins.wechat.gateway import DraftArticle

LOCAL = LocalArticle("articles/one.md", "one", "text", "", "text", "题", id="aaaaaaaaaa", meaning="m")
ACCOUNT = AccountArticle("M", 0, 9, DraftArticle("题", "<p>"), "aaaaaaaaaa", "m", "<p>")
BASE = Base("aaaaaaaaaa", "articles/one.md", "M", 0, LOCAL.fingerprints, ACCOUNT.fingerprints, "text")
LOCAL_EDITED = replace(LOCAL, body="other", meaning="n")
ACCOUNT_EDITED = replace(ACCOUNT, meaning="o", html="<p>o")
DRIFTED = replace(ACCOUNT, html="<p><span>")
UNFETCHED = replace(ACCOUNT, meaning=None, html="")


@pytest.mark.parametrize(
    ("base", "local", "accounts", "rule", "action"),
    [
        (None, LOCAL, (), 1, Action.CREATE),
        (None, replace(LOCAL, post="p"), (), 1, Action.REPORT),
        (None, None, (ACCOUNT,), 2, Action.IMPORT),
        (None, None, (replace(ACCOUNT, id=""),), 3, Action.IMPORT),
        (None, LOCAL, (ACCOUNT,), 4, Action.RECORD),
        (None, LOCAL_EDITED, (ACCOUNT,), 5, Action.CONFLICT),
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
        (BASE, LOCAL, (), 16, Action.REPORT),
        (BASE, LOCAL_EDITED, (), 17, Action.REPORT),
        (BASE, None, (ACCOUNT,), 18, Action.REPORT),
        (BASE, None, (ACCOUNT_EDITED,), 19, Action.REPORT),
        (BASE, None, (), 21, Action.REPORT),
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


def test_a_lost_id_is_told_from_a_new_file() -> None:
    moved = replace(LOCAL, id="", path="articles/new.md")
    found = match([BASE], [moved], [ACCOUNT])
    assert [decide(one).rule for one in found] == [23]
    other = replace(moved, source="something else")
    assert sorted(decide(one).rule for one in match([BASE], [other], [ACCOUNT])) == [1, 18]


def test_comments_switched_on_there_are_an_edit_but_no_conflict_with_equal_words() -> None:
    commented = replace(ACCOUNT, article=replace(ACCOUNT.article, need_open_comment=1))
    assert decide(Situation("key", BASE, LOCAL, (commented,))).fields == ("comments",)


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
