"""What the picture cells of a sheet mean: pictures that are there, pictures to copy, or nothing that can be found."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from plugins.images import flaw_of
from plugins.product_import.entry import Entry
from plugins.product_import.model import PictureCopy
from plugins.product_import.pictures import PictureFolder, is_address, is_safe_path, match_by_name, match_by_order
from plugins.shared.files import digest
from plugins.shared.language import say

_LARGEST_BYTES = 100_000_000


@dataclass
class PictureCells:
    """Finds pictures for products: in ``images``, the shop's own folder, and in a folder that came with the sheet."""

    images: Path
    folder: PictureFolder | None = None
    lenient: bool = False
    by_order: bool = False
    _matched: list[list[Path]] = field(default_factory=list)
    _next: int = 0
    _taken: set[str] = field(default_factory=set)

    def match(self, products: Sequence[Sequence[str]]) -> None:
        """Find the folder's pictures for all products, given by their words in the order in which ``of`` will ask."""
        self._next = 0
        self._matched = [[] for _ in products]
        if self.folder is None:
            return
        self._matched = match_by_name(self.folder, products)
        if not any(self._matched) and (inorder := match_by_order(self.folder, len(products))):
            self._matched = [[path] for path in inorder]
            self.by_order = True

    def of(self, entry: Entry, slug: str, before: Sequence[str]) -> tuple[list[str] | None, list[PictureCopy]]:
        """Return the product's picture paths, None when the sheet and the folder say nothing, and what to copy."""
        matched = self._matched[self._next]
        self._next += 1
        cells: list[str] = entry.values.get("images", [])
        if not cells and not matched:
            return (None if "images" not in entry.values else []), []
        sources = self._named(entry, cells, before) if cells else list(matched)
        names: list[str] = []
        copies: list[PictureCopy] = []
        known = {self._digest(self.images / name): name for name in before if (self.images / name).is_file()}
        for source in sources:
            if isinstance(source, str):
                names.append(source)
                continue
            if flaw := self._flaw(source):
                entry.problems.append(entry.problem("images", f"{source.name}: {flaw}"))
                continue
            name = known.get(self._digest(source)) or self._free(slug, source.suffix.lower())
            names.append(name)
            if name not in before:
                copies.append(PictureCopy(source, name))
        return list(dict.fromkeys(names)), copies

    def _named(self, entry: Entry, cells: Sequence[str], before: Sequence[str]) -> list[Path | str]:
        found: list[Path | str] = []
        for cell in cells:
            source = cell if cell in before else self._find(cell)
            if source is not None:
                found.append(source)
            elif self.lenient or is_address(cell):
                entry.notes.append(say(f"没有图片 {cell}", f"no picture {cell}"))
            else:
                text = say(
                    f"没有图片“{cell}”。请放进 --images 的文件夹，或写 content/images/ 下的路径。",
                    f"no picture '{cell}'. Put it into the --images folder, or write a path below content/images/.",
                )
                entry.problems.append(entry.problem("images", text))
        return found

    def _find(self, cell: str) -> Path | str | None:
        if is_safe_path(cell) and (self.images / cell).is_file():
            return cell
        return self.folder.named(cell) if self.folder else None

    def _flaw(self, source: Path) -> str:
        if source.stat().st_size > _LARGEST_BYTES:
            return say("文件超过 100 MB。", "the file is larger than 100 MB.")
        return flaw_of(source)

    def _free(self, slug: str, suffix: str) -> str:
        number, name = 1, f"products/{slug}{suffix}"
        while name in self._taken or (self.images / name).exists():
            number += 1
            name = f"products/{slug}-{number}{suffix}"
        self._taken.add(name)
        return name

    def _digest(self, path: Path) -> str:
        return digest(path.read_bytes())
