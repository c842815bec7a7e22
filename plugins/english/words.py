"""Chinese words of the interface and what stands for them in English.

A key of the table is a whole text as a page shows it. ``{n}`` stands for a number, ``{name}``, of two letters or more,
for any other text, which is translated by itself: ``共 {n} 款`` gives ``{n} products``. Keys that begin with a quote
are pieces of scripts.
"""

import re
from collections.abc import Mapping
from functools import cached_property

CHINESE = re.compile(r"[\u3400-\u9fff]")
HOLE = re.compile(r"\{([a-z]+)\}")
_DEEPEST = 4


class Words:
    """A table that translates whole texts; what it does not hold stays as it is."""

    def __init__(self, table: Mapping[str, str], shop: str = "") -> None:
        """``shop`` is the Chinese name of the shop, which stands for ``{shop}``."""
        name = table.get(shop, shop)
        table = {key.replace("{shop}", shop): text.replace("{shop}", name) for key, text in table.items()}
        self.pieces = {key: text for key, text in table.items() if key.startswith('"')}
        self._table = {key: text for key, text in table.items() if not HOLE.search(key)}
        self._shapes = {key: text for key, text in table.items() if HOLE.search(key)}
        self._known: dict[str, str] = {}

    def translate(self, text: str) -> str:
        """Return a text in English, with the white space around it."""
        if not CHINESE.search(text):
            return text
        inner = text.strip()
        before, after = text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]
        if inner not in self._known:
            self._known[inner] = self._find(" ".join(inner.split()), 0)
        return before + self._known[inner] + after

    def _find(self, text: str, depth: int) -> str:
        if text in self._table or not CHINESE.search(text):
            return self._table.get(text, text)
        for shape, english in self._patterns if depth < _DEEPEST else ():
            if found := shape.fullmatch(text):
                return self._filled(english, found.groupdict(), depth)
        return text

    def _filled(self, english: str, parts: Mapping[str, str], depth: int) -> str:
        return HOLE.sub(lambda hole: self._find(parts[hole[1]], depth + 1) if hole[1] in parts else hole[0], english)

    @cached_property
    def _patterns(self) -> list[tuple[re.Pattern[str], str]]:
        shapes = sorted(self._shapes, key=lambda key: -len(HOLE.sub("", key)))  # what says most is asked first
        return [(_pattern(key), self._shapes[key]) for key in shapes]


def _pattern(key: str) -> re.Pattern[str]:
    """Return what matches the texts that a key with holes stands for."""
    parts = HOLE.split(key)
    holes = [rf"(?P<{name}>[\d,.]+)" if len(name) == 1 else rf"(?P<{name}>.+?)" for name in parts[1::2]]
    texts = [re.escape(part) for part in parts[::2]]
    return re.compile("".join(text + hole for text, hole in zip(texts, [*holes, ""], strict=True)), re.DOTALL)
