"""Two menus side by side, as a tree with marks."""

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

from plugins.account_menu.shown import Entry

_Entries = tuple[Entry, ...]


@dataclass(frozen=True)
class Line:
    """One line of the tree. ``mark``: space stays, ``+`` comes, ``-`` goes, ``~`` leads elsewhere."""

    mark: str
    depth: int
    name: str
    action: str = ""

    def __str__(self) -> str:
        return f"{self.mark} {'  ' * self.depth}{self.name}{'  ' if self.action else ''}{self.action}"


def compare(before: _Entries, after: _Entries) -> tuple[Line, ...]:
    """Return the tree of both menus; buttons are paired by their names, in order."""
    return tuple(_compare(before, after, 0))


def _compare(before: _Entries, after: _Entries, depth: int) -> Iterator[Line]:
    matcher = SequenceMatcher(None, _names(before), _names(after), autojunk=False)
    for step, start, end, new_start, new_end in matcher.get_opcodes():
        if step == "equal":
            for old, new in zip(before[start:end], after[new_start:new_end], strict=True):
                yield from _pair(old, new, depth)
            continue
        yield from _all("-", before[start:end], depth)
        yield from _all("+", after[new_start:new_end], depth)


def _names(entries: _Entries) -> list[str]:
    return [entry.name for entry in entries]


def _pair(old: Entry, new: Entry, depth: int) -> Iterator[Line]:
    if (old.kind, old.values) == (new.kind, new.values):
        yield Line(" ", depth, new.name, new.action)
    else:
        yield Line("~", depth, new.name, f"{old.action or '…'} → {new.action or '…'}")
    yield from _compare(old.children, new.children, depth + 1)


def _all(mark: str, entries: _Entries, depth: int) -> Iterator[Line]:
    for entry in entries:
        yield Line(mark, depth, entry.name, entry.action)
        yield from _all(mark, entry.children, depth + 1)
