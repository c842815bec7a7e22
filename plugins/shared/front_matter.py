"""YAML front matter, with the line of every key kept for messages.

Scalars arrive as the text that the editor typed (YAML's base loader): ``007``, ``off`` and ``0571`` mean what
they say, and the typed model decides what a value is.
"""

import codecs
import re
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from plugins.shared.errors import Problem
from plugins.shared.language import say
from plugins.shared.plain_yaml import read_plain_yaml

_Loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
_OPENING = re.compile(r"---[^\S\n]*$", re.MULTILINE)
_CLOSING = re.compile(r"\n---[^\S\n]*$", re.MULTILINE)
_BYTE_ORDER_MARK = "\ufeff"
_LONG = 16_000  # characters; a shorter text cannot nest deep enough to overflow the C parser's stack
_MAX_DEPTH = 100
_ALIAS = "alias"
_PLAIN = re.compile(r"\w(?:[^\s:#]|:(?=[^\s:])|(?<=\S)#| (?=[^\s#]))*")
"""Texts that are surely themselves in YAML; the parser is asked about others only."""


@dataclass(frozen=True)
class Document:
    """A content file: its front matter as text values, its body, and where both stand in the file.

    ``source`` is the whole text; the front matter's YAML is ``yaml_text``, starting at line ``yaml_line``.
    """

    path: str
    source: str
    meta: Mapping[str, Any]
    body: str
    yaml_text: str = ""
    yaml_line: int = 1

    def line_of(self, location: tuple[str | int, ...] = ()) -> int:
        """Return the line of a key, given by its path of mapping keys and list indexes."""
        node = yaml.compose(self.yaml_text, Loader=_Loader)
        line = 0
        for step in location:
            found = _child(node, step)
            if found is None:
                break
            node, line = found
        return self.yaml_line + line


def parse_document(path: str, source: str) -> tuple[Document, list[Problem]]:
    """Split a Markdown file into front matter and body; problems tell what makes it unreadable."""
    if _OPENING.match(source) is None:
        text = say(
            "开头没有资料区。第一行写 ---，下面写“键: 值”，再用一行 --- 结束。",
            "no front matter. The file must start with a line '---', then the front matter, then '---' again.",
        )
        return Document(path, source, {}, source), [Problem(path, 1, text)]
    start = source.find("\n")
    if start >= 0 and (end := _CLOSING.search(source, start)):
        return _document(path, source, source[start + 1 : end.start() + 1], source[end.end() :].lstrip("\n"), 2)
    unclosed = say("开头的资料区没有结束，请补上一行 ---。", "the front matter has no end. Close it with a line '---'.")
    return Document(path, source, {}, ""), [Problem(path, 1, unclosed)]


def parse_yaml(path: str, source: str) -> tuple[Document, list[Problem]]:
    """Read a file that is YAML as a whole."""
    return _document(path, source, source, "", 1)


def read_document(root: Path, path: Path) -> tuple[Document, list[Problem]]:
    """Read a ``.md`` or ``.yaml`` file; its name in messages is relative to ``root``."""
    return decode_document(path.relative_to(root).as_posix(), path.read_bytes())


def decode_document(name: str, data: bytes) -> tuple[Document, list[Problem]]:
    """Read the bytes of a ``.md`` or ``.yaml`` file; ``name`` stands in messages."""
    try:
        source = data.removeprefix(codecs.BOM_UTF8).decode().replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        text = say(
            f"第 {error.start} 个字节不是 UTF-8。请把文件另存为 UTF-8 编码。",
            f"byte {error.start} is not UTF-8. Save the file as UTF-8.",
        )
        return Document(name, "", {}, ""), [Problem(name, 1, text)]
    return (parse_document if name.endswith(".md") else parse_yaml)(name, source)


def set_scalar(source: str, key: str, value: str) -> str:
    """Return ``source`` with one top-level front-matter key set, every other byte kept.

    A key that is missing is added as the last line of the front matter. Line endings stay the file's own.

    Raises:
        ValueError: the front matter cannot be read, or setting the key would change more than the key.
    """
    mark = _BYTE_ORDER_MARK if source.startswith(_BYTE_ORDER_MARK) else ""
    document, problems = parse_document("", source.removeprefix(mark))
    if problems:
        raise ValueError(problems[0].message)
    result = mark + _with_line(document, key, f"{key}: {render_scalar(value)}")
    again, problems = parse_document("", result.removeprefix(mark))
    if problems or again.meta != {**document.meta, key: value} or again.body != document.body:
        raise ValueError(f"'{key}' cannot be set in this front matter. Write it as plain 'key: value' lines.")
    return result


def render_scalar(value: str) -> str:
    """Return a string as one line of YAML, quoted only where YAML needs it."""
    if value.isprintable() and (_PLAIN.fullmatch(value) or (value and _reads_plain(value))):
        return value
    quoted: str = yaml.safe_dump(value, default_style='"', allow_unicode=True, width=sys.maxsize)
    return quoted.rstrip("\n")


