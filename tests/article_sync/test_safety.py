"""What must hold however a run goes: dry runs, faults and kills."""

from dataclasses import replace
from typing import Any

import pytest

from plugins.shared.errors import UsageProblem
from plugins.wechat_emulator import Fault
from tests.article_sync.world import Counting, Killed, World, jpeg, only_line, rules

BODY = "春天买的龙井。\n\n![一杯](articles/cup.jpg)\n\n第三段。\n"


@pytest.fixture
def busy(world: World) -> World:
    """A world with work of every kind waiting: create, push, pull, import, drift, conflict."""
    world.picture("cup", (3, 90, 30))
    for name in ("drift", "pull", "push", "clash", "same"):
        world.write(name, BODY)
    world.settled()
    world.write("create", f"{BODY}![新]({world.picture('new', (1, 1, 200))})\n", cover="articles/new.jpg")
    world.edit("push", "春天", "秋天")
    world.console_edit("pull", "第三段", "第三段改过")
    world.console_edit("drift")
    world.edit("clash", "春天", "秋天")
    world.console_edit("clash", "春天", "冬天")
    url = world.gateway.upload_body_image("new.jpg", jpeg((250, 10, 10)))
    world.console.new("冬至", f"<p>提前打烊</p><p><img src='{url}'></p>")
    world.pause()
    return world


def test_a_dry_run_writes_nothing_at_all(busy: World) -> None:
    files, drafts, counting = busy.files(), busy.drafts(), Counting(busy.gateway)
    report = busy.sync(dry_run=True, gateway=counting)
    assert sorted(rules(report)) == [1, 3, 7, 8, 11, 12]
    assert busy.files() == files
    assert busy.drafts() == drafts
    assert counting.writes == []
    assert "download" not in counting.calls


def test_a_dry_run_does_not_even_note_that_a_draft_has_come_to_rest(world: World) -> None:
    world.write("one", "文字\n")
    world.sync(sleep=lambda _: None)
    world.pause()
    files = world.files()
    assert world.sync(dry_run=True).lines == ()
    assert world.files() == files


def test_a_dry_run_leaves_the_journal_of_a_killed_run_as_it_is(world: World) -> None:
    world.write("one", "文字\n")
    with pytest.raises(Killed):
        world.sync(gateway=Counting(world.gateway, kill_after=3))
    files = world.files()
    assert any("journal" in name for name in files)
    assert rules(world.sync(dry_run=True)) == [1]
    assert world.files() == files


def test_a_dry_run_says_what_the_run_then_does(busy: World) -> None:
    planned, done = busy.sync(dry_run=True), busy.sync()
    assert [(line.rule, line.path, line.fields, line.pictures) for line in planned.lines] == [
        (line.rule, line.path, line.fields, line.pictures) for line in done.lines
    ]


def test_a_second_sync_plans_nothing_and_writes_nothing(busy: World) -> None:
    busy.sync()
    busy.edit("clash", "秋天", "冬天")
    busy.pause()
    busy.sync()
    busy.pause()
    busy.sync()
    files, drafts, counting = busy.files(), busy.drafts(), Counting(busy.gateway)
    assert busy.sync(gateway=counting).lines == ()
    assert (busy.files(), busy.drafts(), counting.writes) == (files, drafts, [])


@pytest.mark.parametrize("effect", [True, False])
@pytest.mark.parametrize("after", range(1, 13))
def test_a_kill_at_any_call_is_mended_by_the_next_run(busy: World, after: int, effect: bool) -> None:
    with pytest.raises(Killed):
        busy.sync(gateway=Counting(busy.gateway, after, effect))
    busy.pause()
    report = busy.sync()
    assert {line.status.value for line in report.lines if line.rule != 11} <= {"done"}, report
    assert list((busy.root / "state").glob("journal*")) == []
    busy.pause()
    assert rules(busy.sync()) == [11]
    titles = [one["news_item"][0]["title"] for one in busy.drafts()]
    assert sorted(titles) == sorted({*titles}), "no draft twice"
    assert len(titles) == 7
    assert len(list((busy.content / "articles").glob("*.md"))) == 8, "seven articles and one conflict copy"
    assert "第三段改过" in busy.text("pull")
    assert "秋天" in busy.html("push")
    assert "秋天" in busy.text("clash")
    assert "冬天" in busy.html("clash")


