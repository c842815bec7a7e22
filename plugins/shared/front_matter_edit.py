"""Keys of a product, article or page written anew, with every other byte of the file kept."""

import sys
from collections.abc import Mapping
from typing import Any

import yaml

from plugins.shared.front_matter import Document, end_of, parse_document, render_scalar

Value = str | list[Any] | dict[str, Any]
"""A value of front matter: text, or lists and mappings of values."""


def render_block(key: str, value: Value) -> str:
    """Return ``key: value`` as YAML without a final line break; lists and mappings one item a line."""
    return "\n".join(_lines(key, value, ""))


def set_blocks(document: Document, values: Mapping[str, Value]) -> str:
    """Return the file's text with some keys set, and those whose value is empty taken out.

    Raises:
        ValueError: the front matter is written in a way that cannot be edited key by key.
    """
    quick = _places_by_line(document.yaml_text)
    if quick and _holds(document, values, source := _set(document, values, quick)):
        return source
    source = _set(document, values, _places_by_yaml(document.yaml_text))
    if not _holds(document, values, source):
        raise ValueError(document.path)
    return source


def _places_by_yaml(text: str) -> dict[str, tuple[int, int]]:
    """Return where each key begins and its value ends."""
    node = yaml.compose(text, Loader=getattr(yaml, "CBaseLoader", yaml.BaseLoader))
    return {key.value: (key.start_mark.index, end_of(value, text)) for key, value in node.value} if node else {}


def _places_by_line(text: str) -> dict[str, tuple[int, int]]:
    """Return the same for front matter written a key a line, what belongs to it indented; nothing for any other."""
    lines = text.split("\n")
    if "#" in text or not all(map(str.strip, lines[:-1])):
        return {}
    there: dict[str, tuple[int, int]] = {}
    start, key = 0, ""
    for line in filter(None, lines):
        if line[0] not in " -":
            key = line.partition(":")[0]
            there[key] = (start, start)
        if key not in there:
            return {}
        there[key] = (there[key][0], start + len(line.rstrip()))
        start += len(line) + 1
    return there


def _set(document: Document, values: Mapping[str, Value], there: Mapping[str, tuple[int, int]]) -> str:
    text = document.yaml_text
    for key, (start, end) in sorted(there.items(), key=lambda item: -item[1][0]):
        if key in values:
            block = render_block(key, values[key])
            text = text[:start] + block + text[end:] if values[key] else _without(text, start, end)
    for key, value in values.items():
        if key not in there and value:
            text += render_block(key, value) + "\n"
    start = document.source.index("\n") + 1
    return document.source[:start] + text + document.source[start + len(document.yaml_text) :]


def _holds(document: Document, values: Mapping[str, Value], source: str) -> bool:
    """Tell whether a changed file says what it should, and nothing else has changed."""
    again, problems = parse_document(document.path, source)
    wanted = {key: value for key, value in {**document.meta, **values}.items() if key not in values or value}
    return not problems and again.meta == wanted and again.body == document.body


def _without(text: str, start: int, end: int) -> str:
    """Return the text without the lines from one index to another."""
    begin = text.rfind("\n", 0, start) + 1
    stop = text.find("\n", end)
    return text[:begin] + (text[stop + 1 :] if stop >= 0 else "")


def _lines(key: str, value: Value, indent: str) -> list[str]:
    name = f"{indent}{_key(key)}:"
    if isinstance(value, str):
        return [f"{name} {render_scalar(value)}" if value else name]
    if isinstance(value, dict):
        return [name] + [line for inner, item in value.items() for line in _lines(inner, item, indent + "  ")]
    return [name] + [line for item in value for line in _item(item, indent + "  ")]


def _item(item: Value, indent: str) -> list[str]:
    if isinstance(item, dict):
        lines = [line for key, value in item.items() for line in _lines(key, value, indent + "  ")]
        return [f"{indent}- {lines[0].lstrip()}", *lines[1:]]
    if isinstance(item, list):
        raise ValueError(item)
    return [f"{indent}- {render_scalar(item)}"]


def _key(key: str) -> str:
    if key and ":" not in key and render_scalar(key) == key:
        return key
    quoted: str = yaml.safe_dump(key, default_style='"', allow_unicode=True, width=sys.maxsize)
    return quoted.rstrip("\n")
