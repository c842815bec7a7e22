"""Who belongs to whom when a shop that has files meets an account that has articles."""

import pytest

from plugins.article_sync.base import BaseFolder
from plugins.article_sync.contact import Choices, Outcome, render_contact
from plugins.shared.validation import SHANGHAI
from plugins.wechat import account_name
from plugins.wechat_emulator import DEMO_APPID
from tests.article_sync.contact.world import meet, of, outcomes, published
from tests.article_sync.world import Counting, Killed, World, jpeg

LONG = "春天买的龙井，怎么一回家就泡苦了？我们只问三句话。"
AUTHOR = "山间茶庄"


def console(world: World, title: str, text: str = LONG) -> str:
    """Let a person write a draft as our tool would have filled it in."""
    return world.console.new(title, f"<p>{text}</p>", author=AUTHOR)


def kinds(world: World) -> dict[str, tuple[str, str]]:
    found = BaseFolder(world.content, account_name(DEMO_APPID)).read()
    return {base.path: (base.kind, base.text) for base in found}


def with_a_picture(world: World, there: tuple[int, int, int]) -> None:
    """Write an article with a picture, and a draft of the same words with one of another name and colour."""
    world.picture("cup", (120, 60, 30))
    world.write("longjing", f"{LONG}\n\n![](articles/cup.jpg)\n", title="龙井")
    url = world.gateway.upload_body_image("other-name.jpg", jpeg(there))
    world.console.new("龙井", f'<p>{LONG}</p><p><img src="{url}"></p>', author=AUTHOR)


def test_the_same_text_is_one_article_and_gets_an_id(world: World) -> None:
    world.write("longjing", f"{LONG}\n", title="龙井")
    console(world, "龙井")
    world.pause()
    report = meet(world)
    assert outcomes(report) == [("龙井", "paired")]
    assert world.id_of("longjing") != ""
    assert kinds(world) == {"articles/longjing.md": ("draft", world.text("longjing"))}
    world.edit("longjing", "三句话", "四句话")
    assert world.sync().exit_code == 0
    assert "四句话" in world.html("龙井")
    assert len(world.drafts()) == 1


def test_a_draft_that_carries_our_id_finds_its_file(world: World) -> None:
    world.write("longjing", f"{LONG}\n", title="龙井")
    world.settled()
    state = world.content / ".sync"
    for path in sorted(state.rglob("*"), reverse=True):
        path.rmdir() if path.is_dir() else path.unlink()
    assert outcomes(meet(world)) == [("龙井", "paired")]
    world.pause()
    assert world.sync().lines == ()


def test_one_id_and_two_texts_keep_both(world: World) -> None:
    world.write("longjing", f"{LONG}\n", title="龙井")
    world.settled()
    for path in (world.content / ".sync").rglob("*.*"):
        path.unlink()
    world.edit("longjing", "三句话", "四句话")
    world.console_edit("龙井", "三句话", "五句话")
    before = world.html("龙井")
    report = meet(world)
    assert outcomes(report) == [("龙井", "differs")]
    assert report.exit_code == 1
    assert "四句话" in world.text("longjing")
    assert "五句话" in world.text("longjing.account")
    assert world.html("龙井") == before
    assert "longjing.account.md" in render_contact(report)
    assert [line.action for line in world.sync().lines] == ["conflict"]


def test_one_title_and_two_texts_are_asked_about(world: World) -> None:
    world.write("longjing", f"{LONG}\n", title="龙井")
    console(world, " 龙 井", "另一段完全不同的文字，也有二十个字以上的长度。")
    world.pause()
    files = world.files()
    report = meet(world)
    assert [line.outcome for line in report.lines] == [Outcome.ASKS]
    assert "--pair 'longjing'" in render_contact(report)
    assert "--apart 'longjing'" in render_contact(report)
    assert {name: data for name, data in world.files().items() if "articles/" in name} == {
        name: data for name, data in files.items() if "articles/" in name
    }


def test_a_confirmed_pair_keeps_both_texts(world: World) -> None:
    world.write("longjing", f"{LONG}\n", title="龙井")
    console(world, "龙井", "另一段完全不同的文字，也有二十个字以上的长度。")
    world.pause()
    assert meet(world, Choices(pairs="longjing")).exit_code == 1
    assert "另一段" in world.text("longjing.account")
    assert [line.action for line in world.sync().lines] == ["conflict"]


def test_a_pair_that_is_none_is_imported(world: World) -> None:
    world.write("longjing", f"{LONG}\n", title="龙井")
    console(world, "龙井", "另一段完全不同的文字，也有二十个字以上的长度。")
    world.pause()
    report = meet(world, Choices(aparts="long*"))
    assert len(of(report, Outcome.IMPORTED)) == 1
    assert report.alone == ("articles/longjing.md",)
    assert len(list((world.content / "articles").glob("*.md"))) == 2


def test_a_published_article_needs_title_and_day(world: World) -> None:
    world.write("same-day", "文件里的话，和公众号里的完全不一样的一段话。\n", title="周末", date="2026-09-21 09:00")
    published(world, "周末")
    assert [line.outcome for line in meet(world).lines] == [Outcome.ASKS]
    world.write("same-day", "文件里的话，和公众号里的完全不一样的一段话。\n", title="周末", date="2026-09-28 09:00")
    assert [line.outcome for line in meet(world).lines] == [Outcome.IMPORTED]


