"""``python -m plugins.shared.pinyin.tables`` writes both tables from the installed pypinyin (a tool of developers)."""

from collections import defaultdict
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

from pypinyin import Style
from pypinyin.constants import PHRASES_DICT, PINYIN_DICT, RE_HANS
from pypinyin.style import convert

from plugins.shared.files import write_atomic
from plugins.shared.pinyin.readings import BLOCK, CHARACTERS, END, HAN, PHRASES

_Syllables = tuple[str, ...]


def characters() -> str:
    """Return the table of characters."""
    read = {ord(character): syllable for character, syllable in _singles().items()}
    lines = [f"{HAN} {' '.join(_ranges())}\n"]
    for block in sorted({number // BLOCK for number in read}):
        syllables = (read.get(number, "") for number in range(block * BLOCK, (block + 1) * BLOCK))
        lines.append(f"{block:x} {' '.join(syllables)}".rstrip() + "\n")
    return "".join(lines)


def phrases() -> str:
    """Return the table of phrases."""
    singles = _singles()
    read = {phrase: tuple(_plain(each[0]) for each in tones) for phrase, tones in PHRASES_DICT.items()}
    usual = {phrase: tuple(singles[each] for each in phrase) for phrase in read}
    entries = {phrase: "" if read[phrase] == usual[phrase] else ":" + "-".join(read[phrase]) for phrase in read}
    entries |= {beginning + END: "" for beginning in _beginnings(read, singles)}
    lines = defaultdict(list)
    for phrase in sorted(entries, key=lambda each: (each[:2], -len(each), each)):
        lines[phrase[0]].append(phrase[1:] + entries[phrase])
    return "".join(f"{first} {' '.join(rests)}\n" for first, rests in lines.items())


def _singles() -> dict[str, str]:
    return {chr(number): _plain(tones.split(",")[0]) for number, tones in PINYIN_DICT.items()}


def _plain(syllable: str) -> str:
    """Return a syllable without its tone."""
    return convert(syllable, Style.NORMAL, strict=True)


def _ranges() -> Iterator[str]:
    """Yield the code points that pypinyin takes for Chinese."""
    chinese = (number for number in range(0x110000) if RE_HANS.match(chr(number)))
    for _, run in groupby(enumerate(chinese), key=lambda pair: pair[1] - pair[0]):
        numbers = [number for _, number in run]
        yield f"{numbers[0]:x}-{numbers[-1]:x}" if len(numbers) > 1 else f"{numbers[0]:x}"


def _beginnings(read: dict[str, _Syllables], singles: dict[str, str]) -> Iterator[str]:
    """Yield what pypinyin reads character by character at the end of a text, and differently everywhere else.

    Where the rest of a text is the beginning of a phrase, and no phrase is complete, it looks no further: 下不了 is
    ``xia bu le`` because of 下不了台, although 不了 is ``bu liao``.
    """
    for beginning in sorted({phrase[:length] for phrase in read for length in range(2, len(phrase))}):
        whole = any(beginning[:length] in read for length in range(2, len(beginning) + 1))
        if not whole and _as_phrases(beginning, read, singles) != [singles[each] for each in beginning]:
            yield beginning


def _as_phrases(text: str, read: dict[str, _Syllables], singles: dict[str, str]) -> list[str]:
    """Return the syllables of a text by the longest phrase at each place."""
    syllables: list[str] = []
    while len(syllables) < len(text):
        rest = text[len(syllables) :]
        found = next((rest[:length] for length in range(len(rest), 1, -1) if rest[:length] in read), "")
        syllables += read[found] if found else [singles[rest[0]]]
    return syllables


if __name__ == "__main__":
    folder = Path(__file__).parent
    write_atomic(folder / CHARACTERS, characters().encode("utf-8"))
    write_atomic(folder / PHRASES, phrases().encode("utf-8"))
