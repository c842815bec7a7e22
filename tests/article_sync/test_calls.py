"""The calls that a plan counts are those that it makes: with so many left it runs, with one less it does not begin."""

import pytest

from plugins.shared.errors import BrakePulled
from plugins.wechat_emulator.state.limits import limit_of
from tests.article_sync.world import World, only_line, rules


@pytest.fixture
def work(world: World) -> World:
    """A push, a pull, and two new articles that share a picture and the default cover."""
    world.write("push", "春天\n")
    world.write("pull", "春天\n")
    world.settled()
    world.picture("cup", (3, 90, 30))
    for name in ("new", "newer"):
        world.write(name, "春天\n\n![一杯](articles/cup.jpg)\n", cover="articles/cup.jpg")
    world.edit("push", "春天", "秋天")
    world.console_edit("pull", "春天", "冬天")
    return world


def leave(world: World, endpoint: str, calls: int) -> None:
    """Let some calls of an endpoint be left when the plan is weighed; two pages are asked for before."""
    listing = 2 if endpoint == "draft/batchget" else 0
    world.store.quota.use(world.account.appid, endpoint, limit_of(endpoint).day - calls - listing)


NEEDED = {"draft/add": 2, "draft/update": 1, "draft/get": 4, "draft/batchget": 1}
SENT = {"media/uploadimg": 1, "material/add_material": 1}


@pytest.mark.parametrize(("endpoint", "calls"), (NEEDED | SENT).items())
def test_a_plan_is_begun_with_enough_calls_left_and_not_with_one_less(work: World, endpoint: str, calls: int) -> None:
    leave(work, endpoint, calls - 1)
    with pytest.raises(BrakePulled) as caught:
        work.sync()
    assert f"{calls} calls of {endpoint} are needed, {calls - 1} are left" in str(caught.value)
    leave(work, endpoint, calls)
    report = work.sync()
    assert (sorted(rules(report)), report.exit_code) == ([1, 1, 7, 8], 0)
    assert work.store.quota.used(work.account.appid, endpoint) == limit_of(endpoint).day


def test_lines_count_what_articles_share_once_in_a_dry_run_too(work: World) -> None:
    planned, done = work.sync(dry_run=True), work.sync()
    counted = [(line.path, line.pictures, line.calls) for line in planned.lines]
    assert counted == [(line.path, line.pictures, line.calls) for line in done.lines]
    by_path = {path.removeprefix("articles/"): (pictures, calls) for path, pictures, calls in counted}
    assert by_path == {"new.md": (1, 4), "newer.md": (0, 2), "push.md": (0, 3), "pull.md": (0, 0)}


def test_what_the_other_direction_would_call_is_not_weighed(work: World) -> None:
    leave(work, "draft/add", 0)
    assert [line.rule for line in work.sync(direction="pull").lines if line.status.value == "done"] == [8]


def test_a_run_asks_what_is_left_only_of_what_it_needs(work: World) -> None:
    before = work.calls()
    assert rules(work.sync(only="push")) == [7]
    calls = work.calls() - before
    assert calls["openapi/quota/get"] == len({"draft/get", "draft/update", "draft/batchget"})


def test_a_file_that_comes_back_costs_one_look_at_its_draft(world: World) -> None:
    for name in ("one", "two"):
        world.write(name, "春天\n")
    world.settled()
    world.delete_here("one")
    before = world.calls()
    planned = only_line(world.sync(dry_run=True, resolve="keep-account", only="articles/one.md"))
    assert (planned.rule, planned.calls) == (18, 1)
    middle = world.calls()
    assert only_line(world.sync(resolve="keep-account", only="articles/one.md")).calls == 1
    assert (world.calls() - middle)["draft/get"] == 1
    assert (middle - before)["draft/get"] == 1, "a dry run shows the text"
