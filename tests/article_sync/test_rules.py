"""Every row of the decision table as a story over the emulator."""

import json

import pytest

from plugins.article_sync import Status
from plugins.shared.errors import UsageProblem
from tests.article_sync.world import SITE, Counting, World, jpeg, only_line, rules

BODY = "春天买的龙井。\n\n水温 *85℃*，见[明前龙井](product:longjing)。\n"


def test_1_a_new_file_becomes_a_draft_with_our_id_behind_it(world: World) -> None:
    world.write("paocha", BODY, "泡茶", digest="怎么泡")
    assert rules(world.sync()) == [1]
    article = world.draft("泡茶")["news_item"][0]
    assert article["content_source_url"] == f"{SITE}/articles/paocha/?a={world.id_of('paocha')}"
    assert (article["author"], article["digest"]) == ("山间茶庄", "怎么泡")
    assert f"[1] 明前龙井：{SITE}/p/longjing/" in article["content"]


def test_1_each_picture_goes_up_once(world: World) -> None:
    name = world.picture("cup", (10, 120, 60))
    world.write("one", f"![一杯]({name})\n")
    world.write("two", f"文字\n\n![又一杯]({name})\n")
    counting = Counting(world.gateway)
    world.sync(gateway=counting)
    assert counting.writes.count("upload_body_image") == 1
    assert counting.writes.count("add_material") == 1, "both articles share the default cover"
    assert "<figcaption" in world.html("one")


def test_1_a_picture_that_is_missing_is_said_and_nothing_is_sent(world: World) -> None:
    world.write("one", "![一杯](articles/none.jpg)\n")
    report = world.sync()
    assert (rules(report), report.exit_code) == ([1], 1)
    assert "articles/none.jpg" in only_line(report).note
    assert world.drafts() == []
    assert world.id_of("one") == ""


def test_1_an_unknown_reference_is_said_and_nothing_is_sent(world: World) -> None:
    world.write("one", "见[茶](product:none)。\n")
    line = only_line(world.sync())
    assert "articles/one.md:6: " in line.note
    assert "product:none" in line.note
    assert world.drafts() == []


def test_1_a_title_that_wechat_does_not_take_is_said(world: World) -> None:
    world.write("one", "文\n", "很" * 33)
    report = world.sync()
    assert "33" in only_line(report).note
    assert report.exit_code == 1


def test_1_part_of_a_multi_article_draft_is_reported_and_left(world: World) -> None:
    world.write("one", "文\n", post="周一")
    report = world.sync()
    assert (rules(report), report.exit_code, world.drafts()) == ([1], 1, [])


def test_2_an_orphan_of_ours_comes_back_with_its_id(world: World) -> None:
    world.write("one", BODY)
    world.settled()
    article_id = world.id_of("one")
    (world.content / "articles" / "one.md").unlink()
    for path in (world.content / ".sync").rglob(f"{article_id}.*"):
        path.unlink()
    assert rules(world.sync()) == [2]
    assert world.id_of("one") == article_id
    assert "见[明前龙井](product:longjing)" in world.text("one")


def test_3_what_was_written_in_the_console_becomes_a_draft_file(world: World) -> None:
    url = world.gateway.upload_body_image("x.jpg", jpeg((9, 8, 7)))
    world.console.new("冬至营业时间", f"<p>提前到 <b>17:00</b></p><p><img src='{url}'></p>", author="老沈")
    world.pause()
    report = world.sync()
    line = only_line(report)
    assert (line.rule, line.path) == (3, "articles/dong-zhi-ying-ye-shi-jian.md")
    text = world.text("dong-zhi-ying-ye-shi-jian")
    assert "title: 冬至营业时间\n" in text
    assert "author: 老沈\n" in text
    assert "category: 茶事\nstatus: draft\n" in text
    assert "提前到 **17:00**\n\n![](articles/dong-zhi-ying-ye-shi-jian-" in text
    assert jpeg((9, 8, 7)) in world.picture_bytes()
    world.pause()
    assert world.sync().lines == ()


def test_3_an_import_never_overwrites_a_file(world: World) -> None:
    path = world.write("hello", "我的字\n", wechat="off")
    world.console.new("Hello", "<p>theirs</p>")
    assert only_line(world.sync()).path == "articles/hello-2.md"
    assert "我的字" in path.read_text(encoding="utf-8")


