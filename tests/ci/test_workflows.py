"""The workflow files for users: valid YAML of the right shape, and their script steps really sync a real repository."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import yaml

from plugins.wechat_emulator import DEMO_APPID, DEMO_SECRET, ConsoleEditor, EmulatorServer, Fault, Store
from plugins.wechat_emulator.state.faults import PlannedFault
from tests.conftest import ROOT

GITHUB, GITLAB = ROOT / "docs/ci/github-actions.yml", ROOT / "docs/ci/gitlab-ci.yml"
ENGINE = ("plugins", "theme", "docs/ci", "tasks.py", "pelicanconf.py")
SHIM = """#!/bin/sh
# python3 tasks.py TASK, inside the environment that runs the tests
shift
exec "{python}" -m invoke "$@"
"""
FRONT = "---\ntitle: 龙井\ndate: 2026-11-01 09:30\ncategory: 茶事\ncover: articles/a.jpg\n---\n\n"
ARTICLE = f"{FRONT}春天买的龙井，一回家就泡苦了。\n"


def workflow(path: Path) -> dict[Any, Any]:
    loaded: dict[Any, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return loaded


def github_steps(job: str) -> list[str]:
    return [step["run"] for step in workflow(GITHUB)["jobs"][job]["steps"] if "run" in step]


def gitlab_steps(job: str) -> list[str]:
    steps: list[str] = workflow(GITLAB)[job]["script"]
    return steps


STEPS = {
    "GitHub": (github_steps("pull"), github_steps("push")),
    "GitLab": (gitlab_steps("wechat-pull"), gitlab_steps("wechat-push")),
}


class Shop:
    """A repository with a bare remote, the clone in which CI works, and the account behind a socket."""

    def __init__(self, root: Path, store: Store, url: str) -> None:
        self.store, self.console = store, ConsoleEditor(url)
        self.bare, self.mine, self._root = root / "remote.git", root / "mine", root
        shim = root / "bin" / "python3"
        shim.parent.mkdir()
        shim.write_text(SHIM.format(python=sys.executable), encoding="utf-8")
        shim.chmod(0o755)
        self.environ = {
            **{name: os.environ[name] for name in ("HOME", "LANG") if name in os.environ},
            "PATH": f"{shim.parent}:{os.environ['PATH']}",
            "WECHAT_APPID": DEMO_APPID,
            "WECHAT_APPSECRET": DEMO_SECRET,
            "WECHAT_API_BASE": url,
            "WEIZHAN_REMOTE": str(self.bare),
            "GIT_CONFIG_GLOBAL": "/dev/null",
            "GIT_AUTHOR_NAME": "shop",
            "GIT_AUTHOR_EMAIL": "shop@example.com",
            "GIT_COMMITTER_NAME": "shop",
            "GIT_COMMITTER_EMAIL": "shop@example.com",
        }

    def prepare(self) -> None:
        """Commit engine and a small shop, and push them."""
        self.mine.mkdir()
        for name in ENGINE:
            source, target = ROOT / name, self.mine / name
            target.parent.mkdir(parents=True, exist_ok=True)
            ignore = shutil.ignore_patterns("__pycache__")
            shutil.copytree(source, target, ignore=ignore) if source.is_dir() else shutil.copy(source, target)
        content = self.mine / "content"
        (content / "articles").mkdir(parents=True)
        (content / "images/articles").mkdir(parents=True)
        shutil.copy(ROOT / "content/images/articles/longjing-chongpao.jpg", content / "images/articles/a.jpg")
        (content / "shop.yaml").write_text(
            "name: 山间茶庄\nsite_url: https://tea.example.com\noperator: 山间茶业\n", encoding="utf-8"
        )
        (content / "products").mkdir()
        (content / "products/categories.yaml").write_text("categories: []\n", encoding="utf-8")
        (content / "articles/longjing.md").write_text(ARTICLE, encoding="utf-8")
        (self.mine / ".gitignore").write_text("/.wechat/\n__pycache__/\n", encoding="utf-8")
        self.git("init", "-q", "-b", "main", where=self.mine)
        self.run(["git", "init", "-q", "--bare", "-b", "main", str(self.bare)])
        self.git("config", "receive.advertisePushOptions", "true", where=self.bare)
        self.git("remote", "add", "origin", str(self.bare), where=self.mine)
        self.commit("start")

    def commit(self, message: str) -> None:
        """Commit everything of the shop owner's clone, and push it."""
        self.git("add", "-A", where=self.mine)
        self.git("commit", "-q", "-m", message, where=self.mine)
        self.git("push", "-q", "origin", "main", where=self.mine)

    def ci(self, steps: list[str], expected: int = 0) -> str:
        """Run the script steps of a job in a fresh clone, as a runner does; return what they print."""
        clone = self._root / f"runner-{len(list(self._root.glob('runner-*')))}"
        self.run(["git", "clone", "-q", str(self.bare), str(clone)])
        script = "set -e\n" + "\n".join(steps)
        done = subprocess.run(["sh", "-c", script], cwd=clone, env=self.environ, capture_output=True, text=True)
        assert done.returncode == expected, done.stdout + done.stderr
        return done.stdout

    def git(self, *arguments: str, where: Path | None = None) -> str:
        return self.run(["git", *arguments], where or self.bare)

    def run(self, command: list[str], where: Path | None = None) -> str:
        done = subprocess.run(command, cwd=where, env=self.environ, capture_output=True, text=True)
        assert done.returncode == 0, done.stderr
        return done.stdout

    def show(self, branch: str, path: str) -> str:
        """Return a file as a branch of the remote has it."""
        return self.git("show", f"{branch}:{path}")

    def branches(self) -> set[str]:
        return set(self.git("branch", "--format=%(refname:short)").split())

    def merge(self) -> None:
        """Merge what editors changed, as the shop owner does on the web."""
        self.git("fetch", "-q", "origin", where=self.mine)
        self.git("checkout", "-q", "main", where=self.mine)
        self.git("pull", "-q", "--rebase", "origin", "main", where=self.mine)
        self.git("merge", "-q", "--no-edit", "origin/wechat/edits", where=self.mine)
        self.git("push", "-q", "origin", "main", where=self.mine)

    def edit_in_wechat(self, old: str, new: str) -> None:
        (draft,) = self.console.list()
        self.store.clock.advance(10)
        self.console.save(draft["media_id"], html=draft["news_item"][0]["content"].replace(old, new))
        self.store.clock.advance(10)


