"""A site generator with a shop of its own to build."""

import os
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from plugins.fast_build.bench.content import write_hugo_shop, write_our_shop
from plugins.fast_build.bench.measure import Spent, spend

STEPS = ("cold", "text edited", "price edited", "nothing changed", "template edited")
_STYLE = "partials/style.html"


@dataclass
class Contender:
    """``edited`` is the product that edits change, ``template`` one that every page includes."""

    name: str
    folder: Path
    command: Sequence[str]
    server: Sequence[str]
    edited: Path
    template: Path
    leftovers: tuple[str, ...]
    steps: tuple[str, ...] = STEPS
    spent: dict[str, list[Spent]] = field(default_factory=dict)

    def clean(self) -> None:
        """Put everything aside that an earlier build left.

        It is not deleted: ext4 goes round inodes that were deleted shortly before, and whoever writes next pays.
        """
        aside = Path(tempfile.mkdtemp(prefix="aside-", dir=self.folder.parent))
        for name in self.leftovers:
            if (self.folder / name).exists():
                (self.folder / name).rename(aside / name)

    def take_turn(self, turn: int) -> None:
        """Do every step once, and note what it takes."""
        actions: dict[str, Callable[[], object]] = {
            "cold": self.clean,
            "text edited": lambda: append(self.edited, f"第 {turn} 次。\n"),
            "price edited": lambda: _replace(self.edited, "\nprice: ", f"\nprice: {turn + 1}"),
            "nothing changed": lambda: None,
            "template edited": lambda: append(self.template, f"<!-- {turn} -->"),
        }
        for step in self.steps:
            actions[step]()
            os.sync()  # what was left to write is not this step's
            self.spent.setdefault(step, []).append(spend(self.command, self.folder))

    def median(self, step: str) -> Spent:
        """Return the medians of a step; one that was not taken costs what an edit costs: everything is made anew."""
        spent = self.spent.get(step) or self.spent["text edited"]
        return Spent(statistics.median(each.cpu_s for each in spent), statistics.median(each.wall_s for each in spent))


def write_contenders(folder: Path, size: int, hugo: str) -> list[Contender]:
    """Write the same shop for ours and, where ``hugo`` is a command, for Hugo with plain and with tuned templates."""
    ours = folder / "weizhan"
    ours.mkdir()
    invoke = (sys.executable, "-m", "invoke")
    edited = write_our_shop(ours, size)
    template = ours / "theme/templates" / _STYLE
    serve = (*invoke, "serve", "--port", "8765")
    found = [Contender("weizhan", ours, (*invoke, "build"), serve, edited, template, ("output", ".cache"))]
    for name in ("plain", "tuned") if hugo else ():
        place = folder / f"hugo-{name}"
        edited = write_hugo_shop(place, size, name == "tuned")
        server = (hugo, "server", "--port", "8766", "--quiet")
        template = place / "layouts" / _STYLE
        steps = ("cold", "text edited")
        leftovers = ("public", "resources")
        found.append(Contender(f"Hugo, {name}", place, (hugo, "--quiet"), server, edited, template, leftovers, steps))
    return found


def version(hugo: str) -> str:
    """Return what Hugo says of itself."""
    return subprocess.run([hugo, "version"], check=True, capture_output=True, text=True).stdout.split()[1]


def append(path: Path, text: str) -> None:
    """Add a text to the end of a file."""
    with path.open("a", encoding="utf-8") as file:
        file.write(text)


def _replace(path: Path, old: str, new: str) -> None:
    path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
