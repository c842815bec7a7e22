"""Several articles in one draft (多图文), as stories over the emulator."""

from typing import Any

import pytest

from plugins.article_sync import Status
from plugins.shared.errors import AnswerUnclear
from plugins.wechat_emulator import Fault
from tests.article_sync.world import Counting, Killed, World, jpeg, only_line, quiet, rules


@pytest.fixture
def post(world: World) -> World:
    """Three articles of one draft, in sync."""
    for place, name in enumerate(("a", "b", "c"), start=1):
        world.write(name, f"{name} 的正文。\n", post="周一", post_position=str(place))
    world.write("single", "单篇。\n")
    return world.settled()


def titles(world: World) -> list[list[str]]:
    """Return the titles of every draft, in order."""
    return sorted([article["title"] for article in one["news_item"]] for one in world.drafts())


def save(world: World, name: str, old: str, new: str, **words: Any) -> None:
    """Edit an article of the draft in the console."""
    for draft in world.drafts():
        for index, article in enumerate(draft["news_item"]):
            if article["title"] == name:
                world.pause()
                world.console.save(draft["media_id"], index, html=article["content"].replace(old, new), **words)
    world.pause()


def test_files_with_one_post_form_one_draft_in_their_order(post: World) -> None:
    assert titles(post) == [["a", "b", "c"], ["single"]]
    quiet(post)


def test_an_edit_updates_its_article_in_place(post: World) -> None:
    ids = {one["media_id"] for one in post.drafts()}
    post.edit("b", "正文", "新正文")
    counting = Counting(post.gateway)
    assert rules(post.sync(gateway=counting)) == [7]
    assert counting.writes == ["update_draft"]
    assert {one["media_id"] for one in post.drafts()} == ids
    assert "新正文" in str(post.drafts())
    quiet(post)


def test_an_edit_in_the_console_comes_back_to_its_file(post: World) -> None:
    save(post, "b", "正文", "后台正文")
    assert rules(post.sync()) == [8]
    assert "后台正文" in post.text("b")
    quiet(post)


def test_another_order_makes_a_new_draft_and_removes_the_old(post: World) -> None:
    save(post, "c", "正文", "正文", need_open_comment=1)
    post.sync()
    old = {one["media_id"] for one in post.drafts()}
    post.edit("c", "post_position: 3", "post_position: 0")
    post.edit("a", "a 的", "甲的")
    line = only_line(post.sync())
    assert (line.rule, line.action, line.status) == (25, "regroup", Status.DONE)
    assert titles(post) == [["c", "a", "b"], ["single"]]
    assert len({one["media_id"] for one in post.drafts()} - old) == 1
    draft = next(one for one in post.drafts() if len(one["news_item"]) == 3)
    assert draft["news_item"][0]["need_open_comment"] == 1
    assert "甲的" in draft["news_item"][1]["content"]
    assert "a 的正文" in post.trash()
    quiet(post)


def test_an_article_that_joins_leaves_its_own_draft(post: World) -> None:
    post.edit("single", "title: single\n", "title: single\npost: 周一\npost_position: 9\n")
    assert rules(post.sync()) == [25]
    assert titles(post) == [["a", "b", "c", "single"]]
    quiet(post)


def test_an_article_that_leaves_gets_a_draft_of_its_own(post: World) -> None:
    post.edit("b", "post: 周一\n", "")
    assert rules(post.sync()) == [25]
    assert titles(post) == [["a", "c"], ["b"], ["single"]]
    quiet(post)


def test_two_posts_may_swap_articles(post: World) -> None:
    post.edit("b", "post: 周一\n", "post: 周二\n")
    post.edit("single", "title: single\n", "title: single\npost: 周二\npost_position: 9\n")
    post.sync()
    assert titles(post) == [["a", "c"], ["b", "single"]]
    quiet(post)


def test_a_new_file_joins_the_draft(post: World) -> None:
    post.write("d", "第四篇。\n", post="周一", post_position="4")
    assert rules(post.sync()) == [25]
    assert titles(post) == [["a", "b", "c", "d"], ["single"]]
    quiet(post)


def test_a_deleted_file_takes_its_article_out_only_when_asked(post: World) -> None:
    post.delete_here("b")
    assert rules(post.sync()) == [18]
    assert titles(post) == [["a", "b", "c"], ["single"]]
    post.sync(delete_drafts=True)
    assert titles(post) == [["a", "c"], ["single"]]
    assert "b 的正文" in post.trash()
    quiet(post)


def test_an_article_is_not_taken_out_after_a_failure(post: World) -> None:
    post.delete_here("b")
    post.edit("single", "单篇", "单篇改过")
    post.store.faults.add("draft/update", Fault("errcode", 45003))
    report = post.sync(delete_drafts=True)
    assert [(line.rule, line.status.value) for line in report.lines] == [(25, "waiting"), (7, "failed")]
    assert titles(post) == [["a", "b", "c"], ["single"]]


