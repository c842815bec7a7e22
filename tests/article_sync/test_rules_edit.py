"""Rules 6 to 13 as stories over the emulator: edits on one side or on both."""

import json

from tests.article_sync.world import Counting, World, jpeg, only_line, rules

BODY = "春天买的龙井。\n\n水温 *85℃*，见[明前龙井](product:longjing)。\n"


def test_6_nothing_is_done_where_nothing_changed(world: World) -> None:
    world.write("one", BODY)
    world.settled()
    world.sync()  # learns that the draft has come to rest
    before, counting = world.files(), Counting(world.gateway)
    report = world.sync(gateway=counting)
    assert (report.lines, report.in_sync, report.exit_code) == ((), 1, 0)
    assert world.files() == before
    assert counting.calls == ["count_drafts", "list_drafts", "count_drafts"]


def test_7_an_edited_file_updates_its_draft_and_keeps_what_people_set_there(world: World) -> None:
    world.write("one", BODY)
    world.settled()
    media_id = world.draft("one")["media_id"]
    world.console_edit("one", need_open_comment=1)
    world.sync()
    world.edit("one", "春天", "秋天")
    assert rules(world.sync()) == [7]
    article = world.draft("one")["news_item"][0]
    assert "秋天" in article["content"]
    assert article["need_open_comment"] == 1
    assert [one["media_id"] for one in world.drafts()] == [media_id]


def test_7_the_draft_as_it_was_lies_in_the_trash(world: World) -> None:
    world.write("one", BODY)
    world.settled()
    world.edit("one", "春天", "秋天")
    world.sync()
    kept = [json.loads(path.read_bytes()) for path in (world.root / "state" / "trash").glob("*.json")]
    assert ["春天" in one["article"]["content"] for one in kept] == [True]


def test_7_a_new_cover_goes_up_and_an_old_one_does_not(world: World) -> None:
    world.write("one", BODY, cover=world.picture("a", (1, 2, 3)))
    world.settled()
    counting = Counting(world.gateway)
    world.edit("one", "春天", "秋天")
    world.sync(gateway=counting)
    assert "add_material" not in counting.writes
    world.picture("a", (200, 2, 3))
    line = only_line(world.sync(gateway=counting))
    assert (line.rule, line.fields) == (7, ("cover",))
    assert counting.writes.count("add_material") == 1


def test_7_a_draft_edited_after_the_plan_is_not_overwritten(world: World) -> None:
    world.write("one", BODY)
    world.settled()
    world.sync()
    world.edit("one", "春天", "秋天")

    class Late(Counting):
        """The editor saves just before the item is read once more."""

        def get_draft(self, media_id: str) -> object:
            world.console_edit("one", "水温", "开水")
            return world.gateway.get_draft(media_id)

    report = world.sync(gateway=Late(world.gateway))
    assert (rules(report), report.exit_code) == ([7], 1)
    assert "开水" in world.html("one")
    assert "春天" in world.html("one")


def test_8_one_edited_paragraph_comes_back_and_every_other_byte_stays(world: World) -> None:
    own = "第一段，*斜*\n和软换行。\n\n* 星号列表\n* 第二条\n\n\n第三段。\n\n[明前龙井](product:longjing)\n====\n"
    world.write("one", own, tags="[a, b]  # 编辑的注释")
    world.settled()
    before = world.text("one")
    world.console_edit("one", "第三段", "第三段（周三前下单）")
    line = only_line(world.sync())
    assert (line.rule, line.fields) == (8, ("body",))
    assert world.text("one") == before.replace("第三段。", "第三段（周三前下单）。")
    assert "+第三段（周三前下单）。" in line.diff
    assert [path.read_text(encoding="utf-8") for path in (world.root / "state" / "trash").glob("*.md")] == [before]
    assert world.sync().lines == ()


def test_8_a_title_and_digest_come_back_alone(world: World) -> None:
    world.write("one", BODY, digest="旧摘要")
    world.settled()
    before = world.text("one")
    world.console_edit("one", title="新标题", digest="新摘要")
    line = only_line(world.sync())
    assert (line.rule, line.fields) == (8, ("digest", "title"))
    assert world.text("one") == before.replace("title: one", "title: 新标题").replace("旧摘要", "新摘要")


def test_8_links_written_in_the_text_stay_references(world: World) -> None:
    world.write("one", BODY)
    world.settled()
    world.console_edit("one", "水温", "开水")
    world.sync()
    assert "开水 *85℃*，见[明前龙井](product:longjing)。" in world.text("one")
    assert "文中链接" not in world.text("one")


