"""What a person answered beforehand: which likely pairs are pairs, and what the site shows."""

from dataclasses import dataclass
from fnmatch import fnmatch

from plugins.article_sync.model import AccountArticle


@dataclass(frozen=True)
class Choices:
    """Patterns for paths or file names; empty patterns fit nothing.

    ``pairs`` confirms that file and account item of one title are one article, ``aparts`` that they are two.
    ``show``: what is published in the account appears on the site at once; else it waits with ``status: draft``.
    """

    pairs: str = ""
    aparts: str = ""
    show: bool = False

    def same(self, path: str) -> bool:
        """Tell whether a person says that a likely pair is one article."""
        return _fits(path, self.pairs)

    def apart(self, path: str) -> bool:
        """Tell whether a person says that a likely pair is two articles."""
        return _fits(path, self.aparts)

    def shows(self, item: AccountArticle) -> bool:
        """Tell whether an imported article appears on the site at once."""
        return self.show and item.article_id != ""


def _fits(path: str, pattern: str) -> bool:
    stem = path.rpartition("/")[2].removesuffix(".md")
    return pattern != "" and (fnmatch(path, pattern) or fnmatch(stem, pattern))
