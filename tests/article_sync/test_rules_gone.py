"""Rules 14 to 21 as stories over the emulator: published, deleted, or edited and deleted."""

from pathlib import Path
from typing import Any

import pytest

from plugins.article_sync import Status
from plugins.article_sync.pasted import record_pasted
from plugins.shared.errors import AnswerUnclear
from plugins.site.redirects import read_redirects
from tests.article_sync.world import Counting, World, only_line, quiet, rules

BODY = "春天买的龙井。\n\n水温 *85℃*，见[明前龙井](product:longjing)。\n"


@pytest.fixture
def two(world: World) -> World:
    """Two articles in sync."""
    world.write("one", BODY)
    world.write("two", BODY)
    return world.settled()


def test_14_a_published_article_is_known_by_its_permanent_link(two: World) -> None:
    article_id = two.publish("one")
    report = two.sync()
    line = only_line(report)
    assert (line.rule, line.status, report.exit_code) == (14, Status.DONE, 0)
    state = two.state(two.id_of("one"))
    assert (state["kind"], state["article_id"], state["url"]) == ("published", article_id, line.url)
    assert line.url.startswith("https://mp.weixin.qq.com/s")
    quiet(two)


def test_14_an_edit_made_just_before_publishing_comes_home(two: World) -> None:
    two.console_edit("one", "春天", "秋天")
    two.publish("one")
    assert rules(two.sync()) == [14]
    assert "秋天" in two.text("one")
    assert two.state(two.id_of("one"))["kind"] == "published"
    quiet(two)


def test_14_an_article_without_our_link_is_known_by_its_words(two: World) -> None:
    two.console_edit("one", content_source_url="")
    two.sync()
    two.publish("one")
    assert rules(two.sync()) == [14]


def test_14_what_was_published_by_hand_and_recorded_needs_no_right_to_list(two: World) -> None:
    two.publish("one")
    two.account_profile("unverified")
    record_pasted(two.content, two.id_of("one"), "https://mp.weixin.qq.com/s/abc", two.settings, two.now())
    line = only_line(two.sync())
    assert (line.rule, line.url) == (14, "https://mp.weixin.qq.com/s/abc")
    quiet(two)


def test_15_an_edit_after_publishing_changes_the_site_only_and_is_told_once(two: World) -> None:
    two.publish("one")
    two.sync()
    two.edit("one", "春天", "秋天")
    counting = Counting(two.gateway)
    report = two.sync(gateway=counting)
    assert (rules(report), report.exit_code, counting.writes) == ([15], 1, [])
    assert "corrected: 2026-09-21\n" in two.text("one")
    assert "秋天" in two.text("one")
    quiet(two)
    two.edit("one", "秋天", "冬天")
    assert rules(two.sync()) == [15]


def test_15_an_edit_before_the_publishing_was_noticed_is_frozen_too(two: World) -> None:
    two.edit("one", "春天", "秋天")
    two.publish("one")
    report = two.sync()
    assert (rules(report), report.exit_code) == ([15], 1)
    quiet(two)


def test_15_edits_on_both_sides_of_publishing_are_left_to_a_person(two: World) -> None:
    two.edit("one", "春天", "秋天")
    two.console_edit("one", "春天", "冬天")
    two.publish("one")
    line = only_line(two.sync())
    assert (line.rule, line.action, len(line.commands)) == (15, "published, conflict", 2)
    assert "冬天" in two.text("one.account")
    assert rules(two.sync()) == [15], "repeats until it is resolved"
    assert rules(two.sync(resolve="keep-local")) == [15]
    assert "秋天" in two.text("one")
    assert "corrected: " in two.text("one")
    quiet(two)


def test_16_a_deleted_draft_is_reported_and_the_file_stays(two: World) -> None:
    two.delete_there("one")
    before = two.text("one")
    report = two.sync()
    line = only_line(report)
    assert (line.rule, line.status, report.exit_code) == (16, Status.ATTENTION, 1)
    assert len(line.commands) == 2
    assert two.text("one") == before
    assert len(two.drafts()) == 1


def test_16_on_request_the_file_is_detached(two: World) -> None:
    two.delete_there("one")
    assert rules(two.sync(only="one", resolve="keep-account")) == [16]
    assert "wechat: detached\n" in two.text("one")
    assert two.state(two.id_of("one")) == {}
    quiet(two)


@pytest.mark.parametrize(("edited", "rule"), [(False, 16), (True, 17)])
def test_16_17_on_request_the_draft_is_created_again(two: World, edited: bool, rule: int) -> None:
    two.delete_there("one")
    if edited:
        two.edit("one", "春天", "秋天")
    assert rules(two.sync()) == [rule]
    assert rules(two.sync(resolve="keep-local")) == [rule]
    assert ("秋天" if edited else "春天") in two.html("one")
    quiet(two)


def test_16_what_was_taken_back_after_publishing_is_gone(two: World) -> None:
    article_id = two.publish("one")
    two.store.published.delete(two.account.appid, article_id)
    assert rules(two.sync()) == [16]


def test_gone_is_not_believed_while_the_draft_box_changes(world: World) -> None:
    class Restless(Counting):
        """Somebody adds a draft while the box is listed, as often as ``times``."""

        times = 1

        def list_drafts(self, with_content: bool = True) -> Any:
            found = list(self._gateway.list_drafts(with_content=with_content))
            if self.times > 0:
                world.console.new(f"新的{self.times}", "<p>字</p>")
            self.times -= 1
            return iter(found)

    world.write("one", BODY)
    world.settled()
    assert rules(world.sync(gateway=Restless(world.gateway))) == [3], "read again, and then complete"
    world.pause()
    never, files = Restless(world.gateway), world.files()
    never.times = 9
    with pytest.raises(AnswerUnclear):
        world.sync(gateway=never)
    assert world.files() == files


