"""How Chinese characters are read: for addresses, searches by pinyin, and the A–Z."""

import re
from functools import cache, lru_cache
from pathlib import Path

from plugins.shared.pinyin.readings import Readings

_RUN = re.compile(r"[\x00-\x7f]+|[^\x00-\x7f]+")


def spell(text: str) -> list[str]:
    """Return one syllable for each character: ``long jing 5`` for 龙井5, phrases considered.

    Characters without a reading stand for themselves; no phrase reaches over letters, digits and blanks.
    """
    syllables: list[str] = []
    for run in _RUN.findall(text):
        syllables += run if run.isascii() else _spell_run(run)
    return syllables


@lru_cache(maxsize=100_000)
def _spell_run(run: str) -> tuple[str, ...]:
    """Each run of Chinese is looked up once: it is filed, sorted, and searched for."""
    return tuple(_readings().spell(run))


@cache
def _readings() -> Readings:
    return Readings.from_folder(Path(__file__).parent)
