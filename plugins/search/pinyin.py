"""How Chinese characters are spelled: for searches by pinyin, and for the A–Z."""

from collections.abc import Iterable

from plugins.shared.pinyin import spell

OTHER = "0-9"
"""The letter of names that begin with none."""


def readings(texts: Iterable[str]) -> str:
    """Return ``an安鞍,bai白百``: each syllable and the characters of the texts that are read so, phrases considered."""
    syllables: dict[str, set[str]] = {}
    for text in texts:
        for character, syllable in zip(text, spell(text), strict=True):
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
    letter = next((syllable[0].upper() for syllable in spell(text) if syllable[0].isalnum()), "")
    return letter if "A" <= letter <= "Z" else OTHER


def spelling(text: str) -> str:
    """Return what names are ordered by: their pinyin."""
    return " ".join(spell(text)).lower()
