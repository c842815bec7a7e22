"""Front matter turned into a typed value, or into problems that say what to write instead."""

import difflib
import os
import re
from collections.abc import Iterable
from datetime import date, datetime, time
from decimal import Decimal, InvalidOperation
from functools import cache
from typing import Annotated, Any, TypeVar

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, StringConstraints, ValidationError
from pydantic_core import ErrorDetails, PydanticCustomError

from plugins.shared.clock import SHANGHAI as SHANGHAI
from plugins.shared.errors import Problem
from plugins.shared.front_matter import Document
from plugins.shared.language import say

_Value = TypeVar("_Value", bound=BaseModel)
os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")  # it would look for some in every installed package


class ContentModel(BaseModel):
    """Base of everything that editors write: frozen, unknown keys refused, empty values counted as absent."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True, defer_build=True)
    """Validators are built where something is validated: a rebuild asks for few of them."""


def validate(
    model: type[_Value], document: Document, location: tuple[str | int, ...] = (), **extra: Any
) -> tuple[_Value | None, list[Problem]]:
    """Return the typed value of a document's front matter, or of the part of it at ``location``, and its problems.

    ``extra`` holds fields that do not come from the file's keys, such as the slug.
    """
    data: Any = document.meta
    for step in location:
        data = data[step]
    if not isinstance(data, dict):
        text = say("这里要写成“键: 值”。", "a mapping is expected here. Write 'key: value' lines.")
        return None, [Problem(document.path, document.line_of(location), text)]
    try:
        return model.model_validate({**without_empty(data), **extra}), []
    except ValidationError as error:
        details = error.errors(include_url=False)
        return None, [_problem(document, location, detail, model) for detail in details]


def without_empty(data: Any) -> Any:
    """Return front matter without the keys whose value is empty, at every level."""
    if isinstance(data, dict):
        return {key: v if type(v) is str else without_empty(v) for key, v in data.items() if v != ""}
    if isinstance(data, list):
        return [value if type(value) is str else without_empty(value) for value in data]
    return data


def _problem(document: Document, start: tuple[str | int, ...], detail: ErrorDetails, model: Any) -> Problem:
    location, text = explain(detail, model)
    return Problem(document.path, document.line_of((*start, *location)), text)


def explain(detail: ErrorDetails, model: Any) -> tuple[tuple[str | int, ...], str]:
    """Return where a value is wrong, as mapping keys and list indexes, and the sentence about it."""
    location = detail["loc"]
    path = ".".join(map(str, location)) if location != ("slug",) else say("文件名", "file name")
    kind = detail["type"]
    if kind == "missing":
        text = say(
            f"缺少 {path}。请补上一行“{location[-1]}: …”。", f"{path} is missing. Add a line '{location[-1]}: …'."
        )
        return location[:-1], text
    if kind == "extra_forbidden":
        return location, _unknown(str(location[-1]), _fields_at(model, location[:-1]))
    if kind in ("literal_error", "enum"):
        expected = detail.get("ctx", {}).get("expected", "")
        text = say(
            f"{path} 不能是“{detail['input']}”。可以写：{expected}。",
            f'{path} cannot be "{detail["input"]}". Write one of {expected}.',
        )
        return location, text
    if kind in ("list_type", "tuple_type", "dict_type", "model_type", "string_type"):
        return location, say(f"{path} 的写法不对（{detail['msg']}）。", f"{path} has the wrong shape. {detail['msg']}.")
    return location, f"{path}: {detail['msg']}" if path else detail["msg"]


def _unknown(key: str, known: Iterable[str]) -> str:
    near = difflib.get_close_matches(key, list(known), n=1, cutoff=0.5)
    if near:
        return say(f"不认识“{key}”。是不是想写“{near[0]}”？", f"'{key}' is not a known key. Did you mean '{near[0]}'?")
    names = ", ".join(sorted(known))
    return say(f"不认识“{key}”。可用的键：{names}。", f"'{key}' is not a known key. Known keys: {names}.")


def _fields_at(model: Any, location: tuple[str | int, ...]) -> list[str]:
    for step in location:
        if isinstance(step, int):
            continue
        field = getattr(model, "model_fields", {}).get(step)
        inner = [part for part in _parts(getattr(field, "annotation", None)) if hasattr(part, "model_fields")]
        model = inner[0] if inner else None
    fields = getattr(model, "model_fields", {})
    return [info.alias or name for name, info in fields.items()]


def _parts(annotation: Any) -> list[Any]:
    found = [annotation]
    for part in getattr(annotation, "__args__", ()):
        found.extend(_parts(part))
    return found


_compiled = cache(re.compile)
"""Patterns are compiled when a value is first checked: most are never asked for."""


def shaped(pattern: str, example: str) -> AfterValidator:
    """Return a validator for text that must match a pattern as a whole; ``example`` shows how to write it."""

    def check(value: str) -> str:
        if not _compiled(pattern).fullmatch(value):
            raise PydanticCustomError(
                "shape",
                say(f"“{value}”的格式不对。请写成 {example}。", f'"{value}" has the wrong form. Write {example}.'),
            )
        return value

    return AfterValidator(check)


_AMOUNT = re.compile(r"(\d{1,8})(?:\.(\d\d))?")
"""Amounts as they are nearly always written; all others are left to Decimal."""


def _parse_fen(value: Any) -> int:
    if isinstance(value, str) and (match := _AMOUNT.fullmatch(value)):
        return int(match[1]) * 100 + int(match[2] or 0)
    try:
        amount = Decimal(str(value).removeprefix("¥").removeprefix("￥"))
        fen = amount * 100
        if not amount.is_finite() or fen != fen.to_integral_value() or not 0 <= fen < 10**10:
            raise InvalidOperation
    except InvalidOperation:
        raise PydanticCustomError(
            "amount", say(f"“{value}”不是金额。请写成 12.50。", f'"{value}" is not an amount. Write it as 12.50.')
        ) from None
    return int(fen)


def _parse_date(value: Any) -> date:
    if isinstance(value, date):
        return value
    try:
        return date.fromisoformat(str(value))
    except ValueError:
        raise PydanticCustomError(
            "date", say(f"“{value}”不是日期。请写成 2026-11-22。", f'"{value}" is not a date. Write it as 2026-11-22.')
        ) from None


def _parse_moment(value: Any) -> datetime:
    if isinstance(value, datetime):
        return value
    try:
        moment = datetime.fromisoformat(str(value))
    except ValueError:
        raise PydanticCustomError(
            "moment",
            say(
                f"“{value}”不是时间。请写成 2026-11-22 20:00（北京时间）。",
                f'"{value}" is not a time. Write it as 2026-11-22 20:00 (Beijing time).',
            ),
        ) from None
    return moment if moment.tzinfo else moment.replace(tzinfo=SHANGHAI)


def _parse_end(value: Any) -> datetime:
    """A bare date that ends something means the end of that day."""
    moment = _parse_moment(value)
    return datetime.combine(moment.date(), time(23, 59, 59), SHANGHAI) if len(str(value)) == 10 else moment


def _parse_switch(value: Any) -> bool:
    words = {"on": True, "yes": True, "true": True, "off": False, "no": False, "false": False}
    if isinstance(value, bool):
        return value
    if str(value).lower() not in words:
        raise PydanticCustomError(
            "switch", say(f"“{value}”请写成 on 或 off。", f'"{value}" is no switch. Write on or off.')
        )
    return words[str(value).lower()]


Fen = Annotated[int, BeforeValidator(_parse_fen)]
Day = Annotated[date, BeforeValidator(_parse_date)]
Moment = Annotated[datetime, BeforeValidator(_parse_moment)]
EndMoment = Annotated[datetime, BeforeValidator(_parse_end)]
Switch = Annotated[bool, BeforeValidator(_parse_switch)]
Text = Annotated[str, StringConstraints(min_length=1)]
SLUG = r"[a-z0-9]{1,60}(-[a-z0-9]{1,60}){0,20}"
Slug = Annotated[str, shaped(SLUG, "longjing-2026")]
WebAddress = Annotated[str, shaped(r"https?://[^\s\"'<>/?#]+[^\s\"'<>]*", "https://example.com/…")]
Telephone = Annotated[str, shaped(r"\+?[0-9][0-9 ()*#-]{2,24}", "0571-8700 1234")]
