"""Publishing one draft: asked, sent once, followed to its end, picked up after a kill."""

import pytest

from plugins.article_sync.base import BaseFolder
from plugins.article_sync.lock import hold_lock
from plugins.article_sync.model import Base
from plugins.article_sync.publish.draft import NotInSync
from plugins.article_sync.publish.run import PublishReport, publish
from plugins.shared.errors import AnswerUnclear, CredentialsRefused, LockHeld, NotFound, UsageProblem
from plugins.wechat import account_name
from plugins.wechat_emulator import DEMO_APPID, Fault
from plugins.wechat_emulator.state.profile_switch import switch_profile
from tests.article_sync.world import Counting, Killed, World

BODY = "春天买的龙井，怎么一回家就泡苦了？\n"


@pytest.fixture
def ready(world: World) -> World:
    """One article whose draft is in sync."""
    world.write("longjing", BODY, title="龙井")
    return world.settled()


def go(world: World, name: str = "longjing", **options: object) -> PublishReport:
    gateway = options.pop("gateway", world.gateway)
    slept: list[float] = options.pop("slept", [])  # type: ignore[assignment]
    ask = options.pop("ask", lambda _titles: True)
    return publish(
        world.content,
        gateway,
        world.settings,
        world.now(),
        name,
        ask,
        sleep=slept.append,
        **options,  # type: ignore[arg-type]
    )


def base_of(world: World) -> Base:
    (found,) = BaseFolder(world.content, account_name(DEMO_APPID)).read()
    return found


def submitted(world: World) -> int:
    return world.store.quota.used(DEMO_APPID, "freepublish/submit")


def published_count(world: World) -> int:
    return world.store.published.count(DEMO_APPID)


def test_a_draft_is_published_and_its_address_kept(ready: World) -> None:
    report = go(ready)
    assert report.exit_code == 0
    base = base_of(ready)
    assert (base.kind, base.media_id) == ("published", "")
    assert base.url.startswith("https://mp.weixin.qq.com/s/")
    assert report.urls == {"articles/longjing.md": base.url}
    assert base.url in report.message
    assert ready.drafts() == []
    assert ready.sync().lines == ()


def test_publishing_twice_publishes_once(ready: World) -> None:
    first, second = go(ready), go(ready)
    assert second.urls == first.urls
    assert (second.exit_code, submitted(ready), published_count(ready)) == (0, 1, 1)


def test_a_no_publishes_nothing(ready: World) -> None:
    shown: list[tuple[str, ...]] = []

    def refuse(titles: tuple[str, ...]) -> bool:
        shown.append(titles)
        return False

    assert go(ready, ask=refuse).exit_code == 0
    assert shown == [("龙井",)]
    assert (submitted(ready), len(ready.drafts())) == (0, 1)


@pytest.mark.parametrize("where", ["file", "console"])
def test_what_nobody_has_read_is_not_published(ready: World, where: str) -> None:
    if where == "file":
        ready.edit("longjing", "泡苦了", "泡淡了")
    else:
        ready.console_edit("龙井", "泡苦了", "泡淡了")
    with pytest.raises(NotInSync, match="sync"):
        go(ready)
    assert submitted(ready) == 0
    ready.sync()
    ready.pause()
    assert go(ready).exit_code == 0


def test_a_slow_task_is_asked_for_with_patience(ready: World) -> None:
    ready.store.accounts.change(DEMO_APPID, {"publish_polls": 4})
    slept: list[float] = []
    assert go(ready, slept=slept).exit_code == 0
    assert slept == [2.0, 5.0, 15.0, 30.0]


def test_a_task_that_outlasts_our_patience_is_picked_up(ready: World) -> None:
    ready.store.accounts.change(DEMO_APPID, {"publish_polls": 9})
    assert go(ready).exit_code == 3
    assert base_of(ready).kind == "draft"
    asked: list[object] = []
    report = go(ready, ask=asked.append)
    assert (report.exit_code, submitted(ready), asked) == (0, 1, [])


@pytest.mark.parametrize(
    ("outcome", "words"),
    [(2, "originality"), (3, "test accounts"), (4, "review"), (5, "deleted"), (6, "banned")],
)
def test_every_bad_end_is_explained(ready: World, outcome: int, words: str) -> None:
    ready.store.accounts.change(DEMO_APPID, {"publish_outcome": outcome, "publish_polls": 0})
    report = go(ready)
    assert (report.exit_code, report.urls) == (1, {})
    assert words in report.message
    assert base_of(ready).kind == "draft"
    if outcome in (2, 4):
        assert "龙井" in report.message


