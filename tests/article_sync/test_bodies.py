"""What texts cost: pages of the listing where drafts still stand on them, single drafts where they have moved."""

from collections import Counter
from contextlib import suppress
from typing import Any

import pytest

from plugins.article_sync.account import AccountReader
from plugins.article_sync.model import AccountArticle
from plugins.shared.errors import AnswerUnclear
from plugins.wechat import Gateway
from plugins.wechat_emulator import Fault
from tests.article_sync.world import Counting, World, rules

DRAFTS = 60


class Box:
    """A draft box of three pages, the drafts known at the time when they were made."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.ids = []
        for number in range(DRAFTS):
            self.ids.append(world.console.new(f"第 {number} 篇", f"<p>春天 {number}</p>"))
            world.store.clock.advance(1)
        self.known = {draft.media_id: draft.update_time for draft in world.gateway.list_drafts()}

    def list_from(self, order: str) -> None:
        """Let the account list its drafts from the newest or the oldest."""
        self.world.store.accounts.change(self.world.account.appid, {"list_order": order})

    def edit(self, *numbers: int) -> None:
        """Edit drafts in the console."""
        for number in numbers:
            self.world.pause()
            self.world.console.save(self.ids[number], html=f"<p>秋天 {number}</p>")

    def read(self, gateway: Gateway | None = None) -> tuple[dict[int, str], Counter[str]]:
        """Return the texts that were read, by number of the draft, and the calls that it took."""
        before = self.world.calls()
        reader = AccountReader(gateway or self.world.gateway, lambda *_: "", lambda url: url)
        found = reader.read(self.known)
        assert [one.media_id for one in found] == sorted(self.ids)
        calls = self.world.calls() - before
        return self.texts(found), Counter({name.removeprefix("draft/"): used for name, used in calls.items()})

    def texts(self, found: list[AccountArticle]) -> dict[int, str]:
        return {self.ids.index(one.media_id): one.meaning.strip() for one in found if one.meaning is not None}


@pytest.fixture
def box(world: World) -> Box:
    return Box(world)


def test_nothing_edited_costs_a_listing(box: Box) -> None:
    assert box.read() == ({}, {"batchget": 3, "count": 2})


@pytest.mark.parametrize("order", ["newest", "oldest"])
def test_twenty_edited_drafts_cost_their_pages_and_no_single_calls(box: Box, order: str) -> None:
    box.list_from(order)
    box.edit(*range(40, 60))
    texts, calls = box.read()
    assert texts == {number: f"秋天 {number}" for number in range(40, 60)}
    assert calls == {"batchget": 4, "count": 2}


def test_edits_on_two_pages_cost_two_pages(box: Box) -> None:
    box.list_from("oldest")
    box.edit(40)
    box.known[box.ids[3]] -= 1  # recorded at another time, its text as it was
    texts, calls = box.read()
    assert texts == {40: "秋天 40", 3: "春天 3"}
    assert calls == {"batchget": 3 + 2, "count": 2}


@pytest.mark.parametrize("unknown", [3, 60])
def test_many_texts_that_nobody_knows_come_with_the_listing(box: Box, unknown: int) -> None:
    box.known |= dict.fromkeys(box.ids[:unknown], 0)
    texts, calls = box.read()
    assert texts == {number: f"春天 {number}" for number in range(unknown)}
    assert calls == {"batchget": 3, "count": 2}


def test_an_account_that_was_never_met_is_read_once(box: Box) -> None:
    box.known.clear()
    texts, calls = box.read()
    assert (len(texts), calls) == (DRAFTS, {"batchget": 3, "count": 2})


class Meanwhile(Counting):
    """Somebody works in the console between the listing and the reading of texts."""

    def __init__(self, gateway: Gateway, work: Any) -> None:
        super().__init__(gateway)
        self._work = work

    def page_of_drafts(self, offset: int, with_content: bool = True) -> Any:
        if self._work:
            self._work()
            self._work = None
        return self._gateway.page_of_drafts(offset, with_content)


def test_a_draft_that_has_left_its_page_is_asked_for_alone(box: Box) -> None:
    box.edit(5)
    texts, calls = box.read(Meanwhile(box.world.gateway, lambda: box.edit(*range(30, 55))))
    assert texts == {5: "秋天 5"}
    assert calls == {"batchget": 3 + 1, "get": 1, "count": 2}


def test_a_page_tells_the_time_of_the_text_that_it_shows(box: Box) -> None:
    box.edit(5)

    def again() -> None:
        box.world.pause()
        box.world.console.save(box.ids[5], html="<p>冬天</p>")

    reader = AccountReader(Meanwhile(box.world.gateway, again), lambda *_: "", lambda url: url)  # type: ignore[arg-type]
    found = {one.media_id: one for one in reader.read(box.known)}[box.ids[5]]
    now = {draft.media_id: draft for draft in box.world.gateway.list_drafts()}[box.ids[5]]
    assert (found.update_time, found.article.content) == (now.update_time, now.articles[0].content)
    assert "冬天" in found.article.content


def test_pages_that_shift_while_they_are_read_give_the_texts_or_nothing(box: Box) -> None:
    box.edit(1, 25, 50)
    edited = {number: f"秋天 {number}" for number in (1, 25, 50)}
    for times in (1, 2, 3, 4, 5):
        box.world.store.faults.add("draft/batchget", Fault("page_shift"), times=times)
        with suppress(AnswerUnclear):
            assert edited.items() <= box.read()[0].items()
        box.world.store.faults.clear()
    assert edited.items() <= box.read()[0].items()


def test_articles_that_opted_out_cost_nothing(world: World) -> None:
    for number in range(25):
        world.write(f"n{number}", "春天\n")
    world.settled()
    world.write("n3", "春天\n", wechat="off")
    world.console_edit("n3", "春天", "秋天")
    counting = Counting(world.gateway)
    assert world.sync(gateway=counting).lines == ()
    assert counting.calls == ["count_drafts", "list_drafts", "count_drafts"]


@pytest.mark.slow
def test_a_hundred_articles_with_ten_edits_on_each_side_cost_what_was_planned(world: World) -> None:
    for number in range(100):
        world.write(f"n{number}", "春天\n")
    world.settled()
    for number in range(10):
        world.edit(f"n{number}", "春天", "秋天")
        world.console_edit(f"n{90 + number}", "春天", "冬天")
    before = world.calls()
    report = world.sync()
    calls = world.calls() - before
    assert (sorted(rules(report)), report.exit_code) == ([7] * 10 + [8] * 10, 0)
    assert calls == {
        "draft/count": 2,
        "draft/batchget": 5 + 1 + 1,  # the listing, a page of texts, a page at the end
        "draft/get": 2 * 10,  # each before and after its write
        "draft/update": 10,
        "openapi/quota/get": 3,  # one for each endpoint that the plan needs
    }
    before = world.calls()
    world.pause()
    assert world.sync().lines == ()
    assert world.calls() - before == {"draft/count": 2, "draft/batchget": 5}
