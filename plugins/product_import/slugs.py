"""File names of products: given, or pinyin of the title, each once."""

import re
from collections.abc import Container

from unidecode import unidecode

from plugins.shared.pinyin import spell

_SLUG = re.compile(r"[a-z0-9]{1,60}(-[a-z0-9]{1,60}){0,20}")
_LONGEST = 60
_MOST_WORDS = 20
_OF_WINDOWS = re.compile(r"con|prn|aux|nul|com\d|lpt\d")
_CJK = re.compile(r"([\u3400-\u9fff\U00020000-\U0003ffff]+)")


def is_slug(text: str) -> bool:
    """Tell whether a text can be a product's file name."""
    return _SLUG.fullmatch(text) is not None


def slug_of(title: str) -> str:
    """Return the pinyin of a title: ``明前龙井 50g`` becomes ``ming-qian-long-jing-50g``; ``p`` where there is none."""
    parts = (" ".join(spell(part)) if _CJK.match(part) else part for part in _CJK.split(title))
    words = re.findall(r"[a-z0-9]+", unidecode(" ".join(parts)).lower())
    slug = "-".join(words[:_MOST_WORDS])
    if len(slug) > _LONGEST:
        slug = slug[: _LONGEST + 1].rpartition("-")[0] or slug[:_LONGEST]
    return f"{slug}-1" if _OF_WINDOWS.fullmatch(slug) else slug or "p"


def free_slug(wanted: str, taken: Container[str]) -> str:
    """Return the slug, with a number where it is taken."""
    number, slug = 1, wanted
    while slug in taken:
        number += 1
        slug = f"{wanted}-{number}"
    return slug