def test_after_a_bad_end_it_can_be_published_again(ready: World) -> None:
    ready.store.accounts.change(DEMO_APPID, {"publish_outcome": 4, "publish_polls": 0})
    go(ready)
    ready.store.accounts.change(DEMO_APPID, {"publish_outcome": 0})
    assert go(ready).exit_code == 0
    assert submitted(ready) == 2


@pytest.mark.parametrize("effect", [True, False])
@pytest.mark.parametrize("after", range(1, 5))
def test_a_kill_at_any_call_never_publishes_twice(ready: World, after: int, effect: bool) -> None:
    counting = Counting(ready.gateway, after, effect)
    with pytest.raises(Killed):
        go(ready, gateway=counting)
    for _ in range(3):
        try:
            go(ready)
        except AnswerUnclear:
            if submitted(ready):
                ready.store.publications.poll(DEMO_APPID, 100_000_001)
                ready.gateway.count_drafts()
    assert published_count(ready) <= 1
    assert submitted(ready) <= 1
    if submitted(ready):
        assert (published_count(ready), base_of(ready).kind) == (1, "published")


def test_a_lost_answer_is_not_sent_again(ready: World) -> None:
    ready.store.accounts.change(DEMO_APPID, {"publish_polls": 0, "publish_seconds": 60})
    ready.store.faults.add("freepublish/submit", Fault("drop_after"))
    with pytest.raises(AnswerUnclear):
        go(ready)
    with pytest.raises(AnswerUnclear, match="发表记录"):
        go(ready)
    ready.store.clock.advance(60)
    ready.gateway.count_drafts()
    assert go(ready).exit_code == 0
    assert (submitted(ready), published_count(ready)) == (1, 1)


def test_a_lost_request_is_sent_again_when_a_person_says_so(ready: World) -> None:
    ready.store.faults.add("freepublish/submit", Fault("drop_before"))
    for _ in range(2):
        with pytest.raises(AnswerUnclear):
            go(ready)
    assert go(ready, again=True).exit_code == 0
    assert published_count(ready) == 1


def test_again_never_forgets_a_task_that_has_an_id(ready: World) -> None:
    ready.store.accounts.change(DEMO_APPID, {"publish_polls": 9})
    go(ready)
    assert go(ready, again=True).exit_code == 0
    assert submitted(ready) == 1


def test_accounts_that_may_not_publish(ready: World) -> None:
    switch_profile(ready.store, DEMO_APPID, "unverified")
    with pytest.raises(CredentialsRefused):
        go(ready)
    switch_profile(ready.store, DEMO_APPID, "verified_service")
    assert go(ready).exit_code == 0


def test_articles_that_are_not_there(ready: World) -> None:
    with pytest.raises(UsageProblem, match="no article"):
        go(ready, "nothing")
    ready.write("new", BODY)
    with pytest.raises(UsageProblem, match="Run sync first"):
        go(ready, "new")
    ready.console.delete(ready.draft("龙井")["media_id"])
    with pytest.raises(NotFound):
        go(ready, "articles/longjing.md")


def test_articles_of_one_draft_are_published_together(world: World) -> None:
    for number, name in enumerate(("one", "two"), start=1):
        world.write(name, BODY.replace("龙井", name), title=name, post="week", post_position=str(number))
    world.settled()
    shown: list[tuple[str, ...]] = []

    def agree(titles: tuple[str, ...]) -> bool:
        shown.append(titles)
        return True

    report = go(world, "two", ask=agree)
    assert shown == [("one", "two")]
    assert set(report.urls) == {"articles/one.md", "articles/two.md"}
    assert len(set(report.urls.values())) == 2
    found = BaseFolder(world.content, account_name(DEMO_APPID)).read()
    assert {(base.path, base.kind, base.url) for base in found} == {
        (path, "published", url) for path, url in report.urls.items()
    }
    assert world.sync().lines == ()


def test_an_open_conflict_is_not_published(ready: World) -> None:
    ready.edit("longjing", "泡苦了", "泡浓了")
    ready.console_edit("龙井", "泡苦了", "泡淡了")
    ready.sync()
    with pytest.raises(NotInSync):
        go(ready)
    assert submitted(ready) == 0


def test_one_run_at_a_time(ready: World) -> None:
    with hold_lock(ready.settings.state_dir / "sync.lock", ready.now()), pytest.raises(LockHeld):
        go(ready)
    assert submitted(ready) == 0


def test_an_article_that_is_opted_out_is_not_sent_to_sync_in_vain(world: World) -> None:
    world.write("longjing", BODY, title="龙井", wechat="off")
    with pytest.raises(UsageProblem, match="Write wechat: on"):
        go(world)
