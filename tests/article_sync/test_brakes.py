"""Every brake: it stops the run before the first write, and says the way on."""

import subprocess
from dataclasses import replace

import pytest

from plugins.article_sync.base import BaseFolder
from plugins.shared.errors import BrakePulled
from plugins.wechat import account_name
from plugins.wechat_emulator import Fault
from tests.article_sync.world import Counting, World, jpeg, only_line, rules


def git(world: World, *arguments: str) -> None:
    """Run git in the shop's folder."""
    names = ("-c", "user.name=a", "-c", "user.email=a@example.com")
    subprocess.run(["git", *names, "-C", str(world.root), *arguments], check=True, capture_output=True)


def stops(world: World, **options: object) -> str:
    """Return the brake's message; nothing was written on either side."""
    files, drafts, counting = world.content_files(), world.drafts(), Counting(world.gateway)
    with pytest.raises(BrakePulled) as caught:
        world.sync(gateway=counting, **options)
    assert caught.value.exit_code == 4
    assert (world.content_files(), world.drafts(), counting.writes) == (files, drafts, [])
    return str(caught.value)


def many(world: World, count: int) -> World:
    for number in range(count):
        world.write(f"n{number}", "春天\n")
    return world.settled()


def test_four_deletions_of_ten_are_too_many_until_they_are_counted(world: World) -> None:
    many(world, 10)
    for number in range(4):
        world.delete_here(f"n{number}")
    assert "--force-delete 4" in stops(world, delete_drafts=True)
    assert "4 of 10" in stops(world, delete_drafts=True, force_delete=3)
    assert rules(world.sync()) == [18] * 4, "nothing is deleted, so nothing is too much"
    assert rules(world.sync(delete_drafts=True, force_delete=4)) == [18] * 4
    assert len(world.drafts()) == 6


def test_three_deletions_are_not_too_many(world: World) -> None:
    many(world, 4)
    for number in range(3):
        world.delete_here(f"n{number}")
    assert rules(world.sync(delete_drafts=True)) == [18] * 3


def test_half_of_the_drafts_edited_in_the_console_is_not_too_much(world: World) -> None:
    many(world, 12)
    for number in range(6):
        world.console_edit(f"n{number}", "春天", "秋天")
    assert rules(world.sync()) == [8] * 6


def test_all_drafts_gone_stop_the_run(world: World) -> None:
    many(world, 2)
    for number in range(2):
        world.delete_there(f"n{number}")
    assert "--force-delete 2" in stops(world)
    assert "--force-delete 2" in stops(world, force_delete=1)
    assert rules(world.sync(force_delete=2)) == [16, 16]


def test_all_drafts_of_articles_that_are_kept_out_may_go(world: World) -> None:
    many(world, 2)
    for number in range(2):
        world.write(f"n{number}", "春天\n", wechat="off")
        world.delete_there(f"n{number}")
    assert world.sync().lines == ()


def test_the_last_draft_may_go_on_both_sides(world: World) -> None:
    many(world, 2)
    world.publish("n1")
    world.sync()
    world.delete_here("n0")
    world.delete_there("n0")
    assert rules(world.sync()) == [21]


def test_all_drafts_published_do_not(world: World) -> None:
    many(world, 2)
    for number in range(2):
        world.publish(f"n{number}")
    assert rules(world.sync()) == [14, 14]


def test_all_files_gone_stop_the_run(world: World) -> None:
    many(world, 2)
    for number in range(2):
        world.delete_here(f"n{number}")
    assert "--force-delete 2" in stops(world, delete_drafts=True)
    assert rules(world.sync(delete_drafts=True, force_delete=2)) == [18, 18]


def test_a_shop_whose_articles_were_all_taken_down_goes_on(world: World) -> None:
    many(world, 1)
    world.publish("n0")
    world.sync()
    world.delete_here("n0")
    assert "--force-delete 1" in stops(world)
    assert rules(world.sync(force_delete=1)) == [20]
    assert world.sync().lines == (), "a tombstone is no file that is missing"


@pytest.mark.parametrize("here", ["edited", "deleted"])
def test_edits_there_count_whatever_happened_here(world: World, here: str) -> None:
    many(world, 8)
    for number in range(6):
        world.console_edit(f"n{number}", "春天", "秋天")
        if here == "edited":
            world.edit(f"n{number}", "春天", "冬天")
        else:
            world.delete_here(f"n{number}")
    assert "6 of 8" in stops(world)


def test_four_deletions_of_forty_one_are_not_too_many(world: World) -> None:
    many(world, 5)
    states = BaseFolder(world.content, account_name(world.account.appid))
    for number in range(36):
        gone = replace(states.read()[0], id=f"{'abcdefghij'[number // 10]}{'abcdefghij'[number % 10]}".ljust(10, "z"))
        states.write(replace(gone, kind="tombstone", media_id="", path=f"articles/{gone.id}.md"))
    for number in range(4):
        world.delete_here(f"n{number}")
    assert rules(world.sync(delete_drafts=True)) == [18] * 4
    assert len(world.drafts()) == 1


