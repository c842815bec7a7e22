"""Rules 1 to 5 as stories over the emulator: what is only on one side, or was never recorded."""

from dataclasses import replace
from typing import Any

import pytest

from tests.article_sync.proof.dying import Fate
from tests.article_sync.world import SITE, Counting, Killed, World, jpeg, only_line, quiet, rules

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


def test_3_a_picture_that_lies_elsewhere_is_not_shown_from_there(world: World) -> None:
    class Hostile(Counting):
        """An account that holds what WeChat does not take."""

        def list_drafts(self, with_content: bool = True) -> Any:
            picture = "<p><img src='https://elsewhere.example/x.png' alt='时间表'></p>"
            for draft in self._gateway.list_drafts(with_content=with_content):
                (article,) = draft.articles
                yield replace(draft, articles=(replace(article, content=article.content + picture),))

    world.console.new("冬至", "<p>提前打烊</p>")
    world.pause()
    assert rules(world.sync(gateway=Hostile(world.gateway))) == [3]
    assert "提前打烊\n\n[时间表](https://elsewhere.example/x.png)\n" in world.text("dong-zhi")


@pytest.mark.parametrize("nth", range(1, 8))
def test_3_an_import_that_was_killed_is_neither_forgotten_nor_doubled(world: World, nth: int) -> None:
    world.console.new("冬至", "<p>提前打烊，初八开门。</p>")
    world.pause()
    try:
        with Fate().strike(world.root, nth):
            world.sync()
    except Killed:
        world.pause()
    assert world.sync().exit_code == 0
    assert len(list((world.content / "articles").glob("*.md"))) == 1
    assert len(world.drafts()) == 1
    quiet(world)


def test_1_a_new_file_edited_while_the_account_is_listed_waits_for_the_next_run(world: World) -> None:
    class Typing(Counting):
        """The editor saves the file while the account is listed."""

        def count_drafts(self) -> int:
            world.edit("one", "春天", "秋天，正在写")
            return self._gateway.count_drafts()

    world.write("one", "春天\n")
    report = world.sync(gateway=Typing(world.gateway))
    assert (rules(report), report.exit_code, world.drafts()) == ([1], 1, [])
    assert "正在写" in world.text("one")


def test_3_a_file_that_appears_during_the_run_is_not_overwritten(world: World) -> None:
    class Typing(Counting):
        """The editor writes a file of that name while a picture is on its way."""

        def download(self, url: str) -> Any:
            world.write("dong-zhi", "我自己写的\n")
            return self._gateway.download(url)

    url = world.gateway.upload_body_image("x.jpg", jpeg((9, 8, 7)))
    world.console.new("冬至", f"<p>提前打烊</p><p><img src='{url}'></p>")
    world.pause()
    report = world.sync(gateway=Typing(world.gateway))
    assert (rules(report), report.exit_code) == ([3], 1)
    assert "我自己写的" in world.text("dong-zhi")