def test_8_a_sentence_taken_out_in_the_console_takes_its_note_with_it(world: World) -> None:
    world.write("one", BODY)
    world.settled()
    html = world.html("one")
    start = html.index("<p", html.index("龙井。"))
    world.console_edit("one", html[start : html.index("</p>", start) + 4], "")
    world.sync()
    assert world.text("one").endswith("---\n\n春天买的龙井。\n")
    world.pause()
    assert world.sync().lines == ()


def test_8_a_digest_that_wechat_filled_in_stays_out_of_the_file(world: World) -> None:
    world.write("one", BODY)
    world.settled()
    world.console_edit("one", "春天", "秋天", digest="秋天买的龙井。")
    assert rules(world.sync()) == [8]
    assert "digest" not in world.text("one")
    world.console_edit("one", digest="编辑写的")
    world.sync()
    assert "digest: 编辑写的\n" in world.text("one")


def test_8_a_picture_put_in_there_becomes_a_file_here(world: World) -> None:
    world.write("one", BODY)
    world.settled()
    url = world.gateway.upload_body_image("x.jpg", jpeg((9, 8, 7)))
    world.console_edit("one", "春天买的龙井。</p>", f"春天买的龙井。</p><p><img src='{url}'></p>")
    world.sync()
    assert "春天买的龙井。\n\n![](articles/one-" in world.text("one")
    assert jpeg((9, 8, 7)) in world.picture_bytes()
    counting = Counting(world.gateway)
    world.pause()
    world.edit("one", "水温", "开水")
    world.sync(gateway=counting)
    assert "upload_body_image" not in counting.writes, "the account has it already"


def test_9_the_same_edit_on_both_sides_is_recorded(world: World) -> None:
    world.write("one", BODY)
    world.settled()
    world.edit("one", "春天", "秋天")
    world.console_edit("one", "春天", "秋天")
    counting = Counting(world.gateway)
    report = world.sync(gateway=counting)
    assert (rules(report), report.exit_code, counting.writes) == ([9], 0, [])
    assert world.sync().lines == ()


def test_9_the_same_edit_of_an_article_without_an_author_is_recorded_too(world: World) -> None:
    world.console.new("冬至", "<p>提前打烊。</p>")
    world.pause()
    world.settled()
    world.edit("dong-zhi", "提前打烊", "照常开门")
    world.console_edit("冬至", "提前打烊", "照常开门")
    assert rules(world.sync()) == [9]
    assert world.draft("冬至")["news_item"][0]["author"] == ""


def test_11_a_conflict_touches_neither_side_and_repeats_until_it_is_resolved(world: World) -> None:
    world.write("one", BODY)
    world.settled()
    world.edit("one", "春天", "秋天")
    world.console_edit("one", "春天", "冬天")
    before, html = world.text("one"), world.html("one")
    report = world.sync()
    assert (rules(report), report.exit_code) == ([11], 1)
    assert (world.text("one"), world.html("one")) == (before, html)
    assert world.text("one.account") == before.replace("秋天", "冬天")
    files = world.content_files()
    assert rules(world.sync()) == [11]
    assert world.content_files() == files
    world.edit("one", "秋天", "冬天")
    assert rules(world.sync()) == [9]
    assert not (world.content / "articles" / "one.account.md").exists()
    assert world.sync().lines == ()


def test_11_a_conflict_copy_that_a_person_works_on_stays(world: World) -> None:
    world.write("one", BODY)
    world.settled()
    world.edit("one", "春天", "秋天")
    world.console_edit("one", "春天", "冬天")
    world.sync()
    world.edit("one.account", "冬天", "我的合并")
    world.console_edit("one", "冬天", "夏天")
    world.sync()
    assert "我的合并" in world.text("one.account")


def test_12_a_save_that_changes_no_word_never_reaches_the_file(world: World) -> None:
    world.write("one", BODY)
    world.settled()
    before = world.text("one")
    world.console_edit("one")
    assert rules(world.sync()) == [12]
    assert world.text("one") == before
    assert world.sync().lines == ()


def test_13_an_edit_here_goes_over_drift_there(world: World) -> None:
    world.write("one", BODY)
    world.settled()
    world.console_edit("one")
    world.edit("one", "春天", "秋天")
    assert rules(world.sync()) == [13]
    assert "秋天" in world.html("one")
