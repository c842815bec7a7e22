"""What an open conflict shows, and what is left of it at the end."""

import shutil

from tests.article_sync.conftest import BODY
from tests.article_sync.world import World, only_line, quiet, rules


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


def test_a_title_with_brackets_is_found_as_it_is_typed(world: World) -> None:
    world.write("one", BODY, title="'[新茶] 龙井'")
    assert rules(world.sync(only="[新茶] 龙井")) == [1]
