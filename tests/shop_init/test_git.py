"""What git does not have yet."""

import subprocess

import pytest

from plugins.shop_init.git import uncommitted


def git(folder, *arguments: str) -> None:
    identity = ["-c", "user.name=t", "-c", "user.email=t@example.com", "-c", "commit.gpgsign=false"]
    subprocess.run(["git", "-C", str(folder), *identity, *arguments], check=True, capture_output=True)


@pytest.fixture
def repository(tmp_path):
    git(tmp_path, "init", "-q")
    (tmp_path / "content").mkdir()
    (tmp_path / "content" / "茶.md").write_text("a", encoding="utf-8")
    (tmp_path / "other").write_text("a", encoding="utf-8")
    git(tmp_path, "add", ".")
    git(tmp_path, "commit", "-qm", "first")
    return tmp_path


def test_everything_is_committed(repository):
    assert uncommitted(repository, "content") == []


def test_edits_new_files_and_deletions_count_in_the_folder_only(repository):
    (repository / "other").write_text("b", encoding="utf-8")
    assert uncommitted(repository, "content") == []
    (repository / "content" / "new.md").write_text("b", encoding="utf-8")
    (repository / "content" / "茶.md").unlink()
    assert sorted(uncommitted(repository, "content")) == ["content/new.md", "content/茶.md"]


def test_a_folder_without_git_has_nothing_to_lose_there(tmp_path):
    (tmp_path / "content").mkdir()
    assert uncommitted(tmp_path, "content") == []