def test_gone_is_not_believed_where_published_articles_cannot_be_listed(two: World) -> None:
    two.publish("one")
    two.account_profile("unverified")
    files = two.content_files()
    for options in ({}, {"resolve": "keep-local"}, {"resolve": "keep-account"}):
        report = two.sync(**options)
        assert (only_line(report).action, report.exit_code) == ("vanished, unknown", 1)
    assert two.content_files() == files
    two.delete_here("one")
    assert only_line(two.sync(delete_drafts=True)).action == "vanished, unknown"
    assert two.state(two.id_in_state("articles/one.md"))["kind"] == "draft"


def test_gone_is_not_believed_while_the_list_of_published_articles_shifts(two: World) -> None:
    two.delete_there("one")

    class Shifting(Counting):
        """The list tells another total on every page."""

        def list_published(self, with_content: bool = True) -> Any:
            from plugins.shared.errors import ListingShifted

            self.calls.append("list_published")
            raise ListingShifted("shifted")

    from plugins.shared.errors import AccountError

    counting = Shifting(two.gateway)
    with pytest.raises(AccountError):
        two.sync(gateway=counting)
    assert counting.calls.count("list_published") == 3


def test_18_a_deleted_file_is_reported_and_its_draft_stays(two: World) -> None:
    two.delete_here("one")
    drafts = two.drafts()
    report = two.sync()
    assert (rules(report), report.exit_code) == ([18], 1)
    assert two.drafts() == drafts


def test_18_on_request_the_draft_goes_after_a_copy_to_the_trash(two: World) -> None:
    two.delete_here("one")
    assert rules(two.sync(delete_drafts=True)) == [18]
    assert [one["news_item"][0]["title"] for one in two.drafts()] == ["two"]
    assert "春天买的龙井" in two.trash()
    quiet(two)


def test_18_a_draft_edited_after_the_plan_is_not_deleted(two: World) -> None:
    two.delete_here("one")

    class Late(Counting):
        """The editor saves just before the draft is read once more."""

        def get_draft(self, media_id: str) -> object:
            two.console_edit("one", "春天", "冬天")
            return two.gateway.get_draft(media_id)

    report = two.sync(gateway=Late(two.gateway), delete_drafts=True)
    assert (rules(report), report.exit_code) == ([18], 1)
    assert "冬天" in two.html("one")


def test_18_on_request_the_file_comes_back_as_it_was(two: World) -> None:
    before = two.text("one")
    two.delete_here("one")
    assert rules(two.sync(resolve="keep-account")) == [18]
    assert two.text("one") == before
    quiet(two)


def test_18_a_file_that_took_the_name_meanwhile_stays(two: World) -> None:
    world = two
    world.delete_here("one")
    (world.content / "articles" / "two.md").rename(world.content / "articles" / "one.md")
    world.edit("one", "title: two", "title: 另一篇")
    before = world.text("one")
    report = world.sync(resolve="keep-account")
    assert (sorted(rules(report)), report.exit_code) == ([7, 18], 0)
    assert world.text("one") == before
    assert "title: one\n" in world.text("one-2")


def test_19_an_edit_beats_the_deletion_of_the_file(two: World) -> None:
    before = two.text("one")
    two.delete_here("one")
    two.console_edit("one", "春天", "冬天")
    for _ in range(2):
        report = two.sync(delete_drafts=True)
        assert (rules(report), report.exit_code) == ([19], 1)
        assert two.text("one.account") == before.replace("春天", "冬天")
        assert len(two.drafts()) == 2
    assert rules(two.sync(resolve="keep-account")) == [19]
    assert two.text("one") == before.replace("春天", "冬天")
    quiet(two)


def test_19_only_a_named_article_is_deleted_with_its_edit(two: World) -> None:
    two.delete_here("one")
    two.console_edit("one", "春天", "冬天")
    assert rules(two.sync(resolve="keep-local", delete_drafts=True, only="articles/one.md")) == [19]
    assert len(two.drafts()) == 1
    assert "冬天" in two.trash()


@pytest.mark.parametrize("noticed", [True, False])
def test_20_a_published_article_outlives_its_file(two: World, noticed: bool) -> None:
    article_id = two.id_of("one")
    two.publish("one")
    if noticed:
        two.sync()
    two.delete_here("one")
    report = two.sync(delete_drafts=True)
    assert (rules(report), report.exit_code) == ([20], 0)
    assert two.state(article_id)["kind"] == "tombstone"
    assert read_redirects(two.content)[0] == {"/articles/one/": "/articles/"}
    quiet(two)


def test_20_a_file_that_comes_back_is_published_still(two: World) -> None:
    article_id, before = two.id_of("one"), two.text("one")
    two.publish("one")
    two.sync()
    two.delete_here("one")
    two.sync()
    Path(two.content / "articles" / "one.md").write_text(before, encoding="utf-8")
    assert rules(two.sync()) == [22]
    assert two.state(article_id)["kind"] == "published"
    quiet(two)


def test_21_gone_on_both_sides_is_forgotten(two: World) -> None:
    article_id = two.id_of("one")
    two.delete_here("one")
    two.delete_there("one")
    report = two.sync()
    assert (rules(report), report.exit_code) == ([21], 0)
    assert two.state(article_id) == {}
    quiet(two)


def test_published_articles_are_never_written(two: World) -> None:
    two.publish("one")
    two.sync()
    two.edit("one", "春天", "秋天")
    counting = Counting(two.gateway)
    for options in ({}, {"merge": True}, {"resolve": "keep-local"}, {"restyle": True}, {"delete_drafts": True}):
        two.sync(gateway=counting, **options)
    assert counting.writes == []
