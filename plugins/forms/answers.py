"""What was typed into a form: cleaned, and checked against what the form asks. Words are for visitors, in Chinese."""

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from plugins.forms.model import Form, FormField

_EMPTY = {"text": "请填写这一项。", "choice": "请选一个。", "choices": "请至少选一个。", "scale": "请选一个分数。"}
_SHAPES = {
    "tel": (re.compile(r"\+?[0-9][0-9 ()-]{5,24}"), "请写电话号码，例如 138 0013 8000。"),
    "email": (re.compile(r"[^@\s]+@[^@\s]+\.[^@\s.]{2,}"), "请写邮箱，例如 name@example.com。"),
    "number": (re.compile(r"-?[0-9]{1,12}"), "请写数字。"),
}
_CONSENT = "请勾选同意，否则我们不能收下。"


@dataclass(frozen=True)
class Answers:
    """What a visitor typed, cleaned, by field name; ``errors`` holds a sentence for each field that is not right."""

    values: Mapping[str, tuple[str, ...]]
    errors: Mapping[str, str]


def check_answers(form: Form, typed: Mapping[str, Sequence[str]]) -> Answers:
    """Return the answers to a form's own questions; anything else that was sent is dropped."""
    values: dict[str, tuple[str, ...]] = {}
    errors: dict[str, str] = {}
    for field in form.fields:
        given = _clean(field, typed.get(field.name, ()))
        values[field.name] = given
        if flaw := _flaw(field, given):
            errors[field.name] = flaw
    if list(typed.get("consent", ())) != ["yes"]:
        errors["consent"] = _CONSENT
    return Answers(values, errors)


def clean_text(text: str) -> str:
    """Return text in Unicode's composed form, without control characters other than line breaks."""
    plain = unicodedata.normalize("NFC", text).replace("\r\n", "\n").replace("\r", "\n")
    return "".join(each for each in plain if each == "\n" or unicodedata.category(each) not in ("Cc", "Cs")).strip()


def _clean(field: FormField, typed: Sequence[str]) -> tuple[str, ...]:
    several = typed if field.kind == "choices" else typed[:1]
    cleaned = (unicodedata.normalize("NFKC", text) if field.kind in _SHAPES else text for text in several)
    found = (clean_text(text) for text in cleaned)
    one_line = (text if field.kind == "textarea" else text.replace("\n", " ") for text in found)
    return tuple(dict.fromkeys(text for text in one_line if text))


def _flaw(field: FormField, given: Sequence[str]) -> str:
    if not given:
        return _EMPTY.get(field.kind, _EMPTY["text"]) if field.required else ""
    if field.choices:
        return "" if set(given) <= set(field.choices) else "请从列出的里面选。"
    if len(given[0]) > field.longest:
        return f"最多 {field.longest} 个字，现在是 {len(given[0])} 个。"
    if field.kind == "date":
        return "" if _is_date(given[0]) else "请写日期，例如 2026-12-19。"
    shape, sentence = _SHAPES.get(field.kind, (None, ""))
    return sentence if shape and not shape.fullmatch(given[0]) else ""


def _is_date(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False
