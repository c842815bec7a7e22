"""The laws of the sync over random histories, the account behind a real socket.

P1 every text ever present is somewhere · P2 a second run plans and writes nothing · P3 a dry run writes nothing ·
P4 one-sided edits arrive · P5 a conflict changes neither side · P6 published items are never written · P7 at most one
draft an id · P8 deletions stay within the brake · P9 the order of listing decides nothing · P11 formatting alone never
changes Markdown · P13 lost state loses no content · P14 fields that are not ours stay · P15 a rename costs no call ·
P16 an item judged equal is recorded. P10 (accounts never share ids) is ``test_another_account`` of test_safety, P12
(rendering is stable from the second round) the laws of test_convert_laws.
"""

import re
import tempfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from plugins.article_sync import Report, Status
from tests.article_sync.proof.history import History, SocketWorld
from tests.article_sync.world import Counting

HERE = ["write", "write", "edit", "append", "entitle", "opt_out", "opt_in", "lose_id", "rename", "remove", "lose_state"]
THERE = ["console_edit", "console_append", "console_save", "console_title", "console_comments", "console_new"]
THERE += ["console_delete", "console_publish"]
TOOL = ["sync", "sync", "sync", "push", "pull", "merge", "keep_local", "keep_account", "keep_both", "delete_drafts"]
TOOL += ["restyle", "dry", "adopt", "resync", "publish", "planned"]
TROUBLE = ["kill", "kill_at_a_file", "full_disk", "fault", "fault", "image_not_there_yet", "race", "same_second"]
STEP = st.tuples(
    st.one_of(*(st.sampled_from(names) for names in (HERE, THERE, TOOL, TROUBLE))),
    st.sampled_from("abcd"),
    st.integers(0, 40),
)
Steps = list[tuple[str, str, int]]


@settings(deadline=None, max_examples=20, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(STEP, min_size=4, max_size=16))
@example([("console_new", "b", 21), ("console_edit", "b", 31), ("fault", "c", 3), ("edit", "b", 4)])  # a digest's edit
@example([("write", "c", 1), ("race", "c", 2)])  # an edit between a write and the look at it
@example([("write", "a", 1), ("sync", "a", 1), ("console_append", "a", 31), ("lose_id", "a", 36)])
@example([("write", "d", 21), ("write", "c", 3), ("planned", "d", 24), ("kill", "b", 12), ("opt_out", "d", 8)])
def test_the_laws_hold_over_random_histories(steps: Steps) -> None:
    hold(steps)


@pytest.mark.long
@settings(deadline=None, max_examples=2000, derandomize=False, suppress_health_check=list(HealthCheck))
@given(st.lists(STEP, min_size=30, max_size=30))
def test_the_laws_hold_over_two_thousand_histories_of_thirty_steps(steps: Steps) -> None:
    hold(steps)


def hold(steps: Steps) -> None:
    """Play a history in a world of its own, then look at the laws."""
    with tempfile.TemporaryDirectory() as folder:
        world = SocketWorld(Path(folder))
        try:
            history = History(world)
            for step, name, number in steps:
                history.play(step, name, number)
            last = _settle(history)
            missing = [word for word in history.words if word not in history.everything()]
            assert not missing, "P1, P13: every text ever present is somewhere"
            _look_at_arrivals(history, last)
            _look_at_calm_steps(history, last)
        finally:
            world.close()


def _settle(history: History) -> Report:
    """Sync until nothing more can happen; P2 and P16: the last run must plan the same and write nothing."""
    world = history.world
    if not history.files():  # an empty folder is a brake; people would put an article back
        world.write("again", "〔z〕再来。\n", "再来")
    for _ in range(4):
        report = history.run("sync", force_delete=10)
        world.pause()
    assert report is not None, "an undisturbed run comes to its end"
    files, drafts, counting = world.files(), world.drafts(), Counting(world.gateway)
    again = world.sync(gateway=counting, force_delete=10)
    assert counting.writes == [], "P2: a second run writes nothing to the account"
    assert world.drafts() == drafts
    assert world.files() == files, "P2: a second run writes no file"
    assert [line for line in again.lines if line.status is Status.DONE] == [], "P2, P16: it plans nothing"
    return again


def _look_at_arrivals(history: History, last: Report) -> None:
    """P4: where nothing is reported, both sides hold the same words."""
    spoken = {line.path for line in last.lines}
    for path, text in history.files().items():
        key = re.search(r"(?m)^id: (\w+)$", text)
        if path in spoken or key is None or "wechat:" in text:
            continue
        there = [
            "".join(str(article[key]) for key in ("title", "digest", "content"))
            for one in history.world.drafts()
            for article in one["news_item"]
            if history.id_of(article) == key[1]
        ]
        if there:
            assert _words(there[0]) == _words(text), "P4: what one side says has arrived on the other"


def _look_at_calm_steps(history: History, last: Report) -> None:
    """P11 and P15: a save without a change, and a new name, from a quiet state."""
    if last.lines:
        return
    files = history.files()
    for name in "abcd":
        history.play("console_save", name, 0)
    history.run("sync")
    assert history.files() == files, "P11: formatting alone never changes Markdown"
    history.world.pause()
    quiet = Counting(history.world.gateway)
    history.world.sync(gateway=quiet)
    path = next(iter(files))
    here = history.world.content / path
    here.rename(here.with_name("renamed.md"))
    renamed = Counting(history.world.gateway)
    history.world.sync(gateway=renamed)
    assert renamed.calls == quiet.calls, "P15: a rename costs no call"


def _words(text: str) -> set[str]:
    return set(re.findall(r"词\d+句", text))
