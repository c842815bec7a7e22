"""A folder of Markdown files, each one value of the same model."""

import os
from collections.abc import Sequence
from pathlib import Path
from typing import Protocol, TypeVar

from plugins.shared.errors import Problem
from plugins.shared.front_matter import Document, decode_document, read_document
from plugins.shared.language import say
from plugins.shared.validation import ContentModel, validate

_Value = TypeVar("_Value", bound=ContentModel)


class Files(Protocol):
    """Which content files there are, and how they become values."""

    def paths(self, content: Path, folder: str) -> list[Path]:
        """Return the Markdown files of a folder by name."""

    def stray(self, content: Path, folder: str) -> list[Problem]:
        """Return a problem for each Markdown file that would not be read."""

    def read(self, model: type[_Value], content: Path, path: Path) -> tuple[_Value | None, list[Problem]]:
        """Return the typed value of a Markdown file and its problems."""


class DirectFiles:
    """Reads every file, every time."""

    def paths(self, content: Path, folder: str) -> list[Path]:
        """Return the Markdown files of a folder by name."""
        return markdown_files(content, folder)

    def stray(self, content: Path, folder: str) -> list[Problem]:
        """Return a problem for each Markdown file that would not be read."""
        return unread_files(content, folder)

    def read(self, model: type[_Value], content: Path, path: Path) -> tuple[_Value | None, list[Problem]]:
        """Return the typed value of a Markdown file and its problems."""
        return parse_value(model, name_in(content, path), path.read_bytes())


DIRECT = DirectFiles()


def parse_value(model: type[_Value], name: str, data: bytes) -> tuple[_Value | None, list[Problem]]:
    """Return the typed value of a Markdown file's bytes: its slug from the file's name, its body as Markdown."""
    document, problems = decode_document(name, data)
    if problems:
        return None, problems
    return validate(model, document, slug=name.rpartition("/")[2].removesuffix(".md"), body=document.body)


def markdown_files(content: Path, folder: str) -> list[Path]:
    """Return the ``.md`` files of a folder by name; conflict copies are left out."""
    top = content / folder
    entries = os.scandir(top) if top.is_dir() else ()
    names = sorted(entry.name for entry in entries if entry.name.endswith(".md") and entry.is_file())
    return [top / name for name in names if name[0] != "." and not name.endswith(".account.md")]


def name_in(content: Path, path: Path) -> str:
    """Return the path of a file below content/ as messages show it."""
    return str(path)[len(str(content)) + 1 :].replace(os.sep, "/")


def read_documents(content: Path, folder: str) -> tuple[list[tuple[str, Document]], list[Problem]]:
    """Return slug and document of every readable ``.md`` file, by file name; conflict copies are left out."""
    documents, problems = [], unread_files(content, folder)
    for path in markdown_files(content, folder):
        document, found = read_document(content, path)
        problems += found
        if not found:
            documents.append((path.stem, document))
    return documents, problems


def unread_files(content: Path, folder: str) -> list[Problem]:
    """Return a problem for each Markdown file that looks like content but would not be read."""
    text = say(
        f"这个文件不会被读取。请放在 {folder}/ 下面，文件名以 .md 结尾。",
        f"this file is not read. Put it into {folder}/ itself, with a name that ends in .md.",
    )
    top = str(content / folder)
    stray = [
        Path(place) / name
        for place, _, names in os.walk(top)
        for name in names
        if name.lower().endswith((".md", ".markdown")) and not name.startswith(".")
        if place != top or not name.endswith(".md")
    ]
    return [Problem(name_in(content, path), 1, text) for path in sorted(stray) if path.is_file()]


def read_folder(
    model: type[_Value], content: Path, folder: str, files: Files = DIRECT
) -> tuple[list[_Value], list[Problem]]:
    """Return one value per valid file, its slug from the file's name, its body as Markdown."""
    values, problems = [], files.stray(content, folder)
    for path in files.paths(content, folder):
        value, found = files.read(model, content, path)
        problems += found
        if value is not None:
            values.append(value)
    return values, problems


def read_list(model: type[_Value], content: Path, name: str, key: str) -> tuple[tuple[_Value, ...], list[Problem]]:
    """Return the values that a YAML file lists under its only key; a missing file lists none."""
    path = content / name
    if not path.exists():
        return (), []
    document, problems = read_document(content, path)
    if problems:
        return (), problems
    items = document.meta.get(key)
    if set(document.meta) != {key} or not isinstance(items, list):
        text = say(f"这个文件只写一个键“{key}:”，下面是列表。", f"write the single key '{key}:' with a list below it.")
        return (), [Problem(document.path, 1, text)]
    values = []
    for place in range(len(items)):
        value, found = validate(model, document, (key, place))
        problems += found
        if value is not None:
            values.append(value)
    return tuple(values), problems


def given_twice(path: str, names: Sequence[str]) -> list[Problem]:
    """Return a problem for each name that a file uses more than once where names must differ."""
    again = sorted({name for name in names if names.count(name) > 1})
    return [
        Problem(path, 1, say(f"“{name}”用了两次，请改一个。", f"'{name}' is used twice. Rename one.")) for name in again
    ]