def test_an_article_is_taken_out_after_everything_else(post: World) -> None:
    class Cut(Counting):
        """The line is cut while a picture is on its way."""

        def download(self, _url: str) -> bytes:
            raise AnswerUnclear("cut")

    post.delete_here("b")
    url = post.gateway.upload_body_image("x.jpg", jpeg((9, 8, 7)))
    save(post, "single", "单篇。", f"单篇。<img src='{url}'>")
    report = post.sync(delete_drafts=True, gateway=Cut(post.gateway))
    assert [(line.rule, line.status.value) for line in report.lines] == [(25, "waiting"), (8, "failed")]
    assert titles(post) == [["a", "b", "c"], ["single"]]


def test_all_files_deleted_take_the_draft_with_them_when_asked(post: World) -> None:
    for name in "abc":
        post.delete_here(name)
    post.sync(delete_drafts=True)
    assert titles(post) == [["single"]]
    quiet(post)


def test_more_than_eight_articles_are_refused(world: World) -> None:
    for number in range(9):
        world.write(f"n{number}", "文\n", post="太长", post_position=str(number))
    report = world.sync()
    assert {line.action for line in report.lines} == {"too many in one draft"}
    assert (report.exit_code, world.drafts()) == (1, [])


def test_a_conflict_inside_the_draft_lets_the_regrouping_wait(post: World) -> None:
    post.edit("b", "正文", "文件正文")
    save(post, "b", "正文", "后台正文")
    post.write("d", "第四篇。\n", post="周一", post_position="4")
    report = post.sync()
    assert sorted((line.rule, line.action) for line in report.lines) == [(1, "regroup waits"), (11, "conflict")]
    assert titles(post) == [["a", "b", "c"], ["single"]]
    post.sync(resolve="keep-local")
    post.sync()
    assert titles(post) == [["a", "b", "c", "d"], ["single"]]
    quiet(post)


def test_a_draft_of_several_articles_from_the_console_comes_home_as_one_post(world: World) -> None:
    world.write("own", "自己的。\n")
    world.settled()
    article = dict.fromkeys(("author", "digest"), "")
    cover = world.draft("own")["news_item"][0]["thumb_media_id"]
    from plugins.wechat import DraftArticle

    world.gateway.add_draft(
        [DraftArticle(f"后台{n}", f"<p>第 {n} 篇</p>", thumb_media_id=cover, **article) for n in (1, 2)]
    )
    world.pause()
    assert rules(world.sync()) == [3, 3]
    texts = [world.text("hou-tai-1"), world.text("hou-tai-2")]
    assert ["post_position: 1" in texts[0], "post_position: 2" in texts[1]] == [True, True]
    assert [line for line in texts[0].split("\n") if line.startswith("post: ")] == [
        line for line in texts[1].split("\n") if line.startswith("post: ")
    ]
    quiet(world)
    world.edit("hou-tai-2", "第 2 篇", "第二篇")
    assert rules(world.sync()) == [7]
    quiet(world)


@pytest.mark.parametrize("effect", [True, False])
@pytest.mark.parametrize("after", range(1, 14))
def test_a_kill_while_regrouping_is_mended_by_the_next_run(post: World, after: int, effect: bool) -> None:
    post.edit("b", "post: 周一\n", "post: 周二\n")
    post.edit("single", "title: single\n", "title: single\npost: 周二\npost_position: 9\n")
    try:
        post.sync(gateway=Counting(post.gateway, after, effect))
    except Killed:
        post.pause()
    report = post.sync()
    assert report.exit_code == 0, report
    assert titles(post) == [["a", "c"], ["b", "single"]]
    assert list((post.root / "state").glob("journal*")) == []
    quiet(post)


@pytest.mark.parametrize("between", [{"direction": "pull"}, {"only": "single"}])
def test_a_run_that_leaves_the_draft_for_later_does_not_forget_the_old_one(
    post: World, between: dict[str, str]
) -> None:
    post.edit("c", "post_position: 3", "post_position: 0")
    counting = Counting(post.gateway, kill_after=5)
    with pytest.raises(Killed):
        post.sync(gateway=counting)
    assert counting.calls[-1] == "add_draft"
    post.pause()
    post.sync(**between)
    post.sync()
    assert titles(post) == [["c", "a", "b"], ["single"]]
    assert list((post.root / "state").glob("journal*")) == []
    quiet(post)


@pytest.mark.parametrize("kind", ["drop_before", "drop_after", "truncate"])
def test_a_lost_answer_never_makes_the_draft_twice(post: World, kind: str) -> None:
    post.edit("c", "post_position: 3", "post_position: 0")
    post.store.faults.add("draft/add", Fault(kind))
    assert post.sync().exit_code == (3 if kind == "drop_before" else 0), "what arrived is found at once"
    post.pause()
    post.sync()
    assert titles(post) == [["c", "a", "b"], ["single"]]
    quiet(post)


def test_an_edit_after_the_plan_stops_the_regrouping(post: World) -> None:
    post.edit("c", "post_position: 3", "post_position: 0")

    class Late(Counting):
        """The editor saves just before the old draft is read once more."""

        def get_draft(self, media_id: str) -> object:
            save(post, "a", "a 的", "后台的")
            return post.gateway.get_draft(media_id)

    report = post.sync(gateway=Late(post.gateway))
    assert (rules(report), report.exit_code) == ([25], 1)
    assert titles(post) == [["a", "b", "c"], ["single"]]
    assert "后台的" in str(post.drafts())
