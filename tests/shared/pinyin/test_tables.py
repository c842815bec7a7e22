"""The tables are what the installed pypinyin gives."""

from collections.abc import Callable
from pathlib import Path

import pytest

from plugins.shared.pinyin import tables
from plugins.shared.pinyin.readings import CHARACTERS, PHRASES

FOLDER = Path(tables.__file__).parent
ADVICE = "pypinyin changed: run python -m plugins.shared.pinyin.tables"


@pytest.mark.parametrize(("name", "made"), [(CHARACTERS, tables.characters), (PHRASES, tables.phrases)])
def test_the_tables_are_those_of_pypinyin(name: str, made: Callable[[], str]) -> None:
    assert (FOLDER / name).read_text(encoding="utf-8") == made(), ADVICE
