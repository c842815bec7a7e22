"""Merging, and what a person decides about a conflict, as stories over the emulator."""

import pytest

from plugins.article_sync import Status
from tests.article_sync.conftest import BODY
from tests.article_sync.world import Counting, Killed, World, only_line, quiet, rules


def test_10_disjoint_edits_are_a_conflict_until_merging_is_asked_for(disjoint: World) -> None:
    line = only_line(disjoint.sync())
    assert (line.rule, line.status) == (10, Status.ATTENTION)
    assert line.commands[0] == "python3 tasks.py sync --only 'articles/one.md' --merge"


def test_10_both_edits_end_up_on_both_sides(disjoint: World) -> None:
    disjoint.sync()
    line = only_line(disjoint.sync(merge=True))
    assert (line.rule, line.status) == (10, Status.DONE)
    text = disjoint.text("one")
    assert "秋天买的龙井。\n\n水温 *85℃*，见[明前龙井](product:longjing)。\n\n后台第三段。\n" in text
    assert "author: 老沈\n" in text
    assert "tags: [茶]\n" in text
    assert "秋天" in disjoint.html("one")
    assert "后台第三段" in disjoint.html("one")
    assert disjoint.draft("one")["news_item"][0]["author"] == "老沈"
    assert not (disjoint.content / "articles" / "one.account.md").exists()
    quiet(disjoint)


def test_10_both_versions_as_they_were_lie_in_the_trash(disjoint: World) -> None:
    before = disjoint.text("one")
    disjoint.sync(merge=True)
    trash = disjoint.root / "state" / "trash"
    assert [path.read_text(encoding="utf-8") for path in trash.glob("*.md")] == [before]
    assert ["后台第三段" in path.read_text(encoding="utf-8") for path in trash.glob("*.json")] == [True]


def test_10_a_run_killed_between_file_and_draft_goes_on_with_a_push(disjoint: World) -> None:
    class Dying(Counting):
        """The process ends just before the draft is written."""

        def update_draft(self, *_: object) -> None:
            raise Killed

    with pytest.raises(Killed):
        disjoint.sync(merge=True, gateway=Dying(disjoint.gateway))
    disjoint.pause()
    assert rules(disjoint.sync()) == [7], "the account's version was agreed on: no conflict, no flag needed"
    quiet(disjoint)


def test_10_a_file_edited_during_the_run_is_not_merged_over(disjoint: World) -> None:
    class Typing(Counting):
        """The editor saves the file while the account is listed."""

        def list_drafts(self, with_content: bool = True) -> object:
            disjoint.edit("one", "秋天", "秋天，正在写")
            return self._gateway.list_drafts(with_content=with_content)

    report = disjoint.sync(merge=True, gateway=Typing(disjoint.gateway))
    assert (rules(report), report.exit_code) == ([10], 1)
    assert "正在写" in disjoint.text("one")
    assert "后台第三段" in disjoint.html("one")


def test_10_a_dry_run_shows_the_merge(disjoint: World) -> None:
    files = disjoint.files()
    line = only_line(disjoint.sync(merge=True, dry_run=True))
    assert (line.rule, line.status) == (10, Status.PLANNED)
    assert "+后台第三段。" in line.diff
    assert disjoint.files() == files


def test_10_overlapping_edits_are_not_merged(clash: World) -> None:
    before, html = clash.text("one"), clash.html("one")
    assert rules(clash.sync(merge=True)) == [11]
    assert (clash.text("one"), clash.html("one")) == (before, html)


def test_10_a_picture_replaced_under_its_name_is_not_merged(world: World) -> None:
    world.picture("cup", (1, 2, 3))
    world.write("one", f"{BODY}\n![一杯](articles/cup.jpg)\n")
    world.write("two", BODY)
    world.settled()
    world.picture("cup", (200, 2, 3))
    world.console_edit("one", "第三段", "后台第三段")
    assert rules(world.sync(merge=True)) == [11]


@pytest.mark.parametrize("after", range(1, 12))
def test_10_a_kill_while_merging_loses_no_edit(disjoint: World, after: int) -> None:
    try:
        disjoint.sync(merge=True, gateway=Counting(disjoint.gateway, after))
    except Killed:
        disjoint.pause()
    disjoint.sync(merge=True)
    for place in (disjoint.text("one"), disjoint.html("one")):
        assert "秋天" in place
        assert "后台第三段" in place
    quiet(disjoint)


