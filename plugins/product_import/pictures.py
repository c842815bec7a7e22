"""Which pictures of a folder belong to which product: by the name in the sheet, by model or title, or by order."""

import os
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path, PurePosixPath
from urllib.parse import unquote, urlsplit

from plugins.product_import.words import fold

KINDS = {".jpg", ".jpeg", ".png", ".webp"}
_NUMBERED = re.compile(
    r"(?P<name>.+?)(?:[\s_\-.]*[(（]\d{1,3}[)）]|[\s_\-.]+\d{1,3}|(?<=[^\W\d_a-z])\d{1,3})", re.DOTALL
)
_DIGITS = re.compile(r"(\d+)")


@dataclass(frozen=True)
class PictureFolder:
    """The pictures of a folder, in the order in which people number them; links out of the folder are left out."""

    root: Path

    @cached_property
    def files(self) -> tuple[Path, ...]:
        """Every picture, sorted by name with numbers as numbers."""
        root = self.root.resolve()
        found = [
            Path(folder) / name
            for folder, _, names in os.walk(self.root)
            for name in names
            if Path(name).suffix.lower() in KINDS and not name.startswith(".")
        ]
        inside = [path for path in found if path.resolve().is_relative_to(root) and path.is_file()]
        return tuple(sorted(inside, key=lambda path: _natural(path.relative_to(self.root).with_suffix("").as_posix())))

    def named(self, name: str) -> Path | None:
        """Return the picture that a cell names: by its path in the folder, its file name, with or without ending."""
        name = unquote(urlsplit(name).path) if is_address(name) else name.replace("\\", "/")
        last = PurePosixPath(name).name
        for key in (name, last, PurePosixPath(last).stem):
            if found := self._by_name.get(key.casefold()):
                return found
        return None

    @cached_property
    def _by_name(self) -> dict[str, Path]:
        names: dict[str, Path] = {}
        for path in self.files:
            for key in (path.relative_to(self.root).as_posix(), path.name, path.stem):
                names.setdefault(key.casefold(), path)
        return names


def match_by_name(folder: PictureFolder, products: Sequence[Sequence[str]]) -> list[list[Path]]:
    """Return each product's pictures; a product is given by its words: models, slug, title.

    A picture belongs to the product whose word its name or its sub-folder's name is; else to the one whose word comes
    before a number: ``LJ-2601.jpg``, ``LJ-2601-2.jpg``, ``LJ-2601 (3).jpg``, ``龙井2.jpg``, ``LJ-2601/side.jpg``.
    """
    owners: dict[str, int] = {}
    for place, words in enumerate(products):
        for word in words:
            owners.setdefault(fold(word), place)
    owners.pop("", None)
    found: list[list[tuple[int, Path]]] = [[] for _ in products]
    for path in folder.files:
        numbered = _NUMBERED.fullmatch(path.stem.lower())
        names = [path.stem, *(part for part in reversed(path.relative_to(folder.root).parent.parts))]
        names += [numbered["name"]] if numbered else []
        owner = next((owners[fold(name)] for name in names if fold(name) in owners), None)
        if owner is not None:
            found[owner].append((0 if fold(path.stem) in owners else _number(path.stem), path))
    return [[path for _, path in sorted(pairs, key=lambda pair: pair[0])] for pairs in found]


def match_by_order(folder: PictureFolder, count: int) -> list[Path]:
    """Return one picture for each product in turn where there are exactly as many, numbered; none otherwise."""
    numbers = [path for path in folder.files if _DIGITS.search(path.stem)]
    return numbers if len(numbers) == len(folder.files) == count else []


def is_address(name: str) -> bool:
    """Tell whether a cell holds a picture's address rather than its name."""
    return urlsplit(name).scheme in ("http", "https") if "://" in name else False


def is_safe_path(name: str) -> bool:
    """Tell whether a name stays below content/images/."""
    path = PurePosixPath(name)
    return not (path.is_absolute() or ".." in path.parts or "\\" in name or ":" in name or "\0" in name)


def _number(stem: str) -> int:
    digits = _DIGITS.findall(stem)
    return int(digits[-1]) if digits else 0


def _natural(text: str) -> list[tuple[int, int | str]]:
    return [(0, int(part)) if part.isdigit() else (1, part.casefold()) for part in _DIGITS.split(text) if part]