@pytest.mark.parametrize("side", ["file", "console"])
def test_an_edit_after_a_kill_behind_the_create_is_no_conflict(world: World, side: str) -> None:
    world.write("one", "春天\n")
    counting = Counting(world.gateway, kill_after=4)
    with pytest.raises(Killed):
        world.sync(gateway=counting)
    assert counting.calls == ["count_drafts", "list_drafts", "add_material", "add_draft"]
    if side == "file":
        world.edit("one", "春天", "秋天")
    else:
        world.console_edit("one", "春天", "秋天")
    assert rules(world.sync()) == [7 if side == "file" else 8]
    assert "秋天" in world.text("one")
    assert "秋天" in world.html("one")
    assert len(world.drafts()) == 1


def test_a_second_edit_in_the_same_second_is_seen(world: World) -> None:
    world.write("one", "春天\n")
    world.sync()
    assert world.sync().lines == ()
    for old, new in (("春天", "夏天"), ("夏天", "秋天"), ("秋天", "冬天")):
        world.console.save(world.draft("one")["media_id"], html=world.html("one").replace(old, new))
        assert rules(world.sync()) == [8]
        assert new in world.text("one")


@pytest.mark.parametrize("kind", ["drop_before", "drop_after", "truncate"])
def test_a_lost_answer_to_a_create_never_makes_two_drafts(world: World, kind: str) -> None:
    world.write("one", "文字\n")
    world.store.faults.add("draft/add", Fault(kind))
    first = world.sync()
    assert first.exit_code == (3 if kind == "drop_before" else 0)
    world.pause()
    assert world.sync().exit_code == 0
    assert len(world.drafts()) == 1


def test_a_refusal_stops_at_its_article_and_the_rest_goes_on(world: World) -> None:
    world.write("a", "文字\n")
    world.write("b", "文字\n")
    world.store.faults.add("draft/add", Fault("errcode", 45003))
    report = world.sync()
    assert [line.status.value for line in report.lines] == ["failed", "done"]
    assert report.exit_code == 3
    assert world.sync().exit_code == 0
    assert len(world.drafts()) == 2


def test_a_missing_permission_stops_the_run_with_its_own_code(world: World) -> None:
    world.write("a", "文字\n")
    world.write("b", "文字\n")
    world.store.faults.add("draft/add", Fault("errcode", 48001))
    report = world.sync()
    assert [line.status.value for line in report.lines] == ["failed", "failed"]
    assert (report.exit_code, world.drafts()) == (5, []), "the second one is not even tried"
    assert "stopped" in report.lines[1].note
    assert world.sync().exit_code == 0


def test_a_file_edited_during_the_run_is_not_overwritten(world: World) -> None:
    world.write("one", "春天\n")
    world.settled()
    url = world.gateway.upload_body_image("x.jpg", jpeg((9, 8, 7)))
    world.console_edit("one", "春天</p>", f"秋天</p><p><img src='{url}'></p>")

    class Typing(Counting):
        """The editor saves the file while a picture is on its way to it."""

        def download(self, url: str) -> Any:
            world.edit("one", "春天", "春天，正在写")
            return self._gateway.download(url)

    report = world.sync(gateway=Typing(world.gateway))
    assert (rules(report), report.exit_code) == ([8], 1)
    assert "正在写" in world.text("one")


def test_a_file_edited_while_the_account_is_listed_is_a_conflict(world: World) -> None:
    world.write("one", "春天\n")
    world.settled()
    world.console_edit("one", "春天", "秋天")

    class Typing(Counting):
        """The editor saves the file while the account is listed."""

        def list_drafts(self, with_content: bool = True) -> Any:
            yield from self._gateway.list_drafts(with_content=with_content)
            world.edit("one", "春天", "春天，正在写")

    report = world.sync(gateway=Typing(world.gateway))
    assert (rules(report), report.exit_code) == ([11], 1)
    assert "正在写" in world.text("one")