@pytest.fixture
def shop(tmp_path: Path) -> Iterator[Shop]:
    store = Store()
    with EmulatorServer(store) as server:
        shop = Shop(tmp_path, store, server.url)
        shop.prepare()
        yield shop
    store.close()


def test_the_github_workflow_is_one() -> None:
    file = workflow(GITHUB)
    assert set(file[True]) == {"schedule", "workflow_dispatch", "push"}, "YAML reads the key on as true"
    assert file["concurrency"]["cancel-in-progress"] is False
    assert set(file["jobs"]) == {"pull", "push"}
    for job in file["jobs"].values():
        assert "WECHAT_RUNNER" in job["runs-on"]
        assert all(("run" in step) != ("uses" in step) for step in job["steps"])
        assert job["steps"][0]["with"]["fetch-depth"] == 0


def test_the_gitlab_pipeline_is_one() -> None:
    file = workflow(GITLAB)
    assert file["default"]["resource_group"] == "wechat"
    for name in ("wechat-pull", "wechat-push"):
        assert {"rules", "script", "artifacts"} <= set(file[name])
        assert all(isinstance(line, str) for line in file[name]["script"])


@pytest.mark.parametrize("path", [GITHUB, GITLAB])
def test_no_secret_stands_in_a_workflow(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert "WECHAT_APPSECRET" in text
    assert DEMO_SECRET not in text
    assert "--force" not in text + (ROOT / "docs/ci/pull.sh").read_text() + (ROOT / "docs/ci/push.sh").read_text()


@pytest.mark.slow
def test_the_gitlab_steps_run_too(shop: Shop) -> None:
    pull, push = STEPS["GitLab"]
    assert "pushed main" in shop.ci(push)
    shop.environ["WEIZHAN_PUSH_OPTIONS"] = workflow(GITLAB)["wechat-pull"]["variables"]["WEIZHAN_PUSH_OPTIONS"]
    shop.edit_in_wechat("泡苦了", "泡淡了")
    assert "pushed wechat/edits" in shop.ci(pull)
    assert "泡淡了" in shop.show("wechat/edits", "content/articles/longjing.md")


@pytest.mark.slow
def test_both_directions_on_a_real_repository(shop: Shop) -> None:
    pull, push = STEPS["GitHub"]
    assert "pushed main" in shop.ci(push)
    assert "\nid: " in shop.show("main", "content/articles/longjing.md")
    assert "nothing new" in shop.ci(pull)
    assert shop.branches() == {"main"}

    shop.edit_in_wechat("泡苦了", "泡淡了")
    assert "pushed wechat/edits" in shop.ci(pull)
    assert "泡淡了" in shop.show("wechat/edits", "content/articles/longjing.md")
    assert "泡苦了" in shop.show("main", "content/articles/longjing.md")
    shop.merge()

    path = shop.mine / "content/articles/longjing.md"
    path.write_text(path.read_text(encoding="utf-8").replace("春天", "秋天"), encoding="utf-8")
    shop.commit("autumn")
    shop.ci(push)
    (draft,) = shop.console.list()
    assert "秋天" in draft["news_item"][0]["content"]
    assert "泡淡了" in draft["news_item"][0]["content"]
    assert "nothing new" in shop.ci(pull)


@pytest.mark.slow
def test_commits_that_a_person_adds_to_the_branch_stay(shop: Shop) -> None:
    pull, push = STEPS["GitHub"]
    shop.ci(push)
    shop.edit_in_wechat("泡苦了", "泡淡了")
    shop.ci(pull)
    shop.git("fetch", "-q", "origin", where=shop.mine)
    shop.git("checkout", "-q", "wechat/edits", where=shop.mine)
    (shop.mine / "note.txt").write_text("seen\n", encoding="utf-8")
    shop.git("add", "-A", where=shop.mine)
    shop.git("commit", "-q", "-m", "a note", where=shop.mine)
    shop.git("push", "-q", "origin", "wechat/edits", where=shop.mine)
    shop.edit_in_wechat("春天", "夏天")
    shop.ci(pull)
    assert shop.show("wechat/edits", "note.txt") == "seen\n"
    assert "夏天" in shop.show("wechat/edits", "content/articles/longjing.md")


@pytest.mark.slow
def test_edits_on_both_sides_are_reported_and_neither_is_lost(shop: Shop) -> None:
    pull, push = STEPS["GitHub"]
    shop.ci(push)
    shop.git("pull", "-q", "--rebase", "origin", "main", where=shop.mine)
    path = shop.mine / "content/articles/longjing.md"
    path.write_text(path.read_text(encoding="utf-8").replace("泡苦了", "泡浓了"), encoding="utf-8")
    shop.commit("stronger")
    shop.edit_in_wechat("泡苦了", "泡淡了")
    shop.ci(push)
    (draft,) = shop.console.list()
    assert "泡淡了" in draft["news_item"][0]["content"]
    assert "泡浓了" in shop.show("main", "content/articles/longjing.md")
    shop.ci(pull)
    assert "泡淡了" in shop.show("main", "content/articles/longjing.account.md")


@pytest.mark.slow
def test_a_refused_address_stops_with_what_to_click(shop: Shop) -> None:
    shop.store.accounts.change(DEMO_APPID, {"ip_refused": "203.0.113.7"})
    printed = shop.ci(STEPS["GitHub"][0][:1], expected=5)
    assert "203.0.113.7" in printed
    assert shop.branches() == {"main"}


@pytest.mark.slow
def test_what_is_recorded_survives_a_run_that_fails_half_way(shop: Shop) -> None:
    other = shop.mine / "content/articles/other.md"
    other.write_text(ARTICLE.replace("龙井", "乌龙"), encoding="utf-8")
    shop.commit("two")
    shop.store.faults.plan(PlannedFault("draft/add", Fault("errcode", 45009), 2, 1))
    shop.ci(STEPS["GitHub"][1], expected=3)
    assert len([line for line in shop.git("ls-tree", "-r", "--name-only", "main").split() if ".sync/" in line]) >= 2
    shop.ci(STEPS["GitHub"][1])
    assert len(shop.console.list()) == 2
