"""Decides what an import writes: every product of the sheet against what is there."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from plugins.product_import.categories import CategoryNames
from plugins.product_import.checked import check, overlay
from plugins.product_import.entry import Entry
from plugins.product_import.existing import OnStep, no_steps
from plugins.product_import.foreign import adapt, drop_repeated_models
from plugins.product_import.model import Existing, FileChange, PictureCopy
from plugins.product_import.picture_cells import PictureCells
from plugins.product_import.render import render_new, render_update
from plugins.product_import.slugs import free_slug, slug_of
from plugins.product_import.words import plain
from plugins.products.model import Product
from plugins.shared.files import digest
from plugins.shared.language import say


@dataclass
class Decided:
    """A product of the sheet, its slug, and what comes of it."""

    entry: Entry
    slug: str
    product: Product | None = None
    change: FileChange | None = None
    copies: list[PictureCopy] = field(default_factory=list)

    @property
    def is_good(self) -> bool:
        """Tell whether it can be written."""
        return self.product is not None and not self.entry.problems


def decide(
    entries: list[Entry],
    existing: Existing,
    categories: CategoryNames,
    pictures: PictureCells,
    lenient: bool = False,
    on_step: OnStep = no_steps,
) -> list[Decided]:
    """Return what comes of every product; problems stand in their entries. Reads pictures, writes nothing."""
    if lenient:
        for entry in entries:
            adapt(entry)
        drop_repeated_models(entries)
    decided = _named(entries, existing)
    _resolve_related(decided, existing)
    pictures.match([_words(each) for each in decided])
    for number, each in enumerate(decided, start=1):
        _decide_one(each, existing, categories, pictures, lenient)
        on_step(say("核对", "Checking"), number, len(decided))
    _check_models(decided, existing)
    _check_related(decided, existing)
    return decided


def _named(entries: Sequence[Entry], existing: Existing) -> list[Decided]:
    """Give every product its slug: its own, that of the file with its model, or pinyin of the title."""
    by_model = {product.model: slug for slug, (_, product) in existing.items()}
    taken = set(existing) | {entry.values.get("slug", "") for entry in entries}
    named = []
    for entry in entries:
        model = entry.values.get("model", "")
        if model not in by_model and "model" in entry.values:
            entry.values["model"] = model = plain(model)
        slug = entry.values.get("slug") or by_model.get(model, "")
        if not slug:
            slug = free_slug(slug_of(entry.values.get("title", "") or model), taken)
            taken.add(slug)
        named.append(Decided(entry, slug))
    return named


def _resolve_related(decided: Sequence[Decided], existing: Existing) -> None:
    """Related products may be named by model or title too; what is neither stays, to be refused."""
    slugs = {product.title: slug for slug, (_, product) in existing.items()}
    slugs |= {each.entry.values.get("title", ""): each.slug for each in decided}
    slugs |= {product.model: slug for slug, (_, product) in existing.items()}
    slugs |= {each.entry.values.get("model", ""): each.slug for each in decided}
    known = set(existing) | {each.slug for each in decided}
    for each in decided:
        if related := each.entry.values.get("related"):
            each.entry.values["related"] = [name if name in known else slugs.get(name, name) for name in related]


def _words(each: Decided) -> list[str]:
    values = each.entry.values
    models = [variant.get("model", "") for variant in values.get("variants", [])]
    return [values.get("model", ""), *models, each.slug, values.get("title", "")]


def _decide_one(
    each: Decided, existing: Existing, categories: CategoryNames, pictures: PictureCells, lenient: bool
) -> None:
    entry, values = each.entry, each.entry.values
    document, before = existing.get(each.slug, (None, None))
    if values.get("category"):
        found = categories.slug(values["category"], add=lenient)
        if not found:
            entry.problems.append(entry.problem("category", _no_category(values["category"], categories)))
        values["category"] = found or values["category"]
    names, each.copies = pictures.of(entry, each.slug, before.images if before else ())
    if names is not None:
        values["images"] = names
    meta = overlay(entry, document)
    body = values.get("body", document.body if document else "")
    if document and not entry.problems and body == document.body and _filled(meta) == _filled(document.meta):
        each.product = before
        return
    each.product, problems = check(meta, each.slug, body, entry)
    entry.problems += problems
    if each.product is not None and not entry.problems:
        each.change = _change(each, meta, document.source if document else None, existing)


def _filled(meta: Mapping[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in meta.items() if value}


def _change(each: Decided, meta: dict[str, Any], source: str | None, existing: Existing) -> FileChange | None:
    assert each.product is not None
    path = f"products/{each.slug}.md"
    if source is None:
        data = render_new(meta, each.product.body).encode("utf-8")
        return FileChange(path, data, None, each.entry.row, each.product.title)
    document, before = existing[each.slug]
    keys = tuple(key for key in Product.model_fields if getattr(each.product, key) != getattr(before, key))
    if not keys:
        return None
    try:
        text = render_update(document, {key: meta.get(key, "") for key in keys}, each.product.body)
    except ValueError:
        hint = say(
            f"{path} 的写法没法逐项改，请改成一行一个“键: 值”。", f"{path} cannot be edited; write 'key: value' lines."
        )
        each.entry.problems.append(each.entry.problem("slug", hint))
        return None
    return FileChange(path, text.encode("utf-8"), digest(source.encode("utf-8")), each.entry.row, before.title, keys)


def _no_category(name: str, categories: CategoryNames) -> str:
    names = "、".join(dict.fromkeys(categories.slugs.values()))
    return say(f"没有分类“{name}”。可以写：{names}。", f"no category '{name}'. Write one of {names}.")


def _check_models(decided: Sequence[Decided], existing: Existing) -> None:
    """Every model belongs to one product or variant; those of files that the sheet leaves alone count too."""
    touched = {each.slug for each in decided}
    owners = {
        model: f"products/{slug}.md"
        for slug, (_, product) in existing.items()
        if slug not in touched
        for model in _models(product)
    }
    seen_slugs: dict[str, int] = {}
    for each in decided:
        if (row := seen_slugs.setdefault(each.slug, each.entry.row)) != each.entry.row:
            text = say(f"文件名 {each.slug} 和第 {row} 行相同。", f"file name {each.slug} is that of row {row}.")
            each.entry.problems.append(each.entry.problem("slug", text))
        for place, model in enumerate(_models(each.product) if each.product else ()):
            if model in owners:
                text = say(
                    f"型号 {model} 已用于 {owners[model]}。", f"model {model} is already used in {owners[model]}."
                )
                each.entry.problems.append(each.entry.problem(_model_key(each.product, place), text))
            owners.setdefault(model, say(f"第 {each.entry.row} 行", f"row {each.entry.row}"))


def _models(product: Product) -> list[str]:
    return [product.model, *(variant.model for variant in product.variants if variant.model)]


def _model_key(product: Product | None, place: int) -> str:
    with_model = [number for number, each in enumerate(product.variants if product else ()) if each.model]
    return f"variants.{with_model[place - 1]}.model" if place else "model"


def _check_related(decided: Sequence[Decided], existing: Existing) -> None:
    """What a product names as related must be there, or be written with it: what is left out takes others along."""
    missing = True
    while missing:
        there = set(existing) | {each.slug for each in decided if each.is_good}
        missing = False
        for each in decided:
            known = existing[each.slug][1].related if each.slug in existing else ()
            related = each.product.related if each.product else ()
            absent = [slug for slug in related if slug not in there and slug not in known]
            if each.is_good and absent:
                missing = True
                text = say(f"没有产品“{absent[0]}”。请写文件名。", f"no product '{absent[0]}'. Write its file name.")
                each.entry.problems.append(each.entry.problem("related", text))