def test_one_direction_leaves_the_other_for_later(busy: World) -> None:
    pushed = busy.sync(direction="push")
    waiting = [line.rule for line in pushed.lines if line.status.value == "waiting"]
    assert sorted(waiting) == [3, 8]
    pulled = busy.sync(direction="pull")
    assert [line.rule for line in pulled.lines if line.status.value == "waiting"] == []
    with pytest.raises(UsageProblem):
        busy.sync(direction="sideways")


def test_pull_writes_nothing_to_the_account(busy: World) -> None:
    counting = Counting(busy.gateway)
    pulled = busy.sync(direction="pull", gateway=counting)
    assert sorted(line.rule for line in pulled.lines if line.status.value == "waiting") == [1, 7]
    assert counting.writes == []


def test_only_chooses_by_path_name_or_title(busy: World) -> None:
    assert only_line(busy.sync(dry_run=True, only="create")).path == "articles/create.md"
    assert only_line(busy.sync(dry_run=True, only="articles/push*")).rule == 7
    assert only_line(busy.sync(dry_run=True, only="冬至")).rule == 3


def test_crlf_files_keep_their_line_ends(world: World) -> None:
    path = world.write("one", "春天\n\n第二段\n")
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    world.settled()
    world.console_edit("one", "春天", "秋天")
    world.sync()
    data = path.read_bytes()
    assert data.count(b"\r\n") == data.count(b"\n")
    assert "秋天".encode() in data


def test_a_failed_article_keeps_drafts_from_being_deleted(world: World) -> None:
    for name in ("a", "b", "c"):
        world.write(name, "文字\n")
    world.settled()
    world.delete_here("a")
    world.edit("b", "文字", "新文字")
    world.store.faults.add("draft/update", Fault("errcode", 45003), times=9)
    report = world.sync(delete_drafts=True)
    assert [(line.rule, line.status.value) for line in report.lines] == [(7, "failed"), (18, "waiting")]
    assert (report.exit_code, len(world.drafts())) == (3, 3)


def test_what_wechat_stores_otherwise_than_it_was_sent_is_told(world: World) -> None:
    class Dropping(Counting):
        """WeChat leaves a paragraph out of what it is sent."""

        def add_draft(self, articles: Any) -> Any:
            (article,) = articles
            return self._gateway.add_draft([replace(article, content=article.content.replace("第二段", ""))])

    world.write("one", "第一段\n\n第二段\n")
    report = world.sync(gateway=Dropping(world.gateway))
    assert (only_line(report).status.value, report.exit_code) == ("attention", 1)
    assert "differs from the file" in only_line(report).note
    assert "第二段" in world.text("one")


def test_crops_and_comments_set_in_the_console_survive_a_push(world: World) -> None:
    world.write("one", "春天\n")
    world.settled()
    crops = [{"ratio": "1_1", "x1": "0.1", "y1": "0", "x2": "0.5", "y2": "0.94"}]
    world.console_edit("one", need_open_comment=1, cover_info={"crop_percent_list": crops})
    world.edit("one", "春天", "秋天")
    assert rules(world.sync()) == [13]
    article = world.draft("one")["news_item"][0]
    assert (article["need_open_comment"], article["cover_info"]["crop_percent_list"][0]["x2"]) == (1, "0.5")


def test_a_picture_message_made_in_the_console_is_left_alone(world: World) -> None:
    world.write("one", "春天\n")
    world.settled()
    media_id = world.gateway.add_material("image", "x.jpg", jpeg((9, 8, 7))).media_id
    pictures = {"image_list": [{"image_media_id": media_id}]}
    world.post_draft({"article_type": "newspic", "title": "图", "content": "字", "image_info": pictures})
    world.pause()
    assert world.sync().lines == ()


