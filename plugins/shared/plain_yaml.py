"""The YAML that nearly every content file is written in, read quickly: keys, one-line values, lists, one level below.

What it reads, it reads as the full parser does; of anything else it says nothing, and the full parser has its turn.
"""

import re
from typing import Any

_ODD = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]")
_FIRST = r"""[^\s\-?:,\[\]{}#&*!|>'"%@`]"""
_LINE = re.compile(
    rf"""([-\ ]*)(?:                         # indent and dash
    (\w[\w.\ -]{{0,200}})(?<!\ ):(?:        # key
        \ +(?:({_FIRST}[^:#\n]*)(?<!\ )\n    # a value that is surely itself
        |(.*)\n)|\n)                         # any other value
    |(.*)\n)                                 # no key""",
    re.VERBOSE,
)
_PLAIN = re.compile(rf"{_FIRST}|-(?=\w)")
_QUOTED = re.compile(r"""'([^']*)'|"([^"\\]*)\"""")
_ITEM = rf"""{_FIRST}[^?:,\[\]{{}}#'"]*"""
_LIST = re.compile(rf"\[ *({_ITEM}(?:, *{_ITEM})*)?\]")

Meta = dict[str, Any]
_Line = tuple[str, str, str, str, str]
"""Indent and dash, key, plain value, other value; or else what follows the indent."""


class _Beyond(Exception):
    """The text is more than this parser knows."""


def read_plain_yaml(text: str) -> Meta | None:
    """Return the value of a YAML mapping whose scalars stay text; None where the full parser is needed."""
    if _ODD.search(text):
        return None
    try:
        return _mapping(_LINE.findall(text if text.endswith("\n") else f"{text}\n"))
    except _Beyond:
        return None


def _mapping(lines: list[_Line]) -> Meta:
    found: Meta = {}
    below: list[_Line] | None = None
    blocks: dict[str, list[_Line]] = {}
    for line in lines:
        place, key, plain, other, rest = line
        if place:
            if below is None:
                raise _Beyond
            below.append(line)
        elif key:
            if key in found:
                raise _Beyond
            found[key] = plain or _scalar(other)
            below = None if plain or other else blocks.setdefault(key, [])
        elif rest and rest[0] != "#":
            raise _Beyond
    return found | {key: _block(below) for key, below in blocks.items() if below}


def _block(lines: list[_Line]) -> Any:
    """Return the list or the mapping of indented lines."""
    place = lines[0][0]
    return _sequence(lines, place) if place.lstrip(" ") == "- " else _fields(lines, place)


def _fields(lines: list[_Line], indent: str) -> Meta:
    found = {key: plain or _scalar(other) for place, key, plain, other, _ in lines if key and place == indent}
    if "-" in indent or len(found) < len(lines):
        raise _Beyond
    return found


def _sequence(lines: list[_Line], dash: str) -> list[Any]:
    found: list[Any] = []
    inner = " " * len(dash)
    item: Meta | None = None
    for place, key, plain, other, rest in lines:
        if place == dash:
            item = {key: plain or _scalar(other)} if key else None
            found.append(item or _scalar(rest))
        elif place == inner and key and item and key not in item:
            item[key] = plain or _scalar(other)
        else:
            raise _Beyond
    return found


def _scalar(text: str) -> Any:
    if not text:
        return ""
    if match := _LIST.fullmatch(text):
        return [item.strip(" ") for item in match[1].split(",")] if match[1] else []
    if match := _QUOTED.fullmatch(text):
        return match[1] if match[2] is None else match[2]
    if not _PLAIN.match(text) or ": " in text or " #" in text or text[-1] in ": ":
        raise _Beyond
    return text
