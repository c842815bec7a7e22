"""A sheet's product laid over its file, if there is one, and checked as every product file is."""

from typing import Any

from pydantic import ValidationError
from pydantic_core import ErrorDetails

from plugins.product_import.columns import VARIANTS
from plugins.product_import.entry import SPECS, Entry
from plugins.product_import.rows import RowProblem
from plugins.product_import.words import CHOICES
from plugins.products.model import Product
from plugins.shared.front_matter import Document
from plugins.shared.language import say
from plugins.shared.validation import explain, without_empty

_LONGEST_NAME = 120


def overlay(entry: Entry, document: Document | None) -> dict[str, Any]:
    """Return the front matter that the product is to have; what the sheet has no column for stays."""
    before = dict(document.meta) if document else {}
    given = {key: value for key, value in entry.values.items() if "." not in key}
    specs = {key.removeprefix(f"{SPECS}."): value for key, value in entry.values.items() if key.startswith(f"{SPECS}.")}
    if specs:
        base = given[SPECS] if SPECS in given else before.get(SPECS) or {}
        given[SPECS] = {name: value for name, value in {**base, **specs}.items() if value}
    if VARIANTS in given:
        given[VARIANTS] = _variants(given[VARIANTS], before.get(VARIANTS) or [])
    meta = {**before, **given}
    meta.pop("slug", None)
    meta.pop("body", None)
    return meta


def check(meta: dict[str, Any], slug: str, body: str, entry: Entry) -> tuple[Product | None, list[RowProblem]]:
    """Return the typed product, or what is wrong, cell by cell."""
    problems = [
        entry.problem(SPECS, say("参数的名称太长。", "a parameter's name is too long."))
        for name in meta.get(SPECS) or {}
        if len(name) > _LONGEST_NAME
    ]
    try:
        product = Product.model_validate({**without_empty(meta), "slug": slug, "body": body})
    except ValidationError as error:
        return None, problems + [_problem(entry, detail) for detail in error.errors(include_url=False)]
    return (None if problems else product), problems


def _problem(entry: Entry, detail: ErrorDetails) -> RowProblem:
    location, text = explain(detail, Product)
    key = ".".join(map(str, location))
    last = str(detail["loc"][-1])
    if detail["type"] == "missing":
        key = ".".join(map(str, detail["loc"]))
        text = say("这里要填写。", "this must be filled in.")
    elif detail["type"] == "literal_error" and last in CHOICES:
        words = "、".join(CHOICES[last].values())
        text = say(
            f"不能是“{detail['input']}”。可以写：{words}。", f'cannot be "{detail["input"]}". Write one of {words}.'
        )
    else:
        text = (
            text.split(": ", 1)[-1] if detail["type"] in ("shape", "amount", "date") else text.removeprefix(f"{key}: ")
        )
    return entry.problem(key, text)


def _variants(new: list[dict[str, Any]], old: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Each variant with what its file says beyond the sheet's columns, found again by model, else by name."""
    columns = {key for variant in new for key in variant}
    merged = []
    for variant in new:
        same = next((each for each in old for key in ("model", "name") if _same(each, variant, key)), {})
        merged.append({**{key: value for key, value in same.items() if key not in columns}, **variant})
    return merged


def _same(old: dict[str, Any], new: dict[str, Any], key: str) -> bool:
    return bool(new.get(key)) and old.get(key) == new.get(key)
