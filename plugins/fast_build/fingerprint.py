"""Digests of values: equal for equal values, in every process and on every machine."""

import hashlib
import json
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

Digest = tuple[str, str]
"""What stands for a value of a class: the name of the class, and the digest of what it holds."""


class Fingerprint:
    """Digests values; ``foreign`` maps classes of other libraries to what stands for their objects.

    Lists and tuples of equal items are equal here, as are marked-up and plain texts: which of the two a value is was
    decided by code, and code is digested apart.
    """

    def __init__(self, foreign: Mapping[type, Describe] | None = None) -> None:
        self._foreign = dict(foreign or {})
        self._by_value: dict[Any, Digest] = {}
        self._by_id: dict[int, tuple[object, Digest]] = {}
        self._encode = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"), default=self._stand_in).encode

    def of(self, value: Any) -> str:
        """Return the digest of a value.

        Raises:
            Unfathomable: it holds something that has no digest.
        """
        try:
            text = self._encode(value)
        except (TypeError, ValueError, RecursionError) as error:
            raise Unfathomable(str(error)) from error
        return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()

    def _stand_in(self, value: Any) -> Any:
        """Return what JSON has for a value that it does not know."""
        kind = type(value)
        if isinstance(value, BaseModel):
            return self._once(value, lambda: value.__pydantic_serializer__.to_json(value))
        if is_dataclass(value) and not isinstance(value, type):
            return self._of_dataclass(value)
        if isinstance(value, date | datetime | bytes):
            return kind.__name__, repr(value)
        if isinstance(value, Mapping):
            return "mapping", dict(value)
        if isinstance(value, set | frozenset):
            return "set", sorted(map(self.of, value))
        describe = next((self._foreign[base] for base in kind.__mro__ if base in self._foreign), None)
        if describe is None:
            raise Unfathomable(kind.__qualname__)
        return self._once(value, lambda: self.of(describe(value)).encode())

    def _of_dataclass(self, value: Any) -> Digest:
        """Cards and pictures stand on many pages: equal ones are digested once."""
        try:
            known = self._by_value.get(value)
        except TypeError:  # it holds a list
            return self._new(value)
        if known is None:
            known = self._by_value[value] = self._new(value)
        return known

    def _new(self, value: Any) -> Digest:
        kind = type(value)
        return kind.__name__, self.of([getattr(value, name) for name in _fields(kind)])

    def _once(self, value: Any, describe: Callable[[], bytes]) -> Digest:
        """Objects are kept, so that their ids stay theirs."""
        if id(value) not in self._by_id:
            self._by_id[id(value)] = value, (type(value).__name__, hashlib.sha256(describe()).hexdigest())
        return self._by_id[id(value)][1]


def _names_of(kind: Any) -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind))


_fields: Callable[[Any], tuple[str, ...]] = cache(_names_of)