def test_11_the_report_shows_both_paragraphs_and_three_commands(clash: World) -> None:
    line = only_line(clash.sync())
    assert line.versions == (("秋天买的龙井。", "冬天买的龙井。"),)
    assert line.commands == tuple(
        f"python3 tasks.py sync --only 'articles/one.md' --resolve {each}"
        for each in ("keep-local", "keep-account", "keep-both")
    )
    assert line.copy == "articles/one.account.md"


def test_11_the_report_shows_titles_that_differ(world: World) -> None:
    world.write("one", BODY)
    world.settled()
    world.edit("one", "title: one", "title: 甲")
    world.console_edit("one", title="乙")
    assert only_line(world.sync()).versions == (("title: 甲", "title: 乙"),)


def test_11_keep_local_overwrites_the_draft_after_a_copy(clash: World) -> None:
    clash.sync()
    before = clash.text("one")
    assert rules(clash.sync(resolve="keep-local", only="one")) == [11]
    assert clash.text("one") == before
    assert "秋天" in clash.html("one")
    assert "冬天" in clash.trash()
    assert not (clash.content / "articles" / "one.account.md").exists()
    quiet(clash)


def test_11_keep_account_rewrites_the_file_after_a_copy(clash: World) -> None:
    clash.sync()
    html = clash.html("one")
    assert rules(clash.sync(resolve="keep-account")) == [11]
    assert "冬天" in clash.text("one")
    assert clash.html("one") == html
    assert "秋天" in clash.trash()
    quiet(clash)


def test_11_keep_both_makes_two_articles_on_both_sides(clash: World) -> None:
    clash.sync()
    line = only_line(clash.sync(resolve="keep-both"))
    assert "articles/one-account.md" in line.note
    assert "秋天" in clash.text("one")
    assert "冬天" in clash.text("one-account")
    assert "status: draft\n" in clash.text("one-account")
    assert clash.id_of("one") != clash.id_of("one-account")
    htmls = [one["news_item"][0]["content"] for one in clash.drafts()]
    assert sorted("秋天" in html for html in htmls) == [False, False, True]
    assert sorted("冬天" in html for html in htmls) == [False, False, True]
    quiet(clash)


@pytest.mark.parametrize("after", range(1, 12))
def test_11_a_kill_while_keeping_both_loses_neither(clash: World, after: int) -> None:
    try:
        clash.sync(resolve="keep-both", gateway=Counting(clash.gateway, after))
    except Killed:
        clash.pause()
    texts = [path.read_text(encoding="utf-8") for path in (clash.content / "articles").glob("*.md")]
    for word in ("秋天", "冬天"):
        assert any(word in text for text in (*texts, str(clash.drafts()))), word


def test_11_only_the_named_conflict_is_resolved(clash: World) -> None:
    clash.edit("two", "春天", "甲")
    clash.console_edit("two", "春天", "乙")
    assert rules(clash.sync(resolve="keep-local", only="two")) == [11]
    assert rules(clash.sync()) == [11]
    assert "冬天" in clash.html("one")


def test_11_a_draft_edited_once_more_is_not_overwritten_by_keep_local(clash: World) -> None:
    class Late(Counting):
        """The editor saves just before the draft is read once more."""

        def get_draft(self, media_id: str) -> object:
            clash.console_edit("one", "冬天", "夏天")
            return clash.gateway.get_draft(media_id)

    report = clash.sync(resolve="keep-local", gateway=Late(clash.gateway))
    assert (rules(report), report.exit_code) == ([11], 1)
    assert "夏天" in clash.html("one")


@pytest.mark.parametrize("resolve", ["keep-local", "keep-account"])
def test_5_a_first_contact_conflict_is_resolved_the_same_way(world: World, resolve: str) -> None:
    world.write("one", BODY)
    world.settled()
    for path in (world.content / ".sync").rglob(f"{world.id_of('one')}.*"):
        path.unlink()
    world.edit("one", "春天", "秋天")
    line = only_line(world.sync())
    assert (line.rule, line.versions) == (5, (("秋天买的龙井。", "春天买的龙井。"),))
    assert rules(world.sync(resolve=resolve)) == [5]
    word = "秋天" if resolve == "keep-local" else "春天"
    assert word in world.text("one")
    assert word in world.html("one")
    quiet(world)


def test_10_two_new_titles_are_never_merged_by_guess(world: World) -> None:
    world.write("one", "春天\n")
    world.settled()
    world.edit("one", "title: one", "title: 甲")
    world.console_edit("one", title="乙")
    report = world.sync(merge=True)
    assert (rules(report), report.exit_code) == ([11], 1)
    assert "title: 甲\n" in world.text("one")
    assert world.draft("乙")
