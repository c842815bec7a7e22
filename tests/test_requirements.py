"""What the program imports is in the requirements that a shop installs, not only in those of the tests."""

import ast
import re
import sys
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
LOCKED = (ROOT / "requirements.txt").read_text(encoding="utf-8")
TOOLS_OF_DEVELOPERS = {
    "plugins/sample_shop": {"resvg_py"},
    "plugins/search/bench": {"playwright"},
    "plugins/shared/pinyin/tables.py": {"pypinyin"},
    "plugins/fast_build/bench": {"playwright"},
}
FOR_TYPES = {"_typeshed"}


def test_every_import_of_the_program_is_locked() -> None:
    locked = {_plain(name) for name in re.findall(r"(?m)^([A-Za-z0-9._-]+)==", LOCKED)}
    owners = packages_distributions()
    missing = {
        f"{path.relative_to(ROOT)}: {name}"
        for path in sorted((ROOT / "plugins").rglob("*.py"))
        for name in _imports(path) - _allowed(path)
        if not {_plain(owner) for owner in owners.get(name, [name])} & locked
    }
    assert missing == set()


def test_what_is_pinned_is_locked_at_that_version() -> None:
    with (ROOT / "pyproject.toml").open("rb") as file:
        pinned = tomllib.load(file)["project"]["dependencies"]
    assert [each for each in pinned if "==" in each and f"\n{each} \\" not in LOCKED] == []


def _imports(path: Path) -> set[str]:
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            names.add(node.module.partition(".")[0])
    return names - set(sys.stdlib_module_names) - FOR_TYPES - {"plugins"}


def _allowed(path: Path) -> set[str]:
    where = path.relative_to(ROOT).as_posix()
    return set().union(*(names for place, names in TOOLS_OF_DEVELOPERS.items() if where.startswith(place)))


def _plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()
