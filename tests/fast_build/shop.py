"""A small shop of its own root (content, theme, settings) to edit and build, and its clean build beside it."""

import os
import shutil
from pathlib import Path

from plugins.fast_build.store import Store, store_for
from plugins.site.build import BuildFailed, build_site
from tests.conftest import ROOT, product_text, write_small_shop

Tree = dict[str, bytes]


class Shop:
    """Builds incrementally into output/ and, for comparison, from nothing into clean/."""

    def __init__(self, root: Path, products: int = 0) -> None:
        self.root = root
        self.content = write_small_shop(root / "content")
        shutil.copytree(ROOT / "theme", root / "theme")
        shutil.copy(ROOT / "pelicanconf.py", root / "pelicanconf.py")
        for number in range(products):
            self.write(f"products/w{number}.md", product_text(f"器 {number}", f"W-{number}", "ware", price="9.00"))

    def write(self, name: str, text: str) -> None:
        """Write a content file."""
        path = self.content / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    @property
    def store(self) -> Store:
        """What the last incremental build left behind."""
        return store_for(self.root / ".cache", self.root / "output")

    def build(self) -> str:
        """Build; return what stopped it."""
        return self._build("output")

    def build_clean(self) -> str:
        """Build from nothing; return what stopped it."""
        shutil.rmtree(self.root / "clean", ignore_errors=True)
        store_for(self.root / ".cache", self.root / "clean").clear()
        return self._build("clean")

    def tree(self, folder: str = "output") -> Tree:
        """Return every file of an output folder."""
        top = self.root / folder
        return {path.relative_to(top).as_posix(): path.read_bytes() for path in top.rglob("*") if path.is_file()}

    def counts(self) -> tuple[int, int]:
        """Return how many pages the last build that ran has rendered and written."""
        meta = self.store.meta()
        return int(meta["rendered"]), int(meta["written"])

    def stamps(self) -> dict[str, int]:
        """Return when each file of the output was last written."""
        top = self.root / "output"
        return {str(path): path.stat().st_mtime_ns for path in top.rglob("*") if path.is_file()}

    def _build(self, folder: str) -> str:
        try:
            build_site(self.root, output=self.root / folder)
        except BuildFailed as failed:
            return str(failed)
        return ""


def set_time(epoch: int) -> None:
    """Set the moment that pages are built for."""
    os.environ["SOURCE_DATE_EPOCH"] = str(epoch)
