"""content/products/ to a Catalog, with every problem found on the way."""

from collections.abc import Iterable
from pathlib import Path

from plugins.products.addresses import RESERVED
from plugins.products.model import Catalog, Product, ProductCategory
from plugins.shared.errors import Problem
from plugins.shared.folder import DIRECT, Files, given_twice, name_in
from plugins.shared.front_matter import read_document
from plugins.shared.language import say
from plugins.shared.validation import ContentModel, validate


class _Categories(ContentModel):
    categories: tuple[ProductCategory, ...]


def read_catalog(content: Path, files: Files = DIRECT) -> tuple[Catalog, list[Problem]]:
    """Return the published products and their categories; drafts and hidden products are checked, then left out."""
    categories, problems = read_categories(content)
    tree_is_known = not problems
    problems += files.stray(content, "products")
    pairs = []
    for path in files.paths(content, "products"):
        product, found = files.read(Product, content, path)
        problems += found
        if product:
            pairs.append((path, product))
    catalog = Catalog(categories=categories, products=())
    if tree_is_known:
        known = catalog.category_by_slug
        problems += [_misplaced(content, *pair, known) for pair in pairs if pair[1].category not in known]
    problems += _models_given_twice(content, pairs)
    problems += _aliases_in_use(content, pairs)
    shown = [product for _, product in pairs if product.status == "published"]
    unlisted = sorted({name for _, product in pairs if product.status != "published" for name in product.images})
    order = shop_order(shown, catalog)
    return Catalog(categories=categories, products=order, unlisted_images=tuple(unlisted)), problems


def shop_order(products: Iterable[Product], catalog: Catalog) -> tuple[Product, ...]:
    """Return products in the order in which lists show them: by category as in the tree, weight, slug."""
    order = {category.slug: place for place, category in enumerate(catalog.all_categories)}

    def place(product: Product) -> tuple[int, int, str]:
        return order.get(product.category, 0), product.weight, product.slug

    return tuple(sorted(products, key=place))


def read_categories(content: Path) -> tuple[tuple[ProductCategory, ...], list[Problem]]:
    """Return the category tree of content/products/categories.yaml."""
    path = content / "products" / "categories.yaml"
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


def _misplaced(content: Path, path: Path, product: Product, known: Iterable[str]) -> Problem:
    names = ", ".join(known)
    text = say(
        f"没有分类“{product.category}”。可以写：{names}。", f"no category '{product.category}'. Write one of {names}."
    )
    return _problem(content, path, ("category",), text)


def _problem(content: Path, path: Path, location: tuple[str | int, ...], text: str) -> Problem:
    document, _ = read_document(content, path)
    return Problem(document.path, document.line_of(location), text)


def _aliases_in_use(content: Path, pairs: list[tuple[Path, Product]]) -> list[Problem]:
    """Return a problem for each former address that belongs to a product, or to two."""
    owners = {product.slug: path for path, product in pairs}
    problems = []
    for path, product in pairs:
        for place, alias in enumerate(product.aliases):
            if alias in owners:
                owner = name_in(content, owners[alias])
                text = say(
                    f"旧地址 {alias} 已用于 {owner}。请删掉这一行。",
                    f"the former address {alias} belongs to {owner}. Delete this line.",
                )
                problems.append(_problem(content, path, ("aliases", place), text))
            owners.setdefault(alias, path)
    return problems


def _models_given_twice(content: Path, pairs: list[tuple[Path, Product]]) -> list[Problem]:
    owners: dict[str, Path] = {}
    problems = []
    for path, product in pairs:
        models: dict[str, tuple[str | int, ...]] = {product.model: ("model",)}
        for place, variant in enumerate(product.variants):
            if variant.model:
                models[variant.model] = ("variants", place)
        for model, location in models.items():
            if owners.setdefault(model, path) is not path:
                owner = name_in(content, owners[model])
                text = say(f"型号 {model} 已用于 {owner}。", f"model {model} is already used in {owner}.")
                problems.append(_problem(content, path, location, text))
    return problems
