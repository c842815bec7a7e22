"""What an open conflict shows, and what is left of it at the end."""

import shutil

import pytest

from tests.article_sync.world import World, only_line, quiet, rules

BODY = "春天买的龙井。\n\n水温 *85℃*，见[明前龙井](product:longjing)。\n\n第三段。\n"


@pytest.fixture
def clash(world: World) -> World:
    """An article whose first paragraph both sides have edited."""
    world.write("one", BODY)
    world.write("two", BODY)
    world.settled()
    world.edit("one", "春天", "秋天")
    world.console_edit("one", "春天", "冬天")
    return world


@pytest.fixture
def disjoint(world: World) -> World:
    """An article of which the file has a new first, the account a new third paragraph and a new author."""
    world.write("one", BODY, tags="[茶]")
    world.write("two", BODY)
    world.settled()
    world.edit("one", "春天", "秋天")
    world.console_edit("one", "第三段", "后台第三段", author="老沈")
    return world


def test_10_the_report_shows_every_place_that_differs(disjoint: World) -> None:
    line = only_line(disjoint.sync())
    assert ("秋天买的龙井。", "春天买的龙井。") in line.versions
    assert ("第三段。", "后台第三段。") in line.versions
    assert any(theirs == "author: 老沈" for _, theirs in line.versions)


def test_5_the_copy_of_a_first_contact_goes_when_it_is_resolved(world: World) -> None:
    world.write("one", BODY)
    world.settled()
    shutil.rmtree(world.content / ".sync")
    world.edit("one", "春天", "秋天")
    world.sync()
    copy = world.content / "articles" / "one.account.md"
    assert "春天" in copy.read_text(encoding="utf-8")
    world.sync(resolve="keep-local")
    assert not copy.exists()
    quiet(world)


def test_a_command_as_printed_finds_a_file_with_brackets_in_its_name(clash: World) -> None:
    (clash.content / "articles" / "one.md").rename(clash.content / "articles" / "a[1].md")
    line = next(line for line in clash.sync().lines if line.commands)
    pattern = line.commands[0].split("'")[1]
    assert pattern == "articles/a[1].md"
    assert rules(clash.sync(resolve="keep-local", only=pattern)) == [11]
