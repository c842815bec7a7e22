"""content/synonyms.yaml: words that mean the same to a customer."""

from pathlib import Path
from unicodedata import normalize

from plugins.shared.errors import Problem
from plugins.shared.front_matter import read_document
from plugins.shared.language import say

Synonyms = tuple[tuple[str, ...], ...]
_FILE = "synonyms.yaml"


def read_synonyms(content: Path) -> tuple[Synonyms, list[Problem]]:
    """Return groups of words, folded as searches are; a missing file holds none."""
    path = content / _FILE
    if not path.exists():
        return (), []
    document, problems = read_document(content, path)
    if problems:
        return (), problems
    groups = document.meta.get("groups")
    if set(document.meta) != {"groups"} or not isinstance(groups, list):
        text = say("这个文件只写一个键“groups:”，下面是列表。", "write the single key 'groups:' with a list below it.")
        return (), [Problem(_FILE, 1, text)]
    problems = [
        Problem(_FILE, document.line_of(("groups", place)), _shape())
        for place, group in enumerate(groups)
        if not isinstance(group, list) or len(group) < 2 or not all(isinstance(word, str) and word for word in group)
    ]
    return ((), problems) if problems else (tuple(tuple(map(fold, group)) for group in groups), [])


def fold(text: str) -> str:
    """Return a text as searches compare it: full-width forms and capitals evened out."""
    return normalize("NFKC", text).lower().strip()


def _shape() -> str:
    return say("一组同义词至少写两个，例如 [雪柜, 冰箱]。", "a group needs two words or more. Write [fridge, icebox].")