def test_what_is_published_stays_and_the_file_is_the_sites(world: World) -> None:
    world.write("weekend", "文件里的话，和公众号里的完全不一样的一段话。\n", title="周末", date="2026-09-21 09:00")
    published(world, "周末")
    meet(world, Choices(pairs="weekend"))
    assert "周末的正文" in world.text("weekend.account")
    assert kinds(world)["articles/weekend.md"] == ("published", world.text("weekend"))
    assert world.sync().lines == ()


def test_what_is_ambiguous_is_never_paired(world: World) -> None:
    for name in ("a", "b"):
        world.write(name, f"{LONG}\n", title="龙井")
    console(world, "龙井")
    world.pause()
    report = meet(world)
    assert [line.outcome for line in report.lines] == [Outcome.IMPORTED]
    assert (world.id_of("a"), world.id_of("b")) == ("", "")


def test_a_short_text_proves_nothing(world: World) -> None:
    world.write("closed", "今日店休。\n", title="通知")
    console(world, "另一个通知", "今日店休。")
    world.pause()
    assert [line.outcome for line in meet(world).lines] == [Outcome.IMPORTED]


@pytest.mark.parametrize("public", [False, True])
def test_a_short_text_that_a_person_confirms_is_paired_without_a_copy(world: World, public: bool) -> None:
    world.write("closed", "今日店休。\n", title="通知", date=f"{world.now().astimezone(SHANGHAI):%Y-%m-%d %H:%M}")
    console(world, "通知", "今日店休。")
    if public:
        world.publish("通知")
    world.pause()
    assert [line.outcome for line in meet(world).lines] == [Outcome.ASKS]
    assert [line.outcome for line in meet(world, Choices(pairs="closed")).lines] == [Outcome.PAIRED]
    assert not (world.content / "articles" / "closed.account.md").exists()
    world.pause()
    assert world.sync().lines == ()


def test_pictures_that_look_alike_are_the_same(world: World) -> None:
    world.picture("cup", (120, 60, 30))
    world.write("longjing", f"{LONG}\n\n![](articles/cup.jpg)\n", title="龙井")
    again = jpeg((121, 60, 30))
    url = world.gateway.upload_body_image("other-name.jpg", again)
    world.console.new("龙井", f'<p>{LONG}</p><p><img src="{url}"></p>', author=AUTHOR)
    world.pause()
    pictures = world.picture_bytes()
    assert outcomes(meet(world)) == [("龙井", "paired")]
    assert world.picture_bytes() == pictures, "nothing was downloaded into content"
    counting = Counting(world.gateway)
    world.pause()
    assert world.sync(gateway=counting).lines == ()
    world.edit("longjing", "三句话", "四句话")
    world.sync(gateway=counting)
    assert "upload_body_image" not in counting.calls


def test_a_picture_that_was_replaced_is_a_difference(world: World) -> None:
    with_a_picture(world, (250, 10, 10))
    world.pause()
    assert [line.outcome for line in meet(world).lines] == [Outcome.ASKS]


def test_several_articles_of_one_message_come_in_as_files(world: World) -> None:
    cover = world.gateway.add_material("image", "c.jpg", jpeg((1, 2, 3))).media_id
    from plugins.wechat import DraftArticle

    articles = [DraftArticle(f"第{n}条", f"<p>{LONG}{n}</p>", author=AUTHOR, thumb_media_id=cover) for n in "一二三"]
    world.console.publish(world.gateway.add_draft(articles))
    world.pause()
    report = meet(world)
    assert sorted(outcomes(report)) == [("第一条", "imported"), ("第三条", "imported"), ("第二条", "imported")]
    found = BaseFolder(world.content, account_name(DEMO_APPID)).read()
    assert sorted(base.index for base in found) == [0, 1, 2]
    assert len({base.article_id for base in found}) == 1


@pytest.mark.parametrize(("choice", "words"), [("keep-local", "三句话"), ("keep-account", "另一段")])
def test_a_confirmed_pair_is_resolved_like_any_conflict(world: World, choice: str, words: str) -> None:
    world.write("longjing", f"{LONG}\n", title="龙井")
    console(world, "龙井", "另一段完全不同的文字，也有二十个字以上的长度。")
    world.pause()
    meet(world, Choices(pairs="longjing"))
    assert world.sync(resolve=choice, only="longjing").exit_code == 0
    assert words in world.text("longjing")
    assert words in world.html("龙井")
    world.pause()
    assert world.sync().lines == ()


def test_a_picture_is_compared_once_even_after_a_kill(world: World) -> None:
    with_a_picture(world, (121, 60, 30))
    published(world, "旧文", (1, 2, 3))
    with pytest.raises(Killed):
        meet(world, gateway=Counting(world.gateway, 4, effect=False))
    counting = Counting(world.gateway)
    meet(world, gateway=counting)
    assert counting.calls == ["download"]


def test_a_dry_run_sees_the_same_pairs(world: World) -> None:
    with_a_picture(world, (121, 60, 30))
    world.pause()
    files = world.files()
    planned = meet(world, dry_run=True)
    assert world.files() == files
    assert outcomes(planned) == outcomes(meet(world)) == [("龙井", "paired")]


def test_two_articles_with_the_text_of_one_file_are_not_paired(world: World) -> None:
    world.write("longjing", f"{LONG}\n", title="龙井")
    for _ in range(2):
        console(world, "龙井")
    world.pause()
    report = meet(world)
    assert [line.outcome for line in report.lines] == [Outcome.IMPORTED] * 2
    assert world.id_of("longjing") == ""
    assert report.alone == ("articles/longjing.md",)
