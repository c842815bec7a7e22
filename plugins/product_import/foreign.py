"""What another shop's product lacks of ours, made up from what it has; what ours cannot hold is left out and told."""

from decimal import Decimal, InvalidOperation
from typing import Any

from plugins.product_import.columns import VARIANTS
from plugins.product_import.entry import Entry
from plugins.product_import.slugs import is_slug, slug_of
from plugins.shared.language import say


def adapt(entry: Entry) -> None:
    """Give a product of a foreign sheet model, price and slug, in place."""
    values = entry.values
    variants = values[VARIANTS] = _unique(values.get(VARIANTS, []))
    if len(variants) == 1 and not variants[0].get("name"):
        _promote(entry, variants[0])
        variants = values[VARIANTS] = []
    for number, variant in enumerate(variants, start=1):
        variant["name"] = variant.get("name") or variant.get("model") or say(f"款式 {number}", f"variant {number}")
    prices = [variant["price"] for variant in variants if variant.get("price")]
    if not values.get("price") and prices and all(map(_is_amount, prices)):
        values["price"] = min(prices, key=Decimal)
    if not values.get("list_price") or not _is_higher(values["list_price"], values.get("price", "")):
        values["list_price"] = ""
    slug = values.get("slug", "")
    if slug and not is_slug(slug):
        values["slug"] = slug_of(slug)
    values["model"] = values.get("model") or values.get("slug") or values.get("title", "")
    values["category"] = values.get("category", "").split(",")[0].split(">")[-1].strip()


def drop_repeated_models(entries: list[Entry]) -> None:
    """Leave out variants' models that another product or variant has already; models of products get a number."""
    taken: set[str] = set()
    for entry in entries:
        entry.values["model"] = _free(entry.values["model"], taken)
    for entry in entries:
        for variant in entry.values.get(VARIANTS, []):
            model = variant.get("model")
            if model in taken:
                del variant["model"]
                entry.notes.append(say(f"型号 {model} 重复，款式里没有写", f"model {model} again; left out"))
            elif model:
                taken.add(model)


def _unique(variants: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The same variant once, however often the sheet repeats it."""
    return list({(each.get("name"), each.get("model")): each for each in reversed(variants)}.values())[::-1]


def _promote(entry: Entry, variant: dict[str, Any]) -> None:
    """What has one nameless variant has none: price and model are the product's."""
    for key, value in variant.items():
        entry.values[key] = entry.values.get(key) or value
        place = entry.places.get(f"{VARIANTS}.0.{key}")
        if place:
            entry.places.setdefault(key, place)


def _free(model: str, taken: set[str]) -> str:
    number, free = 1, model
    while free and free in taken:
        number += 1
        free = f"{model}-{number}"
    taken.add(free)
    return free


def _is_amount(text: str) -> bool:
    try:
        return Decimal(text).is_finite()
    except InvalidOperation:
        return False


def _is_higher(text: str, other: str) -> bool:
    return _is_amount(text) and _is_amount(other) and Decimal(text) > Decimal(other)
