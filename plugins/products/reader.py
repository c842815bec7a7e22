"""content/products/ to a Catalog, with every problem found on the way."""

from pathlib import Path

from plugins.products.addresses import RESERVED
from plugins.products.model import Catalog, Product, ProductCategory
from plugins.shared.errors import Problem
from plugins.shared.folder import given_twice, read_documents
from plugins.shared.front_matter import Document, read_document
from plugins.shared.language import say
from plugins.shared.validation import ContentModel, validate


class _Categories(ContentModel):
    categories: tuple[ProductCategory, ...]


def read_catalog(content: Path) -> tuple[Catalog, list[Problem]]:
    """Return the published products and their categories; drafts and hidden products are checked, then left out."""
    categories, problems = _read_categories(content, content / "products/categories.yaml")
    tree_is_known = not problems
    documents, found = read_documents(content, "products")
    problems += found
    pairs = []
    for slug, document in documents:
        product, found = validate(Product, document, slug=slug, body=document.body)
        problems += found
        if product:
            pairs.append((document, product))
    catalog = Catalog(categories=categories, products=())
    if tree_is_known:
        problems += [problem for document, product in pairs for problem in _misplaced(document, product, catalog)]
    problems += _models_given_twice(pairs)
    problems += _aliases_in_use(pairs)
    order = {category.slug: place for place, category in enumerate(catalog.all_categories)}
    shown = [product for _, product in pairs if product.status == "published"]
    shown.sort(key=lambda product: (order.get(product.category, 0), product.weight, product.slug))
    return Catalog(categories=categories, products=tuple(shown)), problems


def _read_categories(content: Path, path: Path) -> tuple[tuple[ProductCategory, ...], list[Problem]]:
    if not path.exists():
        return (), [Problem(path.relative_to(content).as_posix(), 1, say("没有这个文件。", "this file is missing."))]
    document, problems = read_document(content, path)
    if problems:
        return (), problems
    tree, problems = validate(_Categories, document)
    if tree is None:
        return (), problems
    slugs = [category.slug for category in Catalog(categories=tree.categories, products=()).all_categories]
    problems = [Problem(document.path, 1, _reserved(slug)) for slug in slugs if slug in RESERVED]
    return tree.categories, [*problems, *given_twice(document.path, slugs)]


def _reserved(slug: str) -> str:
    return say(
        f"网站自己要用 /products/{slug}/，请换一个 slug。", f"the site itself uses /products/{slug}/. Choose another."
    )


def _misplaced(document: Document, product: Product, catalog: Catalog) -> list[Problem]:
    if product.category in catalog.category_by_slug:
        return []
    names = ", ".join(catalog.category_by_slug)
    text = say(
        f"没有分类“{product.category}”。可以写：{names}。", f"no category '{product.category}'. Write one of {names}."
    )
    return [Problem(document.path, document.line_of(("category",)), text)]


def _aliases_in_use(pairs: list[tuple[Document, Product]]) -> list[Problem]:
    """Return a problem for each former address that belongs to a product, or to two."""
    owners = {product.slug: document.path for document, product in pairs}
    problems = []
    for document, product in pairs:
        for place, alias in enumerate(product.aliases):
            if alias in owners:
                text = say(
                    f"旧地址 {alias} 已用于 {owners[alias]}。请删掉这一行。",
                    f"the former address {alias} belongs to {owners[alias]}. Delete this line.",
                )
                problems.append(Problem(document.path, document.line_of(("aliases", place)), text))
            owners.setdefault(alias, document.path)
    return problems


def _models_given_twice(pairs: list[tuple[Document, Product]]) -> list[Problem]:
    owners: dict[str, str] = {}
    problems = []
    for document, product in pairs:
        models = {product.model: ("model",)} | {
            variant.model: ("variants", place) for place, variant in enumerate(product.variants) if variant.model
        }
        for model, location in models.items():
            if model in owners:
                text = say(
                    f"型号 {model} 已用于 {owners[model]}。", f"model {model} is already used in {owners[model]}."
                )
                problems.append(Problem(document.path, document.line_of(location), text))
            owners.setdefault(model, document.path)
    return problems
