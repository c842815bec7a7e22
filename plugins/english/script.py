"""A script of the theme with English words and addresses: its string constants, nothing else."""

import json
import re

from plugins.english.page import FOLDER
from plugins.english.words import CHINESE, Words

_CONSTANT = re.compile(r'"(?:[^"\\\n]|\\.)*"')
_OWN_PAGES = re.compile(r'"/(?=(?:p|compare|search|favourites)/)')


def translate_script(script: str, words: Words) -> str:
    """Return the script; a constant that the table does not hold stays."""

    def constant(found: re.Match[str]) -> str:
        if not CHINESE.search(found[0]):
            return found[0]
        return json.dumps(words.translate(json.loads(found[0])), ensure_ascii=False)

    for piece, english in words.pieces.items():
        script = script.replace(piece, english)
    return _OWN_PAGES.sub(f'"{FOLDER}/', _CONSTANT.sub(constant, script))
