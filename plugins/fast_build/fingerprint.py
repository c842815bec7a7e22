"""Digests of values: equal for equal values, in every process and on every machine."""

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from functools import cache
from typing import Any

from pydantic import BaseModel


class Unfathomable(Exception):
    """A value that no digest can stand for, such as a function; what depends on it is made anew each time."""


Describe = Callable[[Any], Any]
"""Turns a value of a foreign class into values that can be digested."""


class Fingerprint:
    """Digests values; ``foreign`` maps classes of other libraries to what stands for their objects."""

    def __init__(self, foreign: Mapping[type, Describe] | None = None) -> None:
        self._foreign = dict(foreign or {})
        self._described: dict[Any, str] = {}
        self._known: dict[int, tuple[object, str]] = {}

    def of(self, value: Any) -> str:
        """Return the digest of a value.

        Raises:
            Unfathomable: it holds something that has no digest.
        """
        parts: list[str] = []
        self._add(value, parts)
        return hashlib.sha256("".join(parts).encode("utf-8", "surrogatepass")).hexdigest()

    def _add(self, value: Any, parts: list[str]) -> None:
        kind = type(value)
        if kind is str or issubclass(kind, str):
            parts.append(f"{kind.__name__}{len(value)}:{value}")
        elif value is None or kind in (int, bool, float, bytes, date, datetime):
            parts.append(f"{value!r};")
        elif kind in (list, tuple):
            parts.append(f"[{len(value)}")
            for item in value:
                self._add(item, parts)
        elif isinstance(value, BaseModel):
            parts.append(f"{kind.__name__}{value.model_dump_json()};")
        elif isinstance(value, Mapping):
            parts.append(f"{{{len(value)}")
            for name, item in value.items():
                self._add(name, parts)
                self._add(item, parts)
        elif is_dataclass(value) and not isinstance(value, type):
            self._add_dataclass(value, parts)
        elif kind in (set, frozenset):
            parts.append("{" + ",".join(sorted(self.of(item) for item in value)))
        else:
            self._add_foreign(value, parts)

    def _add_dataclass(self, value: Any, parts: list[str]) -> None:
        """Cards and pictures stand on many pages: equal ones are described once."""
        try:
            known = self._described.get(value)
        except TypeError:  # it holds a list
            known = None
            value_is_hashable = False
        else:
            value_is_hashable = True
        if known is None:
            own: list[str] = [f"<{type(value).__name__}"]
            for name in _fields(type(value)):
                self._add(getattr(value, name), own)
            known = "".join(own)
            if value_is_hashable:
                self._described[value] = known
        parts.append(known)

    def _add_foreign(self, value: Any, parts: list[str]) -> None:
        """Objects of other libraries are digested once; they are kept, so that their ids stay theirs."""
        describe = next((self._foreign[base] for base in type(value).__mro__ if base in self._foreign), None)
        if describe is None:
            raise Unfathomable(type(value).__qualname__)
        if id(value) not in self._known:
            self._known[id(value)] = (value, self.of(describe(value)))
        parts.append(f"({type(value).__name__}{self._known[id(value)][1]})")


def _names_of(kind: Any) -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind))


_fields: Callable[[Any], tuple[str, ...]] = cache(_names_of)
