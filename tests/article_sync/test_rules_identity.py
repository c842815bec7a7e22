"""Rules 22 to 26 as stories over the emulator: renames, lost and doubled ids, articles kept out."""

import pytest

from plugins.article_sync import Status
from plugins.shared.errors import UsageProblem
from plugins.site.redirects import read_redirects
from tests.article_sync.world import Counting, World, only_line, rules

BODY = "春天买的龙井。\n\n水温 *85℃*，见[明前龙井](product:longjing)。\n"


def test_22_a_rename_costs_no_call(world: World) -> None:
    world.write("one", BODY)
    world.settled()
    world.sync()
    (world.content / "articles" / "one.md").rename(world.content / "articles" / "uno.md")
    counting = Counting(world.gateway)
    assert rules(world.sync(gateway=counting)) == [22]
    assert counting.calls == ["count_drafts", "list_drafts", "count_drafts"]
    assert world.sync().lines == ()


def test_23_a_lost_id_is_found_again_by_the_text(world: World) -> None:
    world.write("one", BODY)
    world.settled()
    before = world.text("one")
    world.edit("one", f"id: {world.id_of('one')}\n", "")
    (world.content / "articles" / "one.md").rename(world.content / "articles" / "moved.md")
    counting = Counting(world.gateway)
    report = world.sync(gateway=counting)
    assert (rules(report), report.exit_code, counting.writes) == ([23], 0, [])
    assert world.text("moved") == before
    assert len(world.drafts()) == 1
    assert world.sync().lines == ()


def test_23_an_edit_in_the_console_comes_home_after_the_id(world: World) -> None:
    world.write("one", BODY)
    world.settled()
    world.edit("one", f"id: {world.id_of('one')}\n", "")
    world.console_edit("one", "春天", "秋天")
    assert rules(world.sync()) == [23]
    assert rules(world.sync()) == [8]
    assert "秋天" in world.text("one")


def test_23_a_lost_id_with_another_text_stops_at_the_person(world: World) -> None:
    world.write("one", BODY)
    world.settled()
    article_id = world.id_of("one")
    world.edit("one", f"id: {article_id}\n", "")
    world.edit("one", "春天", "秋天")
    before = world.text("one")
    report = world.sync()
    assert (rules(report), report.exit_code, len(world.drafts())) == ([23], 2, 1)
    assert article_id in only_line(report).note
    assert world.text("one") == before


def test_23_a_lost_id_that_fits_twice_stops_at_the_person(world: World) -> None:
    for name in ("one", "two"):
        world.write(name, BODY, "同题")
    world.settled()
    for name in ("one", "two"):
        world.edit(name, f"id: {world.id_of(name)}\n", "")
    report = world.sync()
    assert (rules(report), report.exit_code, len(world.drafts())) == ([23, 23], 2, 2)


def test_24_one_id_twice_in_the_account_is_reported(world: World) -> None:
    world.write("one", BODY)
    world.settled()
    article = world.draft("one")["news_item"][0]
    world.console.new("副本", article["content"], content_source_url=article["content_source_url"])
    world.edit("one", "春天", "秋天")
    drafts = world.drafts()
    report = world.sync()
    assert (rules(report), report.exit_code) == ([24], 1)
    assert world.drafts() == drafts


def test_24_a_draft_of_a_published_article_is_reported(world: World) -> None:
    world.write("one", BODY)
    world.write("two", BODY)
    world.settled()
    article = world.draft("one")["news_item"][0]
    world.publish("one")
    world.sync()
    world.console.new("副本", article["content"], content_source_url=article["content_source_url"])
    drafts = world.drafts()
    report = world.sync(resolve="keep-local", delete_drafts=True, only="*one*")
    assert (rules(report), report.exit_code) == ([24], 1)
    assert world.drafts() == drafts


def test_one_id_in_two_files_stops_before_any_call(world: World) -> None:
    world.write("one", BODY)
    world.settled()
    world.write("copy", BODY, id=world.id_of("one"))
    counting = Counting(world.gateway)
    with pytest.raises(UsageProblem) as caught:
        world.sync(gateway=counting)
    assert caught.value.exit_code == 2
    assert counting.calls == []


def test_22_the_old_address_leads_to_the_new_one(world: World) -> None:
    world.write("one", BODY)
    world.settled()
    (world.content / "articles" / "one.md").rename(world.content / "articles" / "uno.md")
    world.sync()
    redirects, problems = read_redirects(world.content)
    assert (redirects, problems) == ({"/articles/one/": "/articles/uno/"}, [])


def test_26_a_detached_article_counts_as_present(world: World) -> None:
    world.write("one", BODY)
    world.write("two", BODY, wechat="detached")
    world.settled()
    assert [one["news_item"][0]["title"] for one in world.drafts()] == ["one"]
    assert world.sync().lines == ()


def test_26_an_article_kept_out_is_no_orphan_and_is_not_sent(world: World) -> None:
    world.write("one", BODY)
    world.write("never", BODY, wechat="off")
    world.settled()
    world.write("one", "别的字\n", wechat="off")
    drafts = world.drafts()
    report = world.sync()
    assert (report.lines, report.exit_code) == ((), 0)
    assert world.drafts() == drafts


def test_26_what_is_kept_out_is_not_looked_for_among_the_published(world: World) -> None:
    world.write("one", BODY)
    world.write("two", BODY)
    world.settled()
    world.sync()
    world.write("one", BODY, wechat="detached")
    world.delete_there("one")
    counting = Counting(world.gateway)
    assert world.sync(gateway=counting).lines == ()
    assert counting.calls == ["count_drafts", "list_drafts", "count_drafts"]


def test_an_unreadable_file_is_said_and_its_draft_is_left_alone(world: World) -> None:
    world.write("one", BODY)
    world.write("two", BODY)
    world.settled()
    world.edit("one", "title: one", "title: [one")
    report = world.sync()
    line = only_line(report)
    assert (line.action, line.path, line.status, report.exit_code) == (
        "problem",
        "articles/one.md",
        Status.ATTENTION,
        1,
    )
    assert len(world.drafts()) == 2


@pytest.mark.parametrize(
    ("name", "body", "line", "says"),
    [
        ("it's", "春天。\n", 1, "is no address"),
        ("Longjing", "春天。\n", 1, "is no address"),
        ("one", "春天。\n\n<<<<<<< HEAD\n甲。\n=======\n乙。\n>>>>>>> theirs\n", 8, "a git merge left its marks"),
    ],
)
def test_what_must_not_leave_the_house_is_held_back(world: World, name: str, body: str, line: int, says: str) -> None:
    world.write("two", "别的。\n")
    world.write(name, body)
    report = world.sync()
    held = next(each for each in report.lines if each.action == "problem")
    assert held.note.startswith(f"articles/{name}.md:{line}: ")
    assert says in held.note
    assert [draft["news_item"][0]["title"] for draft in world.drafts()] == ["two"]