def test_4_a_lost_state_is_paired_again_without_a_write(world: World) -> None:
    world.write("one", BODY)
    world.settled()
    for path in (world.content / ".sync").rglob("*.*"):
        if path.name != "images.json":
            path.unlink()
    counting = Counting(world.gateway)
    assert rules(world.sync(gateway=counting)) == [4]
    assert counting.writes == []
    assert world.sync().lines == ()


def test_5_a_first_contact_that_differs_is_left_to_a_person(world: World) -> None:
    world.write("one", BODY)
    world.settled()
    for path in (world.content / ".sync").rglob(f"{world.id_of('one')}.*"):
        path.unlink()
    world.edit("one", "春天", "秋天")
    before, html = world.text("one"), world.html("one")
    report = world.sync()
    assert (rules(report), report.exit_code) == ([5], 1)
    assert (world.text("one"), world.html("one")) == (before, html)
    assert "春天" in world.text("one.account")


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


@pytest.mark.parametrize(("edited", "rule"), [(False, 16), (True, 17)])
def test_16_17_a_vanished_draft_is_reported_and_the_file_stays(world: World, edited: bool, rule: int) -> None:
    world.write("one", BODY)
    world.write("two", BODY)
    world.settled()
    world.console.delete(world.draft("one")["media_id"])
    if edited:
        world.edit("one", "春天", "秋天")
    before = world.text("one")
    report = world.sync()
    assert (rules(report), report.exit_code) == ([rule], 1)
    assert world.text("one") == before
    assert len(world.drafts()) == 1


@pytest.mark.parametrize(("edited", "rule"), [(False, 18), (True, 19)])
def test_18_19_a_deleted_file_is_reported_and_the_draft_stays(world: World, edited: bool, rule: int) -> None:
    world.write("one", BODY)
    world.write("two", BODY)
    world.settled()
    (world.content / "articles" / "one.md").unlink()
    if edited:
        world.console_edit("one", "春天", "秋天")
    drafts = world.drafts()
    report = world.sync()
    assert (rules(report), report.exit_code) == ([rule], 1)
    assert world.drafts() == drafts
    assert not (world.content / "articles" / "one.md").exists()


def test_21_gone_on_both_sides_is_reported(world: World) -> None:
    world.write("one", BODY)
    world.write("two", BODY)
    world.settled()
    (world.content / "articles" / "one.md").unlink()
    world.console.delete(world.draft("one")["media_id"])
    assert rules(world.sync()) == [21]


def test_22_a_rename_costs_no_call(world: World) -> None:
    world.write("one", BODY)
    world.settled()
    world.sync()
    (world.content / "articles" / "one.md").rename(world.content / "articles" / "uno.md")
    counting = Counting(world.gateway)
    assert rules(world.sync(gateway=counting)) == [22]
    assert counting.calls == ["count_drafts", "list_drafts", "count_drafts"]
    assert world.sync().lines == ()


def test_23_a_lost_id_never_doubles_an_article(world: World) -> None:
    world.write("one", BODY)
    world.settled()
    world.edit("one", f"id: {world.id_of('one')}\n", "")
    report = world.sync()
    assert (rules(report), report.exit_code, len(world.drafts())) == ([23], 1, 1)
    (world.content / "articles" / "one.md").rename(world.content / "articles" / "moved.md")
    assert rules(world.sync()) == [23], "found by its text, too"


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


def test_one_id_in_two_files_stops_before_any_call(world: World) -> None:
    world.write("one", BODY)
    world.settled()
    world.write("copy", BODY, id=world.id_of("one"))
    counting = Counting(world.gateway)
    with pytest.raises(UsageProblem) as caught:
        world.sync(gateway=counting)
    assert caught.value.exit_code == 2
    assert counting.calls == []


def test_26_an_article_kept_out_is_no_orphan_and_is_not_sent(world: World) -> None:
    world.write("one", BODY)
    world.write("never", BODY, wechat="off")
    world.settled()
    world.write("one", "别的字\n", wechat="off")
    drafts = world.drafts()
    report = world.sync()
    assert (report.lines, report.exit_code) == ((), 0)
    assert world.drafts() == drafts


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
