"""Typed values back from JSON, without checking again what was checked when they were saved."""

import json
from collections.abc import Callable
from datetime import date, datetime
from functools import cache
from types import NoneType
from typing import Any, TypeVar, get_args, get_origin

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
    data = json.loads(text)
    if not isinstance(data, dict):
        raise ValueError(f"no {model.__name__}")
    restored: _Value = _build(model, data)
    return restored


def _build(model: type[BaseModel], data: dict[str, Any]) -> Any:
    converters = _converters(model)
    for name, convert in converters.items():
        if name in data:
            data[name] = convert(data[name])
    return model.model_construct(**data)


@cache
def _converters(model: type[BaseModel]) -> dict[str, _Convert]:
    found = {name: _converter(field.annotation) for name, field in model.model_fields.items()}
    return {name: convert for name, convert in found.items() if convert}


def _converter(annotation: Any) -> _Convert | None:
    """Return what JSON's value needs to become one of ``annotation``; None: nothing."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return lambda data: _build(annotation, data)
    if annotation is datetime:
        return datetime.fromisoformat
    if annotation is date:
        return date.fromisoformat
    origin, arguments = get_origin(annotation), [each for each in get_args(annotation) if each is not NoneType]
    inner = _converter(arguments[0]) if arguments and origin is not dict else None
    if origin is tuple:
        return (lambda data: tuple(map(inner, data))) if inner else tuple
    if inner and NoneType in get_args(annotation):
        return lambda data: None if data is None else inner(data)
    return inner
