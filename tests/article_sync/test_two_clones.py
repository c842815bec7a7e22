"""Two people with a clone each, one account: state merges in git, and nobody overwrites newer text."""

import subprocess
from pathlib import Path

import pytest

from plugins.article_sync import Status
from plugins.article_sync.base import BaseFolder
from plugins.article_sync.picture_map import PictureMap
from plugins.article_sync.report import next_step
from plugins.wechat import account_name
from tests.article_sync.world import Counting, World, only_line, rules

ATTRIBUTES = (Path(__file__).resolve().parents[2] / ".gitattributes").read_text(encoding="utf-8")


def git(folder: Path, *arguments: str) -> str:
    """Run git in a clone, and return what it prints."""
    command = ["git", "-c", "user.name=a", "-c", "user.email=a@example.com", "-C", str(folder), *arguments]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


class Clone(World):
    """Another person's clone of the same shop, with the same account."""

    def __init__(self, first: World, root: Path) -> None:
        git(root.parent, "clone", "-q", str(root.parent / "origin.git"), str(root))
        self.__dict__.update({**first.__dict__, "root": root, "content": root / "content"})
        self.settings = type(first.settings)(
            **{**first.settings.__dict__, "state_dir": root / "state"}  # the lock and the journal are a clone's own
        )


def commit(world: World) -> None:
    git(world.root, "add", "-A", "content", ".gitattributes")
    git(world.root, "commit", "-qm", "sync", "--allow-empty")


@pytest.fixture
def ann(tmp_path: Path) -> World:
    """The first person's clone: three articles in sync, committed and pushed."""
    world = World(tmp_path / "ann")
    (world.root / ".gitattributes").write_text(ATTRIBUTES, encoding="utf-8")
    git(tmp_path, "init", "-q", "--bare", "-b", "main", "origin.git")
    git(world.root, "init", "-q", "-b", "main")
    for name in ("one", "two", "three"):
        world.write(name, f"春天 {name}。\n")
    world.settled()
    commit(world)
    git(world.root, "remote", "add", "origin", str(tmp_path / "origin.git"))
    git(world.root, "push", "-qu", "origin", "main")
    return world


@pytest.fixture
def ben(ann: World, tmp_path: Path) -> World:
    """The second person's clone."""
    return Clone(ann, tmp_path / "ben")


def test_a_fresh_clone_has_nothing_to_do(ben: World) -> None:
    assert ben.sync().lines == ()


def test_edits_of_different_articles_merge_and_end_in_sync(ann: World, ben: World) -> None:
    ann.edit("one", "春天", "秋天")
    ben.edit("two", "春天", "冬天")
    assert rules(ann.sync()) == [7]
    ann.pause()
    assert rules(ben.sync()) == [8, 7], "what Ann has pushed comes to Ben through the account"
    for world in (ann, ben):
        commit(world)
    git(ann.root, "push", "-q")
    git(ben.root, "pull", "-q", "--no-rebase", "--no-edit", "-X", "ours")
    assert ben.sync().exit_code == 0
    assert ben.sync().lines == ()
    assert "秋天" in ben.text("one")
    assert "冬天" in ben.text("two")


def test_a_stale_clone_does_not_overwrite_newer_text(ann: World, ben: World) -> None:
    ann.edit("one", "春天", "秋天")
    ann.sync()
    ann.pause()
    ben.edit("one", "春天", "冬天")
    html, counting = ann.html("one"), Counting(ben.gateway)
    line = only_line(ben.sync(gateway=counting))
    assert (line.rule, counting.writes) == (11, [])
    assert ann.html("one") == html


@pytest.mark.parametrize("edited", [True, False])
def test_a_stale_clone_that_has_fetched_is_told_to_pull(ann: World, ben: World, edited: bool) -> None:
    ann.edit("one", "春天", "秋天")
    ann.sync()
    ann.pause()
    ann.write("new", "新的。\n")
    ann.sync()
    ann.pause()
    commit(ann)
    git(ann.root, "push", "-q")
    git(ben.root, "fetch", "-q")
    if edited:
        ben.edit("one", "春天", "冬天")
    files, counting = ben.content_files(), Counting(ben.gateway)
    report = ben.sync(gateway=counting)
    assert [(line.rule, line.status) for line in report.lines] == [
        (11 if edited else 8, Status.ATTENTION),
        (2, Status.ATTENTION),
    ]
    assert ["git pull" in line.note for line in report.lines] == [True, True]
    assert ["git pull" in next_step(line)[1] for line in report.lines] == [True, True]
    assert (ben.content_files(), counting.writes) == (files, [])
    if not edited:
        git(ben.root, "pull", "-q")
        assert ben.sync().lines == ()


def test_a_stale_clone_does_not_create_what_a_colleague_has_deleted(ann: World, ben: World) -> None:
    ann.delete_here("one")
    ann.sync(delete_drafts=True)
    line = only_line(ben.sync())
    assert (line.rule, line.status) == (16, Status.ATTENTION)
    assert len(ann.drafts()) == 2


def test_pictures_that_both_have_uploaded_merge_line_by_line(ann: World, ben: World) -> None:
    for world, colour in ((ann, (1, 2, 3)), (ben, (200, 2, 3))):
        name = "ann" if world is ann else "ben"
        world.write(name, f"![图]({world.picture(name, colour)})\n")
        world.sync(only=name)
        world.pause()
        commit(world)
    git(ann.root, "push", "-q")
    git(ben.root, "pull", "-q", "--no-rebase", "--no-edit")
    pictures = PictureMap.read(BaseFolder(ben.content, account_name(ben.account.appid)))
    assert len(pictures.urls) == 2
    counting = Counting(ben.gateway)
    ben.sync(gateway=counting)
    assert "upload_body_image" not in counting.writes
    assert ben.sync().lines == ()


def test_both_may_rename_articles_at_once(ann: World, ben: World) -> None:
    for world, name in ((ann, "one"), (ben, "two")):
        (world.content / "articles" / f"{name}.md").rename(world.content / "articles" / f"{name}-neu.md")
        world.sync()
        commit(world)
    git(ann.root, "push", "-q")
    git(ben.root, "pull", "-q", "--no-rebase", "--no-edit")
    text = (ben.content / "redirects.yaml").read_text(encoding="utf-8")
    assert "one-neu" in text
    assert "two-neu" in text
    assert ben.sync().lines == ()
