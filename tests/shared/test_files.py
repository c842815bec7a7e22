"""Files are replaced whole or not at all, and never over somebody else's edit."""

import os
import stat
from pathlib import Path

import pytest

from plugins.shared.errors import FileChangedMeanwhile
from plugins.shared.files import digest, replace_unchanged, write_atomic, write_if_changed


def mode_of(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


@pytest.fixture
def usual_umask():
    before = os.umask(0o022)
    yield
    os.umask(before)


def test_digest_is_sha256_in_hexadecimal():
    assert digest(b"abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"


def test_write_makes_missing_folders_and_leaves_only_the_file(tmp_path):
    path = tmp_path / "a" / "b" / "c.json"
    write_atomic(path, "茶".encode())
    assert path.read_bytes() == "茶".encode()
    assert [entry.name for entry in path.parent.iterdir()] == ["c.json"]


@pytest.mark.usefixtures("usual_umask")
def test_a_new_file_gets_the_usual_mode_and_an_old_one_keeps_its_own(tmp_path):
    path = tmp_path / "token"
    write_atomic(path, b"1")
    assert mode_of(path) == 0o644
    path.chmod(0o600)
    write_atomic(path, b"2")
    assert mode_of(path) == 0o600
    replace_unchanged(path, b"3", digest(b"2"))
    assert mode_of(path) == 0o600


@pytest.mark.usefixtures("usual_umask")
def test_a_secret_file_is_never_readable_by_others(tmp_path):
    path = tmp_path / ".env"
    write_atomic(path, b"secret", mode=0o600)
    assert mode_of(path) == 0o600


def test_asking_for_the_umask_does_not_change_it(tmp_path):
    before = os.umask(0o027)
    try:
        write_atomic(tmp_path / "file", b"")
        assert os.umask(0o027) == 0o027
    finally:
        os.umask(before)


def test_a_write_that_fails_leaves_the_old_file_and_no_litter(tmp_path):
    folder = tmp_path / "target"
    folder.mkdir()
    with pytest.raises(OSError, match="target"):  # a file cannot replace a folder
        write_atomic(folder, b"new")
    assert folder.is_dir()
    assert list(tmp_path.iterdir()) == [folder]


def test_readers_see_the_old_file_or_the_new_one(tmp_path):
    path = tmp_path / "page"
    write_atomic(path, b"old")
    with path.open("rb") as reader:
        write_atomic(path, b"new")
        assert reader.read() == b"old"
    assert path.read_bytes() == b"new"


def test_replace_needs_the_digest_that_was_read(tmp_path):
    path = tmp_path / "article.md"
    path.write_bytes(b"read")
    seen = digest(path.read_bytes())
    path.write_bytes(b"edited meanwhile")
    with pytest.raises(FileChangedMeanwhile, match="article.md"):
        replace_unchanged(path, b"ours", seen)
    assert path.read_bytes() == b"edited meanwhile"
    replace_unchanged(path, b"ours", digest(b"edited meanwhile"))
    assert path.read_bytes() == b"ours"


def test_replace_without_a_digest_only_creates(tmp_path):
    path = tmp_path / "new.md"
    replace_unchanged(path, b"first", None)
    assert path.read_bytes() == b"first"
    with pytest.raises(FileChangedMeanwhile):
        replace_unchanged(path, b"second", None)
    assert path.read_bytes() == b"first"


def test_replace_refuses_a_file_that_was_removed(tmp_path):
    path = tmp_path / "gone.md"
    with pytest.raises(FileChangedMeanwhile):
        replace_unchanged(path, b"ours", digest(b"was here"))
    assert not path.exists()


def test_generated_files_are_touched_only_when_they_change(tmp_path):
    path = tmp_path / "out" / "index.html"
    assert write_if_changed(path, b"<p>") is True
    os.utime(path, ns=(1, 1))
    assert write_if_changed(path, b"<p>") is False
    assert path.stat().st_mtime_ns == 1
    assert write_if_changed(path, b"<p>!") is True
    assert path.read_bytes() == b"<p>!"
