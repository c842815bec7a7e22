"""The products and categories that are there already."""

from collections.abc import Callable
from pathlib import Path

from plugins.product_import.model import Existing
from plugins.products.model import Product
from plugins.shared.errors import ContentProblems
from plugins.shared.folder import read_documents
from plugins.shared.validation import validate

OnStep = Callable[[str, int, int], None]
"""Called with the step's name, how much of it is done, and how much there is."""


def no_steps(name: str, done: int, total: int) -> None:
    """Show nothing."""


def read_existing(content: Path) -> Existing:
    """Return every product by slug: published, drafts and hidden.

    Raises:
        ContentProblems: files that cannot be read must be mended first.
    """
    documents, problems = read_documents(content, "products")
    existing = {}
    for slug, document in documents:
        product, found = validate(Product, document, slug=slug, body=document.body)
        problems += found
        if product is not None:
            existing[slug] = (document, product)
    if problems:
        raise ContentProblems(problems)
    return existing