def test_deletions_inside_a_draft_of_several_articles_count(world: World) -> None:
    for number in range(6):
        world.write(f"n{number}", "春天\n", post="周一", post_position=str(number))
    world.settled()
    for number in range(4):
        world.delete_here(f"n{number}")
    assert "--force-delete 4" in stops(world, delete_drafts=True)
    world.sync(delete_drafts=True, force_delete=4)
    assert [len(one["news_item"]) for one in world.drafts()] == [2]


def test_a_file_with_uncommitted_edits_is_not_rewritten(world: World) -> None:
    many(world, 2)
    git(world, "init", "-q")
    git(world, "add", "-A")
    git(world, "commit", "-qm", "state")
    world.edit("n0", "title: n0", "title: n0\ntags: [新]")
    world.console_edit("n0", "春天", "秋天")
    assert "articles/n0.md" in stops(world)
    git(world, "commit", "-qam", "tags")
    assert rules(world.sync()) == [8]
    assert "tags: [新]" in world.text("n0")


def test_what_the_last_run_wrote_may_be_rewritten_uncommitted(world: World) -> None:
    many(world, 2)
    git(world, "init", "-q")
    world.console_edit("n0", "春天", "秋天")
    assert rules(world.sync()) == [8]
    world.console_edit("n0", "秋天", "冬天")
    assert rules(world.sync()) == [8]


def test_a_merge_wants_the_edits_committed_first(world: World) -> None:
    world.write("one", "一\n\n二\n")
    world.settled()
    git(world, "init", "-q")
    world.edit("one", "一", "一甲")
    url = world.gateway.upload_body_image("x.jpg", jpeg((9, 8, 7)))
    world.console_edit("one", "二", f"二乙<img src='{url}'>")
    assert "articles/one.md" in stops(world, merge=True), "and the picture is not fetched yet"
    assert "articles/one.md" in stops(world, resolve="keep-account")
    git(world, "add", "-A")
    git(world, "commit", "-qm", "edits")
    assert rules(world.sync(merge=True)) == [10]


def test_a_plan_that_the_day_cannot_pay_for_is_not_begun(world: World) -> None:
    for number in range(3):
        world.write(f"n{number}", "春天\n")
    world.store.quota.use(world.account.appid, "draft/add", 998)
    assert "draft/add" in stops(world)
    assert rules(world.sync(only="n[01]")) == [1, 1]


def test_pictures_covers_and_regrouped_drafts_count_too(world: World) -> None:
    spent = world.store.quota
    for number in range(2):
        picture = world.picture(f"p{number}", (number, 90, 30))
        world.write(f"n{number}", f"![图]({picture})\n", cover=picture, post="周一")
    for endpoint in ("media/uploadimg", "material/add_material", "draft/add"):
        allowed = world.gateway.quota(endpoint).remain
        spent.use(world.account.appid, endpoint, allowed)
        assert endpoint in stops(world)
        spent.clear_one(world.account.appid, endpoint)
    assert rules(world.sync()) == [1]


def test_where_wechat_does_not_tell_what_is_left_nothing_stops(world: World) -> None:
    world.write("one", "春天\n")
    world.store.faults.add("openapi/quota/get", Fault("errcode", 48001), times=9)
    assert rules(world.sync()) == [1]


def test_a_dry_run_shows_its_plan_and_the_brake(world: World) -> None:
    many(world, 10)
    for number in range(4):
        world.delete_here(f"n{number}")
    files = world.files()
    report = world.sync(dry_run=True, delete_drafts=True)
    assert [line.action for line in report.lines] == ["brake", *["delete draft"] * 4]
    assert (report.exit_code, world.files()) == (4, files)


def test_a_dry_run_in_a_repository_leaves_git_alone(world: World) -> None:
    many(world, 2)
    git(world, "init", "-q")
    git(world, "add", "-A")
    git(world, "commit", "-qm", "state")
    path = world.content / "articles" / "n0.md"
    path.write_bytes(path.read_bytes())
    world.console_edit("n0", "春天", "秋天")
    files = world.files()
    assert only_line(world.sync(dry_run=True)).rule == 8
    assert world.files() == files


def test_an_emptied_draft_box_pulls_the_brake(world: World) -> None:
    world.write("one", "文字\n")
    world.settled()
    world.console.delete(world.draft("one")["media_id"])
    world.write("two", "文字\n")
    files = world.content_files()
    with pytest.raises(BrakePulled) as caught:
        world.sync()
    assert caught.value.exit_code == 4
    assert (world.content_files(), world.drafts()) == (files, [])


def test_an_emptied_articles_folder_pulls_the_brake(world: World) -> None:
    world.write("one", "文字\n")
    world.settled()
    (world.content / "articles" / "one.md").unlink()
    with pytest.raises(BrakePulled):
        world.sync()


def test_many_edits_at_once_pull_the_brake_and_portions_pass(world: World) -> None:
    for number in range(7):
        world.write(f"n{number}", "春天\n")
    world.settled()
    for number in range(6):
        world.console_edit(f"n{number}", "春天", "秋天")
    files = world.content_files()
    with pytest.raises(BrakePulled):
        world.sync()
    assert world.content_files() == files
    assert rules(world.sync(only="n0")) == [8]
    assert rules(world.sync(only="n[1-5]")) == [8] * 5
