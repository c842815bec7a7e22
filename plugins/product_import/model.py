"""What an import is going to do, as a value to look at before anything is written."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from plugins.product_import.rows import RowProblem
from plugins.products.model import Product
from plugins.shared.front_matter import Document

Existing = Mapping[str, tuple[Document, Product]]
"""The products that are there, by slug: their files and what those say."""


@dataclass(frozen=True)
class FileChange:
    """A file to write. ``path`` is below content/; ``expected`` is the digest it was read with, None for a new one."""

    path: str
    data: bytes
    expected: str | None
    row: int
    title: str
    keys: tuple[str, ...] = ()


@dataclass(frozen=True)
class PictureCopy:
    """A picture to put below content/images/."""

    source: Path
    name: str


@dataclass(frozen=True)
class Plan:
    """Everything that an import writes, and what is wrong or worth knowing; nothing of it is done yet.

    ``total`` counts the sheet's products, ``left_out`` those with problems; ``unread`` are headings that mean nothing.
    """

    sheet: str
    total: int = 0
    left_out: int = 0
    changes: tuple[FileChange, ...] = ()
    copies: tuple[PictureCopy, ...] = ()
    categories: FileChange | None = None
    new_categories: tuple[str, ...] = ()
    problems: tuple[RowProblem, ...] = ()
    notes: tuple[tuple[int, str], ...] = ()
    unread: tuple[str, ...] = field(default=())

    @property
    def created(self) -> tuple[FileChange, ...]:
        """The products that are new."""
        return tuple(change for change in self.changes if change.expected is None)

    @property
    def updated(self) -> tuple[FileChange, ...]:
        """The products that change."""
        return tuple(change for change in self.changes if change.expected is not None)

    @property
    def unchanged(self) -> int:
        """How many products stay as they are."""
        return self.total - self.left_out - len(self.changes)
