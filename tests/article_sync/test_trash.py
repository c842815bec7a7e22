"""What is in the trash stays there."""

from datetime import UTC, datetime
from pathlib import Path

from plugins.article_sync.trash import Trash


def test_two_copies_of_one_second_are_two_files(tmp_path: Path) -> None:
    trash = Trash(tmp_path, datetime(2026, 11, 22, tzinfo=UTC))
    for text in (b"first", b"second", b"third"):
        trash.keep_file("one", text)
    assert sorted(path.read_bytes() for path in tmp_path.iterdir()) == [b"first", b"second", b"third"]
