"""The YAML that nearly every content file is written in, read quickly: keys, one-line values, lists, one level below.

What it reads, it reads as the full parser does; of anything else it says nothing, and the full parser has its turn.
"""

import re
from typing import Any

_ODD = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff\ud800-\udfff]")
_PAIR = re.compile(r"(\w[\w.-]{0,60}(?: [\w.-]{1,60}){0,3}):(?: +(.+))?")
_PLAIN = re.compile(r"""(?:[^\s\-?:,\[\]{}#&*!|>'"%@`]|-(?=\w)).*""")
_QUOTED = re.compile(r"""'([^']*)'|"([^"\\]*)\"""")
_LIST = re.compile(r"\[([^\[\]{}:?#'\"]*)\]")
_LISTED = re.compile(r"[^\s\-&*!|>%@`]\S*(?: \S+)*")

Meta = dict[str, Any]


class _Beyond(Exception):
    """The text is more than this parser knows."""


def read_plain_yaml(text: str) -> Meta | None:
    """Return the value of a YAML mapping whose scalars stay text; None where the full parser is needed."""
    if _ODD.search(text):
        return None
    lines = [line for line in text.split("\n") if line and line[0] != "#"]
    try:
        return _mapping(lines)
    except _Beyond:
        return None


def _mapping(lines: list[str]) -> Meta:
    found: Meta = {}
    place, count = 0, len(lines)
    while place < count:
        key, value = _pair(lines[place])
        start = place = place + 1
        while place < count and lines[place][0] in " -":
            place += 1
        if place > start and value is not None:
            raise _Beyond
        _add(found, key, _below(lines[start:place]) if place > start else _scalar(value))
    return found


def _pair(line: str) -> tuple[str, str | None]:
    match = _PAIR.fullmatch(line)
    if match is None:
        raise _Beyond
    return match[1], match[2]


def _add(found: Meta, key: str, value: Any) -> None:
    if key in found:
        raise _Beyond
    found[key] = value


def _below(lines: list[str]) -> Any:
    """Return the list or the mapping of indented lines."""
    indent = len(lines[0]) - len(lines[0].lstrip(" "))
    if lines[0].startswith("- ", indent):
        return _sequence(lines, " " * indent)
    found: Meta = {}
    _fill(found, lines, " " * indent)
    return found


def _sequence(lines: list[str], indent: str) -> list[Any]:
    found: list[Any] = []
    dash, inner = f"{indent}- ", f"{indent}  "
    place, count = 0, len(lines)
    while place < count:
        if not lines[place].startswith(dash):
            raise _Beyond
        text = lines[place][len(dash) :]
        start = place = place + 1
        while place < count and lines[place].startswith(inner):
            place += 1
        if match := _PAIR.fullmatch(text):
            item = {match[1]: _scalar(match[2])}
            _fill(item, lines[start:place], inner)
            found.append(item)
        elif place == start:
            found.append(_scalar(text))
        else:
            raise _Beyond
    return found


def _fill(found: Meta, lines: list[str], indent: str) -> None:
    for line in lines:
        if not line.startswith(indent):
            raise _Beyond
        key, value = _pair(line[len(indent) :])
        _add(found, key, _scalar(value))


def _scalar(text: str | None) -> Any:
    if text is None:
        return ""
    if _PLAIN.fullmatch(text):
        if ": " in text or " #" in text or text[-1] in ": ":
            raise _Beyond
        return text
    if match := _QUOTED.fullmatch(text):
        return match[1] if match[2] is None else match[2]
    if match := _LIST.fullmatch(text):
        return _listed(match[1])
    raise _Beyond


def _listed(text: str) -> list[str]:
    items = [item.strip(" ") for item in text.split(",")]
    if items == [""]:
        return []
    if not all(_LISTED.fullmatch(item) for item in items):
        raise _Beyond
    return items
