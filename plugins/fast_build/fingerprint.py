"""Digests of values: equal for equal values, in every process and on every machine."""

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from datetime import date, datetime
from functools import cache
from typing import Any

import orjson
from pydantic import BaseModel

from plugins.fast_build.restore import save_value

_DIGEST = "_digest"
"""Where a dataclass keeps its digest, beside its fields."""

_OPTIONS = orjson.OPT_PASSTHROUGH_DATACLASS | orjson.OPT_PASSTHROUGH_DATETIME | orjson.OPT_NON_STR_KEYS


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

    def __init__(
        self, foreign: Mapping[type, Describe] | None = None, known: Mapping[int, tuple[object, Digest]] | None = None
    ) -> None:
        """``known`` holds models and their digests by id."""
        self._foreign = dict(foreign or {})
        self._by_id = dict(known or {})
        self._kinds: dict[type, Describe] = {}

    def of(self, value: Any) -> str:
        """Return the digest of a value.

        Raises:
            Unfathomable: it holds something that has no digest.
        """
        try:
            data = orjson.dumps(value, self._stand_in, _OPTIONS)
        except orjson.JSONEncodeError as error:
            raise Unfathomable(str(error)) from error
        return hashlib.sha256(data).hexdigest()

    def _stand_in(self, value: Any) -> Any:
        """Return what JSON has for a value that it does not know."""
        kind = type(value)
        describe = self._kinds.get(kind)
        if describe is None:
            describe = self._kinds[kind] = self._way_of(kind)
        return describe(value)

    def _way_of(self, kind: Any) -> Describe:
        """Return what turns values of a class into those that JSON knows."""
        if issubclass(kind, BaseModel):
            return lambda value: self._once(value, lambda: save_value(value).encode())
        if is_dataclass(kind):
            return self._of_dataclass
        if issubclass(kind, date | datetime | bytes):
            return lambda value: (kind.__name__, repr(value))
        if issubclass(kind, Mapping):
            return lambda value: ("mapping", dict(value))
        if issubclass(kind, tuple):
            return list
        if issubclass(kind, set | frozenset):
            return lambda value: ("set", sorted(map(self.of, value)))
        describe = next((self._foreign[base] for base in kind.__mro__ if base in self._foreign), None)
        if describe is None:
            raise Unfathomable(kind.__qualname__)
        return lambda value: self._once(value, lambda: self.of(describe(value)).encode())

    def _of_dataclass(self, value: Any) -> Any:
        """Cards and pictures stand on many pages: what cannot change keeps its digest, like a cached property."""
        kind = type(value)
        names, is_large = _fields(kind)
        if not is_large:
            return kind.__name__, [getattr(value, name) for name in names]
        facts = getattr(value, "__dict__", {})
        known: Digest | None = facts.get(_DIGEST)
        if known is None:
            known = kind.__name__, self.of([getattr(value, name) for name in names])
            if facts and _is_hashable(value):
                facts[_DIGEST] = known
        return known

    def _once(self, value: Any, describe: Callable[[], bytes]) -> Digest:
        """Objects are kept, so that their ids stay theirs."""
        if id(value) not in self._by_id:
            self._by_id[id(value)] = value, (type(value).__name__, hashlib.sha256(describe()).hexdigest())
        return self._by_id[id(value)][1]


def _is_hashable(value: object) -> bool:
    """Tell whether a value holds nothing that can change."""
    try:
        hash(value)
    except TypeError:
        return False
    return True


def _look_at(kind: Any) -> tuple[tuple[str, ...], bool]:
    """Return the names of a dataclass's fields, and whether there is so much in it that its digest is worth keeping."""
    found = fields(kind)
    return tuple(field.name for field in found), len(found) > 6 or any("tuple" in str(field.type) for field in found)


_fields: Callable[[Any], tuple[tuple[str, ...], bool]] = cache(_look_at)