def _reads_plain(value: str) -> bool:
    try:
        return bool(yaml.load(f"key: {value}\n", Loader=_Loader) == {"key": value})
    except yaml.YAMLError:
        return False


def _with_line(document: Document, key: str, line: str) -> str:
    source, text = document.source, document.yaml_text
    start = source.index("\n") + 1
    node = yaml.compose(text, Loader=_Loader)
    for key_node, value_node in node.value if node else ():
        if key_node.value == key:
            before, after = key_node.start_mark.index, end_of(value_node, text)
            return source[: start + before] + line + source[start + after :]
    indent = " " * (node.start_mark.column if node else 0)
    newline = "\r\n" if source[:start].endswith("\r\n") else "\n"
    end = start + len(text)
    return source[:end] + indent + line + newline + source[end:]


def _document(path: str, source: str, yaml_text: str, body: str, line: int) -> tuple[Document, list[Problem]]:
    if (plain := read_plain_yaml(yaml_text)) is not None:
        return Document(path, source, plain, body, yaml_text, line), []
    empty = Document(path, source, {}, body, yaml_text, line)
    try:
        meta, flaws = _load(yaml_text)
    except yaml.MarkedYAMLError as error:
        at = error.problem_mark.line if error.problem_mark else 0
        text = say(
            f"这里的 YAML 读不懂（{error.problem}）。写成“键: 值”；值里有冒号加空格的，用引号包住。",
            f"this is not YAML ({error.problem}). Write 'key: value', and quote a value that contains ': '.",
        )
        return empty, [Problem(path, line + at, text)]
    except yaml.reader.ReaderError as error:
        at = yaml_text.encode()[: error.position].count(b"\n")
        text = say(
            f"这里有 YAML 不能用的字符（{error.reason}），请删掉。",
            f"this is not YAML ({error.reason}). Remove the character.",
        )
        return empty, [Problem(path, line + at, text)]
    except RecursionError:
        return empty, [
            Problem(path, line, say("YAML 嵌套太深，请写平一些。", "the YAML is nested too deeply. Write it flat."))
        ]
    reused = say(
        "这里用 & 和 * 重复引用了值，请各写一遍。", "a value is reused with & and *. Write it out in both places."
    )
    told = {(at, reused if text == _ALIAS else text): None for at, text in flaws}
    problems = [Problem(path, line + at, text) for at, text in told]
    if not isinstance(meta, dict):
        return empty, problems or [
            Problem(path, line, say("这里要写成“键: 值”。", "a mapping is expected. Write 'key: value' lines."))
        ]
    return Document(path, source, meta, body, yaml_text, line), problems


def _load(yaml_text: str) -> tuple[Any, list[tuple[int, str]]]:
    """Return the text's value and its flaws: what YAML allows, but an editor did not mean. Parsed once."""
    if len(yaml_text) > _LONG and _too_deep(yaml_text):
        raise RecursionError
    loader = _Loader(yaml_text)
    try:
        node = loader.get_single_node()
        if node is None:
            return {}, []
        flaws = list(_flaws(node, set()))
        return (None if any(text == _ALIAS for _, text in flaws) else loader.construct_document(node)), flaws
    finally:
        loader.dispose()


def _too_deep(yaml_text: str) -> bool:
    depth = 0
    for event in yaml.parse(yaml_text, Loader=_Loader):  # stops early: the scanner is slow on deep nesting
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        if depth > _MAX_DEPTH:
            return True
    return False


def _flaws(node: Any, seen: set[int]) -> Iterator[tuple[int, str]]:
    """Yield line and reason of every key given twice and every alias: a node that is met again."""
    if id(node) in seen:
        yield node.start_mark.line, _ALIAS
        return
    seen.add(id(node))
    if isinstance(node, yaml.SequenceNode):
        for item in node.value:
            yield from _flaws(item, seen)
    elif isinstance(node, yaml.MappingNode):
        keys: set[str] = set()
        for key_node, value_node in node.value:
            key = str(key_node.value)
            if key in keys:
                yield (
                    key_node.start_mark.line,
                    say(f"“{key}”写了两次，请留一个。", f"'{key}' is given twice. Keep one."),
                )
            keys.add(key)
            yield from _flaws(value_node, seen)


def _child(node: Any, step: str | int) -> tuple[Any, int] | None:
    if isinstance(node, yaml.MappingNode):
        for key_node, value_node in node.value:
            if key_node.value == str(step):
                return value_node, key_node.start_mark.line
    elif isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
        return node.value[step], node.value[step].start_mark.line
    return None


def end_of(node: Any, text: str) -> int:
    """Return the index just behind a value; block collections end with their last child."""
    if isinstance(node, yaml.CollectionNode) and not node.flow_style and node.value:
        last = node.value[-1]
        return end_of(last[1] if isinstance(last, tuple) else last, text)
    end: int = node.end_mark.index
    if isinstance(node, yaml.ScalarNode) and node.style in ("|", ">"):  # its end lies behind the line break
        return len(text[:end].rstrip("\r\n"))
    return end
