"""First contact: everything that the account holds comes in once, and nothing that is already here comes in again."""

import json
import os
from dataclasses import replace
from pathlib import Path

import pytest

from plugins.article_sync.base import BaseFolder
from plugins.article_sync.contact import Choices, Outcome, render_contact, render_contact_json
from plugins.shared.errors import AccountError, ListingShifted, LockHeld, QuotaUsedUp
from plugins.wechat import account_name
from plugins.wechat_emulator import DEMO_APPID, Fault
from plugins.wechat_emulator.state.profile_switch import switch_profile
from tests.article_sync.contact.world import meet, of, outcomes, published
from tests.article_sync.world import Counting, Killed, World, jpeg

LONG = "春天买的龙井，怎么一回家就泡苦了？我们只问三句话。"


def bases(world: World) -> dict[str, object]:
    found = BaseFolder(world.content, account_name(DEMO_APPID)).read()
    return {base.path: base for base in found}


def kill_before_a_record(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let a first contact die between a file and its record."""

    def die(*_args: object) -> None:
        raise Killed

    with monkeypatch.context() as broken:
        broken.setattr(BaseFolder, "write", die)
        with pytest.raises(Killed):
            meet(world)


def test_the_whole_history_comes_in_with_pictures_and_dates(world: World) -> None:
    article_id = published(world, "旧文一", (1, 2, 3), (200, 10, 10))
    published(world, "旧文二", (1, 2, 3))
    world.console.new("草稿甲", f"<p>{LONG}</p>")
    world.pause()
    report = meet(world)
    assert outcomes(report) == [("草稿甲", "imported"), ("旧文二", "imported"), ("旧文一", "imported")]
    assert (report.exit_code, report.pictures, report.complete) == (0, 3, True)
    text = world.text("jiu-wen-yi")
    assert "date: 2026-09-21 22:13" in text
    assert "status: draft" in text
    assert text.count("](articles/jiu-wen-") == 2, "pictures are local"
    assert "mmbiz" not in text
    base = BaseFolder(world.content, account_name(DEMO_APPID)).read()
    (first,) = [one for one in base if one.path == "articles/jiu-wen-yi.md"]
    assert (first.kind, first.article_id, first.index) == ("published", article_id, 0)
    assert first.url.startswith("https://mp.weixin.qq.com/s/")


def test_a_second_run_knows_everything_and_writes_nothing(world: World) -> None:
    published(world, "旧文一", (1, 2, 3))
    world.console.new("草稿甲", f"<p>{LONG}</p>")
    world.pause()
    meet(world)
    files, counting = world.files(), Counting(world.gateway)
    report = meet(world, gateway=counting)
    assert {line.outcome for line in report.lines} == {Outcome.KNOWN}
    assert counting.calls == ["page_of_drafts", "page_of_published"]
    assert world.files() == files


def test_not_one_call_more_than_needed(world: World) -> None:
    for number in range(23):
        published(world, f"旧文{number}", (number, 2, 3))
    counting = Counting(world.gateway)
    meet(world, gateway=counting)
    assert counting.calls.count("page_of_published") == 2
    assert counting.calls.count("page_of_drafts") == 1
    assert counting.calls.count("download") == 23
    assert len(counting.calls) == 26
    assert counting.writes == []


def test_a_picture_that_many_articles_share_is_fetched_once(world: World) -> None:
    url = world.gateway.upload_body_image("p.jpg", jpeg((9, 9, 9)))
    for name in ("一", "二", "三"):
        world.console.publish(world.console.new(name, f'<p>{LONG}{name}</p><p><img src="{url}"></p>'))
    counting = Counting(world.gateway)
    meet(world, gateway=counting)
    assert counting.calls.count("download") == 1
    assert len(list((world.content / "images/articles").glob("*.jpg"))) == 2, "the cover of the world, and this one"


def test_after_it_a_sync_has_nothing_to_do(world: World) -> None:
    published(world, "旧文一", (1, 2, 3))
    world.console.new("草稿甲", f"<p>{LONG}</p>")
    world.pause()
    meet(world)
    counting = Counting(world.gateway)
    report = world.sync(gateway=counting)
    assert report.lines == ()
    assert counting.writes == []


def test_a_dry_run_writes_nothing_and_fetches_no_picture(world: World) -> None:
    published(world, "旧文一", (1, 2, 3))
    world.write("same", f"{LONG}\n", title="同名")
    world.console.new("同名", f"<p>{LONG}</p>", author="山间茶庄")
    files, drafts, counting = world.files(), world.drafts(), Counting(world.gateway)
    report = meet(world, gateway=counting, dry_run=True)
    assert outcomes(report) == [("同名", "paired"), ("旧文一", "imported")]
    assert world.files() == files
    assert world.drafts() == drafts
    assert "download" not in counting.calls
    assert "nothing written" in render_contact(report)


def test_a_dry_run_that_is_killed_has_written_nothing_either(world: World) -> None:
    published(world, "旧文一", (1, 2, 3))
    files = world.files()
    with pytest.raises(Killed):
        meet(world, gateway=Counting(world.gateway, 2), dry_run=True)
    assert world.files() == files


def test_what_came_in_is_not_sent_up_again(world: World) -> None:
    url = world.gateway.upload_body_image("p.jpg", jpeg((9, 9, 9)))
    world.console.new("草稿甲", f'<p>{LONG}</p><p><img src="{url}"></p>')
    world.pause()
    meet(world)
    world.edit("cao-gao-jia", "春天", "秋天")
    counting = Counting(world.gateway)
    assert world.sync(gateway=counting).exit_code == 0
    assert counting.writes == ["add_material", "update_draft"], "a cover, for it had none, and the text"


@pytest.mark.parametrize("effect", [True, False])
@pytest.mark.parametrize("after", range(1, 8))
def test_a_kill_at_any_call_costs_nothing_twice(world: World, after: int, effect: bool) -> None:
    for name, colours in {"甲": [(1, 2, 3), (4, 5, 90)], "乙": [(90, 5, 4)], "丙": [(1, 2, 3), (7, 200, 7)]}.items():
        published(world, name, *colours)
    world.console.new("草稿", f"<p>{LONG}</p>")
    world.pause()
    first = Counting(world.gateway, after, effect)
    with pytest.raises(Killed):
        meet(world, gateway=first)
    second = Counting(world.gateway)
    report = meet(world, gateway=second)
    assert report.exit_code == 0
    answered = len(first.calls) - 1
    assert answered + len(second.calls) == 7, "two listings and five pictures, each once"
    assert len(list((world.content / "articles").glob("*.md"))) == 4
    assert sorted(base.title for base in meet(world).lines) == sorted(["甲", "乙", "丙", "草稿"])
    assert list((world.root / "state").glob("adopt-*")) == []
    assert world.sync().lines == ()


def test_a_kill_between_file_and_record_is_mended(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    published(world, "旧文一", (1, 2, 3))
    kill_before_a_record(world, monkeypatch)
    assert bases(world) == {}
    counting = Counting(world.gateway)
    assert outcomes(meet(world, gateway=counting)) == [("旧文一", "known")]
    assert counting.calls == []
    assert list(bases(world)) == ["articles/jiu-wen-yi.md"]
    assert len(list((world.content / "articles").glob("*.md"))) == 1


def test_a_file_edited_after_a_kill_is_not_recorded_as_imported(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    world.console.new("冬至", f"<p>{LONG}</p>")
    kill_before_a_record(world, monkeypatch)
    world.edit("dong-zhi", "春天", "秋天")
    assert outcomes(meet(world)) == [("冬至", "asks")]
    assert bases(world) == {}
    assert "秋天" in world.text("dong-zhi")


def test_a_file_that_appears_during_the_run_is_not_overwritten(world: World) -> None:
    class Typing(Counting):
        """The editor writes a file of that name while a picture is on its way."""

        def download(self, url: str) -> object:
            world.write("jiu-wen-yi", "我自己写的\n")
            return self._gateway.download(url)

    published(world, "旧文一", (1, 2, 3))
    assert outcomes(meet(world, gateway=Typing(world.gateway))) == [("旧文一", "failed")]
    assert "我自己写的" in world.text("jiu-wen-yi")


def test_a_cut_off_line_of_the_ledger_is_left_out(world: World) -> None:
    published(world, "旧文一", (1, 2, 3))
    with pytest.raises(Killed):
        meet(world, gateway=Counting(world.gateway, 3))
    (ledger,) = (world.root / "state").glob("adopt-*.jsonl")
    ledger.write_bytes(ledger.read_bytes()[:-9])
    counting = Counting(world.gateway)
    assert meet(world, gateway=counting).exit_code == 0
    assert counting.calls == ["page_of_published", "download"]


def test_old_listings_are_asked_again(world: World) -> None:
    published(world, "旧文一", (1, 2, 3))
    with pytest.raises(Killed):
        meet(world, gateway=Counting(world.gateway, 3, effect=False))
    world.store.clock.advance(25 * 3600)
    published(world, "旧文二")
    assert outcomes(meet(world)) == [("旧文二", "imported"), ("旧文一", "imported")]


def test_a_used_up_quota_is_gone_on_with_tomorrow(world: World) -> None:
    for number in range(41):
        published(world, f"旧文{number}")
    world.store.quota.use(DEMO_APPID, "freepublish/batchget", 98)
    with pytest.raises(AccountError):
        meet(world)
    world.store.quota.use(DEMO_APPID, "freepublish/batchget", 0)
    counting = Counting(world.gateway)
    assert len(of(meet(world, gateway=counting), Outcome.IMPORTED)) == 41
    assert counting.calls == ["page_of_published"]


def test_pictures_that_the_day_cannot_pay_for_are_not_asked_for_one_by_one(world: World) -> None:
    class Spent(Counting):
        """The quota is used up by now."""

        def download(self, _url: str) -> bytes:
            self.calls.append("download")
            raise QuotaUsedUp("come back tomorrow")

    for name in ("旧文一", "旧文二"):
        published(world, name, (1, 2, 3))
    spent = Spent(world.gateway)
    report = meet(world, gateway=spent)
    assert ([line.outcome.value for line in report.lines], report.exit_code) == (["failed"], 3)
    assert spent.calls.count("download") == 1
    assert len(of(meet(world), Outcome.IMPORTED)) == 2


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs an operating system with fork")
def test_a_killed_process_has_not_fetched_in_vain(world: World) -> None:
    class Dying(Counting):
        """The process is killed at its third picture, and cannot tidy up."""

        def download(self, url: str) -> object:
            if self.calls.count("download") == 2:
                os._exit(9)
            return self.__getattr__("download")(url)

    published(world, "旧文一", (1, 2, 3), (90, 2, 3), (1, 90, 3))
    child = os.fork()
    if not child:
        meet(world, gateway=Dying(world.gateway))
        os._exit(0)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 9
    counting = Counting(world.gateway)
    assert outcomes(meet(world, gateway=counting)) == [("旧文一", "imported")]
    assert counting.calls == ["download"]


def test_a_list_that_changes_is_read_again(world: World) -> None:
    for number in range(21):
        published(world, f"旧文{number}")

    class Shifting(Counting):
        def page_of_published(self, offset: int) -> object:
            if self.calls.count("page_of_published") == 1:
                published(world, "刚发的")
            return self.__getattr__("page_of_published")(offset)

    counting = Shifting(world.gateway)
    assert len(of(meet(world, gateway=counting), Outcome.IMPORTED)) == 22
    assert counting.calls.count("page_of_published") == 4


def test_a_list_that_never_rests_is_given_up(world: World) -> None:
    for number in range(21):
        published(world, f"旧文{number}")

    class Shifting(Counting):
        def page_of_published(self, offset: int) -> object:
            published(world, f"第{len(self.calls)}篇")
            return self.__getattr__("page_of_published")(offset)

    with pytest.raises(ListingShifted):
        meet(world, gateway=Shifting(world.gateway))
    assert bases(world) == {}


def test_an_account_that_may_not_list_what_it_published(world: World) -> None:
    published(world, "旧文一")
    world.console.new("草稿甲", f"<p>{LONG}</p>")
    switch_profile(world.store, DEMO_APPID, "unverified")
    report = meet(world)
    assert outcomes(report) == [("草稿甲", "imported")]
    assert (report.complete, report.exit_code) == (False, 0)
    assert "48001" in render_contact(report)


def test_other_refusals_are_not_taken_for_an_empty_history(world: World) -> None:
    published(world, "旧文一")
    world.store.faults.add("freepublish/batchget", Fault("errcode", 48004), times=9)
    with pytest.raises(AccountError):
        meet(world)


def test_deleted_articles_stay_out(world: World) -> None:
    article_id = published(world, "旧文一")
    world.store.published.delete(DEMO_APPID, article_id)
    published(world, "旧文二")
    report = meet(world)
    assert outcomes(report) == [("旧文二", "imported")]
    assert report.deleted == 1


def test_published_articles_appear_on_the_site_when_asked(world: World) -> None:
    published(world, "旧文一")
    world.console.new("草稿甲", f"<p>{LONG}</p>")
    meet(world, Choices(show=True))
    assert "status:" not in world.text("jiu-wen-yi")
    assert "status: draft" in world.text("cao-gao-jia")


def test_a_picture_message_is_kept_out_of_later_pushes(world: World) -> None:
    cover = world.gateway.add_material("image", "c.jpg", jpeg((1, 2, 3))).media_id
    article = {"article_type": "newspic", "title": "五张图", "content": "秋天的山", "thumb_media_id": cover}
    world.store.drafts.add(DEMO_APPID, [article])
    world.pause()
    meet(world)
    assert "wechat: off" in world.text("wu-zhang-tu")
    assert "秋天的山" in world.text("wu-zhang-tu")
    assert world.sync().exit_code == 0


def test_one_run_at_a_time(world: World) -> None:
    lock = world.root / "state" / "sync.lock"
    lock.parent.mkdir()
    lock.write_text(json.dumps({"pid": 1, "host": "elsewhere", "until": world.now().timestamp() + 60}))
    with pytest.raises(LockHeld):
        meet(world)


def test_a_shop_without_columns_gets_one(world: World) -> None:
    published(world, "旧文一")
    world.settings = replace(world.settings, category="")
    meet(world)
    assert "category: 公众号文章" in world.text("jiu-wen-yi")


def test_the_report_as_json(world: World) -> None:
    published(world, "旧文一", (1, 2, 3))
    data = json.loads(render_contact_json(meet(world)))
    assert data["format"] == 1
    assert data["exit_code"] == 0
    (line,) = data["lines"]
    assert (line["outcome"], line["path"], line["kind"]) == ("imported", "articles/jiu-wen-yi.md", "published")


def test_hostile_titles_stay_inside_the_folder(world: World) -> None:
    published(world, "../../etc/passwd")
    published(world, "con: - 'x' # {{ y }}\n---")
    report = meet(world)
    paths = {Path(line.path).parent.as_posix() for line in report.lines}
    assert paths == {"articles"}
    assert report.exit_code == 0


def test_a_sync_before_the_import_went_on_makes_no_draft(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    published(world, "旧文一", (1, 2, 3))
    kill_before_a_record(world, monkeypatch)
    world.sync()
    assert world.drafts() == []
    assert meet(world).exit_code == 0
    assert list(bases(world)) == ["articles/jiu-wen-yi.md"]
    assert world.sync().lines == ()


def test_a_file_that_cannot_be_read_back_is_taken_away_and_said(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    from plugins.article_sync.session import Session
    from plugins.shared.errors import ContentProblems, Problem

    published(world, "旧文一", (1, 2, 3))

    def unreadable(_session: Session, path: str) -> None:
        raise ContentProblems([Problem(path, 1, "no article")])

    with monkeypatch.context() as broken:
        broken.setattr(Session, "reread", unreadable)
        for _ in range(2):
            report = meet(world)
            assert (report.exit_code, outcomes(report)) == (3, [("旧文一", "failed")])
    assert list((world.content / "articles").glob("*.md")) == []
    counting = Counting(world.gateway)
    assert outcomes(meet(world, gateway=counting)) == [("旧文一", "imported")]
    assert counting.calls == [], "everything was paid for"
