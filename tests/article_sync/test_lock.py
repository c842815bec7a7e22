"""The lock file itself: who may take it, and who takes it away."""

from datetime import UTC, datetime
from pathlib import Path

from plugins.article_sync.lock import hold_lock


def test_a_run_that_slept_past_its_time_leaves_the_lock_of_the_next_one(tmp_path: Path) -> None:
    path = tmp_path / "sync.lock"
    with hold_lock(path, datetime.now(UTC)):
        path.write_text("another run's", encoding="utf-8")
    assert path.read_text(encoding="utf-8") == "another run's"
