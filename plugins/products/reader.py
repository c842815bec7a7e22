"""content/products/ to a Catalog, with every problem found on the way."""

from pathlib import Path

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
    categories, problems = read_categories(content)
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
    order = {category.slug: place for place, category in enumerate(catalog.all_categories)}
    shown = [product for _, product in pairs if product.status == "published"]
    shown.sort(key=lambda product: (order.get(product.category, 0), product.weight, product.slug))
    return Catalog(categories=categories, products=tuple(shown)), problems


def read_categories(content: Path) -> tuple[tuple[ProductCategory, ...], list[Problem]]:
    """Return the category tree of categories.yaml, and what is wrong in it."""
    path = content / "products/categories.yaml"
    if not path.exists():
        return (), [Problem(path.relative_to(content).as_posix(), 1, say("没有这个文件。", "this file is missing."))]
    document, problems = read_document(content, path)
    if problems:
        return (), problems
    tree, problems = validate(_Categories, document)
    if tree is None:
        return (), problems
    slugs = [category.slug for category in Catalog(categories=tree.categories, products=()).all_categories]
    return tree.categories, given_twice(document.path, slugs)


def _misplaced(document: Document, product: Product, catalog: Catalog) -> list[Problem]:
    if product.category in catalog.category_by_slug:
        return []
    names = ", ".join(catalog.category_by_slug)
    text = say(
        f"没有分类“{product.category}”。可以写：{names}。", f"no category '{product.category}'. Write one of {names}."
    )
    return [Problem(document.path, document.line_of(("category",)), text)]


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
