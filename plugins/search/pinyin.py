"""How Chinese characters are spelled: for searches by pinyin, and for the A–Z."""

import re
from collections.abc import Iterable
from functools import lru_cache

_RUN = re.compile(r"[\x00-\x7f]+|[^\x00-\x7f]+")
OTHER = "0-9"
"""The letter of names that begin with none."""


def readings(texts: Iterable[str]) -> str:
    """Return ``an安鞍,bai白百``: each syllable and the characters of the texts that are read so, phrases considered."""
    syllables: dict[str, set[str]] = {}
    for text in texts:
        for character, syllable in zip(text, _spell(text), strict=True):
            if "\u3400" <= character <= "\u9fff" and syllable.isascii() and syllable.isalpha():
                syllables.setdefault(syllable, set()).add(character)
    return ",".join(syllable + "".join(sorted(found)) for syllable, found in sorted(syllables.items()))


def first_readings(text: str) -> dict[str, str]:
    """Return the first syllable of each character in what ``readings`` returned."""
    found: dict[str, str] = {}
    for group in filter(None, text.split(",")):
        syllable = "".join(filter(str.isascii, group))
        for character in group[len(syllable) :]:
            found.setdefault(character, syllable)
    return found


def first_letter(text: str) -> str:
    """Return the capital a name is filed under, or OTHER."""
    letter = next((syllable[0].upper() for syllable in _spell(text) if syllable[0].isalnum()), "")
    return letter if "A" <= letter <= "Z" else OTHER


def spelling(text: str) -> str:
    """Return what names are ordered by: their pinyin."""
    return " ".join(_spell(text)).lower()


def _spell(text: str) -> list[str]:
    """Return one syllable for each character; no word reaches over letters, digits and blanks."""
    syllables: list[str] = []
    for run in _RUN.findall(text):
        syllables += run if run.isascii() else _spell_run(run)
    return syllables


@lru_cache(maxsize=100_000)
def _spell_run(run: str) -> tuple[str, ...]:
    """Each run of Chinese is looked up once: it is filed, sorted, and searched for."""
    from pypinyin import Style, lazy_pinyin  # its dictionaries take long to load

    return tuple(lazy_pinyin(run, style=Style.NORMAL, errors=_apart))  # type: ignore[arg-type]


def _apart(text: str) -> list[str]:
    return list(text)
