"""The README's recipe for engine updates: the engine is the new one, the content is one's own."""

import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


def git(folder: Path, *arguments: str, check: bool = True) -> str:
    identity = ["-c", "user.name=t", "-c", "user.email=t@example.com", "-c", "commit.gpgsign=false"]
    command = ["git", *identity, *arguments]
    return subprocess.run(command, cwd=folder, check=check, capture_output=True, text=True).stdout


def write(folder: Path, **texts: str) -> None:
    for name, text in texts.items():
        path = folder / name.replace("__", "/")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


@pytest.mark.parametrize("readme", ["README.md", "README.zh-CN.md"])
def test_the_recipe_keeps_the_content_and_takes_the_engine(readme: str, tmp_path: Path) -> None:
    engine, shop = tmp_path / "engine", tmp_path / "shop"
    engine.mkdir()
    git(engine, "init", "-q", "-b", "main")
    write(engine, content__shop="sample", content__products__a="a", content__products__b="b", theme="old")
    git(engine, "add", "-A")
    git(engine, "commit", "-qm", "one")
    git(tmp_path, "clone", "-q", "engine", "shop")
    (shop / "content/products/a").unlink()
    write(shop, content__shop="mine", content__products__mine="mine")
    git(shop, "add", "-A")
    git(shop, "commit", "-qm", "mine")
    write(engine, content__shop="sample 2", content__products__a="a 2", content__products__new="new", theme="new")
    git(engine, "add", "-A")
    git(engine, "commit", "-qm", "two")
    git(shop, "remote", "add", "engine", str(engine))
    text = (ROOT / readme).read_text(encoding="utf-8")
    recipe = re.search(r"```\n(git fetch engine\n.*?)```", text, re.DOTALL)
    assert recipe is not None
    for line in recipe[1].splitlines():
        words = line.partition("#")[0].strip()
        arguments = words.removeprefix("git ").replace('-m "engine update"', "-mupdate").split()
        git(shop, *arguments, check=arguments[0] != "merge")  # the merge stops at conflicts, as the recipe says
    held = {
        path.relative_to(shop).as_posix(): path.read_text() for path in (shop / "content").rglob("*") if path.is_file()
    }
    assert held == {"content/shop": "mine", "content/products/b": "b", "content/products/mine": "mine"}
    assert (shop / "theme").read_text() == "new"
    assert git(shop, "status", "--porcelain") == ""
    assert "two" in git(shop, "log", "--format=%s")