def test_a_cover_that_was_deleted_in_the_console_goes_up_again(world: World) -> None:
    world.write("one", "春天\n")
    world.settled()
    for material in list(world.gateway.list_materials("image")):
        world.gateway.delete_material(material.media_id)
    world.write("two", "秋天\n")
    assert world.sync().exit_code == 0
    assert len(world.drafts()) == 2


def test_an_id_that_wechat_has_not_heard_of_everywhere_is_waited_for(world: World) -> None:
    world.write("one", "春天\n")
    world.store.faults.add("draft/add", Fault("errcode", 40007), times=2)
    assert world.sync().exit_code == 0
    assert len(world.drafts()) == 1


@pytest.mark.parametrize("kind", ["drop_after", "truncate"])
def test_a_lost_answer_to_an_upload_makes_no_second_material(world: World, kind: str) -> None:
    world.write("one", "春天\n")
    world.store.faults.add("material/add_material", Fault(kind))
    assert world.sync().exit_code == 0
    assert len(list(world.gateway.list_materials("image"))) == 1


def test_an_upload_killed_before_it_was_noted_is_found_again(world: World) -> None:
    world.write("one", "春天\n")
    with pytest.raises(Killed):
        world.sync(gateway=Counting(world.gateway, kill_after=3))
    assert len(list(world.gateway.list_materials("image"))) == 1
    assert world.sync().exit_code == 0
    assert len(list(world.gateway.list_materials("image"))) == 1


def test_a_full_disk_at_the_end_of_a_create_is_told_and_mended(world: World) -> None:
    world.write("one", "春天\n")
    folder = world.content / ".sync"
    folder.write_text("in the way", encoding="utf-8")
    report = world.sync()
    assert report.exit_code == 3
    folder.unlink()
    world.pause()
    assert world.sync().exit_code == 0
    assert len(world.drafts()) == 1


def test_a_restyle_is_pushed_only_when_asked(world: World) -> None:
    world.write("one", "春天\n")
    world.settled()
    other = replace(world.settings, article_theme="tea")
    html = world.html("one")
    assert world.sync(settings=other).lines == ()
    assert world.html("one") == html
    line = only_line(world.sync(settings=other, restyle=True))
    assert (line.rule, line.action, line.fields) == (6, "restyle", ("theme",))
    assert world.html("one") != html
    assert world.sync(settings=other, restyle=True).lines == ()


def test_a_run_without_changes_is_cheap(world: World) -> None:
    for number in range(41):
        world.write(f"n{number}", "文\n")
    world.settled()
    files, counting = world.files(), Counting(world.gateway)
    pages = []

    class Pages(Counting):
        """Counts pages too."""

        def list_drafts(self, with_content: bool = True) -> Any:
            pages.append(with_content)
            return self._gateway.list_drafts(with_content=with_content)

    assert world.sync(gateway=Pages(world.gateway)).lines == ()
    assert world.sync(gateway=counting).lines == ()
    assert counting.calls == ["count_drafts", "list_drafts", "count_drafts"]
    assert pages == [False], "3 pages of 20, without texts: ceil(41 / 20) + 2 calls in all"
    assert world.files() == files


def test_what_was_written_is_known_to_the_next_run(world: World) -> None:
    world.write("one", "文\n")
    world.sync()
    assert world.state(world.id_of("one"))["update_time"] > 0, "its time stands for its text"
    files, counting = world.files(), Counting(world.gateway)
    assert world.sync(gateway=counting).lines == ()
    assert world.files() == files
    assert counting.calls == ["count_drafts", "list_drafts", "count_drafts"]


def test_a_run_that_could_not_settle_is_followed_by_one_that_writes_nothing(world: World) -> None:
    for name in ("a", "b", "c"):
        world.write(name, "文\n")
    world.sync(sleep=lambda _: None)
    files, counting = world.files(), Counting(world.gateway)
    assert world.sync(gateway=counting, sleep=lambda _: None).lines == ()
    assert world.files() == files
    assert counting.calls == ["count_drafts", "list_drafts", "count_drafts"]
