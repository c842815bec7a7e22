"""Typed values back from JSON, without checking again what was checked when they were saved."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import cache, lru_cache
from types import NoneType
from typing import Any, Literal, TypeVar, cast, get_args, get_origin

import orjson
from pydantic import BaseModel

_Value = TypeVar("_Value", bound=BaseModel)
_Convert = Callable[[Any], Any]


def save_value(value: BaseModel) -> str:
    """Return a value as JSON, for ``restore_value``."""
    return value.model_dump_json(exclude_unset=True)


def restore_value(model: type[_Value], text: str) -> _Value:
    """Return the value that ``save_value`` was given.

    Raises:
        ValueError: the text is no such value.
    """
    data = orjson.loads(text.encode())  # of a text it would keep a copy
    if not isinstance(data, dict):
        raise ValueError(f"no {model.__name__}")
    restored: _Value = _build(model, data)
    return restored


def _build(model: type[BaseModel], data: dict[str, Any]) -> Any:
    """Do what ``model_construct`` does, with the fields looked through only once for each model."""
    plan = _plan(model)
    converter = plan.converters.get
    for name, each in data.items():
        if convert := converter(name):
            data[name] = convert(each)
    value = model.__new__(model)
    facts = {**plan.defaults, **data}
    for name, make in plan.factories.items():
        if name not in data:
            facts[name] = make()
    put = object.__setattr__
    put(value, "__dict__", facts)
    put(value, "__pydantic_fields_set__", _set_of(tuple(data)))
    put(value, "__pydantic_extra__", None)
    put(value, "__pydantic_private__", None)
    return value


@cache
def _set_of(names: tuple[str, ...]) -> set[str]:
    """Return the same set for the same names: values are frozen, and most say the same."""
    return set(names)


@dataclass(frozen=True)
class _Plan:
    """What a model's values are made of: all fields in order, with their defaults where they have one."""

    defaults: Mapping[str, Any]
    factories: Mapping[str, Callable[[], Any]]
    converters: Mapping[str, _Convert]


@cache
def _plan(model: type[BaseModel]) -> _Plan:
    fields = model.model_fields
    converters = {name: _converter(field.annotation) for name, field in fields.items()}
    return _Plan(
        {name: field.default for name, field in fields.items()},
        {
            name: cast(Callable[[], Any], field.default_factory)
            for name, field in fields.items()
            if field.default_factory
        },
        {name: convert for name, convert in converters.items() if convert},
    )


def _converter(annotation: Any) -> _Convert | None:
    """Return what JSON's value needs to become one of ``annotation``; None: nothing."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return lambda data: _build(annotation, data)
    if annotation is str or get_origin(annotation) is Literal:
        return _shared
    if annotation is datetime:
        return datetime.fromisoformat
    if annotation is date:
        return date.fromisoformat
    origin, arguments = get_origin(annotation), [each for each in get_args(annotation) if each is not NoneType]
    inner = _converter(arguments[-1 if origin is dict else 0]) if arguments else None
    if origin is dict and inner:
        return lambda data: {name: inner(value) for name, value in data.items()}
    if origin is tuple:
        return (lambda data: tuple(map(inner, data))) if inner else tuple
    if inner and NoneType in get_args(annotation):
        return lambda data: None if data is None else inner(data)
    return inner


@lru_cache(maxsize=2_000)
def _shared(text: str) -> str:
    """Return the same object for the same text: units, places, the words of specifications are said often."""
    return text
