"""The lock file itself: who may take it, and who takes it away."""

import json
import os
import socket
from datetime import UTC, datetime
from pathlib import Path

import pytest

from plugins.article_sync.lock import hold_lock
from plugins.shared.errors import LockHeld
from tests.article_sync.world import World


def test_a_run_that_slept_past_its_time_leaves_the_lock_of_the_next_one(tmp_path: Path) -> None:
    path = tmp_path / "sync.lock"
    with hold_lock(path, datetime.now(UTC)):
        path.write_text("another run's", encoding="utf-8")
    assert path.read_text(encoding="utf-8") == "another run's"


def test_a_lock_keeps_a_second_run_out_until_it_expires(world: World) -> None:
    world.write("one", "文字\n")
    lock = world.root / "state" / "sync.lock"
    lock.parent.mkdir()
    until = world.now().timestamp() + 60
    lock.write_text(json.dumps({"pid": 1, "host": "elsewhere", "until": until}), encoding="utf-8")
    with pytest.raises(LockHeld) as caught:
        world.sync()
    assert caught.value.exit_code == 6
    assert world.sync(dry_run=True).exit_code == 0
    world.store.clock.advance(120)
    assert world.sync().exit_code == 0
    assert not lock.exists()


def test_a_lock_of_this_machine_counts_as_long_as_its_process_lives(world: World) -> None:
    world.write("one", "文字\n")
    lock = world.root / "state" / "sync.lock"
    lock.parent.mkdir()
    entry = {"pid": os.getpid(), "host": socket.gethostname(), "until": world.now().timestamp() - 60}
    lock.write_text(json.dumps(entry), encoding="utf-8")
    with pytest.raises(LockHeld):
        world.sync()
    lock.write_text(json.dumps({**entry, "pid": 2**22 - 1}), encoding="utf-8")
    assert world.sync().exit_code == 0
