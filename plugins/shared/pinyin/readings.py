"""Readings of characters and phrases: pypinyin's, in two tables that are searched as they are written.

``characters.txt``: the readings of sixteen characters a line, ``4e0 yi ding …`` for U+4E00 and the fifteen after it,
a blank before each, even where there is none. The line ``han`` has the code points that count as Chinese.

``phrases.txt``: phrases by their first character, then by the second, longer ones first: ``重 … 庆:chong-qing …``. One
without syllables of its own is read character by character; it keeps what it holds from being taken for another
phrase. One that ends in ``$`` stands only where what follows is not Chinese.
"""

from pathlib import Path

END = "$"
HAN = "han"
BLOCK = 16
CHARACTERS = "characters.txt"
PHRASES = "phrases.txt"


class Readings:
    """How Chinese is read. Nothing is unpacked before it is asked for: a shop uses a small part of the tables."""

    def __init__(self, characters: str, phrases: str) -> None:
        self._characters = _Characters(characters)
        self._phrases = {line[0]: line for line in phrases.replace("\n", " \n").splitlines()}

    @classmethod
    def from_folder(cls, folder: Path) -> "Readings":
        """Return what the tables of a folder say."""
        return cls(*((folder / name).read_text(encoding="utf-8") for name in (CHARACTERS, PHRASES)))

    def spell(self, text: str) -> list[str]:
        """Return one syllable for each character: at each place those of the longest phrase that begins there."""
        syllables: list[str] = []
        marked = text + "\n"
        while (place := len(syllables)) < len(text):
            line = self._phrases.get(text[place], "")
            start = line.find(" " + marked[place + 1]) + 1
            phrase = self._phrase(line, start, marked, place) if start else []
            syllables += phrase or [self._characters[text[place]]]
        return syllables

    def _phrase(self, line: str, start: int, text: str, place: int) -> list[str]:
        """Return the syllables of the first phrase of a line, from ``start`` on, that the text has at a place."""
        second = line[start]
        while line.startswith(second, start):
            end = line.index(" ", start)
            rest, _, syllables = line[start:end].partition(":")
            phrase = text[place] + rest.removesuffix(END)
            after = place + len(phrase)
            if text.startswith(phrase, place) and not (rest[-1] == END and self._characters.is_chinese(text[after])):
                return syllables.split("-") if syllables else [self._characters[each] for each in phrase]
            start = end + 1
        return []


class _Characters(dict[str, str]):
    """The syllables of the characters that were asked for; one without a reading stands for itself."""

    def __init__(self, table: str) -> None:
        self._blocks = dict(line.split(" ", 1) for line in table.splitlines())

    def __missing__(self, character: str) -> str:
        block, place = divmod(ord(character), BLOCK)
        syllables = self._blocks.get(f"{block:x}", "").split(" ")
        self[character] = syllable = (place < len(syllables) and syllables[place]) or character
        return syllable

    def is_chinese(self, character: str) -> bool:
        """Tell whether a character is Chinese, with a reading or without."""
        ranges = (each.split("-") for each in self._blocks[HAN].split(" "))
        return any(int(bounds[0], 16) <= ord(character) <= int(bounds[-1], 16) for bounds in ranges)
