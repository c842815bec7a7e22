"""Files that are as they were agreed on, read without parsing their texts."""

import re
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from plugins.article_sync.article_file import FOLDER, article_of, picture_path
from plugins.article_sync.model import Base, LocalArticle
from plugins.article_sync.settings import SyncSettings
from plugins.shared.files import digest
from plugins.shared.front_matter import read_document

_CARDS = re.compile(r":::|product:|store:|qr:")


class Skimmer:
    """Reads files that are as they were agreed on without parsing their text: the same text has the same pictures.

    Cards of the shop's content may change without the text, so a file with cards is always parsed.
    """

    def __init__(self, content: Path, bases: Iterable[Base]) -> None:
        self._content = content
        self._bases = {base.path: base for base in bases if base.pictures is not None}
        self._digests: dict[str, str] = {}

    def skim(self, path: Path, settings: SyncSettings) -> LocalArticle | None:
        """Return the article of an unchanged file, None where it has to be read."""
        base = self._bases.get(f"{FOLDER}/{path.name}")
        if base is None or base.pictures is None or _CARDS.search(base.text):
            return None
        document, problems = read_document(self._content, path)
        if problems or document.source != base.text:
            return None
        article = article_of(document, path.stem, digest(path.read_bytes()))
        cover = self._digest(article.cover or settings.default_cover)
        pictures = {name: self._digest(name) for name in base.pictures}
        if not article.wechat or not cover or not all(pictures.values()):
            return None
        return replace(article, pictures=pictures, cover_sha256=cover, skimmed=True)

    def _digest(self, name: str) -> str:
        if name not in self._digests:
            path = picture_path(self._content, name)
            self._digests[name] = digest(path.read_bytes()) if path else ""
        return self._digests[name]
